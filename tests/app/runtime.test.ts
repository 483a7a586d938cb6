import { existsSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { resolveElectron } from '../../electron/runtime.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a folder that the user names comes first', () => {
  const { folder, version, executable } = resolveElectron(() => {});
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(resolveElectron(() => {})).toEqual({ folder, version, executable, standIn: false });
});

test('a folder without Electron is named', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', import.meta.dirname);
  expect(() => resolveElectron(() => {})).toThrow(import.meta.dirname);
});

test('otherwise there is one that runs, and a stand-in says so', () => {
  const said: string[] = [];
  const { executable, standIn } = resolveElectron((line) => said.push(line));
  expect(existsSync(executable)).toBe(true);
  expect(said.length > 0).toBe(standIn);
});
