/** Worker thread around the picture engine: one request, one answer, in order. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerRequest } from './picture-answer';
import { answer } from './picture-answer';
import { createPictureEngine } from './picture-engine';
import { readEngineFiles } from './picture-files';

const engine = createPictureEngine(readEngineFiles((workerData as { profile: string }).profile));

parentPort?.on('message', async (request: WorkerRequest) => parentPort?.postMessage(await answer(await engine, request)));
