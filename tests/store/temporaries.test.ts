import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeTemporaries } from '../../engine/store';
import { temporaryFolder } from './temporary-folder';

test('only what a killed writer left goes', async () => {
  const folder = temporaryFolder();
  for (const name of ['issue.json', '.hidden', '.issue.json.0123456789ab.tmp', 'mine.tmp', '.short.0123.tmp']) {
    writeFileSync(join(folder, name), '');
  }
  await removeTemporaries(folder);
  expect(readdirSync(folder).sort()).toEqual(['.hidden', '.short.0123.tmp', 'issue.json', 'mine.tmp']);
});

test('no folder is no fault', async () => {
  await expect(removeTemporaries(join(temporaryFolder(), 'none'))).resolves.toBeUndefined();
});
