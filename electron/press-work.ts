/** Preflight and handoff in the background process, by the same code as the command line's. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readIssue } from '../engine/issue';
import { limitsOf, withBleed } from '../engine/press/handoff/preset';
import { handOff } from '../engine/press/node/handoff';
import { pressSettingsOf } from '../engine/press/node/handoff-pages';
import { preflightIssue } from '../engine/press/node/preflight';
import { errorsFirst, findingLine, sayFinding } from '../shell/preflight-report';
import { checksForPress } from '../shell/text-checks';
import { voiceIn } from '../shell/voice';
import { listsFor, loadWordLists } from '../shell/word-lists';
import type { PlatePage } from './bridge';
import type { Tell } from './job-work';
import { PLATE_INDEX, type PlateIndex } from './plate-index';
import { presetIn } from './preset-of-shop';
import type { Work, WorkResult } from './work';

/** Fine enough for a page that fits the window; nearer, the part in sight is painted anew (plate-process.ts). */
const SCREEN_DPI = 84;

export async function preflight(work: Extract<Work, { readonly kind: 'preflight' }>, tell: Tell): Promise<WorkResult> {
  const shop = await presetIn(work);
  const issue = withBleed(readIssue(work.issue), shop.preset);
  const pictures = new Map<number, PlatePage['pictures']>();
  const files: Record<number, string> = {};
  const limits = limitsOf(shop.preset);
  const step = { code: 'shell.examining', params: {} };
  tell.progress(0, step);
  const report = await preflightIssue(issue, work.folder, {
    dpi: SCREEN_DPI,
    trimOnly: true,
    limits,
    keep: work.plates,
    onFile: (file, [page]) => {
      if (page !== undefined) files[page] = basename(file);
    },
    press: pressSettingsOf(issue, shop, undefined),
    pictures: 'plates',
    onPage: ({ plates = [] }, page) => {
      pictures.set(
        page,
        plates.map(({ plate, png }) => ({ plate, png: new Uint8Array(png) })),
      );
      tell.progress(pictures.size / issue.pages.length, step);
    },
  });
  const pages = report.pages.map(({ page, ink, coverage, offBlack }) => {
    return { page, most: ink.most, window: ink.window, coverage, offBlack, pictures: pictures.get(page) ?? [] };
  });
  const texts = checksForPress(issue, listsFor(issue, await loadWordLists(work.folder)), tell.language);
  const findings = errorsFirst([...report.findings.map((finding) => sayFinding(finding, tell.language)), ...texts]);
  const index: PlateIndex = { limit: limits.inkLimit, files };
  await writeFile(join(work.plates, PLATE_INDEX), JSON.stringify(index));
  return { kind: 'preflight', findings, pages, plates: basename(work.plates) };
}

export async function handoff(work: Extract<Work, { readonly kind: 'handoff' }>, tell: Tell): Promise<WorkResult> {
  const issue = readIssue(work.issue);
  const step = { code: 'shell.handingOff', params: {} };
  tell.progress(0, step);
  const result = await handOff(issue, work.folder, work.output, {
    preset: await presetIn(work),
    voice: voiceIn(tell.language),
    resend: work.resend,
    force: work.replace,
    progress: (done, total) => tell.progress(done / total, step),
  });
  const files = result.files.map((file) => join(work.output, file));
  const findings = result.findings.map((finding) => findingLine(sayFinding(finding, tell.language), tell.language));
  return {
    kind: 'handoff',
    folder: work.output,
    files: [result.package, ...files.filter((file) => file !== result.package)],
    findings,
    errors: result.findings.filter(({ severity }) => severity === 'error').length,
  };
}
