/** Worker thread that examines and paints: one request, one answer, in order. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerProof, type ProofRequest } from './examination';
import { createProofEngine } from './proof-engine';

const engine = createProofEngine((workerData as { profile: string }).profile);

parentPort?.on('message', async (request: ProofRequest) => parentPort?.postMessage(await answerProof(await engine, request)));
