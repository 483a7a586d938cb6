/** The pages of a handoff: pressed, examined, and their pictures for proofs and report. */
import { join } from 'node:path';
import type { Issue } from '../../issue/types';
import { programRoot, readUserFile } from '../../store';
import { dataUri } from '../handoff/html';
import { limitsOf } from '../handoff/preset';
import type { ProofPage } from '../handoff/proof-pdf';
import type { PagePictures } from '../handoff/report-html';
import { newsprint } from '../picture-plan';
import type { ExaminedPage } from '../preflight/examine';
import type { PreflightReport } from '../preflight/types';
import { processSamples } from '../raster/composite';
import { inkMapPicture, totals } from '../raster/ink-map';
import { reduced } from '../raster/picture-planes';
import { inverted } from '../raster/png';
import { sha256 } from './handoff-manifest';
import { PRESS_PROFILE } from './picture-files';
import { plateLetter } from './plate-files';
import { examinePressed, layoutsOf } from './preflight';
import type { LoadedPreset } from './preset-file';
import { type PressSettings, pressPages } from './press-issue';
import type { ProofEngine } from './proof-engine';

export interface MadePage {
  readonly pdf: Uint8Array;
  readonly proof: ProofPage;
  readonly pictures: PagePictures;
}

export interface MadePages {
  readonly pages: ReadonlyMap<number, MadePage>;
  readonly report: PreflightReport;
  /** SHA-256 of the press profile. */
  readonly profileSum: string;
}

const proofDpi = 110;
/** The small plates of the report are this many times smaller than the proof. */
const plateReduction = 4;
const mostBytes = 1 << 30;

/** How the shop wants the issue pressed. */
export function pressSettingsOf({ pages }: Issue, { preset, condition }: LoadedPreset, date: string | undefined): PressSettings {
  const { resolution, separationInkLimit, colourPages } = preset;
  return {
    standard: preset.standard ?? 'pdfx4',
    spot: preset.spot ?? false,
    proof: false,
    imposed: false,
    force: true,
    date,
    marks: preset.marks,
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

/** @param work a folder for the files on their way */
export async function makePages(
  issue: Issue,
  folder: string,
  work: string,
  preset: LoadedPreset,
  date: string | undefined,
): Promise<MadePages> {
  const pressed = await pressPages(issue, folder, join(work, 'press'), pressSettingsOf(issue, preset, date), () => {});
  const limits = limitsOf(preset.preset);
  const pictures = new Map<number, Pick<MadePage, 'proof' | 'pictures'>>();
  const onPage = (examined: ExaminedPage, page: number, engine: ProofEngine) =>
    void pictures.set(page, picturesOf(examined, engine, limits.inkLimit));
  const settings = { limits, dpi: proofDpi, trimOnly: true, onPage };
  const report = await examinePressed(issue, folder, await layoutsOf(issue), pressed, settings);
  const pages = new Map<number, MadePage>();
  for (const { file, pages: numbers } of pressed.files) {
    const page = numbers[0]!;
    pages.set(page, { pdf: await readUserFile(file, mostBytes), ...pictures.get(page)! });
  }
  const profile = preset.condition?.profile ?? join(programRoot(), PRESS_PROFILE);
  return { pages, report, profileSum: sha256(await readUserFile(profile, mostBytes)) };
}

function picturesOf({ separation }: ExaminedPage, engine: ProofEngine, limit: number): Pick<MadePage, 'proof' | 'pictures'> {
  const { plates, dpi } = separation;
  const { width, height } = plates;
  const jpeg = engine.jpeg(engine.toScreen(processSamples(separation)), width, height);
  const small = reduced({ width, height, planes: plates.plates.map(({ ink }) => ink) }, plateReduction, plateReduction);
  const picture = (rgb: Uint8Array) => dataUri(engine.jpeg(rgb, small.width, small.height), 'image/jpeg');
  const inked = plates.plates.map(({ name }, i) => ({ name, ink: small.planes[i]! }));
  const ink = { width: small.width, height: small.height, plates: inked };
  return {
    proof: { jpeg, width, height, dpi },
    pictures: {
      page: dataUri(jpeg, 'image/jpeg'),
      plates: [
        ...inked.map(({ name, ink: own }) => ({ plate: plateLetter(name), picture: picture(tripled(inverted(own))) })),
        { plate: 'ink', picture: picture(inkMapPicture(totals(ink), limit)) },
      ],
    },
  };
}

/** Grey samples as RGB. */
function tripled(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(3 * grey.length);
  for (let i = 0; i < grey.length; i++) rgb.fill(grey[i]!, 3 * i, 3 * i + 3);
  return rgb;
}
