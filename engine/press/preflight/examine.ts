/** Examines a finished PDF of any origin: the file, then each page, then its ink. */

import type { Box } from '../geometry';
import { openPdf, type PdfPage } from '../inspect/document';
import type { Inflate } from '../inspect/filters';
import { interpretPage, type Shared } from '../inspect/interpreter';
import type { PixelBox } from '../raster/coverage';
import { type InkFigures, inkFigures, totals } from '../raster/ink-map';
import type { DecodeFormat } from '../raster/picture-samples';
import { type Separation, separate } from '../raster/separate';
import { separator } from '../raster/separator';
import { groundOfBlack } from './black-type';
import { fileFindings, pageBoxFindings } from './file-rules';
import type { Limits } from './limits';
import { PageExaminer } from './page-examiner';
import type { Sighting } from './sightings';
import { SpotNames } from './spot-names';
import type { ColouredText } from './type-rules';
import type { PreflightFinding } from './types';

export interface ExaminedFont {
  readonly name: string;
  readonly kind: string;
  readonly embedded: boolean;
  readonly subset: boolean;
}

export interface ExaminedPage {
  readonly number: number;
  /** Points of the file's space. */
  readonly trim: Box;
  readonly colouredTexts: readonly ColouredText[];
  readonly plates: readonly string[];
  readonly spaces: readonly string[];
  readonly fonts: readonly ExaminedFont[];
  readonly separation: Separation;
  readonly ink: InkFigures;
}

export interface Examined {
  readonly version: string;
  /** `PDF/X-4`, `PDF/X-1a:2003`; empty when the file claims nothing. */
  readonly claim: string;
  /** Name of the printing condition of the output intent; empty when there is none. */
  readonly intent: string;
  readonly encrypted: boolean;
  readonly findings: readonly PreflightFinding[];
  readonly pageCount: number;
}

export interface ExamineTools {
  readonly inflate: Inflate;
  readonly decodeFormat: DecodeFormat;
  /** sRGB samples → process inks of the press; the plain formula when undefined. */
  readonly rgbToInks?: (rgb: Uint8Array) => Uint8Array;
}

export interface ExamineOptions {
  readonly limits: Limits;
  /** Resolution at which ink is measured and plates are painted. */
  readonly dpi: number;
  /** Show the page with its bleed and marks, not its trim alone. */
  readonly wholeSheet: boolean;
  /** Look at this page alone, from 1; at all when undefined. */
  readonly only?: number;
}

/**
 * `page` is given each page as it is done, so that its plates need not be kept. Throws InputError `press.notPdf` and
 * `press.pdfWithoutPages`.
 */
export async function examinePdf(
  bytes: Uint8Array,
  file: string,
  tools: ExamineTools,
  options: ExamineOptions,
  page: (examined: ExaminedPage) => Promise<void> | void = () => {},
): Promise<Examined> {
  const pdf = await openPdf(bytes, file);
  const whole = fileFindings(pdf, tools.inflate);
  const findings: PreflightFinding[] = [...whole.findings];
  const shared: Shared = {
    inflate: tools.inflate,
    fonts: new Map(),
    ...(tools.rgbToInks ? { separate: separator(tools.rgbToInks) } : {}),
  };
  const spots = new SpotNames();
  for (const each of pdf.pages.filter(({ number }) => number === (options.only ?? number))) {
    const { examined, examiner, found } = examinePage(each, shared, tools, options, whole.claim);
    findings.push(...found, ...spots.findings(each.number, examiner.colours.spots));
    await page(examined);
  }
  findings.push(...sizeFindings(pdf.pages));
  const { claim, intent } = whole;
  return { version: pdf.version, claim, intent, encrypted: pdf.encryption !== 'none', findings, pageCount: pdf.pages.length };
}

function examinePage(
  page: PdfPage,
  shared: Shared,
  { decodeFormat }: ExamineTools,
  { limits, dpi, wholeSheet }: ExamineOptions,
  claim: string,
): { examined: ExaminedPage; examiner: PageExaminer; found: PreflightFinding[] } {
  const trim = page.trim ?? page.art ?? page.crop ?? page.media;
  const bleed = page.bleed ?? trim;
  const examiner = new PageExaminer(trim, bleed, limits);
  interpretPage(page, shared, examiner);
  const separation = separate(page, shared, wholeSheet ? page.media : trim, dpi, decodeFormat);
  const ink = inkFigures(
    separation.plates,
    totals(separation.plates),
    trimPixels(separation, trim),
    separation.dpi,
    limits.inkLimit,
  );
  examiner.type.tellKnockouts((box, size) => isTooDark(separation, box, groundOfBlack(size, separated(limits.inkLimit))));
  const fonts = [...examiner.fonts.keys()].map(({ name, kind, embedded, subset }) => ({ name, kind, embedded, subset }));
  const found = [
    ...pageBoxFindings(page, limits),
    ...examiner.sightings.all.map((sighting) => findingOf(page.number, sighting)),
    ...fontFindings(page.number, examiner),
    ...transparencyFindings(page.number, examiner, claim),
    ...inkFindings(page.number, separation, trim, ink, limits),
    ...unpaintedFindings(page.number, separation),
  ];
  const examined = {
    number: page.number,
    trim,
    colouredTexts: examiner.type.coloured,
    plates: [...examiner.colours.plates],
    spaces: [...examiner.colours.spaces].sort(),
    fonts,
    separation,
    ink,
  };
  return { examined, examiner, found };
}

