/** Preflight of an issue's folder or of any PDF file, with the plates of each page. */
import { join } from 'node:path';
import type { Issue } from '../../issue/types';
import type { Layout, PageLayout } from '../../layout';
import { makeFolder, programRoot, readUserFile } from '../../store';
import { errorsFirst, isEmptyPage } from '../findings';
import { type ExaminedPage, examinePdf } from '../preflight/examine';
import { formFindings } from '../preflight/form-rules';
import { blockAt, blockPlaces, withBlocks } from '../preflight/issue-facts';
import { type Limits, newsprintLimits } from '../preflight/limits';
import type { PageReport, PreflightFinding, PreflightReport } from '../preflight/types';
import { PRESS_PROFILE } from './picture-files';
import { platePictures, writePlates } from './plate-files';
import { type PressResult, type PressSettings, withPress } from './press-issue';
import { createProofEngine, inflate, type ProofEngine } from './proof-engine';
import { withScratch } from './scratch';

export interface PreflightSettings {
  readonly limits?: Limits;
  /** Folder for the pictures of the plates; none are made when it is undefined. */
  readonly plates?: string;
  /** Resolution of plates, ppi. */
  readonly dpi?: number;
  /** Show the trimmed page alone, without bleed and marks. */
  readonly trimOnly?: boolean;
  /** Replace pictures that are already there. */
  readonly force?: boolean;
  /** Hears of each page of an issue while its plates are at hand. */
  readonly onPage?: OnPage;
  /** How the issue would be pressed. */
  readonly press?: Partial<PressSettings>;
}

/** Largest PDF that is read. */
const mostBytes = 1 << 30;
/** Enough to measure the ink of a window of 15 mm². */
const measuringDpi = 72;
const plateDpi = 150;

/** Throws InputError `press.notPdf`, `press.pdfWithoutPages`, and what reading the file throws. */
export async function preflightFile(file: string, settings: PreflightSettings): Promise<PreflightReport> {
  const bytes = await readUserFile(file, mostBytes);
  const engine = await openEngine();
  const pages: PageReport[] = [];
  if (settings.plates !== undefined) await makeFolder(settings.plates);
  const examined = await examinePdf(bytes, file, { ...engine, inflate }, optionsOf(settings), async (page) => {
    const stem = `p${String(page.number).padStart(2, '0')}`;
    pages.push(reportOf(page, page.number, await platesOf(page, stem, engine, settings)));
  });
  const { claim, intent, version } = examined;
  return { subject: file, claim, intent, version, findings: errorsFirst(examined.findings), pages };
}

const openEngine = (): Promise<ProofEngine> => createProofEngine(join(programRoot(), PRESS_PROFILE));

function optionsOf({ limits = newsprintLimits, plates, dpi, trimOnly = false }: PreflightSettings) {
  return { limits, dpi: dpi ?? (plates === undefined ? measuringDpi : plateDpi), wholeSheet: !trimOnly };
}

async function platesOf(
  page: ExaminedPage,
  stem: string,
  engine: ProofEngine,
  { plates, limits = newsprintLimits, force = false }: PreflightSettings,
): Promise<readonly string[]> {
  if (plates === undefined) return [];
  return writePlates(plates, stem, platePictures(page.separation, engine, limits.inkLimit), force);
}

/** A page's part of the report: millimetres, and shares of the page in per cent. */
export function reportOf(examined: ExaminedPage, page: number, plateFiles: readonly string[]): PageReport {
  const { trim, ink, fonts, spaces, colouredTexts } = examined;
  const mm = (points: number) => Math.round(points * 352.78) / 1000;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    page,
    width: mm(trim.right - trim.left),
    height: mm(trim.top - trim.bottom),
    coverage: Object.fromEntries([...ink.coverage].map(([name, share]) => [name, round(100 * share)])),
    ink: { most: ink.most, window: ink.mostOfWindow, above: round(100 * ink.above), place: inkPlace(examined) },
    fonts,
    spaces,
    offBlack: colouredTexts,
    plates: plateFiles,
  };
}

function inkPlace({ ink, separation, trim }: ExaminedPage): { x: number; y: number } {
  const mm = (points: number) => Math.round((points / 72) * 254) / 10;
  const scale = 72 / separation.dpi;
  return { x: mm(separation.left + ink.x * scale - trim.left), y: mm(trim.top - separation.top + ink.y * scale) };
}

