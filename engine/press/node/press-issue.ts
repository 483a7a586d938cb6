/** An issue's pages as press PDFs in a folder: one file a page, one of all pages, or one a side of an imposed sheet. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import { createLayout, hyphenatorOf, type Layout } from '../../layout';
import { exists, openIssue, programRoot } from '../../store';
import { openFonts } from '../../store/font-files';
import { issueFileName, pressFileName, sheetFileName, spreadFileName } from '../file-name';
import { errorsFirst, type Finding, faceFindings, isEmptyPage, issueFindings, paddingFindings } from '../findings';
import { isPressProfile } from '../icc-profile';
import { imposedSides, readersSpreads, type SheetSide } from '../imposition';
import { type MarkSettings, registrationSpot, slugRoom } from '../marks';
import { newsprint, type PictureSettings } from '../picture-plan';
import type { OutputIntent, PressStandard, Spot } from '../types';
import { oneAhead } from './one-ahead';
import { PRESS_PROFILE } from './picture-files';
import { createPictures } from './pictures';
import { beginFile, finishFile, type PressJob } from './press-file';
import { proofNotes } from './proof-notes';
import { releaseFindings } from './release-findings';
import { openStage } from './stage';

export interface PressSettings {
  readonly standard: PressStandard;
  /** Mark missing pictures visibly; the files are named so that they are not taken for press files. */
  readonly proof: boolean;
  readonly files: PressFiles;
  /** Print the house colour from its spot plate. */
  readonly spot: boolean;
  /** Replace files that are already there. */
  readonly force: boolean;
  /** This page alone, as a file of its own; all when undefined. Not of imposed sheets. */
  readonly only?: number | undefined;
  /** ISO 8601, UTC; the day of the issue when undefined. */
  readonly date?: string;
  /** How pictures are made ready, where the shop or the editor wants it otherwise than `newsprint`. */
  readonly pictures?: Partial<PictureSettings>;
  /** Pages that carry black ink alone. */
  readonly monochromePages?: readonly number[];
  /** Marks outside the bleed. */
  readonly marks?: MarkSettings;
  /** White that the press needs at the foot of an imposed sheet, mm; marked where there are marks. */
  readonly gripper?: number;
  /** Another printing condition than the program's own. */
  readonly condition?: PressCondition;
  /** The files are not what was asked for, but needed for it (`openStage`). */
  readonly isOnTheWay?: boolean;
}

/**
 * What stands in one file: a page; all pages of the issue; two pages as they lie in the reader's hands; a side of the printer's
 * sheet.
 */
export type PressFiles = 'pages' | 'issue' | 'readers' | 'sheets';

/** A printing condition: the shop's profile, and what it is called. */
export interface PressCondition {
  /** Path of an ICC output profile for CMYK. */
  readonly profile: string;
  readonly identifier: string;
  readonly info: string;
}

/** A file to be written, and what stands on it. */
export interface PressTarget {
  /** Number of the page, or of all pages; of an imposed sheet those of its left and right half, 0 for a blank one. */
  readonly pages: readonly number[];
  /** The pages follow each other in the file, and do not stand side by side. */
  readonly together?: true;
  readonly file: string;
  /** Of an imposed sheet: which side of which, or, of two pages that are cut apart, that it backs itself. */
  readonly side?: SheetSide & { readonly isCut: boolean };
}

export interface PressFile extends PressTarget {
  readonly bytes: number;
  readonly seconds: number;
}

export interface PressResult {
  readonly files: readonly PressFile[];
  /** Numbers of empty pages. */
  readonly skipped: readonly number[];
  readonly findings: readonly Finding[];
  /** Colours that meet are not made to overlap: the plate room traps, if anyone does. */
  readonly trapping: 'none';
}

/** What PRESS_PROFILE describes. */
const newsprintCondition = (): PressCondition => ({
  profile: join(programRoot(), PRESS_PROFILE),
  identifier: 'IFRA26S',
  info: 'Coldset newsprint (IFRA26S 2004), total ink 220 %',
});

