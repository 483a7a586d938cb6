/** The pages of a handoff: pressed, examined, and their pictures for proofs and report. */
import { join } from 'node:path';
import type { Issue } from '../../issue/types';
import { programRoot, readUserFile } from '../../store';
import { dataUri } from '../handoff/html';
import { folders } from '../handoff/names';
import { type Imposition, limitsOf } from '../handoff/preset';
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
import { type PressSettings, type PressTarget, withPress } from './press-issue';
import type { ProofEngine } from './proof-engine';

export interface MadePage {
  readonly pdf: Uint8Array;
  readonly proof: ProofPage;
  readonly pictures: PagePictures;
}

export interface MadePages {
  readonly pages: ReadonlyMap<number, MadePage>;
  /** Files of the imposed sheets; none where nothing is imposed. */
  readonly imposed: readonly PressTarget[];
  readonly report: PreflightReport;
  /** SHA-256 of the press profile. */
  readonly profileSum: string;
}

const proofDpi = 110;
/** The small plates of the report are this many times smaller than the proof. */
const plateReduction = 4;
const mostBytes = 1 << 30;

/** How the shop wants the issue pressed. */
function pressSettingsOf({ pages }: Issue, { preset, condition }: LoadedPreset, date: string | undefined): PressSettings {
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

/**
 * Presses the pages, and the sheets of an imposition with them, from one layout and one separation of the photographs.
 *
 * @param work a folder for the files on their way
 */
export async function makePages(
  issue: Issue,
  folder: string,
  work: string,
  preset: LoadedPreset,
  imposition: Imposition,
  date: string | undefined,
): Promise<MadePages> {
  const { layouts, pressed, imposed } = await withPress(
    issue,
    folder,
    pressSettingsOf(issue, preset, date),
    async ({ layout, write }) => ({
      pressed: await write(join(work, folders.press), false, () => {}),
      imposed:
        imposition === 'none' || issue.pages.length < 2
          ? []
          : (await write(join(work, folders.imposed), imposition === 'readers' ? 'readers' : true, () => {})).files,
      layouts: layoutsOf(issue, layout),
    }),
  );
  const limits = limitsOf(preset.preset);
  const pictures = new Map<number, Pick<MadePage, 'proof' | 'pictures'>>();
  const onPage = (examined: ExaminedPage, page: number, engine: ProofEngine) =>
    void pictures.set(page, picturesOf(examined, engine, limits.inkLimit));
  const settings = { limits, dpi: proofDpi, trimOnly: true, onPage };
  const report = await examinePressed(issue, folder, layouts, pressed, settings);
  const pages = new Map<number, MadePage>();
  for (const { file, pages: numbers } of pressed.files) {
    const page = numbers[0]!;
    pages.set(page, { pdf: await readUserFile(file, mostBytes), ...pictures.get(page)! });
  }
  const profile = preset.condition?.profile ?? join(programRoot(), PRESS_PROFILE);
  return { pages, imposed, report, profileSum: sha256(await readUserFile(profile, mostBytes)) };
}

function picturesOf({ separation }: ExaminedPage, engine: ProofEngine, limit: number): Pick<MadePage, 'proof' | 'pictures'> {
  const { plates, dpi } = separation;
  const { width, height } = plates;
  const jpeg = engine.jpeg(engine.toScreen(processSamples(separation)), width, height);
  const small = reduced(
    { width, height, names: [], planes: plates.plates.map(({ ink }) => ink) },
    plateReduction,
    plateReduction,
  );
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
