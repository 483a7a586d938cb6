import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStage } from '../../engine/press/node/stage';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-stage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('shows nothing under the final names before delivery', async () => {
  const output = join(folder, 'out');
  const stage = await openStage(output);
  await stage.write(join(output, 'a.pdf'), 'a');
  expect(readdirSync(output)).not.toContain('a.pdf');
  await stage.deliver([join(output, 'a.pdf')], false);
  await stage.close();
  expect(readdirSync(output)).toEqual(['a.pdf']);
});

it('takes the folder back that it made when nothing was delivered, and no other', async () => {
  const made = await openStage(join(folder, 'new', 'deep'));
  await made.close();
  expect(existsSync(join(folder, 'new'))).toBe(false);
  const stage = await openStage(folder);
  await stage.close();
  expect(readdirSync(folder)).toEqual([]);
});

it('does not replace a file that came meanwhile, unless asked', async () => {
  const file = join(folder, 'a.pdf');
  const stage = await openStage(folder);
  await stage.write(file, 'new');
  writeFileSync(file, 'mine');
  await expect(stage.deliver([file], false)).rejects.toMatchObject({ code: 'store.exists' });
  await stage.deliver([file], true);
  await stage.close();
});

it('watches for no signal once it is closed without a delivery', async () => {
  vi.resetModules();
  const fresh = await import('../../engine/press/node/stage');
  const before = process.listenerCount('SIGTERM');
  const stage = await fresh.openStage(folder);
  expect(process.listenerCount('SIGTERM')).toBe(before + 1);
  await stage.close();
  expect(process.listenerCount('SIGTERM')).toBe(before);
});

it('names the place of delivery in what fails, not the place where a file waits', async () => {
  const file = join(folder, `${'x'.repeat(300)}.pdf`);
  const stage = await openStage(folder);
  await expect(stage.write(file, 'a')).rejects.toMatchObject({ code: 'store.nameTooLong', params: { file } });
  await stage.close();
  writeFileSync(join(folder, 'note.txt'), 'mine');
  const output = join(folder, 'note.txt');
  await expect(openStage(output)).rejects.toMatchObject({ params: { file: output } });
});