/** Presses the issue that stands in a folder; see `pressPages`. Throws InputError when there is no issue. */
export async function pressIssue(
  folder: string,
  output: string,
  settings: PressSettings,
  done: (file: PressFile) => void,
): Promise<PressResult> {
  return pressPages(await openIssue(folder), folder, output, settings, done);
}

/**
 * Presses an issue with the photographs of its folder. `done` hears of each file as it is delivered. Throws InputError:
 * nothing to write, a single page to impose, a file that stands already, a folder that cannot be written, a missing font. Each file is whole or absent.
 */
export async function pressPages(
  issue: Issue,
  folder: string,
  output: string,
  settings: PressSettings,
  done: (file: PressFile) => void,
): Promise<PressResult> {
  return withPress(issue, folder, settings, (press) => press.write(output, settings.files, done));
}

/** An issue on the press: its pages are laid out once and its photographs made ready once, however often they are written. */
export interface Press {
  readonly layout: Layout;
  /** Throws as `pressPages`. */
  write(output: string, files: PressFiles, done: (file: PressFile) => void): Promise<PressResult>;
}

/** Gives the work a press that stands until it is done. Throws InputError where the printing condition cannot be used. */
export async function withPress<T>(
  issue: Issue,
  folder: string,
  settings: PressSettings,
  work: (press: Press) => Promise<T>,
): Promise<T> {
  const condition = settings.condition ?? newsprintCondition();
  const intent = readIntent(condition);
  const pictures = createPictures(condition.profile);
  try {
    const fonts = openFonts(programRoot());
    const layout = createLayout(issue, fonts.fonts, await hyphenatorOf(issue));
    const notes = settings.proof ? await proofNotes(folder, issue, fonts, settings.date) : undefined;
    const job = makeJob(folder, issue, settings, intent, { fonts, layout, pictures, notes });
    return await work({ layout, write: (output, files, done) => writeIssue(job, { ...settings, files }, output, done) });
  } finally {
    await pictures.close();
  }
}

async function writeIssue(
  job: PressJob,
  settings: PressSettings,
  output: string,
  done: (file: PressFile) => void,
): Promise<PressResult> {
  const { issue, folder, pictures } = job;
  const targets = targetsOf(issue, output, settings);
  if (targets.length === 0) throw nothingToWrite(issue, folder);
  if (!settings.force) await requireAbsent(targets);
  if (issue.photos.length > 0) pictures.start();
  const { files, findings } = await writeFiles(job, targets, output, settings, done);
  const faces = faceFindings(issue, (face) => job.fonts.faces.includes(face));
  const padding = settings.files === 'sheets' ? paddingFindings(issue) : [];
  const releases = settings.proof ? [] : await releaseFindings(folder, issue);
  return {
    files,
    skipped: emptyPages(issue),
    findings: errorsFirst([...issueFindings(issue), ...faces, ...padding, ...findings, ...releases]),
    trapping: 'none',
  };
}

/** The files that a press writes: one for each page that is not empty, or of all of them, or for each side of a sheet that carries one. */
export function targetsOf(
  issue: Issue,
  output: string,
  { proof, files, only }: Pick<PressSettings, 'proof' | 'files' | 'only'>,
): PressTarget[] {
  const { paper, date, pages } = issue;
  const empty = new Set(emptyPages(issue));
  const fileOf = (name: string) => join(output, proof ? name.replace(/\.pdf$/, '_proof.pdf') : name);
  if (files === 'readers') {
    return readersSpreads(pages.length, (page) => empty.has(page)).map((spread) => {
      return { pages: spread, file: fileOf(spreadFileName(paper.name, date, spread)) };
    });
  }
  if (files === 'sheets') {
    return imposedSides(pages.length, (page) => empty.has(page)).map((side) => {
      const file = fileOf(sheetFileName(paper.name, date, side));
      return { pages: [side.left, side.right], file, side: { ...side, isCut: pages.length === 2 } };
    });
  }
  const numbers = pages.map((page) => page.number).filter((page) => !empty.has(page) && page === (only ?? page));
  if (files === 'issue' && only === undefined && numbers.length > 0)
    return [{ pages: numbers, file: fileOf(issueFileName(paper.name, date)), together: true }];
  return numbers.map((page) => ({ pages: [page], file: fileOf(pressFileName(paper.name, date, page)) }));
}

