import { resolve } from 'node:path';
import { InputError } from '../../engine/errors';
import { mmToPoints } from '../../engine/issue/units';
import { decodeText, maxBytes } from '../../engine/manuscript/decode';
import { exists, readUserFile, writeWhole } from '../../engine/store/files';
import type { Fonts } from '../../engine/store/font-files';
import { BODY } from '../../engine/typeset';
import type { GlyphFallback } from '../../engine/typeset/types';
import { numberOption, parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { type Galley, type GalleyGrid, setGalley } from '../galley-pages';
import { sentence } from '../messages';
import { sourceDate } from '../source-date';
import {
  fontOption,
  measureOption,
  paragraphsOf,
  requireMeasure,
  sizeOption,
  styleOption,
  TYPESET_OPTIONS,
} from '../typeset-options';

const OPTIONS = {
  ...TYPESET_OPTIONS,
  output: { type: 'string', short: 'o' },
  columns: { type: 'string' },
  page: { type: 'string' },
  margin: { type: 'string' },
  gap: { type: 'string' },
  pitch: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Values = { readonly [K in keyof typeof OPTIONS]?: (typeof OPTIONS)[K]['type'] extends 'boolean' ? boolean : string };

/** The page of the paper that the program was made for, mm. */
const PAGE = { width: 273, height: 393, margin: 15, gap: 5, columns: 5 };
const LEADING = 1.5;
/** Longer work says where it is. */
const QUIET_MS = 500;
/** A proof carries no date of its own: the same text gives the same bytes. */
const NO_DATE = '1970-01-01T00:00:00Z';

/** Galley proof (小样): the text in columns, as it is. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(args, OPTIONS, { least: 1, most: 1 });
    const input = positionals[0]!;
    const output = values.output;
    if (!output) throw new UsageError('cli.noOutputFile');
    if (resolve(output) === resolve(input)) throw new UsageError('cli.sameFile', { file: input });
    const size = sizeOption(values.size);
    const grid = gridOption(values, size);
    const style = await styleOption(values, size, grid.measure, BODY.indent);
    const { fonts, face } = fontOption(values.font);
    if (!values.force && (await exists(output))) throw new InputError('store.exists', { file: output });
    const { text } = decodeText(await readUserFile(input, maxBytes), input);
    const started = performance.now();
    const galley = setGalley(paragraphsOf(text), face, style, grid, fonts.fonts);
    if (performance.now() - started > QUIET_MS) io.err(await sentence('cli.writing', { lines: galley.lines }, io.language));
    const pdf = await toPdf(galley, input, fonts.file);
    await writeWhole(output, pdf, { keepExisting: !values.force });
    await tell(galley, grid, output, values.json ?? false, io);
    return 0;
  },
};

/** Columns and their measure: `--measure` wins over the page's width, otherwise the columns share it. */
function gridOption(values: Values, size: number): GalleyGrid & { readonly measure: number } {
  const page = pageOption(values.page);
  const margin = mmToPoints(numberOption('margin', values.margin, { least: 0, most: 1000 }) ?? PAGE.margin);
  const gap = mmToPoints(numberOption('gap', values.gap, { least: 0, most: 1000 }) ?? PAGE.gap);
  const pitch = numberOption('pitch', values.pitch, { least: size / 2, most: 10 * size }) ?? size * LEADING;
  const asked = numberOption('columns', values.columns, { least: 1, most: 100, whole: true });
  const room = page.width - 2 * margin;
  const given = measureOption(values.measure, size);
  const columns = asked ?? (given === undefined ? PAGE.columns : Math.max(1, Math.floor((room + gap + 0.01) / (given + gap))));
  const measure = given ?? (room - (columns - 1) * gap) / columns;
  if (given === undefined) requireMeasure(measure, size, `${(measure / size).toFixed(2)}em`);
  const width = Math.max(page.width, 2 * margin + columns * measure + (columns - 1) * gap);
  return { width, height: page.height, margin, columns, gap, pitch, measure };
}

function pageOption(text: string | undefined): { width: number; height: number } {
  if (text === undefined) return { width: mmToPoints(PAGE.width), height: mmToPoints(PAGE.height) };
  const match = /^(\d{1,5}(?:\.\d{1,6})?)[x×](\d{1,5}(?:\.\d{1,6})?)$/.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  if (!(width >= 10 && height >= 10 && width <= 5000 && height <= 5000)) throw new UsageError('cli.badPage', { value: text });
  return { width: mmToPoints(width), height: mmToPoints(height) };
}

async function toPdf(galley: Galley, input: string, fontFile: Fonts['file']): Promise<Uint8Array> {
  const [{ writePdf }, { pdfTools }] = await Promise.all([
    import('../../engine/press/pdf-writer'),
    import('../../engine/press/node/tools'),
  ]);
  const title = input.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return writePdf(galley.pages, { ...pdfTools, fontFile }, { title, date: sourceDate() ?? NO_DATE });
}

async function tell(galley: Galley, grid: GalleyGrid, output: string, json: boolean, io: Io): Promise<void> {
  const { lines, fallbacks } = galley;
  const pages = galley.pages.length;
  const missing = fallbacks.filter((f) => f.from === undefined);
  if (json)
    io.out(`${JSON.stringify({ file: output, pages, columns: grid.columns, lines, fallbacks: fallbacks.map(describe) })}\n`);
  else io.out(`${await sentence('cli.galley', { file: output, pages, columns: grid.columns, lines }, io.language)}\n`);
  if (missing.length > 0)
    io.err(await sentence('cli.missingCharacters', { characters: missing.slice(0, 20).map(nameOf).join(' ') }, io.language));
}

function describe({ codePoint, face, from }: GlyphFallback) {
  return { character: String.fromCodePoint(codePoint), codePoint, face, from: from ?? null };
}

function nameOf({ codePoint }: GlyphFallback): string {
  return `${String.fromCodePoint(codePoint)} (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')})`;
}
