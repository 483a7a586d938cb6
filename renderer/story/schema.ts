/** The story editor's document: the texts of an article's head, one line each, and its paragraphs with their forms. */
import { type DOMOutputSpec, Schema } from 'prosemirror-model';
import type { ArticleParagraph, Run, RunForm } from '../../engine/issue/index';
import type { FormChoice } from '../state/body-forms';

/** Texts of the head in their order; `headline` may stand several times, a line each. */
const HEAD_NODES = ['kicker', 'headline', 'deck', 'lead', 'credit'] as const;
export type HeadNode = (typeof HEAD_NODES)[number];

const head = (name: HeadNode) => ({
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  attrs: { label: { default: '' } },
  toDOM: (): DOMOutputSpec => ['div', { class: `story-${name}`, 'data-head': name }, 0],
});

export const schema = new Schema({
  nodes: {
    doc: { content: 'kicker headline+ deck lead credit paragraph+' },
    kicker: head('kicker'),
    headline: head('headline'),
    deck: head('deck'),
    lead: head('lead'),
    credit: head('credit'),
    paragraph: {
      content: 'text*',
      marks: '_',
      attrs: { form: { default: 'text' } },
      toDOM: ({ attrs }): DOMOutputSpec => ['p', { 'data-form': attrs.form }, 0],
      parseDOM: [{ tag: 'p', getAttrs: (element) => ({ form: formOf(element.getAttribute('data-form')) }) }],
    },
    text: {},
  },
  marks: {
    form: {
      attrs: { form: {} },
      excludes: 'form',
      toDOM: ({ attrs }): DOMOutputSpec => ['span', { 'data-run': attrs.form }, 0],
      parseDOM: [{ tag: 'span[data-run]', getAttrs: (element) => runFormOf(element.getAttribute('data-run')) }],
    },
    dots: { toDOM: (): DOMOutputSpec => ['span', { 'data-dots': '' }, 0], parseDOM: [{ tag: 'span[data-dots]' }] },
    underline: { toDOM: (): DOMOutputSpec => ['u', 0], parseDOM: [{ tag: 'u' }] },
    script: {
      attrs: { script: {} },
      excludes: 'script',
      toDOM: ({ attrs }): DOMOutputSpec => [attrs.script === 'super' ? 'sup' : 'sub', 0],
      parseDOM: [
        { tag: 'sup', attrs: { script: 'super' } },
        { tag: 'sub', attrs: { script: 'sub' } },
      ],
    },
    size: { attrs: { size: {} }, toDOM: ({ attrs }): DOMOutputSpec => ['span', { 'data-size': String(attrs.size) }, 0] },
  },
});

/** Forms of a paragraph in the editor, with what an article says of them. */
const FORMS: ReadonlySet<string> = new Set<FormChoice>([
  'text',
  'verse',
  'signature',
  'centre',
  'names',
  'question',
  'answer',
  'row',
  'drop',
  'note',
  'quote',
]);

function formOf(value: string | null): string {
  return value !== null && FORMS.has(value) ? value : 'text';
}

const RUN_FORMS: ReadonlySet<string> = new Set<RunForm>(['heading', 'subheading', 'bold', 'kai', 'link']);

function runFormOf(value: string | null): { form: string } | false {
  return value !== null && RUN_FORMS.has(value) ? { form: value } : false;
}

export function choiceOf({ verse, form }: ArticleParagraph): FormChoice {
  return verse ? 'verse' : (form ?? 'text');
}

export function kindOf(choice: FormChoice): Omit<ArticleParagraph, 'runs'> {
  if (choice === 'text') return {};
  return choice === 'verse' ? { verse: true } : { form: choice };
}

/** The marks of a run. */
export function marksOf({ form, dots, underline, script, size }: Run) {
  return [
    ...(form === 'plain' ? [] : [schema.mark('form', { form })]),
    ...(dots ? [schema.mark('dots')] : []),
    ...(underline ? [schema.mark('underline')] : []),
    ...(script ? [schema.mark('script', { script })] : []),
    ...(size === undefined ? [] : [schema.mark('size', { size })]),
  ];
}
