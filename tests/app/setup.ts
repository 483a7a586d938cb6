import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { resolveElectron } from '../../electron/runtime.mjs';
import { clearFolder } from './support/clear';
import { makeSample } from './support/sample';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all files of a run share (support/sample.ts). */
    readonly shared: string;
  }
}

/** Fetches the runtime and makes the sample before the clock of the first test runs. */
export default function setup({ provide }: TestProject): () => void {
  resolveElectron();
  const shared = mkdtempSync(join(tmpdir(), 'banxin-shared-'));
  makeSample(shared);
  provide('shared', shared);
  return () => clearFolder(shared);
}
