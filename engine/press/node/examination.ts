/**
 * What a proof worker is asked and what it answers: a file examined with the pictures of its pages, a page looked at, an archive.
 * Painting a page takes up to a second, in which its thread hears nothing.
 */
import { InputError } from '../../errors';
import { type ZipEntry, zipped } from '../../store/zip-writer';
import { openPdf } from '../inspect/document';
import { pageText } from '../inspect/page-text';
import { type ExaminedPage, type ExamineOptions, examinePdf, placeOnPage } from '../preflight/examine';
import type { PageReport, PreflightFinding } from '../preflight/types';
import { processSamples } from '../raster/composite';
import { separate } from '../raster/separate';
import { type PlatePicture, platePictures, writePlates } from './plate-files';
import { inflate, type ProofEngine } from './proof-engine';
import { type ProofPictures, proofPictures } from './proof-pictures';

/** Pictures that are made of each page while its plates are at hand. */
export type WishedPictures =
  | { readonly kind: 'none' }
  | { readonly kind: 'plates' }
  | { readonly kind: 'proof' }
  /** Plates as files in a folder that is there; their names begin with `stem`, or with the page's number. */
  | { readonly kind: 'files'; readonly folder: string; readonly stem?: string };

export interface ExamineRequest extends ExamineOptions {
  readonly kind: 'examine';
  readonly bytes: Uint8Array;
  /** Name for findings and errors. */
  readonly file: string;
  readonly pictures: WishedPictures;
}

export interface LookRequest {
  readonly kind: 'look';
  readonly bytes: Uint8Array;
  readonly file: string;
  /** From 1. */
  readonly page: number;
  readonly dpi: number;
}

export interface PageOfFile {
  /** Its number is the page's place in the file. */
  readonly report: PageReport;
  readonly plates?: readonly PlatePicture[];
  readonly proof?: ProofPictures;
}

export interface Examination {
  readonly claim: string;
  readonly intent: string;
  readonly version: string;
  readonly findings: readonly PreflightFinding[];
  readonly pages: readonly PageOfFile[];
}

/** A page of a file, trimmed, as it looks on paper. */
export interface Look {
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly jpeg: Uint8Array;
  /** Line by line. */
  readonly text: readonly string[];
}

/** Compressing ten megabytes of report takes most of a second too. */
export interface PackRequest {
  readonly kind: 'pack';
  /** Name of the archive for errors. */
  readonly file: string;
  readonly entries: readonly ZipEntry[];
  /** ISO. */
  readonly date: string;
}

export interface Packed {
  readonly zip: Uint8Array;
}

export type ProofRequest = ExamineRequest | LookRequest | PackRequest;
export type ProofAnswer = Examination | Look | Packed | { readonly fault: Pick<InputError, 'code' | 'params'> };

/** What is wrong with the file is part of the answer; throws only what should not happen. */
export async function answerProof(engine: ProofEngine, request: ProofRequest): Promise<ProofAnswer> {
  try {
    if (request.kind === 'pack') return { zip: await zipped(request.entries, request.date) };
    return request.kind === 'look' ? await look(engine, request) : await examine(engine, request);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { fault: { code: error.code, params: error.params } };
  }
}

async function examine(engine: ProofEngine, { bytes, file, pictures, ...options }: ExamineRequest): Promise<Examination> {
  const pages: PageOfFile[] = [];
  const tools = { ...engine, inflate };
  const { claim, intent, version, findings } = await examinePdf(bytes, file, tools, options, async (page) => {
    pages.push(await pageOf(page, engine, pictures, options.limits.inkLimit));
  });
  return { claim, intent, version, findings, pages };
}

async function pageOf(examined: ExaminedPage, engine: ProofEngine, wish: WishedPictures, limit: number): Promise<PageOfFile> {
  const { separation, number } = examined;
  const report = (plates: readonly string[] = []) => reportOf(examined, plates);
  if (wish.kind === 'plates') return { report: report(), plates: platePictures(separation, engine, limit) };
  if (wish.kind === 'proof') return { report: report(), proof: proofPictures(separation, engine, limit) };
  if (wish.kind === 'none') return { report: report() };
  const stem = wish.stem ?? `p${String(number).padStart(2, '0')}`;
  return { report: report(await writePlates(wish.folder, stem, platePictures(separation, engine, limit))) };
}

/** A page's part of the report: millimetres, and shares of the page in per cent. */
function reportOf({ number, trim, ink, separation, fonts, spaces, colouredTexts }: ExaminedPage, plates: readonly string[]) {
  const mm = (points: number) => Math.round(points * 352.78) / 1000;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const place = placeOnPage(separation, trim, ink);
  return {
    page: number,
    width: mm(trim.right - trim.left),
    height: mm(trim.top - trim.bottom),
    coverage: Object.fromEntries([...ink.coverage].map(([name, share]) => [name, round(100 * share)])),
    ink: { most: ink.most, window: ink.mostOfWindow, above: round(100 * ink.above), place },
    fonts,
    spaces,
    offBlack: colouredTexts,
    plates,
  };
}

async function look(engine: ProofEngine, { bytes, file, page: number, dpi }: LookRequest): Promise<Look> {
  const page = (await openPdf(bytes, file)).pages[number - 1];
  if (!page) throw new InputError('press.pdfWithoutPages', { file });
  const shared = { inflate, fonts: new Map() };
  const separation = separate(page, shared, page.trim ?? page.media, dpi, engine.decodeFormat);
  const { width, height } = separation.plates;
  const rgb = engine.toScreen(processSamples(separation));
  return { rgb, width, height, jpeg: engine.jpeg(rgb, width, height), text: pageText(page, shared) };
}
