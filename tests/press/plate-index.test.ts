import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PLATE_INDEX, PlateIndexes } from '../../electron/plate-index';

it('the index of an examination is read once, and that of another one then', async () => {
  const [first, second] = ['a', 'b'].map((name) => mkdtempSync(join(tmpdir(), `banxin-index-${name}-`)));
  const write = (folder: string, limit: number) =>
    writeFileSync(join(folder, PLATE_INDEX), JSON.stringify({ limit, files: { 1: 'A01.pdf' } }));
  try {
    const indexes = new PlateIndexes();
    await expect(indexes.of(first!)).rejects.toThrow('ENOENT');
    write(first!, 240);
    expect(await indexes.of(first!)).toEqual({ limit: 240, files: { 1: 'A01.pdf' } });
    rmSync(join(first!, PLATE_INDEX));
    expect(await indexes.of(first!)).toMatchObject({ limit: 240 });
    write(second!, 300);
    expect(await indexes.of(second!)).toMatchObject({ limit: 300 });
    await expect(indexes.of(first!)).rejects.toThrow('ENOENT');
  } finally {
    for (const folder of [first!, second!]) rmSync(folder, { recursive: true });
  }
});