/** What pictures and grounds are separated to, 1 is 100 %: 20 % less than the limit, which is per cent. */
const separated = (limit: number): number => (limit - 20) / 100;

/** Whether anything in a box, points of the page, has more cyan, magenta and yellow than that, 1 is 100 %. */
function isTooDark(separation: Separation, box: Box, ground: number): boolean {
  const { left, right, top, bottom } = trimPixels(separation, box);
  const { plates, width } = separation.plates;
  const [cyan, magenta, yellow] = plates.map(({ ink }) => ink) as [Uint8Array, Uint8Array, Uint8Array];
  const most = ground * 255;
  for (let y = top; y < bottom; y++)
    for (let i = y * width + left; i < y * width + right; i++) if (cyan[i]! + magenta[i]! + yellow[i]! > most) return true;
  return false;
}

/** Where a box of the page lies in the picture. */
function trimPixels({ plates, dpi, left, top }: Separation, trim: Box): PixelBox {
  const scale = dpi / 72;
  const bound = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  return {
    left: bound((trim.left - left) * scale, plates.width),
    right: bound((trim.right - left) * scale, plates.width),
    top: bound((top - trim.top) * scale, plates.height),
    bottom: bound((top - trim.bottom) * scale, plates.height),
  };
}

/** Millimetres from the trimmed page's top left corner. */
export function placeOnPage(
  { dpi, left, top }: Separation,
  trim: Box,
  pixel: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const tenths = (points: number) => Math.round((points / 72) * 254) / 10;
  const scale = 72 / dpi;
  return { x: tenths(left + pixel.x * scale - trim.left), y: tenths(trim.top - top + pixel.y * scale) };
}

/** What keeps a page from being plated; everything else is a warning. */
const errors = new Set([
  'rgbColour',
  'rgbPicture',
  'whiteOverprints',
  'whiteObjectOverprints',
  'richBlackType',
  'fourColourType',
  'pictureTooCoarse',
  'inkOfColour',
  'unknownColour',
]);

function findingOf(page: number, { rule, params, place, count }: Sighting): PreflightFinding {
  return {
    page,
    severity: errors.has(rule) ? 'error' : 'warning',
    rule,
    params: { ...params, count },
    ...(place ? { place } : {}),
  };
}

/** Once for each name: browsers part one typeface into dozens of Type 3 fonts, all without one. */
function fontFindings(page: number, { fonts }: PageExaminer): PreflightFinding[] {
  const told = new Set<string>();
  return [...fonts].flatMap(([font, place]): PreflightFinding[] => {
    const key = `${font.kind} ${font.embedded} ${font.readable} ${font.name}`;
    if (told.has(key)) return [];
    told.add(key);
    const params = { font: font.name, kind: font.kind };
    if (!font.embedded) return [{ page, severity: 'error', rule: 'fontNotEmbedded', params, place }];
    if (font.kind === 'Type3') return [{ page, severity: 'warning', rule: 'fontType3', params, place }];
    return font.readable ? [] : [{ page, severity: 'warning', rule: 'fontUnreadable', params, place }];
  });
}

function transparencyFindings(page: number, { transparent }: PageExaminer, claim: string): PreflightFinding[] {
  if (!transparent || claim === 'PDF/X-4') return [];
  const severity = claim.startsWith('PDF/X-1') || claim.startsWith('PDF/X-3') ? 'error' : 'warning';
  return [{ page, severity, rule: 'transparency', params: { claim: claim || 'PDF' }, place: transparent }];
}

/** Share of the page that may exceed the limit in single pixels. */
const mostAbove = 0.001;
/** Beyond the limit by so much, single pixels are no rounding of a picture's samples, per cent. */
const leastExcess = 5;

function inkFindings(page: number, separation: Separation, trim: Box, ink: InkFigures, limits: Limits): PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  const at = (pixel: { readonly x: number; readonly y: number }) => placeOnPage(separation, trim, pixel);
  const [most, limit] = [Math.round(ink.most), limits.inkLimit];
  if (ink.mostOfWindow > limit + 0.5 || ink.above > mostAbove) {
    const params = { most, window: Math.round(ink.mostOfWindow), limit };
    findings.push({ page, severity: 'error', rule: 'tooMuchInk', params, place: at(ink) });
  } else if (ink.most > limit + leastExcess) {
    findings.push({ page, severity: 'warning', rule: 'inkOfSmallParts', params: { most, limit }, place: at(ink.mostAt) });
  }
  if ([...ink.coverage.values()].every((share) => share === 0))
    findings.push({ page, severity: 'warning', rule: 'blankPage', params: {} });
  return findings;
}

function unpaintedFindings(page: number, { unpainted }: Separation): PreflightFinding[] {
  return [...unpainted].map(
    ([what, count]) => ({ page, severity: 'warning', rule: 'notPainted', params: { what, count } }) as const,
  );
}

function sizeFindings(pages: readonly PdfPage[]): PreflightFinding[] {
  const sizes = new Set(
    pages.map(({ trim, media }) => {
      const box = trim ?? media;
      return `${Math.round((box.right - box.left) * 0.3528)} × ${Math.round((box.top - box.bottom) * 0.3528)} mm`;
    }),
  );
  return sizes.size > 1 ? [{ page: 0, severity: 'warning', rule: 'pageSizes', params: { sizes: [...sizes].join(', ') } }] : [];
}
