/** What the forms of paragraphs are set by. */
import type { FontSet } from '../fonts/types';
import type { ArticleParagraph } from '../issue/types';
import { BODY } from '../typeset/index';
import type { ParagraphStyle, StyledText } from '../typeset/types';
import type { Grid } from './grid';
import { type RunFaces, styledRuns } from './runs';

export interface Setting {
  readonly em: number;
  readonly pitch: number;
  readonly measure: number;
  readonly fonts: FontSet;
  /** Style of running text at the measure. */
  readonly style: ParagraphStyle;
}

/** Columns of fewer characters than this are indented by 1 字. */
const NARROW_CHARS = 9;

/** `measure` in points. */
export function settingOf({ em, pitch }: Pick<Grid, 'em' | 'pitch'>, measure: number, fonts: FontSet): Setting {
  const indent = measure < NARROW_CHARS * em ? 1 : 2;
  return { em, pitch, measure, fonts, style: { ...BODY, size: em, measure, indent } };
}

/** The same with a narrower measure, points; never less than one character. */
export function narrowed(setting: Setting, by: number): Setting {
  return settingOf(setting, Math.max(setting.em, setting.measure - by), setting.fonts);
}

/** Largest type, of the measure: marks that may not part from it find room beside it. */
const LARGEST = 1 / 3;

/** Styled text of a paragraph's runs. */
export function textOf(setting: Setting, paragraph: Pick<ArticleParagraph, 'runs'>, faces?: RunFaces): StyledText[] {
  return styledRuns(paragraph, setting.em, Math.max(setting.em, LARGEST * setting.measure), faces);
}
