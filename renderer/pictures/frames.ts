/** The frames of the pictures on a page, as composed last, and whose they are. */
import { type Block, type Id, type Issue, isStory, type Photo, photoIds } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import { newsprintLimits } from '../../engine/press/preflight/limits';
import type { PageReport, PictureFrame } from '../compose/protocol';
import { blockOf, itemOf } from '../state/facts';

type Reports = ReadonlyMap<number, PageReport>;

export interface ShownPicture {
  readonly photo: Photo;
  readonly block: Block;
  readonly page: number;
  readonly frame: PictureFrame;
}

/** What the headline takes of a block, as composed last; undefined of one that is not composed or has no story. */
export function headOf(reports: Reports, block: Id): BlockFit['head'] {
  for (const { fits } of reports.values()) {
    const fit = fits.find((one) => one.block === block);
    if (fit) return fit.head;
  }
  return undefined;
}

/** Photographs of a block, by id, in its order. */
export function photosOf(issue: Issue, block: Block): readonly Photo[] {
  const items = {
    groups: new Map(issue.groups.map((item) => [item.id, item])),
    advertisements: new Map(issue.advertisements.map((item) => [item.id, item])),
  };
  return photoIds(block.content, items).flatMap((id) => itemOf(issue, 'photos', id) ?? []);
}

/** The picture at a point of a page, in points; the topmost one. */
export function pictureAt(
  issue: Issue,
  reports: Reports,
  page: number,
  point: { readonly x: number; readonly y: number },
): ShownPicture | undefined {
  const frame = reports
    .get(page)
    ?.pictures.findLast(
      ({ x, y, width, height }) => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height,
    );
  return frame && shown(issue, page, frame);
}

/** Where a photograph stands, as composed last. */
export function placeOfPhoto(issue: Issue, reports: Reports, photo: Photo): ShownPicture | undefined {
  for (const { number } of issue.pages) {
    for (const frame of reports.get(number)?.pictures ?? []) {
      const found = frame.asset === photo.asset ? shown(issue, number, frame) : undefined;
      if (found?.photo.id === photo.id) return found;
    }
  }
  return undefined;
}

function shown(issue: Issue, page: number, frame: PictureFrame): ShownPicture | undefined {
  const block = blockOf(issue, frame.block);
  const photo = block && photosOf(issue, block).find(({ asset }) => asset === frame.asset);
  return block && photo ? { photo, block, page, frame } : undefined;
}

/** A finished advertisement is shown whole; everything else may be cropped. */
export function canCrop({ content }: Block): boolean {
  return isStory(content) || content.kind === 'group';
}

/** Whether a resolution will do in print: the press's own limits. */
export function toneOf(ppi: number): 'ok' | 'warning' | 'error' {
  const whole = Math.round(ppi);
  if (whole < newsprintLimits.poorPpi) return 'error';
  return whole < newsprintLimits.leastPpi ? 'warning' : 'ok';
}
