/** Draws a notice box. */
import type { Block } from '../issue/types';
import type { Paragraph } from '../typeset/types';
import { accentType, BLACK } from './colours';
import { BASELINE, type Box, boxOf, rowTop } from './grid';
import { drawCode } from './link-code';
import { NOTICE_TYPES, type NoticeLayout, type NoticePart, type NoticePlan, type NoticeType } from './notice';
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
    drawPart(sheet, part, sources, box, plan, rowTop(grid, block.rect.row) + row * grid.pitch);
    end = row + part.rows;
  }
}

function drawDivider(sheet: Sheet, block: Block, box: Box, inset: number, row: number): void {
  const { grid } = sheet.context;
  const y = rowTop(grid, block.rect.row) + row * grid.pitch;
  sheet.rule(box.x + inset, y, box.x + box.width - inset, y, DIVIDER.weight);
}

type Sources = ReturnType<typeof noticeSources>;

function drawPart(sheet: Sheet, part: NoticePart, sources: Sources, box: Box, { inset, grown }: NoticePlan, top: number): void {
  const { grid } = sheet.context;
  const place: Place = { middle: box.x + box.width / 2, most: box.width - 2 * inset, grown };
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
    const signed = signatureFrom(part.paragraph);
    part.paragraph.lines.slice(0, Math.round(part.rows / grown)).forEach((line, i) => {
      const y = top + grown * (i * grid.pitch + BASELINE * grid.em);
      const x = i >= signed ? box.x + box.width - inset - line.offset - line.set : box.x + inset;
      sheet.shows(sources.text, () => sheet.line(line, x, y));
    });
  }
}

/** A day alone on its line, and who signs above it: short, without a mark. */
const DAY = /^[\d〇零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;
const SIGNER = /^[^，。；：！？、]{2,20}$/u;

/** Index of the first line of the signature (落款) that closes a text, which stands at the right; all lines when it has none. */
function signatureFrom({ text, lines }: Paragraph): number {
  const own = lines.map(({ start, end }) => text.slice(start, end).trim());
  const opens = (at: number) => at > 0 && /[\r\n]/.test(text.slice(lines[at - 1]!.end, lines[at]!.start));
  const last = lines.length - 1;
  if (last < 1 || !opens(last) || !DAY.test(own[last]!.replace(/\s/g, ''))) return lines.length;
  return opens(last - 1) && SIGNER.test(own[last - 1]!) ? last - 1 : last;
}

interface Place {
  readonly middle: number;
  /** Width that a line may have, points. */
  readonly most: number;
  readonly grown: number;
  readonly source?: TextSource | undefined;
}

/** Lines below each other; returns where the next part starts. */
function drawLines(sheet: Sheet, texts: readonly string[], type: NoticeType, place: Place, top: number): number {
  return texts.reduce((y, text) => drawLine(sheet, text, type, place, y), top);
}

/** A line with its em box in the middle of its rows, smaller when it is wider than its room. */
function drawLine(sheet: Sheet, text: string, type: NoticeType, { middle, most, grown, source }: Place, top: number): number {
  const { grid, issue } = sheet.context;
  const depth = type.rows * grown * grid.pitch;
  const wished = type.size * grown * grid.scale;
  const width = sheet.width(text, { face: type.face, size: wished });
  const size = width > most ? (wished * most) / width : wished;
  const colour = type.face === NOTICE_TYPES.title.face ? accentType(issue.paper, size) : BLACK;
  const y = top + depth / 2 + (BASELINE - 0.5) * size;
  sheet.shows(source, () => sheet.text(text, { face: type.face, size, colour }, middle, y, 'centre'));
  return top + depth;
}
