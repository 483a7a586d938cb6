/** Pages of an issue, or one side of an imposed sheet, as the bytes of a press file. */
import type { DisplayPage, Picture } from '../../display/types';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import type { Layout, PageLayout } from '../../layout';
import { readAsset } from '../../store';
import type { Fonts } from '../../store/font-files';
import { auditPdf } from '../audit';
import { pageName } from '../file-name';
import { type Finding, fileOf, isFailure, layoutFindings, oncePerBlock } from '../findings';
import { sheetLabel, spreadOf } from '../imposition';
import { type MarkSettings, registrationSpot, withMarks } from '../marks';
import { inBlack } from '../monochrome';
import { writePdf } from '../pdf-writer';
import type { PictureSettings } from '../picture-plan';
import { openPlaced } from '../placed/placed-file';
import { markMissingPictures, withoutEmptyFrames } from '../proof';
import type { PdfOptions, PreparedPicture, PressStandard } from '../types';
import { inflate } from './inflate';
import { oneAhead } from './one-ahead';
import type { Pictures } from './pictures';
import type { PressTarget } from './press-issue';
import type { ProofNotes } from './proof-notes';
import { pdfTools } from './tools';

/** What all pages of a job share. */
export interface PressJob {
  /** Folder of the issue. */
  readonly folder: string;
  readonly issue: Issue;
  readonly layout: Layout;
  readonly fonts: Fonts;
  readonly pictures: Pictures;
  readonly options: PdfOptions & { readonly standard: PressStandard };
  /** Mark missing pictures. */
  readonly proof: boolean;
  /** What proofs say of themselves; none on press files. */
  readonly notes: ProofNotes | undefined;
  readonly settings: PictureSettings;
  /** Numbers of pages that carry black ink alone. */
  readonly monochrome: ReadonlySet<number>;
  /** Marks of the printer; none when undefined. */
  readonly marks: MarkSettings | undefined;
  /** Of the printer's sheets, mm. */
  readonly gripper: number;
}

/** One page of a file: a page of the issue, or one side of an imposed sheet. */
interface Sheet extends Pick<PressTarget, 'pages' | 'side'> {
  readonly display: DisplayPage;
}

/** A file whose pictures are made ready. */
export interface PressDraft {
  readonly sheets: readonly Sheet[];
  /** What each picture prints as; missing and broken ones are not in it. */
  readonly prepared: ReadonlyMap<Picture, PreparedPicture>;
  readonly findings: readonly Finding[];
}

/** Lays out what a file is to carry and prepares its pictures: those of a page, and of the next one beside them. */
export async function beginFile(job: PressJob, target: PressTarget): Promise<PressDraft> {
  const { pages, side, together } = target;
  const wanted: readonly Pick<Sheet, 'pages' | 'side'>[] = together
    ? pages.map((page) => ({ pages: [page] }))
    : [{ pages, ...(side ? { side } : {}) }];
  const drafts: PressDraft[] = [];
  for await (const [, draft] of oneAhead(wanted, (sheet) => beginSheet(job, sheet))) drafts.push(draft);
  return {
    sheets: drafts.flatMap(({ sheets }) => sheets),
    prepared: new Map(drafts.flatMap(({ prepared }) => [...prepared])),
    findings: drafts.flatMap(({ findings }) => findings),
  };
}

async function beginSheet(job: PressJob, place: Pick<Sheet, 'pages' | 'side'>): Promise<PressDraft> {
  const layouts = place.pages.map((page) => (page === 0 ? undefined : job.layout.page(page)));
  const displays = layouts.map((layout) => layout && inkedDisplay(job, layout));
  const display = displays.length === 1 && displays[0] ? displays[0] : spreadOf(displays[0], displays[1]);
  const sheet = { ...place, display };
  const prepared = new Map<Picture, PreparedPicture>();
  const preparing = picturesOf(display).map((picture) =>
    preparePicture(job, { page: pageOf(sheet, picture), block: blockOf(sheet, picture) }, picture, prepared),
  );
  const told = (await Promise.all(preparing)).flat();
  const broken = new Set(told.filter(isFailure).map(({ page, params }) => `${page} ${params.file}`));
  // A picture that does not print has no resolution to speak of.
  const findings = layouts
    .flatMap((layout) => (layout ? layoutFindings(job.issue, layout) : []))
    .filter(({ rule, page, params }) => rule !== 'lowResolution' || !broken.has(`${page} ${params.file}`));
  return { sheets: [sheet], prepared, findings: [...findings, ...oncePerBlock(job.issue, told)] };
}

