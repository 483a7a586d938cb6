/** Runs of a paragraph in their faces, with tags that tell the drawing of dots, underlines and raised type. */
import type { ArticleParagraph, Run, RunForm } from '../issue/types';
import type { StyledText } from '../typeset/types';
import { FACE } from './faces';

/** Faces by form; a paragraph may have others for its plain text. */
export type RunFaces = Readonly<Record<RunForm, string>>;

export const RUN_FACES: RunFaces = {
  plain: FACE.song,
  heading: FACE.heiBold,
  // The regular weight disappears in the text.
  subheading: FACE.kaiMedium,
  bold: FACE.heiBold,
  kai: FACE.kai,
  link: FACE.song,
};

/** What a placed run is, besides its face; one run may be several. */
export type RunMark = 'heading' | 'dots' | 'underline' | 'super' | 'sub';

/** Size of raised and lowered type, of the type that it stands in. */
const SCRIPT_SIZE = 0.6;

/** Whether a run carries a mark. */
export function hasMark(tag: string | undefined, mark: RunMark): boolean {
  return tag?.split(' ').includes(mark) ?? false;
}

/** Styled text of a paragraph. `em` is the body size; no size exceeds `most`, points. */
export function styledRuns(
  { runs }: Pick<ArticleParagraph, 'runs'>,
  em: number,
  most: number,
  faces: RunFaces = RUN_FACES,
): StyledText[] {
  return runs.filter((run) => run.text !== '').map((run) => styled(run, em, most, faces));
}

function styled(run: Run, em: number, most: number, faces: RunFaces): StyledText {
  const marks = marksOf(run);
  const size = Math.min(run.size ?? em, most) * (run.script ? SCRIPT_SIZE : 1);
  return {
    text: run.text,
    face: faces[run.form],
    ...(size === em ? {} : { size }),
    ...(run.script ? { attached: true } : {}),
    ...(marks.length > 0 ? { tag: marks.join(' ') } : {}),
  };
}

function marksOf({ form, dots, underline, script }: Run): RunMark[] {
  const marks: RunMark[] = [];
  if (form === 'heading' || form === 'subheading') marks.push('heading');
  if (dots) marks.push('dots');
  if (underline) marks.push('underline');
  if (script) marks.push(script);
  return marks;
}

/** Text of the styled parts. */
export function plainText(texts: readonly StyledText[]): string {
  return texts.map(({ text }) => text).join('');
}

/** The styled text from an offset (UTF-16) on. */
export function styledFrom(texts: readonly StyledText[], offset: number): StyledText[] {
  let before = 0;
  return texts.flatMap((part) => {
    const from = Math.max(0, offset - before);
    before += part.text.length;
    return from < part.text.length ? [from === 0 ? part : { ...part, text: part.text.slice(from) }] : [];
  });
}

/** Divides runs at an offset (UTF-16). */
export function splitRuns(runs: readonly Run[], offset: number): { readonly head: Run[]; readonly tail: Run[] } {
  const head: Run[] = [];
  const tail: Run[] = [];
  let before = 0;
  for (const run of runs) {
    const at = Math.min(Math.max(0, offset - before), run.text.length);
    if (at > 0) head.push({ ...run, text: run.text.slice(0, at) });
    if (at < run.text.length) tail.push({ ...run, text: run.text.slice(at) });
    before += run.text.length;
  }
  return { head, tail };
}

/** Divides runs where a separator stands, whatever runs it stands in; the separators are left out. */
export function partRuns(runs: readonly Run[], separator: RegExp): Run[][] {
  let part: Run[] = [];
  const parts = [part];
  for (const run of runs) {
    run.text.split(separator).forEach((text, i) => {
      if (i > 0) {
        part = [];
        parts.push(part);
      }
      if (text !== '') part.push({ ...run, text });
    });
  }
  return parts;
}
