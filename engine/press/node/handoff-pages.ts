/** The pages of a handoff: pressed, examined, and their pictures for proofs and report. */
import { join } from 'node:path';
import type { Issue } from '../../issue/types';
import { programRoot, readUserFile } from '../../store';
import { folders } from '../handoff/names';
import { type Imposition, limitsOf } from '../handoff/preset';
import { newsprint } from '../picture-plan';
import type { PreflightReport } from '../preflight/types';
import type { PageOfFile } from './examination';
import type { HandoffSettings } from './handoff-job';
import { sha256 } from './handoff-manifest';
import { PRESS_PROFILE } from './picture-files';
import { examinePressed, layoutsOf } from './preflight';
import type { LoadedPreset } from './preset-file';
import { type PressSettings, type PressTarget, withPress } from './press-issue';
import type { ProofPictures } from './proof-pictures';
import type { ProofRoom } from './proof-room';

export interface MadePage extends ProofPictures {
  readonly pdf: Uint8Array;
}

export interface MadePages {
  readonly pages: ReadonlyMap<number, MadePage>;
  /** All pages as one file, where the shop takes one. */
  readonly whole: { readonly bytes: Uint8Array; readonly pages: readonly number[] } | undefined;
  /** Files of the imposed sheets; none where nothing is imposed. */
  readonly imposed: readonly PressTarget[];
  readonly report: PreflightReport;
  /** SHA-256 of the press profile. */
  readonly profileSum: string;
}

const proofDpi = 110;
const mostBytes = 1 << 30;
/** Folder of the file of all pages on its way. */
const WHOLE = 'whole';

/**
 * How the shop wants the issue pressed.
 *
 * @param date ISO 8601, UTC; the day of the issue when undefined
 */
export function pressSettingsOf({ pages }: Issue, { preset, condition }: LoadedPreset, date: string | undefined): PressSettings {
  const { resolution, separationInkLimit, colourPages } = preset;
  return {
    standard: preset.standard ?? 'pdfx4',
    spot: preset.spot ?? false,
    proof: false,
    files: 'pages',
    force: true,
    date,
    marks: preset.marks && Object.values(preset.marks).includes(true) ? preset.marks : undefined,
    gripper: preset.sheet?.gripper,
    condition,
    monochromePages: colourPages && pages.map(({ number }) => number).filter((number) => !colourPages.includes(number)),
    pictures: {
      ...(resolution?.most === undefined ? {} : { mostPpi: resolution.most }),
      ...(resolution?.reduced === undefined
        ? {}
        : { reducedPpi: Math.min(resolution.reduced, resolution.most ?? newsprint.mostPpi) }),
      ...(separationInkLimit === undefined ? {} : { inkLimit: separationInkLimit / 100 }),
    },
  };
}

/**
 * Presses the pages, and the sheets of an imposition with them, from one layout and one separation of the photographs.
 *
 * @param work a folder for the files on their way
 */
export async function makePages(
  issue: Issue,
  folder: string,
  work: string,
  { preset, date, progress }: Pick<HandoffSettings, 'preset' | 'date' | 'progress'>,
  { imposition, files }: { readonly imposition: Imposition; readonly files: 'pages' | 'issue' },
  room: ProofRoom,
): Promise<MadePages> {
  let done = 0;
  const step = () => progress?.(++done, 2 * issue.pages.length);
  const wanted = { ...pressSettingsOf(issue, preset, date), isOnTheWay: true };
  const { layouts, pressed, whole, imposed } = await withPress(issue, folder, wanted, async ({ layout, write }) => ({
    pressed: await write(join(work, folders.press), 'pages', step),
    whole: files === 'issue' ? await write(join(work, WHOLE), 'issue', () => {}) : undefined,
    imposed:
      imposition === 'none' || issue.pages.length < 2
        ? []
        : (await write(join(work, folders.imposed), imposition, () => {})).files,
    layouts: layoutsOf(issue, layout),
  }));
  const limits = limitsOf(preset.preset);
  const pictures = new Map<number, ProofPictures>();
  const onPage = ({ proof }: PageOfFile, page: number) => {
    if (proof) pictures.set(page, proof);
    step();
  };
  const settings = { limits, dpi: proofDpi, trimOnly: true, pictures: 'proof', onPage } as const;
  // What goes out is what is looked at.
  const report = await examinePressed(issue, folder, layouts, whole ?? pressed, settings, room);
  const pages = new Map<number, MadePage>();
  for (const { file, pages: numbers } of pressed.files) {
    const page = numbers[0]!;
    pages.set(page, { pdf: await readUserFile(file, mostBytes), ...pictures.get(page)! });
  }
  const profile = preset.condition?.profile ?? join(programRoot(), PRESS_PROFILE);
  const file = whole?.files[0];
  const together = file && { bytes: await readUserFile(file.file, mostBytes), pages: file.pages };
  return { pages, whole: together, imposed, report, profileSum: sha256(await readUserFile(profile, mostBytes)) };
}
