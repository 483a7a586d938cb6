/** An article as the story editor's document, and back. Paragraphs that stay the same keep their objects on both sides. */
import type { Node } from 'prosemirror-model';
import type { Article, ArticleParagraph, Run } from '../../engine/issue/index';
import type { TextField } from '../../engine/issue/text-fields';
import type { FormChoice } from '../state/body-forms';
import { choiceOf, type HeadNode, kindOf, marksOf, schema } from './schema';

type Texts = Pick<Article, 'kicker' | 'headline' | 'deck' | 'byline' | 'paragraphs'>;

const nodes = new WeakMap<ArticleParagraph, Node>();
const paragraphs = new WeakMap<Node, ArticleParagraph>();

export function docOf({ kicker, headline, deck, byline, paragraphs: body }: Texts): Node {
  const line = (name: HeadNode, text: string) =>
    schema.node(name, null, text === '' ? [] : schema.text(text.replace(/\s*\n\s*/g, ' ')));
  return schema.node('doc', null, [
    line('kicker', kicker),
    ...(headline.length === 0 ? [''] : headline).map((text) => line('headline', text)),
    line('deck', deck),
    line('lead', byline.lead),
    line('credit', byline.credit),
    ...(body.length === 0 ? [{ runs: [] }] : body).map(nodeOf),
  ]);
}

function nodeOf(paragraph: ArticleParagraph): Node {
  const known = nodes.get(paragraph);
  if (known) return known;
  const runs = paragraph.runs.filter(({ text }) => text !== '').map((run) => schema.text(run.text, marksOf(run)));
  const node = schema.node('paragraph', { form: choiceOf(paragraph) }, runs);
  nodes.set(paragraph, node);
  paragraphs.set(node, paragraph);
  return node;
}

function paragraphOf(node: Node): ArticleParagraph {
  const known = paragraphs.get(node);
  if (known) return known;
  const runs: Run[] = [];
  node.forEach((child) => {
    runs.push(runOf(child));
  });
  const paragraph = { runs, ...kindOf(node.attrs.form as FormChoice) };
  paragraphs.set(node, paragraph);
  nodes.set(paragraph, node);
  return paragraph;
}

function runOf({ text = '', marks }: Node): Run {
  const run: { -readonly [K in keyof Run]: Run[K] } = { text, form: 'plain' };
  for (const { type, attrs } of marks) {
    if (type.name === 'form') run.form = attrs.form as Run['form'];
    else if (type.name === 'script') run.script = attrs.script as 'super' | 'sub';
    else if (type.name === 'size') run.size = attrs.size as number;
    else run[type.name as 'dots' | 'underline'] = true;
  }
  return run;
}

/** The texts of the document; lines and paragraphs without text are left out, but the white between stanzas. */
export function textsOf(doc: Node): Texts {
  const texts = { kicker: '', headline: [] as string[], deck: '', lead: '', credit: '' };
  const body: ArticleParagraph[] = [];
  doc.forEach((node) => {
    const name = node.type.name;
    if (name === 'paragraph') {
      if (isKept(node)) body.push(paragraphOf(node));
    } else if (name === 'headline') {
      if (node.textContent.trim() !== '') texts.headline.push(node.textContent);
    } else texts[name as 'kicker'] = node.textContent;
  });
  const { kicker, headline, deck, lead, credit } = texts;
  return { kicker, headline, deck, byline: { lead, credit }, paragraphs: body };
}

function isKept(node: Node): boolean {
  return node.attrs.form === 'verse' || node.textContent !== '';
}

/** What of the texts differs from the article, undefined when nothing does. */
export function changeOf(article: Article, texts: Texts): Partial<Texts> | undefined {
  const { kicker, headline, deck, byline, paragraphs: body } = article;
  const change: Partial<Texts> = {
    ...(texts.kicker !== kicker && { kicker: texts.kicker }),
    ...(!alike(texts.headline, headline) && { headline: texts.headline }),
    ...(texts.deck !== deck && { deck: texts.deck }),
    ...((texts.byline.lead !== byline.lead || texts.byline.credit !== byline.credit) && { byline: texts.byline }),
    ...(!alike(texts.paragraphs, body) && { paragraphs: texts.paragraphs }),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

function alike<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

/** A place of the document in the text that holds it; offsets as `flatBody` and `headline.join` count them. */
export interface TextSpot {
  readonly field: TextField;
  readonly offset: number;
}

/** Where a text starts in the document: each of its lines or paragraphs with its offset in the text. */
interface Stretch extends TextSpot {
  /** Position of its first character. */
  readonly from: number;
  readonly length: number;
  /** From 0 among the paragraphs. */
  readonly index: number;
}

export function stretchesOf(doc: Node): Stretch[] {
  const stretches: Stretch[] = [];
  const next = new Map<string, { offset: number; index: number }>();
  doc.forEach((node, at) => {
    const name = node.type.name;
    const field = (name === 'paragraph' ? 'body' : name) as TextField;
    const { offset, index } = next.get(field) ?? { offset: 0, index: 0 };
    const length = node.content.size;
    stretches.push({ field, offset, from: at + 1, length, index });
    const counts = name !== 'paragraph' && name !== 'headline' ? true : isKept(node);
    next.set(field, counts ? { offset: offset + length + 1, index: index + 1 } : { offset, index });
  });
  return stretches;
}

export function spotAt(doc: Node, position: number): TextSpot | undefined {
  const stretch = stretchesOf(doc).findLast(({ from }) => from <= position);
  return stretch && { field: stretch.field, offset: stretch.offset + Math.min(position - stretch.from, stretch.length) };
}

/** The position of an offset in a text; at a line's end that line's, undefined where the text has none. */
export function positionOf(stretches: readonly Stretch[], { field, offset }: TextSpot): number | undefined {
  const stretch = stretches.find((one) => one.field === field && offset >= one.offset && offset <= one.offset + one.length);
  return stretch && stretch.from + offset - stretch.offset;
}
