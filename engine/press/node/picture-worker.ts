/** Worker thread around the picture engine: one request, one answer, in order. */
import { parentPort, workerData } from 'node:worker_threads';
import { createPictureEngine } from './picture-engine';
import { readEngineFiles } from './picture-files';
import type { WorkerRequest } from './pictures';

const engine = createPictureEngine(readEngineFiles((workerData as { profile: string }).profile));

parentPort?.on('message', async (request: WorkerRequest) => {
  const { prepare, inspect } = await engine;
  parentPort?.postMessage(request.kind === 'prepare' ? prepare(request.bytes, request.placement) : inspect(request.bytes));
});
