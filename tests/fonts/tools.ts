import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's python3-fonttools belongs to the system's Python, which need not be the first one on the path. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Runs a tool of the test set-up and returns its output; a tool that is missing or fails makes the test fail. */
export function run(tool: string, args: readonly string[], input?: string): Buffer {
  const result = spawnSync(tool, args, { input, maxBuffer: 256 * 1024 * 1024 });
  if (result.error) throw new Error(`${tool} is needed by the tests: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${result.stderr}`);
  return result.stdout;
}

/** Runs a Python program that prints JSON; fontTools, pikepdf, PIL and numpy are there. */
export function python<T>(program: string, args: readonly string[]): T {
  return JSON.parse(run(PYTHON, ['-', ...args], program).toString('utf8'));
}
