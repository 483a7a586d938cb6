/** Whether an issue's folder is whole after whatever happened to it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Issues } from '../../electron/issues';
import { apply } from '../../engine/issue';
import { checkAssets, openStored, readVersion, savedVersions, signEntries } from '../../engine/store';
import { openPackage } from '../../engine/store/package-file';
import { stepOf, type Trial } from './operations';

export interface Losses {
  unreadable: string[];
  lostAssets: string[];
  /** Steps that were on the disk and are gone. */
  lostEdits: number;
  lostVersions: string[];
  brokenOutput: string[];
}

/** @param acknowledged the last step that was told to be on the disk */
export async function lossesOf(trial: Trial, acknowledged: number): Promise<Losses> {
  const losses: Losses = { unreadable: [], lostAssets: [], lostEdits: 0, lostVersions: [], brokenOutput: [] };
  await note(losses.unreadable, async () => {
    const { issue } = await openStored(trial.issue);
    losses.lostAssets = (await checkAssets(trial.issue, issue)).map(({ file, kind }) => `${file} ${kind}`);
    losses.lostEdits = Math.max(0, acknowledged - (await lastStep(trial)));
    await signEntries(trial.issue);
  });
  await note(losses.unreadable, async () => void (await openStored(trial.desk)));
  for (const { id } of (await savedVersions(trial.issue)).slice(0, 3))
    await note(losses.lostVersions, async () => void (await readVersion(trial.issue, id)));
  for (const name of ['p1.banxinpage', 'p2.banxinpage']) {
    const file = join(trial.out, name);
    if (existsSync(file)) await note(losses.brokenOutput, async () => (await openPackage(file)).close());
  }
  const web = join(trial.out, 'web');
  if (existsSync(web) && !readdirSync(web).includes('index.html')) losses.brokenOutput.push('web');
  return losses;
}

/** As the program's next start finds it: in the document, in what is recovered, or in a version of what was left over. */
async function lastStep({ issue: folder }: Trial): Promise<number> {
  const issues = new Issues();
  const { issue, recovered } = await issues.open(folder, true);
  issues.closeAll();
  const found = recovered ? apply(issue, recovered.edit).issue : issue;
  const kept = (await savedVersions(folder)).filter(({ reason }) => reason === 'kept');
  const states = [found, ...(await Promise.all(kept.map(({ id }) => readVersion(folder, id))))];
  return Math.max(...states.map(({ pages }) => stepOf(pages[0]!.section)));
}

async function note(faults: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
}

export const isWhole = ({ unreadable, lostAssets, lostEdits, lostVersions, brokenOutput }: Losses): boolean =>
  unreadable.length + lostAssets.length + lostVersions.length + brokenOutput.length === 0 && lostEdits === 0;
