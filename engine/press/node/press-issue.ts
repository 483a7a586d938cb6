/** An issue's pages as press PDFs in a folder, one file a page or one a side of an imposed sheet. */
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import { createLayout } from '../../layout';
import { exists, makeFolder, openIssue, programRoot, writeWhole } from '../../store';
import { openFonts } from '../../store/font-files';
import { pressFileName, sheetFileName } from '../file-name';
import { errorsFirst, type Finding, isEmptyPage, issueFindings, paddingFindings } from '../findings';
import { imposedSides } from '../imposition';
import type { OutputIntent, PressStandard, Spot } from '../types';
import { PRESS_PROFILE } from './picture-files';
import { createPictures, type Pictures } from './pictures';
import { type PressJob, pressSheet } from './press-page';

export interface PressSettings {
  readonly standard: PressStandard;
  /** Mark missing pictures visibly; the files are named so that they are not taken for press files. */
  readonly proof: boolean;
  /** Pages side by side as on the printer's sheets, one file a side. */
  readonly imposed: boolean;
  /** Print the house colour from its spot plate. */
  readonly spot: boolean;
  /** Replace files that are already there. */
  readonly force: boolean;
  /** ISO 8601, UTC; the day of the issue when undefined. */
  readonly date?: string;
}

/** A file to be written, and what stands on it. */
export interface PressTarget {
  /** Number of the page; of an imposed sheet those of its left and right half, 0 for a blank one. */
  readonly pages: readonly number[];
  readonly file: string;
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
}

/** What PRESS_PROFILE describes. */
const condition = { identifier: 'IFRA26S', info: 'Coldset newsprint (IFRA26S 2004), total ink 220 %' };

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
  const targets = targetsOf(issue, output, settings);
  if (targets.length === 0) throw nothingToWrite(issue, folder);
  if (!settings.force) await requireAbsent(targets);
  const profile = join(programRoot(), PRESS_PROFILE);
  const intent = readIntent(profile);
  const pictures = createPictures(profile);
  try {
    const job = makeJob(folder, issue, settings, intent, pictures);
    const { files, findings } = await writePages(job, targets, output, settings.force, done);
    const padding = settings.imposed ? paddingFindings(issue) : [];
    return { files, skipped: emptyPages(issue), findings: errorsFirst([...issueFindings(issue), ...padding, ...findings]) };
  } finally {
    await pictures.close();
  }
}

/** The files that a press writes: one for each page that is not empty, or for each side of a sheet that carries one. */
export function targetsOf(
  issue: Issue,
  output: string,
  { proof, imposed }: Pick<PressSettings, 'proof' | 'imposed'>,
): PressTarget[] {
  const { paper, date, pages } = issue;
  const empty = new Set(emptyPages(issue));
  const fileOf = (name: string) => join(output, proof ? name.replace(/\.pdf$/, '_proof.pdf') : name);
  if (imposed) {
    return imposedSides(pages.length, (page) => empty.has(page)).map((side) => {
      return { pages: [side.left, side.right], file: fileOf(sheetFileName(paper.name, date, side)) };
    });
  }
  const numbers = pages.map((page) => page.number).filter((page) => !empty.has(page));
  return numbers.map((page) => ({ pages: [page], file: fileOf(pressFileName(paper.name, date, page)) }));
}

const emptyPages = (issue: Issue): number[] => issue.pages.filter(isEmptyPage).map((page) => page.number);

function nothingToWrite(issue: Issue, folder: string): InputError {
  return new InputError(issue.pages.every(isEmptyPage) ? 'press.noPages' : 'press.onePage', { file: folder });
}

/** Throws InputError `store.exists`. */
export async function requireAbsent(targets: readonly PressTarget[]): Promise<void> {
  for (const { file } of targets) {
    if (await exists(file)) throw new InputError('store.exists', { file });
  }
}

function readIntent(profile: string): OutputIntent {
  if (!existsSync(profile)) throw new InputError('press.noProfile', { file: profile });
  const bytes = readFileSync(profile);
  if (bytes.toString('latin1', 12, 20) !== 'prtrCMYK') throw new InputError('press.badProfile', { file: profile });
  return { profile: bytes, ...condition };
}

function makeJob(
  folder: string,
  issue: Issue,
  { standard, spot, proof, date }: PressSettings,
  intent: OutputIntent,
  pictures: Pictures,
): PressJob {
  const { paper, number } = issue;
  const fonts = openFonts(programRoot());
  const spots = spot ? [spotOf(paper)] : [];
  const title = `${paper.name} ${issue.date} 第${number}期`;
  const options = { title, date: date ?? `${issue.date}T00:00:00Z`, standard, intent, spots };
  return { folder, issue, layout: createLayout(issue, fonts.fonts), fonts, pictures, options, proof };
}

/** Colorants that mean something else than a spot plate (ISO 32000-1 §8.6.6.4). */
const reservedPlates = new Set(['', 'All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black']);

function spotOf({ name, accent, accentSpot }: Issue['paper']): Spot {
  if (reservedPlates.has(accentSpot)) throw new InputError('press.badSpot', { paper: name, spot: accentSpot });
  return { name: accentSpot, colour: accent };
}

/** A folder that was made for nothing, because the first page failed, is taken back. */
async function writePages(
  job: PressJob,
  targets: readonly PressTarget[],
  output: string,
  force: boolean,
  done: (file: PressFile) => void,
): Promise<{ files: PressFile[]; findings: Finding[] }> {
  const made = await makeFolder(output);
  const files: PressFile[] = [];
  const findings: Finding[] = [];
  try {
    for (const target of targets) {
      const start = performance.now();
      const pressed = await pressSheet(job, target.pages);
      await writeWhole(target.file, pressed.bytes, { keepExisting: !force });
      findings.push(...pressed.findings);
      const seconds = Math.round(performance.now() - start) / 1000;
      files.push({ ...target, bytes: pressed.bytes.length, seconds });
      done(files.at(-1)!);
    }
  } catch (error) {
    if (made !== undefined && files.length === 0) await rm(made, { recursive: true, force: true });
    throw error;
  }
  return { files, findings };
}
