/** A short story in a box, as the paper sets stories off (底纹, 框线, 花边): no headline collides with it, and it gives a page of grey columns a rhythm. */
import type { PageSpec } from '../issue/types';
import type { PlanContext } from './article-plans';
import { BOX, CROP, FLATTEST_PICTURE, HEAD_WHITE, TALLEST_PICTURE } from './costs';
import { cropLoss, ROWS_UNDER_PICTURE } from './pictures';
import type { ArticlePlan, PicturePlan } from './plan';

/** Lines in the grid's columns beyond which a story is too long for a box. */
const MOST_BOX_LINES = 36;
/** White at each side of a box, characters. */
const INSET_CHARS = 1;

/** Box plans at a width; none for leads, long stories and stories with several pictures. */
export function boxPlans(context: PlanContext, columns: number, base: number): ArticlePlan[] {
  const { article, rank, layout, lines, photos, spec, boxes } = context;
  if (boxes === 'none' || rank === 'lead' || lines > MOST_BOX_LINES || photos.length > 1) return [];
  const head = layout.planHeads(article.id, columns, rank).find((plan) => plan.head === 'box');
  if (!head || head.textColumns < 1) return [];
  const chars = boxChars(spec, columns, head.textColumns);
  const boxLines = layout.bodyLines(article.id, chars) + context.addedLines;
  const pictures = photos.length > 0 ? boxPictures(context, chars, head.textColumns) : [undefined];
  return HEAD_WHITE.flatMap((price, white) =>
    pictures.map((picture) => {
      const headRows = head.headRows + white;
      const tops = Array.from({ length: head.textColumns }, (_, column) => (column < head.headColumns ? headRows : 0));
      if (picture) tops[tops.length - 1] = picture.plan.rows + picture.plan.captionRows + ROWS_UNDER_PICTURE;
      return {
        head,
        headRows,
        headColumns: head.headColumns,
        deck: article.deck !== '',
        pictures: picture ? [picture.plan] : [],
        tops,
        closed: tops.map(() => false),
        need: boxLines + tops.reduce((sum, rows) => sum + rows, 0),
        lines: boxLines,
        textColumns: head.textColumns,
        box: boxes,
        cost: base + BOX + price + (picture?.cost ?? 0),
      };
    }),
  );
}

/** Characters of a text column inside a box: the width without the white at its sides, shared. */
function boxChars(spec: PageSpec, columns: number, textColumns: number): number {
  const width = columns * spec.columnChars + (columns - 1) * spec.gapChars - 2 * INSET_CHARS;
  return Math.floor((width - (textColumns - 1) * spec.gapChars) / textColumns);
}

/** The picture at the head of the last column, level with the headline over the first. */
function boxPictures(
  { photos, layout, spec }: PlanContext,
  chars: number,
  textColumns: number,
): { plan: PicturePlan; cost: number }[] {
  if (textColumns < 2) return [];
  const photo = photos[0]!;
  const captionRows = layout.captionRows(photo.id, 1);
  const found: { plan: PicturePlan; cost: number }[] = [];
  const width = chars * spec.bodySize;
  for (let rows = Math.ceil(width / FLATTEST_PICTURE / spec.pitch); rows <= width / TALLEST_PICTURE / spec.pitch; rows++) {
    const aspect = width / (rows * spec.pitch - (spec.pitch - spec.bodySize));
    const plan = { photo: photo.id, column: textColumns - 1, columns: 1, row: 1, rows, captionRows };
    found.push({ plan, cost: CROP * cropLoss(photo, aspect) ** 2 });
  }
  return found;
}