/**
 * Writes and inspects. A client's page that would spoil the file is left out, and told. Throws InputError `press.audit`,
 * and what fonts throw.
 */
export async function finishFile(job: PressJob, draft: PressDraft): Promise<Pressed> {
  const bytes = writeFile(job, draft);
  const faults = await auditPdf(bytes, job.options.standard, inflate);
  if (faults.length === 0) return { bytes, findings: draft.findings };
  const foreign = [...draft.prepared].filter(([, { space }]) => space === 'page').map(([picture]) => picture);
  const page = draft.sheets.map(({ pages }) => sheetLabel(pages)).join(' ');
  const detail = faults.map((fault) => `${fault.rule}: ${fault.detail}`).join('; ');
  if (foreign.length === 0) throw new InputError('press.audit', { page, detail });
  const spoiling = await spoilingPages(job, draft, foreign);
  const prepared = new Map([...draft.prepared].filter(([picture]) => !spoiling.includes(picture)));
  const refused = spoiling.map((picture): Finding => {
    const sheet = draft.sheets.find(({ display }) => picturesOf(display).includes(picture))!;
    return {
      page: pageOf(sheet, picture),
      severity: 'error',
      rule: refusedRules.damaged,
      params: { file: fileOf(job.issue, picture.asset) },
      block: blockOf(sheet, picture),
    };
  });
  return finishFile(job, { ...draft, prepared, findings: [...draft.findings, ...refused] });
}

/** Those of the clients' pages that fail by themselves; all of them where only several together do. */
async function spoilingPages(job: PressJob, draft: PressDraft, foreign: readonly Picture[]): Promise<readonly Picture[]> {
  const failing: Picture[] = [];
  for (const one of foreign) {
    const others = foreign.filter((picture) => picture !== one);
    const prepared = new Map([...draft.prepared].filter(([picture]) => !others.includes(picture)));
    const faults = await auditPdf(writeFile(job, { ...draft, prepared }), job.options.standard, inflate);
    if (faults.length > 0) failing.push(one);
  }
  return failing.length > 0 ? failing : foreign;
}

