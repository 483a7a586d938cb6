/** Draws an article: box, pictures, headline, text, captions. */
import type { Block } from '../issue/types';
import type { ArticleLayout } from './article';
import { pictureBox, textLeft, textWidth } from './article-space';
import { authorOf } from './body';
import type { RowRule } from './body-line';
import { accentOf, TINT } from './colours';
import { drawColumnHead } from './column-head';
import { BASELINE, type Box, baseline, rowTop } from './grid';
import type { Head } from './head';
import { stackShift } from './head-stack';
import { drawCode } from './link-code';
import { drawPiece } from './marks';
import { drawOrnament } from './ornament';
import { drawCaption, drawPicture, PICTURE_FOOT } from './picture';
import { drawHeadOnPicture, type HeadOnPicture, headOnPicture } from './picture-head';
import { joinRules, placedRule } from './row-rules';
import type { SetPicture } from './set-picture';
import type { Sheet } from './sheet';
import { HEAD_STYLES } from './styles';
import { captionSources, codeSource, type HeadSources, headSources, storySource } from './text-source';
import { drawThickThinBorder, drawThickThinRules } from './thick-thin';
import type { VerticalFlow } from './vertical-flow';
import { drawVertical } from './vertical-head';
import { drawVerticalLine } from './vertical-marks';

const BOX_RULE = 1.5;
const BOX_OUTLINE = 0.5;

export function drawArticle(sheet: Sheet, block: Block, layout: ArticleLayout): void {
  drawBox(sheet, layout);
  const onPicture = placeOnPicture(sheet, block, layout);
  for (const [index, picture] of layout.pictures.entries()) {
    const shade = index === 0 ? onPicture?.shade : undefined;
    drawPicture(sheet, picture.photo, pictureFrame(sheet, block, layout, picture), shade);
  }
  if (layout.article.column && 'head' in layout.form) drawColumn(sheet, block, layout, layout.article.column);
  if (onPicture) drawHeadOnPicture(sheet, layout.head.stack!, headSources(layout.article), onPicture.frame, onPicture.top);
  else drawHead(sheet, block, layout);
  drawBody(sheet, block, layout);
  if (layout.vertical) drawVerticalFlow(sheet, block, layout, layout.vertical);
  if (layout.code) {
    const { planned, place } = layout.code;
    const { x, y, width } = pictureBox(sheet.context.grid, block, layout.space, place);
    drawCode(sheet, planned, codeSource('articles', layout.article), x, width, y);
  }
  for (const { place, photo, caption } of layout.pictures) {
    const row = block.rect.row + place.row + place.rows;
    drawCaption(
      sheet,
      sheet.context.grid,
      caption,
      textLeft(layout.space, place.column),
      textWidth(layout.space, place.columns),
      row,
      photo && captionSources('photos', photo),
    );
  }
}

/** A tint lies below the lines; one that has none is closed by a rule at its head. */
function drawBox(sheet: Sheet, { space, form }: ArticleLayout): void {
  const { box } = space;
  if (form.tint) sheet.fill(box, TINT);
  if (form.box === 'outline') sheet.frame(box, BOX_OUTLINE);
  if (form.box === 'thickThin') drawThickThinBorder(sheet, box);
  if (form.box === 'rules') drawThickThinRules(sheet, box);
  if (form.box === 'ornament') drawOrnament(sheet, box);
  if (!form.tint || form.box !== 'none') return;
  const y = box.y + BOX_RULE / 2;
  sheet.rule(box.x, y, box.x + box.width, y, BOX_RULE, accentOf(sheet.context.issue.paper));
}

/** A picture with a caption stops short of its row; one that fills the rows of a box reaches up and down to the inset. */
function pictureFrame(sheet: Sheet, block: Block, { space }: ArticleLayout, { place, caption }: SetPicture): Box {
  const { grid } = sheet.context;
  const frame = pictureBox(grid, block, space, place);
  if (caption.rows > 0) return { ...frame, height: frame.height - PICTURE_FOOT * grid.scale };
  if (space.inset === 0) return frame;
  const top = place.row === space.firstRow ? space.box.y + space.inset : frame.y;
  const bottom = place.row + place.rows === space.endRow ? space.box.y + space.box.height - space.inset : frame.y + frame.height;
  return { ...frame, y: top, height: bottom - top };
}

