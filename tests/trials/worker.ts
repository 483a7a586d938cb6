/** A process that works on an issue until it is killed, or with a disk that is full now and then. Its task comes as JSON. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { failures, fillDisk, watchWrites } from './full-disk';
import { isTold, OPERATIONS, type Operation, trialIn, work } from './operations';
import { isWhole, lossesOf } from './verify';

export interface Task {
  readonly home: string;
  /** Begins with looking at what the process before has left. */
  readonly operation: Operation | 'look';
  readonly from: number;
  /** The last step that was told to be on the disk. */
  readonly acknowledged: number;
  /** Share of writes that fail, and after how many operations to end; absent where the process is killed. */
  readonly full?: { readonly share: number; readonly operations: number; readonly seed: number };
}

const task: Task = JSON.parse(process.argv[2]!);
const trial = trialIn(task.home);
const say = (value: unknown) => void writeSync(1, `${JSON.stringify(value)}\n`);

if (task.full) await fullDisk(task.full);
else {
  say({ losses: await lossesOf(trial, task.acknowledged) });
  if (task.operation !== 'look') await work(task.operation, trial, task.from, (step) => say({ step }));
}

/** After each operation, whether it failed or not, with a disk that takes everything again, nothing may be lost. */
async function fullDisk({ share, operations, seed }: NonNullable<Task['full']>): Promise<void> {
  await watchWrites(join(task.home, 'probe'));
  const faults: string[] = [];
  let [refused, acknowledged] = [0, task.acknowledged];
  for (let round = 0; round < operations; round++) {
    const kind = OPERATIONS[(seed + round * 3) % (OPERATIONS.length - 1)]!;
    const number = task.from + round * 10;
    fillDisk(share, seed + round);
    try {
      await work(kind, trial, number, (step) => (acknowledged = step), kind === 'edit' ? 9 : 1);
    } catch (error) {
      refused++;
      if (!isTold(error)) faults.push(`${kind} ${round}: ${error instanceof Error ? error.stack : error}`);
    }
    fillDisk(0);
    const losses = await lossesOf(trial, acknowledged);
    if (!isWhole(losses)) faults.push(`${kind} ${round}: ${JSON.stringify(losses)}`);
  }
  say({ operations, refused, failures, faults: faults.slice(0, 5) });
}