/** Lays the issue out, presses it where nobody sees it, and examines the files. Throws what pressing throws. */
export async function preflightIssue(issue: Issue, folder: string, settings: PreflightSettings): Promise<PreflightReport> {
  return withScratch(async (scratch) => {
    const press = { ...defaultPress, ...settings.press, imposed: false, force: true };
    const { layouts, pressed } = await withPress(issue, folder, press, async ({ layout, write }) => ({
      layouts: layoutsOf(issue, layout),
      pressed: issue.pages.every(isEmptyPage) ? undefined : await write(scratch, false, () => {}),
    }));
    return examinePressed(issue, folder, layouts, pressed, settings);
  });
}

const defaultPress: PressSettings = { standard: 'pdfx4', proof: false, imposed: false, spot: false, force: true };

/** Every page of an issue as set, by its number. */
export function layoutsOf(issue: Issue, layout: Layout): ReadonlyMap<number, PageLayout> {
  return new Map(issue.pages.map(({ number }) => [number, layout.page(number)]));
}

/** What a page becomes besides its report: proofs and pictures of the handoff. */
export type OnPage = (examined: ExaminedPage, page: number, engine: ProofEngine) => Promise<void> | void;

/** Examines press files, one a page, that stand on disk. */
export async function examinePressed(
  issue: Issue,
  folder: string,
  layouts: ReadonlyMap<number, PageLayout>,
  pressed: PressResult | undefined,
  settings: PreflightSettings,
): Promise<PreflightReport> {
  const findings: PreflightFinding[] = [
    ...formFindings(issue, layouts),
    ...emptyFindings(issue),
    ...withBlocks(issue, layouts, pressed?.findings ?? []),
  ];
  const pages: PageReport[] = [];
  let facts = { claim: '', intent: '', version: '' };
  const engine = await openEngine();
  if (settings.plates !== undefined) await makeFolder(settings.plates);
  for (const { file, pages: numbers } of pressed?.files ?? []) {
    const page = numbers[0]!;
    const bytes = await readUserFile(file, mostBytes);
    const { findings: found, ...rest } = await examinePdf(
      bytes,
      file,
      { ...engine, inflate },
      optionsOf(settings),
      async (examined) => {
        const stem = `A${String(page).padStart(2, '0')}`;
        pages.push(reportOf(examined, page, await platesOf(examined, stem, engine, settings)));
        await settings.onPage?.(examined, page, engine);
      },
    );
    facts = rest;
    findings.push(...located(found, page, layouts.get(page)));
  }
  const { claim, intent, version } = facts;
  return { subject: folder, claim, intent, version, findings: errorsFirst(withPlaces(distinct(findings), layouts)), pages };
}

const emptyFindings = (issue: Issue): PreflightFinding[] =>
  issue.pages.filter(isEmptyPage).map(({ number }) => ({ page: number, severity: 'warning', rule: 'emptyPage', params: {} }));

/** A press file has one page: its findings are the issue's page's, and stand in one of its blocks. */
function located(findings: readonly PreflightFinding[], page: number, layout: PageLayout | undefined): PreflightFinding[] {
  const places = layout ? blockPlaces(layout.display) : new Map();
  return findings.map((finding) => {
    const block = finding.place && blockAt(places, finding.place);
    return { ...finding, page, ...(block === undefined ? {} : { block }) };
  });
}

/** A block's place for findings that name a block alone. */
function withPlaces(findings: readonly PreflightFinding[], layouts: ReadonlyMap<number, PageLayout>): PreflightFinding[] {
  const places = new Map([...layouts].map(([page, { display }]) => [page, blockPlaces(display)]));
  return findings.map((finding) => {
    const place = finding.place ?? (finding.block === undefined ? undefined : places.get(finding.page)?.get(finding.block));
    return place ? { ...finding, place } : finding;
  });
}

/** The file tells small type on several plates more exactly than the layout does. */
function distinct(findings: readonly PreflightFinding[]): PreflightFinding[] {
  const exact = new Set(
    findings.filter(({ rule }) => rule === 'multiPlateType' || rule === 'fourColourType').map(({ page }) => page),
  );
  return findings.filter(({ rule, page }) => rule !== 'colouredType' || !exact.has(page));
}
