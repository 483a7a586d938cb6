import type { Io } from '../../cli/command';
import { run } from '../../cli/run';

export interface Answer {
  readonly exit: number;
  readonly out: string;
  /** Lines on standard error. */
  readonly err: readonly string[];
}

/** Runs a command line inside the test. */
export async function banxin(args: readonly string[], language: Io['language'] = 'zh', debug = false): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await run(args, { out: (text) => out.push(text), err: (text) => err.push(text), language }, debug);
  return { exit, out: out.join(''), err };
}
