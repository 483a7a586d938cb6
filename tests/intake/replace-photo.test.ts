import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replacePhoto } from '../../engine/intake';
import { apply, type Issue, type Photo } from '../../engine/issue';
import { createIssue } from '../../engine/store';
import { photo, smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';
import { jpeg } from './pictures';

const cropped: Photo = {
  ...photo('p1'),
  width: 600,
  height: 400,
  caption: '河堤',
  focus: { x: 0.2, y: 0.3 },
  focusBy: 'editor',
  zoom: 2,
};

async function replacedBy(width: number, height: number): Promise<Photo> {
  const folder = temporaryFolder();
  const issue: Issue = { ...smallIssue, photos: [cropped] };
  await createIssue(folder, issue);
  const file = join(temporaryFolder(), 'b.jpg');
  writeFileSync(file, jpeg(width, height));
  const edit = await replacePhoto(folder, issue, 'p1', file, async () => ({ width, height }));
  return apply(issue, edit).issue.photos[0]!;
}

test('a larger file of the same picture keeps its crop and its words', async () => {
  const { caption, focus, focusBy, zoom, width } = await replacedBy(1500, 1000);
  expect({ caption, focus, focusBy, zoom, width }).toEqual({
    caption: '河堤',
    focus: { x: 0.2, y: 0.3 },
    focusBy: 'editor',
    zoom: 2,
    width: 1500,
  });
});

test('a picture of another shape has a crop of its own to come', async () => {
  const { caption, focus, ...rest } = await replacedBy(400, 600);
  expect(caption).toBe('河堤');
  expect(focus).toEqual({ x: 0.5, y: 0.5 });
  expect(Object.keys(rest)).not.toContain('zoom');
  expect(Object.keys(rest)).not.toContain('focusBy');
});
