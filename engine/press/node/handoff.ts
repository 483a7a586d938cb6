/**
 * The whole package for the print shop: press files, imposed files, proofs, report, job ticket, sums, and all of it as
 * one ZIP. Everything is made before anything is delivered.
 */
import { join } from 'node:path';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import { exists } from '../../store';
import { files as fileNames, packageName } from '../handoff/names';
import { withBleed } from '../handoff/preset';
import type { PreflightFinding } from '../preflight/types';
import { deliver } from './handoff-delivery';
import { packageEntries, reportOf } from './handoff-entries';
import { filesOf, type HandoffSettings, impositionOf, type Job } from './handoff-job';
import { type Manifest, requireManifest, sha256 } from './handoff-manifest';
import { type MadePages, makePages } from './handoff-pages';
import { type ProofRoom, withProofRoom } from './proof-room';
import { withScratch } from './scratch';

export type { HandoffSettings } from './handoff-job';

export interface HandoffResult {
  readonly folder: string;
  readonly package: string;
  /** 1 for the first handoff. */
  readonly version: number;
  /** Pages that go out. */
  readonly pages: readonly number[];
  /** Files written, from the folder. */
  readonly files: readonly string[];
  readonly findings: readonly PreflightFinding[];
}

/**
 * Hands an issue off. Throws InputError: what pressing throws; `store.exists` where a handoff stands and is not to be
 * replaced; `press.notHandedOff`, `press.otherIssue`, `press.nothingChanged` when sending again.
 */
export async function handOff(issue: Issue, folder: string, output: string, settings: HandoffSettings): Promise<HandoffResult> {
  const before = settings.resend ? await requireManifest(output, issue) : undefined;
  if (!before && !settings.force) await requireNoHandoff(output);
  const version = before ? before.version + 1 : 1;
  return inWorkshop(async (scratch, room) => {
    const bled = withBleed(issue, settings.preset.preset);
    const made = await makePages(
      bled,
      folder,
      scratch,
      settings,
      { imposition: impositionOf(settings), files: filesOf(settings) },
      room,
    );
    const changed = before ? changedPages(made, before) : [...made.pages.keys()];
    if (changed.length === 0) throw new InputError('press.nothingChanged', { file: output });
    const job: Job = { issue: bled, output, settings, made, version, before, changed };
    const entries = await packageEntries(job, room);
    const findings = reportOf(job).findings;
    const written = await deliver(job, entries, room);
    return {
      folder: output,
      package: join(output, packageName(issue, version)),
      version,
      pages: changed,
      files: written,
      findings,
    };
  });
}

const inWorkshop = <T>(work: (scratch: string, room: ProofRoom) => Promise<T>): Promise<T> =>
  withScratch((scratch) => withProofRoom((room) => work(scratch, room)));

async function requireNoHandoff(output: string): Promise<void> {
  const file = join(output, fileNames.manifest);
  if (await exists(file)) throw new InputError('store.exists', { file });
}

function changedPages({ pages }: MadePages, before: Manifest): number[] {
  const known = new Map(before.pages.map(({ page, alone, sha256: sum }) => [page, alone ?? sum]));
  return [...pages].filter(([page, { pdf }]) => known.get(page) !== sha256(pdf)).map(([page]) => page);
}
