/** What the forms of paragraphs are set by. */
import type { FontSet } from '../fonts/types';
import type { ArticleParagraph } from '../issue/types';
import type { ParagraphStyle, StyledText } from '../typeset/types';
import type { TextContext } from './context';
import { type RunFaces, styledRuns } from './runs';

export interface Setting {
  readonly em: number;
  readonly pitch: number;
  readonly measure: number;
  readonly fonts: FontSet;
  /** The paper's running text. */
  readonly text: ParagraphStyle;
  /** The same at the measure. */
  readonly style: ParagraphStyle;
}

/** Columns of fewer characters than this are indented by 1 字. */
const NARROW_CHARS = 9;

/** `measure` in points. */
export function settingOf({ grid, fonts, text }: TextContext, measure: number): Setting {
  const { em, pitch } = grid;
  const indent = measure < NARROW_CHARS * em ? Math.min(1, text.indent) : text.indent;
  return { em, pitch, measure, fonts, text, style: { ...text, size: em, measure, indent } };
}

/** The same with a narrower measure, points; never less than one character. */
export function narrowed(setting: Setting, by: number): Setting {
  const { em, pitch, fonts, text, measure } = setting;
  return settingOf({ grid: { em, pitch }, fonts, text }, Math.max(em, measure - by));
}

/** Largest type, of the measure: marks that may not part from it find room beside it. */
const LARGEST = 1 / 3;

/** Styled text of a paragraph's runs. */
export function textOf(setting: Setting, paragraph: Pick<ArticleParagraph, 'runs'>, faces?: RunFaces): StyledText[] {
  return styledRuns(paragraph, setting.em, Math.max(setting.em, LARGEST * setting.measure), faces);
}
