/** Preflight of an issue's folder or of any PDF file, with the plates of each page. */
import { basename, join, relative } from 'node:path';
import type { Issue } from '../../issue/types';
import type { Layout, PageLayout } from '../../layout';
import { readUserFile } from '../../store';
import { errorsFirst, isEmptyPage } from '../findings';
import { emptyFindings, formFindings } from '../preflight/form-rules';
import { blockAt, blockPlaces } from '../preflight/issue-facts';
import { type Limits, newsprintLimits } from '../preflight/limits';
import type { PageReport, PreflightFinding, PreflightReport } from '../preflight/types';
import type { Examination, PageOfFile, WishedPictures } from './examination';
import { type PressResult, type PressSettings, withPress } from './press-issue';
import { type ProofRoom, withProofRoom } from './proof-room';
import { withScratch } from './scratch';
import { openStage } from './stage';

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
  /** What to make of each page for `onPage`; nothing when undefined or where plates are written. */
  readonly pictures?: 'plates' | 'proof';
  /** Hears of each page of an issue as it is done, in no order. */
  readonly onPage?: (made: PageOfFile, page: number) => void;
  /** Folder that the press files stay in, which is there; they are gone when it is undefined. */
  readonly keep?: string;
  /** Hears of each press file and its pages as soon as all are written. */
  readonly onFile?: (file: string, pages: readonly number[]) => void;
  /** How the issue would be pressed. */
  readonly press?: Partial<PressSettings>;
}

/** Largest PDF that is read. */
const mostBytes = 1 << 30;
/** Enough to measure the ink of a window of 15 mm². */
const measuringDpi = 72;
const plateDpi = 150;

/** Throws InputError `press.notPdf`, `press.pdfWithoutPages`, and what reading the file and writing plates throw. */
export async function preflightFile(file: string, settings: PreflightSettings): Promise<PreflightReport> {
  const bytes = await readUserFile(file, mostBytes);
  return withProofRoom((room) =>
    withPlates(settings, async (pictures) => {
      const examined = await room.examine({ bytes, file, pictures, ...optionsOf(settings) });
      return { ...examined, subject: file, findings: errorsFirst(examined.findings), pages: reportsOf(examined) };
    }),
  );
}

const reportsOf = ({ pages }: Examination): PageReport[] => pages.map(({ report }) => report);

function optionsOf({ limits = newsprintLimits, plates, dpi, trimOnly = false }: PreflightSettings) {
  return { limits, dpi: dpi ?? (plates === undefined ? measuringDpi : plateDpi), wholeSheet: !trimOnly };
}

/** Gives the work the pictures to be wished for; plates as files take their places when all are there. */
async function withPlates(
  { plates, force = false, pictures }: PreflightSettings,
  work: (pictures: WishedPictures) => Promise<PreflightReport>,
): Promise<PreflightReport> {
  if (plates === undefined) return work({ kind: pictures ?? 'none' });
  const stage = await openStage(plates);
  try {
    const report = await work({ kind: 'files', folder: stage.folder });
    const placed = (file: string) => join(plates, relative(stage.folder, file));
    const pages = report.pages.map((page) => ({ ...page, plates: page.plates.map(placed) }));
    await stage.deliver(
      pages.flatMap((page) => page.plates),
      force,
    );
    return { ...report, pages };
  } finally {
    await stage.close();
  }
}

/** Lays the issue out, presses it where nobody sees it, and examines the files. Throws what pressing throws. */
export async function preflightIssue(issue: Issue, folder: string, settings: PreflightSettings): Promise<PreflightReport> {
  const { keep } = settings;
  const within: typeof withScratch = keep === undefined ? withScratch : (work) => work(keep);
  return within(async (scratch) => {
    const press = { ...defaultPress, ...settings.press, files: 'pages', force: true, isOnTheWay: true } as const;
    const { layouts, pressed } = await withPress(issue, folder, press, async ({ layout, write }) => ({
      layouts: layoutsOf(issue, layout),
      pressed: issue.pages.every(isEmptyPage) ? undefined : await write(scratch, 'pages', () => {}),
    }));
    for (const { file, pages } of pressed?.files ?? []) settings.onFile?.(file, pages);
    return withProofRoom((room) => examinePressed(issue, folder, layouts, pressed, settings, room));
  });
}

const defaultPress: PressSettings = { standard: 'pdfx4', proof: false, files: 'pages', spot: false, force: true };

/** Every page of an issue as set, by its number. */
export function layoutsOf(issue: Issue, layout: Layout): ReadonlyMap<number, PageLayout> {
  return new Map(issue.pages.map(({ number }) => [number, layout.page(number)]));
}

/** Examines press files that stand on disk, page by page. */
export async function examinePressed(
  issue: Issue,
  folder: string,
  layouts: ReadonlyMap<number, PageLayout>,
  pressed: PressResult | undefined,
  settings: PreflightSettings,
  room: ProofRoom,
): Promise<PreflightReport> {
  const form = [...formFindings(issue, layouts), ...emptyFindings(issue), ...(pressed?.findings ?? [])];
  return withPlates(settings, async (pictures) => {
    const sheets = (pressed?.files ?? []).flatMap(({ file, pages }) => pages.map((page, i) => ({ file, page, only: i + 1 })));
    const examining = sheets.map(async ({ file, page, only }) => {
      const stem = `A${String(page).padStart(2, '0')}`;
      const wish = pictures.kind === 'files' ? { ...pictures, stem } : pictures;
      const bytes = await readUserFile(file, mostBytes);
      // By its own name: nobody knows the folder that it waits in.
      const examined = await room.examine({ bytes, file: basename(file), only, pictures: wish, ...optionsOf(settings) });
      for (const made of examined.pages) settings.onPage?.(made, page);
      const reports = reportsOf(examined).map((report) => ({ ...report, page }));
      return { ...examined, reports, findings: located(examined.findings, page, layouts.get(page)) };
    });
    const all = await Promise.all(examining);
    const { claim, intent, version } = all.at(-1) ?? { claim: '', intent: '', version: '' };
    const findings = withPlaces(distinct([...form, ...all.flatMap(({ findings }) => findings)]), layouts);
    const pages = all.flatMap(({ reports }) => reports);
    return { subject: folder, claim, intent, version, findings: errorsFirst(findings), pages };
  });
}

/** Findings of one page of a press file are the issue's page's, and stand in one of its blocks. */
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
