/** Puts a handoff into its folder: archive, sums and manifest beside the files, all of them or none. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { ZipEntry } from '../../store/zip-writer';
import { files as fileNames, packageName } from '../handoff/names';
import { type Job, json, textEntry } from './handoff-job';
import { type DeliveredFile, type Manifest, openManifest, sha256, sumsText } from './handoff-manifest';
import { pressEntries, validPages } from './handoff-press';
import type { ProofRoom } from './proof-room';
import { openStage } from './stage';

/** Adds archive, sums and manifest, and puts all of it into the folder. Gives the files' names. */
export async function deliver(job: Job, entries: readonly ZipEntry[], room: ProofRoom): Promise<string[]> {
  const { issue, output, version, before, settings } = job;
  const delivered = entries.map(deliveredFile);
  await breath();
  const name = packageName(issue, version);
  const sums = textEntry(fileNames.sums, sumsText(delivered));
  const archive: ZipEntry = {
    name,
    bytes: (await room.pack({ file: name, entries: [...entries, sums], date: issue.date })).zip,
  };
  const files = mergedFiles(before, [...delivered, deliveredFile(archive)]);
  const manifest = manifestOf(job, files);
  const all = [...entries, archive, textEntry(fileNames.sums, sumsText(files)), textEntry(fileNames.manifest, json(manifest))];
  const stale = settings.force && !before ? await staleFiles(output, files) : [];
  await putInto(output, all);
  for (const name of stale) await rm(join(output, name), { force: true });
  return all.map(({ name }) => name);
}

const deliveredFile = ({ name, bytes }: ZipEntry): DeliveredFile => ({ name, sha256: sha256(bytes) });

function manifestOf(job: Job, files: readonly DeliveredFile[]): Manifest {
  const { issue, version } = job;
  const pages = validPages(job, pressEntries(job));
  return { format: 'banxin-handoff', version, paper: issue.paper.name, date: issue.date, pages, files };
}

/** Writes all files beside their places, then moves them there; a folder made for nothing is taken back. */
async function putInto(output: string, files: readonly ZipEntry[]): Promise<void> {
  const stage = await openStage(output);
  const places = files.map(({ name }) => join(output, name));
  try {
    for (const [i, { bytes }] of files.entries()) await stage.write(places[i]!, bytes);
    await stage.deliver(places, true);
  } finally {
    await stage.close();
  }
}

function mergedFiles(before: Manifest | undefined, fresh: readonly DeliveredFile[]): DeliveredFile[] {
  const names = new Set(fresh.map(({ name }) => name));
  return [...(before?.files ?? []).filter(({ name }) => !names.has(name)), ...fresh].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

/** Files of a handoff that is replaced which the new one does not write. */
async function staleFiles(output: string, files: readonly DeliveredFile[]): Promise<readonly string[]> {
  const old = await openManifest(output).catch(() => undefined);
  const names = new Set(files.map(({ name }) => name));
  return (old?.files ?? []).map(({ name }) => name).filter((name) => !names.has(name));
}