export interface Pressed {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

function writeFile(job: PressJob, { sheets, prepared }: PressDraft): Uint8Array {
  const shown = sheets.map((sheet) => printed(job, sheet, withoutMissing(job, sheet.display, prepared)));
  const resources = { ...pdfTools, fontFile: job.fonts.file, picture: (picture: Picture) => prepared.get(picture) };
  const { title } = job.options;
  const named = sheets.length === 1 ? `${title} 第${sheetLabel(sheets[0]!.pages)}版` : title;
  return writePdf(shown, resources, { ...job.options, title: named });
}

/** Number of the page that a picture of a sheet stands on. */
function pageOf({ pages, display }: Sheet, picture: Picture): number {
  return 2 * picture.x < display.width ? pages[0]! : pages.at(-1)!;
}

function inkedDisplay({ monochrome, notes }: PressJob, { page, display }: PageLayout): DisplayPage {
  const inked = monochrome.has(page) ? blackAlone(display) : display;
  return notes ? notes(page, inked) : inked;
}

function blackAlone(display: DisplayPage): DisplayPage {
  return { ...display, groups: display.groups.map(({ block, items }) => ({ block, items: items.map(inBlack) })) };
}

/** With the printer's marks where the job has them. */
function printed(
  { marks, issue, fonts, options, monochrome, gripper }: PressJob,
  { pages, side }: Pick<Sheet, 'pages' | 'side'>,
  display: DisplayPage,
): DisplayPage {
  if (!marks) return display;
  const middle = pages.length > 1 ? [display.width / 2] : [];
  const sheet = {
    folds: side?.isCut ? [] : middle,
    cuts: side?.isCut ? middle : [],
    gripper: side ? gripper : 0,
    slug: [
      issue.paper.name,
      issue.date,
      `第${issue.number}期`,
      ...(side ? [sideName(side)] : []),
      pages.map(pageName).join('|'),
    ].join(' '),
    spots: (options.spots ?? []).filter(({ name }) => name !== registrationSpot.name),
    monochrome: pages.every((page) => page === 0 || monochrome.has(page)),
  };
  return withMarks(display, sheet, marks, fonts.fonts);
}

/** As plate rooms write it: 第1张正面; of two pages that are cut apart 第1张自翻. */
function sideName({ sheet, front, isCut }: NonNullable<PressTarget['side']>): string {
  return `第${sheet}张${isCut ? '自翻' : front ? '正面' : '反面'}`;
}

const picturesOf = (display: DisplayPage): Picture[] =>
  display.groups.flatMap((group) => group.items.filter((item): item is Picture => item.kind === 'picture'));

/** Pictures that are missing or broken are marked in proofs, and leave nothing in press files. */
function withoutMissing(
  { issue, fonts, proof }: PressJob,
  display: DisplayPage,
  prepared: ReadonlyMap<Picture, PreparedPicture>,
): DisplayPage {
  const missing = (picture: Picture) => !prepared.has(picture);
  if (!proof) return withoutEmptyFrames(display, missing);
  return markMissingPictures(display, missing, (picture) => fileOf(issue, picture.asset), fonts.fonts);
}

/** Id of the block that a picture of a sheet stands in. */
function blockOf({ display }: Sheet, picture: Picture): string {
  return display.groups.find(({ items }) => items.includes(picture))?.block ?? '';
}

/** Puts the picture into `prepared`, unless it is missing or broken; tells what there is to know about it. */
async function preparePicture(
  { folder, issue, pictures, settings, monochrome, options }: PressJob,
  { page, block }: { readonly page: number; readonly block: string },
  picture: Picture,
  prepared: Map<Picture, PreparedPicture>,
): Promise<Finding[]> {
  const params = { file: fileOf(issue, picture.asset), limit: Math.round(settings.inkLimit * 100) };
  const original = await readOriginal(folder, picture.asset);
  if (!original) return [{ page, severity: 'error', rule: 'pictureMissing', params, block }];
  const { crop, width: widthPt, height: heightPt, shade } = picture;
  const placement = { crop, widthPt, heightPt, ...(shade ? { shade } : {}) };
  const colour = settings.colour && !monochrome.has(page);
  const transparency = options.standard !== 'pdfx1a';
  const answer = await pictures.prepare(original, placement, { ...settings, colour, transparency });
  const tell = (severity: Finding['severity'], rule: string, more = {}): Finding => {
    return { page, severity, rule, params: { ...params, ...more }, block };
  };
  if ('broken' in answer) return [tell('error', brokenRules[answer.broken])];
  if ('refused' in answer) return [tell('error', refusedRules[answer.refused], { detail: answer.detail })];
  if ('picture' in answer) {
    prepared.set(picture, answer.picture);
    return answer.remarks.map((remark) => tell('warning', remarkRules[remark]));
  }
  prepared.set(picture, await openPlaced(answer.pdf));
  return answer.remarks.map((remark) => tell('warning', placeRules[remark], { ppi: Math.round(answer.ppi) }));
}

async function readOriginal(folder: string, asset: string): Promise<Uint8Array | undefined> {
  try {
    return await readAsset(folder, asset);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const brokenRules = {
  unknown: 'pictureUnknown',
  'too-large': 'pictureTooLarge',
  damaged: 'pictureDamaged',
  truncated: 'pictureTruncated',
  failed: 'pictureFailed',
} as const;

const refusedRules = {
  encrypted: 'pageEncrypted',
  damaged: 'pageDamaged',
  empty: 'pageEmpty',
  font: 'pageFont',
  'font-damaged': 'pageFontDamaged',
  colour: 'pageColour',
  registration: 'pageRegistration',
  transparency: 'pageTransparency',
  picture: 'pagePicture',
  'too-much': 'pageTooMuch',
} as const;

const remarkRules = { 'profile-refused': 'profileRefused', 'ink-limited': 'inkLimited' } as const;

const placeRules = {
  'rgb-converted': 'pageRgbConverted',
  'spot-converted': 'pageSpotConverted',
  'page-ink-limited': 'pageInkLimited',
  'lines-thickened': 'pageLinesThickened',
  'annotations-dropped': 'pageAnnotationsDropped',
  'first-page-only': 'pageFirstOnly',
  'page-low-resolution': 'pageLowResolution',
  'page-small-type': 'pageSmallType',
  'page-flattened': 'pageFlattened',
  'blends-flattened': 'pageBlendsFlattened',
  'type-knocks-out': 'pageTypeKnocksOut',
} as const;
