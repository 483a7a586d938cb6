/** Forms of paragraphs and marks of runs in the body's text, for a selection in its text area. Offsets are UTF-16. */
import type { ArticleParagraph, ParagraphForm, Run, RunForm } from '../../engine/issue/index';

export interface Selection {
  readonly from: number;
  readonly to: number;
}

/** What an editor chooses for a paragraph. */
export type FormChoice = ParagraphForm | 'text' | 'verse';

export const FORM_CHOICES: readonly FormChoice[] = [
  'text',
  'drop',
  'centre',
  'signature',
  'question',
  'answer',
  'verse',
  'names',
  'row',
  'note',
  'quote',
];

/** What an editor switches on and off for a run. */
export type MarkChoice = Exclude<RunForm, 'plain' | 'link'> | 'dots' | 'underline' | 'super' | 'sub';

export const MARK_CHOICES: readonly MarkChoice[] = ['heading', 'subheading', 'bold', 'kai', 'dots', 'underline', 'super', 'sub'];

/** Form of the paragraph where the selection starts. */
export function formAt(paragraphs: readonly ArticleParagraph[], { from }: Selection): FormChoice {
  const place = placesOf(paragraphs).find(({ end }) => from <= end);
  return place ? formOf(place.paragraph) : 'text';
}

function formOf({ verse, form }: ArticleParagraph): FormChoice {
  return verse ? 'verse' : (form ?? 'text');
}

/** Gives all paragraphs that the selection touches a form. */
export function withForm(
  paragraphs: readonly ArticleParagraph[],
  { from, to }: Selection,
  choice: FormChoice,
): readonly ArticleParagraph[] {
  return placesOf(paragraphs).map(({ paragraph, start, end }) => {
    if (end < from || start > to || formOf(paragraph) === choice) return paragraph;
    const { runs } = paragraph;
    if (choice === 'text') return { runs };
    return choice === 'verse' ? { runs, verse: true } : { runs, form: choice };
  });
}

/** Whether every character of the selection carries a mark; an empty selection carries none. */
export function hasMarkAt(paragraphs: readonly ArticleParagraph[], selection: Selection, mark: MarkChoice): boolean {
  let some = false;
  for (const { paragraph, start } of placesOf(paragraphs)) {
    let at = start;
    for (const run of paragraph.runs) {
      const inside = at < selection.to && at + run.text.length > selection.from;
      at += run.text.length;
      if (!inside) continue;
      if (!isMarked(run, mark)) return false;
      some = true;
    }
  }
  return some;
}

/** Switches a mark of the selected characters on or off. */
export function withMark(
  paragraphs: readonly ArticleParagraph[],
  selection: Selection,
  mark: MarkChoice,
  on: boolean,
): readonly ArticleParagraph[] {
  return placesOf(paragraphs).map(({ paragraph, start, end }) => {
    if (end <= selection.from || start >= selection.to) return paragraph;
    let at = start;
    const runs = paragraph.runs.flatMap((run) => {
      const pieces = cut(run, selection.from - at, selection.to - at);
      at += run.text.length;
      return pieces.map(({ inside, ...piece }) => (inside ? marked(piece, mark, on) : piece));
    });
    return { ...paragraph, runs };
  });
}

interface Place {
  readonly paragraph: ArticleParagraph;
  /** Offsets of its text in the body's, the line feed after it left aside. */
  readonly start: number;
  readonly end: number;
}

function placesOf(paragraphs: readonly ArticleParagraph[]): Place[] {
  let at = 0;
  return paragraphs.map((paragraph) => {
    const start = at;
    const end = start + paragraph.runs.reduce((sum, { text }) => sum + text.length, 0);
    at = end + 1;
    return { paragraph, start, end };
  });
}

/** A run in up to three pieces: before, inside and behind a stretch of it. */
function cut(run: Run, from: number, to: number): (Run & { readonly inside: boolean })[] {
  const length = run.text.length;
  const [a, b] = [from, to].map((offset) => Math.min(length, Math.max(0, offset))) as [number, number];
  return [
    { ...run, text: run.text.slice(0, a), inside: false },
    { ...run, text: run.text.slice(a, b), inside: true },
    { ...run, text: run.text.slice(b), inside: false },
  ].filter(({ text }) => text !== '');
}

function isMarked(run: Run, mark: MarkChoice): boolean {
  if (mark === 'dots' || mark === 'underline') return run[mark] === true;
  return mark === 'super' || mark === 'sub' ? run.script === mark : run.form === mark;
}

function marked(run: Run, mark: MarkChoice, on: boolean): Run {
  switch (mark) {
    case 'dots':
    case 'underline': {
      const { [mark]: _, ...others } = run;
      return on ? { ...others, [mark]: true } : others;
    }
    case 'super':
    case 'sub': {
      const { script: _, ...others } = run;
      return on ? { ...others, script: mark } : others;
    }
    default:
      return { ...run, form: on ? mark : 'plain' };
  }
}
