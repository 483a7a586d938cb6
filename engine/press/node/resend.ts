/** What a page sent again changes: compared with the press file that it replaces. */
import { join } from 'node:path';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import { programRoot, readUserFile } from '../../store';
import { changedAreas, lineChanges } from '../handoff/difference';
import { differenceHtml, type PageDifference } from '../handoff/difference-html';
import { dataUri } from '../handoff/html';
import type { Voice } from '../handoff/voice';
import { openPdf } from '../inspect/document';
import { pageText } from '../inspect/page-text';
import { processSamples } from '../raster/composite';
import { separate } from '../raster/separate';
import { type Manifest, sha256 } from './handoff-manifest';
import { PRESS_PROFILE } from './picture-files';
import { createProofEngine, inflate, type ProofEngine } from './proof-engine';

const dpi = 72;
const mostBytes = 1 << 30;

/** The sheet of pages that differ from an earlier delivery, as HTML; `before` is that delivery's manifest. */
export async function differenceSheet(
  issue: Issue,
  output: string,
  before: Manifest,
  press: readonly { readonly page: number; readonly name: string; readonly bytes: Uint8Array }[],
  version: number,
  voice: Voice,
): Promise<string> {
  const engine = await createProofEngine(join(programRoot(), PRESS_PROFILE));
  const pages: PageDifference[] = [];
  for (const { page, name, bytes } of press) {
    const replaced = before.pages.find((entry) => entry.page === page);
    const old = replaced && (await seen(join(output, replaced.name), engine));
    const fresh = await shown(bytes, name, engine);
    const alike = old && old.width === fresh.width && old.height === fresh.height;
    pages.push({
      page,
      before: old?.picture,
      after: fresh.picture,
      areas: alike ? changedAreas(old.rgb, fresh.rgb, fresh.width, fresh.height, 3) : [],
      lines: lineChanges(old?.text ?? [], fresh.text),
      file: name,
      replaces: replaced?.name ?? '',
      sha256: sha256(bytes),
    });
  }
  return differenceHtml(issue.paper.name, issue.date, version, pages, voice);
}

/** Undefined when the file delivered then is gone or damaged: the new one is shown alone. */
async function seen(file: string, engine: ProofEngine): Promise<Shown | undefined> {
  try {
    return await shown(await readUserFile(file, mostBytes), file, engine);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

interface Shown {
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly picture: string;
  readonly text: readonly string[];
}

async function shown(bytes: Uint8Array, file: string, engine: ProofEngine): Promise<Shown> {
  const page = (await openPdf(bytes, file)).pages[0];
  if (!page) throw new InputError('press.pdfWithoutPages', { file });
  const shared = { inflate, fonts: new Map() };
  const separation = separate(page, shared, page.trim ?? page.media, dpi, engine.decodeFormat);
  const { width, height } = separation.plates;
  const rgb = engine.toScreen(processSamples(separation));
  const picture = dataUri(engine.jpeg(rgb, width, height), 'image/jpeg');
  return { rgb, width, height, picture, text: pageText(page, shared) };
}
