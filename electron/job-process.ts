/**
 * The background process: does one piece of work and ends when its answer has been heard. Its work is whole or leaves nothing, so it may be killed at any
 * moment: files come into being under temporary names, which the program sweeps away (jobs.ts).
 */
import { faultOf } from './fault';
import { arrange, arrangeIssue, importInto, makeSample, press, type Tell } from './job-work';
import { handoff, preflight } from './press-work';
import { exportArticles, replace } from './reuse-work';
import type { Work, WorkAnswer, WorkRequest, WorkResult } from './work';

process.parentPort.once('message', ({ data }: { data: WorkRequest }) => {
  // The program has the answer: a process that has delivered hears no signal any more (engine/press/node/ending.ts).
  process.parentPort.once('message', () => process.exit(0));
  void answerTo(data).then((answer) => process.parentPort.postMessage(answer));
});

async function answerTo({ work, language }: WorkRequest): Promise<WorkAnswer> {
  const tell: Tell = {
    language,
    progress: (done, step, proposals) =>
      process.parentPort.postMessage({ kind: 'progress', done, step, ...(proposals && { proposals }) } satisfies WorkAnswer),
  };
  try {
    return { kind: 'done', result: await resultOf(work, tell) };
  } catch (error) {
    return { kind: 'fault', fault: await faultOf(error, language) };
  }
}

function resultOf(work: Work, tell: Tell): Promise<WorkResult> {
  switch (work.kind) {
    case 'import':
      return importInto(work, tell);
    case 'arrange':
      return arrange(work, tell);
    case 'arrangeIssue':
      return arrangeIssue(work, tell);
    case 'press':
      return press(work, tell);
    case 'preflight':
      return preflight(work, tell);
    case 'handoff':
      return handoff(work, tell);
    case 'export':
      return exportArticles(work, tell);
    case 'replace':
      return replace(work);
    case 'sample':
      return makeSample(work.folder, tell);
  }
}
