/** Examines and paints finished files in up to two worker threads, so that the calling one can be told to stop. */
import { join } from 'node:path';
import { InputError } from '../../errors';
import { programRoot } from '../../store';
import type {
  Examination,
  ExamineRequest,
  Look,
  LookRequest,
  Packed,
  PackRequest,
  ProofAnswer,
  ProofRequest,
} from './examination';
import { builtFile, PRESS_PROFILE } from './picture-files';
import type { ProofEngine } from './proof-engine';
import { WorkerPool } from './worker-pool';

/** All throw InputError: what opening the file throws, `press.examinationFailed` where a worker died of it or needs too long. */
export interface ProofRoom {
  examine(request: Omit<ExamineRequest, 'kind'>): Promise<Examination>;
  look(request: Omit<LookRequest, 'kind'>): Promise<Look>;
  pack(request: Omit<PackRequest, 'kind'>): Promise<Packed>;
}

const mostWorkers = 2;
/** WebAssembly memory never shrinks. */
const requestsPerWorker = 40;
/** For a whole file of many pages, milliseconds. */
const patience = 600_000;

/** Gives the work a room that stands until it is done. */
export async function withProofRoom<T>(work: (room: ProofRoom) => Promise<T>): Promise<T> {
  const profile = join(programRoot(), PRESS_PROFILE);
  const program = builtFile('proof-worker.js');
  if (program === undefined) return work(roomOf(inline(profile)));
  const settings = { program, workerData: { profile }, mostWorkers, requestsPerWorker, patience };
  const pool = new WorkerPool<ProofRequest, ProofAnswer>(settings);
  try {
    return await work(roomOf((request) => pool.ask(request)));
  } finally {
    await pool.close();
  }
}

type Ask = (request: ProofRequest) => Promise<ProofAnswer | undefined>;

function roomOf(ask: Ask): ProofRoom {
  const asked = async (request: ProofRequest) => {
    const answer = await ask(request);
    if (answer === undefined) throw new InputError('press.examinationFailed', { file: request.file });
    if ('fault' in answer) throw new InputError(answer.fault.code, answer.fault.params);
    return answer;
  };
  return {
    examine: async (request) => (await asked({ ...request, kind: 'examine' })) as Examination,
    look: async (request) => (await asked({ ...request, kind: 'look' })) as Look,
    pack: async (request) => (await asked({ ...request, kind: 'pack' })) as Packed,
  };
}

/** For runs from source, where there is no built worker. */
function inline(profile: string): Ask {
  let engine: Promise<ProofEngine> | undefined;
  return async (request) => {
    engine ??= import('./proof-engine').then(({ createProofEngine }) => createProofEngine(profile));
    const { answerProof } = await import('./examination');
    return answerProof(await engine, request);
  };
}