/** Where a headline stands on the first picture; undefined for all others. */
function placeOnPicture(
  sheet: Sheet,
  block: Block,
  layout: ArticleLayout,
): (HeadOnPicture & { readonly frame: Box }) | undefined {
  const { head, pictures } = layout;
  const [first] = pictures;
  if (!head.onPicture || !first || !head.stack) return undefined;
  const frame = pictureFrame(sheet, block, layout, first);
  return { ...headOnPicture(head.stack, frame, first.photo, sheet.context.grid.scale), frame };
}

/** The column's name at the block's top left; in a box it hangs from the edge. */
function drawColumn(sheet: Sheet, block: Block, { space, head }: ArticleLayout, column: string): void {
  const y = rowTop(sheet.context.grid, block.rect.row);
  drawColumnHead(sheet, column, { x: textLeft(space, 0), y, width: textWidth(space, head.columns), height: space.box.height });
}

function drawHead(sheet: Sheet, block: Block, { article, space, head, halves, form }: ArticleLayout): void {
  const top = rowTop(sheet.context.grid, block.rect.row + space.firstRow + (head.columnRows ?? 0));
  const sources = headSources(article);
  for (const { part, set, x, align, top: down, size, stretch } of halves) {
    sheet.shows(sources[part], () => sheet.set(set, x, top + down + BASELINE * size, align, undefined, stretch));
  }
  if (head.vertical) drawVertical(sheet, head.vertical, sources, textLeft(space, 0), textWidth(space, head.columns), top);
  if (!head.stack || !('head' in form)) return;
  const { align } = HEAD_STYLES[form.head];
  const room = (head.endRow - space.firstRow - (head.columnRows ?? 0)) * sheet.context.grid.pitch;
  const down = align === 'centre' ? top + stackShift(head.stack, room, sheet.context.grid.scale) : top;
  drawStack(sheet, head, sources, align, textLeft(space, 0), textWidth(space, head.columns), down);
}

function drawStack(
  sheet: Sheet,
  head: Head,
  sources: HeadSources,
  align: 'centre' | 'left',
  x: number,
  width: number,
  top: number,
): void {
  for (const line of head.stack?.lines ?? []) {
    const y = top + line.top + BASELINE * line.size;
    const left = align === 'centre' ? x + width / 2 + line.shift : x;
    sheet.shows(sources[line.part], () => sheet.set(line.set, left, y, align, undefined, line.stretch));
  }
}

function drawVerticalFlow(sheet: Sheet, block: Block, layout: ArticleLayout, { head, lines }: VerticalFlow): void {
  const { grid } = sheet.context;
  const { article, space } = layout;
  const left = textLeft(space, 0);
  const top = rowTop(grid, block.rect.row + layout.head.endRow);
  if (head) drawVertical(sheet, head.vertical, headSources(article), left + head.left, 0, top + head.down);
  const source = storySource(article, authorOf(article) === '' || head !== undefined);
  for (const line of lines) {
    const vertical = { middle: left + line.middle, size: grid.em };
    sheet.shows(source, () => drawVerticalLine(sheet, line, left, top), { vertical });
  }
}

function drawBody(sheet: Sheet, block: Block, { article, space, flow, text }: ArticleLayout): void {
  const { grid } = sheet.context;
  const source = storySource(article, text.start === 0 && authorOf(article) === '', text.start);
  const rules: RowRule[] = [];
  for (const placed of flow.placed) {
    const { line, column, row } = placed;
    const left = textLeft(space, column);
    for (const paragraph of line.paragraphs) sheet.report(paragraph);
    const draw = () => {
      for (const piece of line.pieces) drawPiece(sheet, piece, left, baseline(grid, block.rect.row + row));
    };
    sheet.shows(text.lines.has(placed) ? source : undefined, draw, { slot: { column, row } });
    for (const rule of line.rules) rules.push(placedRule(rule, left, rowTop(grid, block.rect.row + row)));
  }
  for (const { x1, y1, x2, y2, weight } of joinRules(rules)) sheet.rule(x1, y1, x2, y2, weight);
}