const emptyPages = (issue: Issue): number[] => issue.pages.filter(isEmptyPage).map((page) => page.number);

function nothingToWrite(issue: Issue, folder: string): InputError {
  return new InputError(issue.pages.every(isEmptyPage) ? 'press.noPages' : 'press.onePage', { file: folder });
}

/** Throws InputError `store.exists`. */
async function requireAbsent(targets: readonly PressTarget[]): Promise<void> {
  for (const { file } of targets) {
    if (await exists(file)) throw new InputError('store.exists', { file });
  }
}

function readIntent({ profile, identifier, info }: PressCondition): OutputIntent {
  if (!existsSync(profile)) throw new InputError('press.noProfile', { file: profile });
  const bytes = readFileSync(profile);
  if (!isPressProfile(bytes)) throw new InputError('press.badProfile', { file: profile });
  return { profile: bytes, identifier, info };
}

function makeJob(
  folder: string,
  issue: Issue,
  { standard, spot, proof, date, pictures: wanted, monochromePages, marks, gripper = 0 }: PressSettings,
  intent: OutputIntent,
  setting: Pick<PressJob, 'fonts' | 'layout' | 'pictures' | 'notes'>,
): PressJob {
  const { paper, number } = issue;
  const spots = [...(spot ? [spotOf(paper)] : []), ...(marks ? [registrationSpot] : [])];
  const title = `${paper.name} ${issue.date} 第${number}期`;
  const options = {
    title,
    date: date ?? `${issue.date}T00:00:00Z`,
    standard,
    intent,
    spots,
    ...(marks ? { slug: slugRoom } : {}),
  };
  return {
    folder,
    issue,
    ...setting,
    options,
    proof,
    settings: { ...newsprint, ...wanted },
    monochrome: new Set(monochromePages),
    marks,
    gripper,
  };
}

/** Colorants that mean something else than a spot plate (ISO 32000-1 §8.6.6.4). */
const reservedPlates = new Set(['', 'All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black']);

function spotOf({ name, accent, accentSpot }: Issue['paper']): Spot {
  if (reservedPlates.has(accentSpot)) throw new InputError('press.badSpot', { paper: name, spot: accentSpot });
  return { name: accentSpot, colour: accent };
}

/**
 * File by file; while one is written the pictures of the next are under way. The files take their places when all are
 * there.
 */
async function writeFiles(
  job: PressJob,
  targets: readonly PressTarget[],
  output: string,
  { force, isOnTheWay }: PressSettings,
  done: (file: PressFile) => void,
): Promise<{ files: PressFile[]; findings: Finding[] }> {
  const stage = await openStage(output, isOnTheWay);
  const files: PressFile[] = [];
  const findings: Finding[] = [];
  try {
    let start = process.uptime();
    for await (const [target, draft] of oneAhead(targets, (target) => beginFile(job, target))) {
      const pressed = await finishFile(job, draft);
      await stage.write(target.file, pressed.bytes);
      findings.push(...pressed.findings);
      const seconds = Math.round((process.uptime() - start) * 1000) / 1000;
      start = process.uptime();
      files.push({ ...target, bytes: pressed.bytes.length, seconds });
      done(files.at(-1)!);
    }
    await stage.deliver(
      files.map(({ file }) => file),
      force,
    );
  } finally {
    await stage.close();
  }
  return { files, findings };
}
