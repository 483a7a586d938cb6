import { dirname, resolve } from 'node:path';
import { InputError } from '../engine/errors';
import type { FaceId } from '../engine/fonts/types';
import { mmToPoints } from '../engine/issue/units';
import { type Fonts, openFonts } from '../engine/store/font-files';
import { programRoot } from '../engine/store/program';
import { BODY, englishHyphenator } from '../engine/typeset';
import type { ParagraphStyle } from '../engine/typeset/types';
import { choiceOption, numberOption, UsageError } from './args';

/** Options that `galley` and `lines` share. */
export const TYPESET_OPTIONS = {
  measure: { type: 'string' },
  size: { type: 'string' },
  font: { type: 'string' },
  level: { type: 'string' },
  'width-policy': { type: 'string' },
  'latin-gap': { type: 'string' },
  'last-line': { type: 'string' },
  indent: { type: 'string' },
  hanging: { type: 'boolean' },
  'keep-dates': { type: 'boolean' },
  hyphenate: { type: 'boolean' },
  'no-justify': { type: 'boolean' },
} as const;

/** Type size when none is asked for, points. */
const SIZE = 9.5;
/** A column narrower than this cannot hold a character with the mark after it. */
const LEAST_MEASURE_EM = 2;
/** 50 m, in points: longer than any paper web is wide. */
const MOST_MEASURE = 150_000;

/** Type size in points, 1–1000. Throws UsageError. */
export function sizeOption(text: string | undefined): number {
  return numberOption('size', text, { least: 1, most: 1000 }) ?? SIZE;
}

type TypesetValues = {
  readonly [K in keyof typeof TYPESET_OPTIONS]?: (typeof TYPESET_OPTIONS)[K]['type'] extends 'boolean' ? boolean : string;
};

/** Running text with the settings that were asked for; `measure` in points. Throws UsageError. */
export async function styleOption(
  values: TypesetValues,
  size: number,
  measure: number,
  defaultIndent: number,
): Promise<ParagraphStyle> {
  const indent = numberOption('indent', values.indent, { least: 0, most: 1000 }) ?? defaultIndent;
  if (values.indent !== undefined && (indent + 1) * size > measure) throw new UsageError('cli.deepIndent', { value: indent });
  const level = choiceOption('level', values.level, ['none', 'basic', 'gb', 'strict']) ?? BODY.level;
  const policy = choiceOption('width-policy', values['width-policy'], ['full', 'open', 'half']) ?? BODY.policy;
  return {
    ...BODY,
    size,
    measure,
    indent,
    level,
    policy,
    align: values['no-justify'] ? 'left' : 'justify',
    latinGap: numberOption('latin-gap', values['latin-gap'], { least: 0, most: 1 / 2 }) ?? BODY.latinGap,
    lastLineLeast: numberOption('last-line', values['last-line'], { least: 0, most: 9, whole: true }) ?? BODY.lastLineLeast,
    hang: values.hanging ?? BODY.hang,
    keepDates: values['keep-dates'] ?? false,
    ...(values.hyphenate ? { hyphenator: await englishHyphenator() } : {}),
  };
}

/** A length such as `13.3em`, `60mm` or `170pt` in points; undefined when it was not given. Throws UsageError. */
export function measureOption(text: string | undefined, size: number): number | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{1,7}(?:\.\d{1,9})?)(em|mm|pt)$/.exec(text);
  if (!match) throw new UsageError('cli.badMeasure', { value: text });
  const units = { em: size, mm: mmToPoints(1), pt: 1 };
  const measure = Number(match[1]) * units[match[2] as keyof typeof units];
  requireMeasure(measure, size, text);
  return measure;
}

/** Throws UsageError when a column is too narrow or too wide to set. */
export function requireMeasure(measure: number, size: number, value: string): void {
  if (measure < LEAST_MEASURE_EM * size - 1e-6) throw new UsageError('cli.narrow', { value, least: LEAST_MEASURE_EM });
  if (measure > MOST_MEASURE) throw new UsageError('cli.wide', { value });
}

/** The faces, and the one asked for. */
export interface FontOption {
  readonly fonts: Fonts;
  readonly face: FaceId;
}

/**
 * `song` is short for `song-regular`; a face of the user's by its id or its name; a font file, `#` and a number after it for
 * a face of a collection. Throws UsageError for a face that there is not, InputError for a file that cannot be used.
 */
export function fontOption(text = 'song'): FontOption {
  const file = /^(.+\.(?:ttf|otf|ttc|otc))(?:#(\d{1,4}))?$/i.exec(text);
  if (file) return fontFile(file[1]!, Number(file[2] ?? 0));
  const fonts = openFonts(programRoot());
  const named = fonts.own.find(({ id, name }) => id === text || name === text)?.id;
  const face = named ?? [text, `${text}-regular`].find((id) => fonts.faces.includes(id));
  if (face === undefined) throw new UsageError('cli.unknownFace', { value: text, choices: fonts.faces.join(' | ') });
  return { fonts, face };
}

function fontFile(file: string, index: number): FontOption {
  const fonts = openFonts(programRoot(), dirname(file));
  const face = fonts.own.find((own) => resolve(own.file) === resolve(file) && own.index === index);
  if (!face) throw new InputError('fonts.fileUnreadable', { file: `${file}#${index}`, reason: 'ENOENT' });
  return { fonts, face: face.id };
}

/** One paragraph a line, empty lines dropped. U+2028 breaks a line inside a paragraph. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2029]/).filter((line) => line.trim() !== '');
}
