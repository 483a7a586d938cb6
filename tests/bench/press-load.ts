/** Issues for the press: pages of 8-megapixel photographs, and pages of text alone. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initializeImageMagick, MagickFormat, MagickGeometry, MagickImage, Percentage } from '@imagemagick/magick-wasm';
import type { Block, Page, PhotoGroup } from '../../engine/issue';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import { addAsset, createIssue, issueFrom, readTemplate, saveIssue } from '../../engine/store';

const photographs = join('samples', 'chengtang', 'manuscripts');
const size = { width: 3456, height: 2304 };
const numbers = '①②③④⑤⑥⑦⑧';

/** Large photographs, all different: those of the sample, enlarged and each a little darker than the one before. */
export async function writePhotographs(folder: string, count: number, profile: string): Promise<void> {
  await initializeImageMagick(readEngineFiles(profile).magickWasm);
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(photographs).filter((file) => file.endsWith('.jpg'));
  for (let i = 0; i < count; i++) {
    const image = MagickImage.create(readFileSync(join(photographs, files[i % files.length]!)));
    const geometry = new MagickGeometry(size.width, size.height);
    geometry.ignoreAspectRatio = true;
    image.resize(geometry);
    image.modulate(new Percentage(100 - i), new Percentage(100), new Percentage(100));
    image.quality = 90;
    image.write(MagickFormat.Jpeg, (data) => writeFileSync(join(folder, `${i}.jpg`), data));
    image.dispose();
  }
}

/** An issue with one photo group a page, `each` photographs in it. */
export async function writePhotoIssue(folder: string, photos: string, pages: number, each: number): Promise<void> {
  const empty = issueFrom(await readTemplate('sikai'), '2026-03-10', 1, pages);
  await createIssue(folder, empty);
  const added = [];
  for (let i = 0; i < pages * each; i++) {
    const { asset } = await addAsset(folder, readFileSync(join(photos, `${i}.jpg`)), 'jpg');
    added.push({ id: `p${i}`, asset, file: `${i}.jpg`, ...size, caption: '', credit: '', focus: { x: 0.5, y: 0.5 } });
  }
  const groups = empty.pages.map(({ number }): PhotoGroup => {
    const pictures = Array.from({ length: each }, (_, i) => ({ number: i + 1, photo: `p${(number - 1) * each + i}` }));
    const caption = pictures.map((_, i) => `图${numbers[i]}社区里的一天。`).join('');
    return { id: `g${number}`, pictures, caption, credit: '', label: '图片新闻', page: number, source: '' };
  });
  await saveIssue(folder, { ...empty, photos: added, groups, pages: empty.pages.map((page) => filled(page, empty.spec)) });
}

function filled(page: Page, { columns, rows }: { columns: number; rows: number }): Page {
  const row = page.number === 1 ? 13 : 4;
  const bottom = page.number === 1 ? 4 : 0;
  const rect = { column: 0, row, columns, rows: rows - row - bottom };
  const block: Block = {
    id: `b${page.number}`,
    content: { kind: 'group', group: `g${page.number}` },
    rect,
    cuts: [],
    locked: false,
  };
  return { ...page, blocks: [...page.blocks, block] };
}
