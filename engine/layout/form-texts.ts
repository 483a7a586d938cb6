/** The text of a paragraph in the faces of its form. */
import type { ArticleParagraph, Run } from '../issue/types';
import type { StyledText } from '../typeset/types';
import { FACE } from './faces';
import { type Setting, textOf } from './form-setting';
import { RUN_FACES, splitRuns } from './runs';

/** `编者按：` and its kin, which open a note in bold. */
const NOTE_LABEL = /^[【［[]?(?:编者按|编者的话|编者注|编后|编后语|开栏的话|开栏语|主持人语|按语)[】］\]]?[：:]?/u;
/** Who speaks, before the colon. */
const SPEAKER = /^[^：:。，！？；]{1,12}[：:]/u;

const KAI = { ...RUN_FACES, plain: FACE.kai };
const KAI_MEDIUM = { ...RUN_FACES, plain: FACE.kaiMedium };

/** Signatures and notes in 楷; questions and pull quotes in its medium weight; who speaks, and the label of a note, in 黑. */
export function formTexts(setting: Setting, paragraph: ArticleParagraph): StyledText[] {
  const { form, runs } = paragraph;
  switch (form) {
    case 'signature':
      return textOf(setting, paragraph, KAI);
    case 'quote':
      return textOf(setting, paragraph, KAI_MEDIUM);
    case 'note':
      return textOf(setting, { runs: labelled(runs, NOTE_LABEL) }, KAI);
    case 'question':
      return textOf(setting, { runs: labelled(runs, SPEAKER) }, KAI_MEDIUM);
    case 'answer':
      return textOf(setting, { runs: labelled(runs, SPEAKER) });
    default:
      return textOf(setting, paragraph);
  }
}

/** Runs whose plain label, if the text opens with one, is set in bold. */
function labelled(runs: readonly Run[], label: RegExp): readonly Run[] {
  const [first] = runs;
  const length = first?.form === 'plain' ? (label.exec(first.text)?.[0].length ?? 0) : 0;
  if (length === 0) return runs;
  const { head, tail } = splitRuns(runs, length);
  return [...head.map((run) => ({ ...run, form: 'bold' as const })), ...tail];
}
