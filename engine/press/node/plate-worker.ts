/** Worker thread that paints parts of plates: one request, one answer, in order; what is no longer wanted is answered at once. */
import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../../errors';
import { PlateParts, Superseded } from './plate-parts';
import type { PartAnswer, PartRequest, PartWorkerData } from './plate-room';
import { createProofEngine } from './proof-engine';

const { profile, turn } = workerData as PartWorkerData;
const parts = createProofEngine(profile).then((engine) => new PlateParts(engine));

parentPort?.on('message', async (request: PartRequest) => parentPort?.postMessage(await answerTo(request)));

async function answerTo({ part, number }: PartRequest): Promise<PartAnswer> {
  const watch = () => {
    if (Atomics.load(turn, 0) !== number) throw new Superseded();
  };
  try {
    watch();
    return (await (await parts).paint(part, watch)) ?? null;
  } catch (error) {
    if (error instanceof Superseded || error instanceof InputError) return null;
    throw error;
  }
}
