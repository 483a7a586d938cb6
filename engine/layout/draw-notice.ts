/** Draws a notice box. */
import type { Block } from '../issue/types';
import { accentType, BLACK } from './colours';
import { BASELINE, type Box, boxOf, rowTop } from './grid';
import { drawCode } from './link-code';
import { NOTICE_TYPES, type NoticeLayout, type NoticePart, type NoticeType } from './notice';
import type { Sheet } from './sheet';
import { noticeSources, type TextSource } from './text-source';

const OUTLINE = 0.5;
/** Rule between two large entries, and the white that it needs, rows. */
const DIVIDER = { weight: 0.25, room: 0.5 };
export function drawNotice(sheet: Sheet, block: Block, { notice, plan, parts }: NoticeLayout): void {
  const { grid } = sheet.context;
  const box = boxOf(grid, block.rect);
  sheet.frame(box, OUTLINE);
  const sources = noticeSources(notice);
  let end = 0;
  for (const { part, row } of parts) {
    if (part.kind === 'poster' && row - end >= DIVIDER.room && end > 0)
      drawDivider(sheet, block, box, plan.inset, (row + end) / 2);
    drawPart(sheet, part, sources, box, plan.inset, rowTop(grid, block.rect.row) + row * grid.pitch);
    end = row + part.rows;
  }
}

function drawDivider(sheet: Sheet, block: Block, box: Box, inset: number, row: number): void {
  const { grid } = sheet.context;
  const y = rowTop(grid, block.rect.row) + row * grid.pitch;
  sheet.rule(box.x + inset, y, box.x + box.width - inset, y, DIVIDER.weight);
}

type Sources = ReturnType<typeof noticeSources>;

function drawPart(sheet: Sheet, part: NoticePart, sources: Sources, box: Box, inset: number, top: number): void {
  const { grid } = sheet.context;
  const place: Place = { middle: box.x + box.width / 2, most: box.width - 2 * inset };
  if (part.kind === 'title') drawLine(sheet, part.text, NOTICE_TYPES.title, { ...place, source: sources.title }, top);
  else if (part.kind === 'line')
    drawLines(sheet, part.texts, NOTICE_TYPES.line, { ...place, source: sources.entries[part.entry] }, top);
  else if (part.kind === 'poster') {
    const label = part.label === '' ? [] : [part.label];
    const entry = { ...place, source: sources.entries[part.entry] };
    drawLines(sheet, part.values, part.type, entry, drawLines(sheet, label, NOTICE_TYPES.label, entry, top));
  } else if (part.kind === 'code') drawCode(sheet, part.code, sources.code, box.x + inset, place.most, top);
  else {
    sheet.report(part.paragraph);
    part.paragraph.lines.slice(0, part.rows).forEach((line, i) => {
      sheet.shows(sources.text, () => sheet.line(line, box.x + inset, top + i * grid.pitch + BASELINE * grid.em));
    });
  }
}

interface Place {
  readonly middle: number;
  /** Width that a line may have, points. */
  readonly most: number;
  readonly source?: TextSource | undefined;
}

/** Lines below each other; returns where the next part starts. */
function drawLines(sheet: Sheet, texts: readonly string[], type: NoticeType, place: Place, top: number): number {
  return texts.reduce((y, text) => drawLine(sheet, text, type, place, y), top);
}

/** A line with its em box in the middle of its rows, smaller when it is wider than its room. */
function drawLine(sheet: Sheet, text: string, type: NoticeType, { middle, most, source }: Place, top: number): number {
  const { grid, issue } = sheet.context;
  const depth = type.rows * grid.pitch;
  const wished = type.size * grid.scale;
  const width = sheet.width(text, { face: type.face, size: wished });
  const size = width > most ? (wished * most) / width : wished;
  const colour = type.face === NOTICE_TYPES.title.face ? accentType(issue.paper, size) : BLACK;
  const y = top + depth / 2 + (BASELINE - 0.5) * size;
  sheet.shows(source, () => sheet.text(text, { face: type.face, size, colour }, middle, y, 'centre'));
  return top + depth;
}
