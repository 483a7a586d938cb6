/** Finished advertisements that come as PDF pages: they are placed as they are. */
import { InputError } from '../errors';
import type { Changes } from '../issue/changes';
import { nextId } from '../issue/ids';
import type { Advertisement, Id, PageSpec } from '../issue/types';
import { readPictureName } from '../manuscript';
import { basename } from './paths';
import type { Inspect, PhotoFacts } from './photos';

/** Extension of the asset of a page. */
export const PAGE_EXTENSION = 'pdf';
/** Resolution in which the sizes of pages are told among photographs: `inspect` gives pixels of it. */
const PAGE_PPI = 300;

/** Throws InputError when the PDF is encrypted, damaged, without pages or so complex that nobody waits for it. */
export async function pageFrom(
  bytes: Uint8Array,
  path: string,
  inspect: Inspect,
): Promise<{ photo: PhotoFacts; preview: Uint8Array | undefined }> {
  const { width, height, broken, refused, preview } = await inspect(bytes);
  if (refused === 'encrypted') throw new InputError('intake.pageEncrypted', { file: path });
  if (refused === 'too-much') throw new InputError('intake.pageTooMuch', { file: path });
  if (refused !== undefined || broken !== undefined) throw new InputError('intake.pageDamaged', { file: path });
  const photo = { file: basename(path), width, height, caption: '', credit: '', focus: { x: 0.5, y: 0.5 } };
  return { photo, preview };
}

/** The advertisement that shows a page, as many columns wide as comes nearest to the page's own width. */
export function addPageAdvertisement(changes: Changes, photo: Id, facts: PhotoFacts, hash: string): Advertisement {
  const { page } = readPictureName(facts.file);
  const label = facts.file.includes('公益') ? '公益广告' : '广告';
  const columns = columnsFor(changes.issue.spec, (facts.width / PAGE_PPI) * 72);
  const id = nextId(changes.issue, 'advertisements');
  const type = { title: '', lines: [] };
  const item = { id, label, ...type, photo, columns, rows: 0, page: page ?? 0, source: facts.file, sourceHash: hash };
  const known = item.page <= changes.issue.pages.length ? item : { ...item, page: 0 };
  changes.make({ type: 'put', list: 'advertisements', item: known });
  return known;
}

/** `width` in points. */
function columnsFor({ columns, columnChars, gapChars, bodySize }: PageSpec, width: number): number {
  const gap = gapChars * bodySize;
  const nearest = Math.round((width + gap) / (columnChars * bodySize + gap));
  return Math.min(columns, Math.max(1, nearest));
}
