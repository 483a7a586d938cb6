/** A story's picture in its block: which rows it gets, and its caption. */
import type { Photo } from '../issue/types';
import { type ArticleSpace, type HeadPlace, type PicturePlace, textTop, textWidth } from './article-space';
import { type Caption, cutCaption, setCaption } from './caption';
import type { Context } from './context';
import { missingPicture } from './fit';
import type { LayoutRemark } from './types';

export interface SetPicture {
  readonly place: PicturePlace;
  readonly photo: Photo | undefined;
  readonly caption: Caption;
}

/** A picture is not squeezed below so many rows to give its caption room. */
const LEAST_PICTURE_ROWS = 3;

export interface PictureVerdict {
  /** Undefined when it has no room. */
  readonly picture: SetPicture | undefined;
  /** Text of the caption without a place. */
  readonly lost: string;
  readonly remarks: readonly LayoutRemark[];
}

/** A picture kept inside the block and below the headline, with its caption; what has no room is reported. */
export function setPicture(context: Context, space: ArticleSpace, head: HeadPlace, asked: PicturePlace): PictureVerdict {
  const photo = context.photos.get(asked.photo);
  const missing = photo ? [] : [missingPicture(asked.photo)];
  const column = Math.min(asked.column, space.columns - 1);
  const columns = Math.min(asked.columns, space.columns - column);
  const row = Math.max(asked.row, textTop(space, head, column));
  const room = Math.min(asked.row + asked.rows + asked.captionRows, space.endRow) - row;
  const caption = photoCaption(context, photo, textWidth(space, columns));
  if (room < 1) {
    const leftOut: LayoutRemark = { rule: 'picture-left-out', detail: asked.photo };
    return { picture: undefined, lost: cutCaption(caption, 0).lost, remarks: [...missing, leftOut] };
  }
  const rows = Math.min(room, Math.max(LEAST_PICTURE_ROWS, room - caption.rows));
  const cut = cutCaption(caption, room - rows);
  const place = { photo: asked.photo, column, columns, row, rows, captionRows: cut.caption.rows };
  const resized: LayoutRemark[] = rows === asked.rows ? [] : [{ rule: 'picture-rows', detail: `${asked.rows} → ${rows}` }];
  return { picture: { place, photo, caption: cut.caption }, lost: cut.lost, remarks: [...missing, ...resized] };
}

/** The caption of a photograph with its credit, over a width in points. */
export function photoCaption(context: Context, photo: Photo | undefined, width: number): Caption {
  const text = { text: photo?.caption ?? '', credit: photo?.credit ?? '', shared: false };
  return setCaption(text, width, context);
}
