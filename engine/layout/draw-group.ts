/** Draws a photo group: red rule with its tab, pictures with numbers, shared caption. */
import type { Block, PhotoGroup } from '../issue/types';
import { accentOf, WHITE } from './colours';
import { need } from './context';
import { FACE } from './faces';
import { type Box, boxOf, MM, rowsHeight, rowTop } from './grid';
import { cellWidths, GROUP_TAB_ROWS, type GroupLayout, rowsUnder } from './group';
import { drawCaption, drawPicture, PICTURE_FOOT } from './picture';
import type { Sheet, Type } from './sheet';
import { captionSources, labelSource, numberSource } from './text-source';

const RULE = 1.5;
const TAB = { width: 18.5 * MM, height: 3.8 * MM, size: 8.2, baseline: 3.1 * MM };
const NUMBER = { diameter: 4.6 * MM, inset: 1.6 * MM, size: 8.5 };

export function drawGroup(sheet: Sheet, block: Block, id: string, layout: GroupLayout): void {
  const group = need(sheet.context.groups, id);
  drawTab(sheet, block, group);
  const frames = pictureFrames(sheet, block, layout);
  group.pictures.forEach((slot, i) => {
    const frame = frames[i];
    if (!frame) return;
    drawPicture(sheet, sheet.context.photos.get(slot.photo), frame);
    if (group.pictures.length === 1) return;
    sheet.shows(numberSource(group, i), () => sheet.ofPicture(() => drawNumber(sheet, slot.number, frame)));
  });
  drawCaptionsUnder(sheet, block, group, layout, frames);
  drawGroupCaption(sheet, block, group, layout, frames.at(-1));
}

function drawTab(sheet: Sheet, block: Block, group: PhotoGroup): void {
  const { label } = group;
  const { grid, issue } = sheet.context;
  const box = boxOf(grid, block.rect);
  const accent = accentOf(issue.paper);
  const y = box.y + RULE / 2;
  sheet.rule(box.x, y, box.x + box.width, y, RULE, accent);
  if (label === '') return;
  const type: Type = { face: FACE.heiBold, size: TAB.size * grid.scale, colour: WHITE };
  const width = Math.max(TAB.width * grid.scale, sheet.width(label, type) + 2 * grid.em);
  sheet.fill({ x: box.x, y: box.y, width, height: TAB.height * grid.scale }, accent);
  const down = box.y + TAB.baseline * grid.scale;
  sheet.shows(labelSource(group), () => sheet.text(label, type, box.x + width / 2, down, 'centre'));
}

/** Each picture's own caption, over its width. */
function drawCaptionsUnder(
  sheet: Sheet,
  block: Block,
  group: PhotoGroup,
  { plan, pictureRows }: GroupLayout,
  frames: Box[],
): void {
  const { grid, photos } = sheet.context;
  const below = rowsUnder(plan);
  let at = 0;
  let row = block.rect.row + GROUP_TAB_ROWS;
  pictureRows.forEach((rows, i) => {
    for (const caption of plan.under[i] ?? []) {
      const frame = frames[at]!;
      const photo = photos.get(group.pictures[at]!.photo);
      at++;
      drawCaption(sheet, grid, caption, frame.x, frame.width, row + rows, photo && captionSources('photos', photo));
    }
    row += rows + below[i]!;
  });
}

/**
 * Frames from left to right, row by row; half a 字 between them both ways, outer edges flush with the columns. Above captions
 * they stop a little short of their rows.
 */
function pictureFrames(sheet: Sheet, block: Block, { plan, pictureRows }: GroupLayout): Box[] {
  const { grid } = sheet.context;
  const box = boxOf(grid, block.rect);
  const frames: Box[] = [];
  const below = rowsUnder(plan);
  let row = GROUP_TAB_ROWS;
  pictureRows.forEach((rows, i) => {
    const top = rowTop(grid, block.rect.row + row) + (i === 0 ? 0 : plan.gutter - (grid.pitch - grid.em));
    const foot = rowTop(grid, block.rect.row + row) + rowsHeight(grid, rows) - (below[i]! > 0 ? PICTURE_FOOT * grid.scale : 0);
    let x = box.x;
    for (const width of cellWidths(plan, plan.rows[i])) {
      frames.push({ x, y: top, width, height: foot - top });
      x += width + plan.gutter;
    }
    row += rows + below[i]!;
  });
  return frames;
}

/** A figure on a white disc in the lower left corner, centred by its ink. */
function drawNumber(sheet: Sheet, number: number, frame: Box): void {
  const { grid, fonts } = sheet.context;
  const radius = (NUMBER.diameter / 2) * grid.scale;
  const inset = NUMBER.inset * grid.scale;
  const cx = frame.x + inset + radius;
  const cy = frame.y + frame.height - inset - radius;
  if (frame.height < 2 * (radius + inset)) return;
  sheet.disc(cx, cy, radius, WHITE);
  const size = NUMBER.size * grid.scale;
  const { face, glyph } = fonts.resolve(0x38, FACE.heiBold);
  const ink = face.inkOf(glyph);
  // All figures stand on the middle of an 8, so that they do not dance from picture to picture.
  const middle = ink ? ((ink.yMin + ink.yMax) / 2 / face.unitsPerEm) * size : size * 0.36;
  sheet.text(String(number), { face: FACE.heiBold, size }, cx, cy + middle, 'centre');
}

function drawGroupCaption(
  sheet: Sheet,
  block: Block,
  group: PhotoGroup,
  { plan, caption, captionRow, pictureRows }: GroupLayout,
  cell: Box | undefined,
): void {
  const { grid } = sheet.context;
  const box = boxOf(grid, block.rect);
  if (!plan.captionCell || !cell) {
    drawCaption(sheet, grid, caption, box.x, box.width, block.rect.row + captionRow, captionSources('groups', group));
    return;
  }
  // In the middle of the cell, and never against the picture above.
  const spare = Math.max(0, (pictureRows.at(-1) ?? 0) - caption.rows);
  const firstRow = block.rect.row + GROUP_TAB_ROWS + pictureRows[0] + Math.ceil(spare / 2);
  drawCaption(sheet, grid, caption, cell.x + grid.em / 2, caption.measure, firstRow, captionSources('groups', group));
}
