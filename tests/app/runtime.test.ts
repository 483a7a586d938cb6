import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { resolveElectron } from '../../electron/runtime.mjs';

const folder = mkdtempSync(join(tmpdir(), 'banxin-runtime-'));

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('a folder that the user names comes first', () => {
  const { folder: found, version, executable } = resolveElectron(() => {});
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', found);
  expect(resolveElectron(() => {})).toEqual({ folder: found, version, executable, standIn: false });
});

test('a folder without Electron is named', () => {
  writeFileSync(join(folder, 'electron.txt'), '');
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(() => resolveElectron(() => {})).toThrow(folder);
});

test('otherwise there is one that runs, and a stand-in says so', () => {
  const said: string[] = [];
  const { executable, standIn } = resolveElectron((line) => said.push(line));
  expect(existsSync(executable)).toBe(true);
  expect(said.length > 0).toBe(standIn);
});
