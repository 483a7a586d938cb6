/** Draws a notice box. */
import type { Block } from '../issue/types';
import type { NoticeLayout } from './block-fits';
import { accentOf } from './colours';
import { FACE } from './faces';
import { BASELINE, type Box, boxOf, rowTop } from './grid';
import { LINE_SIZE, NOTICE_ROWS, type NoticePart } from './notice-plan';
import type { Sheet, Type } from './sheet';

const OUTLINE = 0.5;
const DIVIDER = 0.25;
const SIZE = { title: 13, label: 11, phone: 24, email: 10.5 };

export function drawNotice(sheet: Sheet, block: Block, { plan, parts }: NoticeLayout): void {
  const { grid } = sheet.context;
  const box = boxOf(grid, block.rect);
  sheet.frame(box, OUTLINE);
  parts.forEach(({ part, row }, i) => {
    const top = rowTop(grid, block.rect.row) + row * grid.pitch;
    if (part.kind === 'poster' && i > 0) {
      const y = top - grid.pitch / 2;
      sheet.rule(box.x + plan.inset, y, box.x + box.width - plan.inset, y, DIVIDER);
    }
    drawPart(sheet, part, box, plan.inset, top);
  });
}

function drawPart(sheet: Sheet, part: NoticePart, box: Box, inset: number, top: number): void {
  const { grid, issue } = sheet.context;
  const accent = accentOf(issue.paper);
  const middle = box.x + box.width / 2;
  if (part.kind === 'title') {
    const type = { face: FACE.heiBlack, size: SIZE.title * grid.scale, colour: accent };
    centred(sheet, part.text, type, middle, top + grid.pitch, box.width - 2 * inset);
  } else if (part.kind === 'text') {
    sheet.report(part.paragraph);
    part.paragraph.lines.slice(0, part.rows).forEach((line, i) => {
      sheet.line(line, box.x + inset, top + i * grid.pitch + BASELINE * grid.em);
    });
  } else if (part.kind === 'line') {
    const type = { face: FACE.heiMedium, size: LINE_SIZE.wished * grid.scale };
    part.texts.forEach((text, i) => {
      centred(sheet, text, type, middle, top + (i + 0.5) * grid.pitch, box.width - 2 * inset);
    });
  } else drawPoster(sheet, part.entry, box, inset, top);
}

function drawPoster(
  sheet: Sheet,
  entry: { label: string; value: string; kind: string },
  box: Box,
  inset: number,
  top: number,
): void {
  const { grid, issue } = sheet.context;
  const middle = box.x + box.width / 2;
  const most = box.width - 2 * inset;
  const label = entry.label === '' ? 0 : NOTICE_ROWS.posterLabel * grid.pitch;
  if (label > 0) {
    const type = { face: FACE.heiBold, size: SIZE.label * grid.scale, tracking: 0.1, colour: accentOf(issue.paper) };
    centred(sheet, entry.label, type, middle, top + label / 2, most);
  }
  const phone = entry.kind === 'phone';
  const value = (phone ? NOTICE_ROWS.posterValue : NOTICE_ROWS.posterSmallValue) * grid.pitch;
  const type = phone
    ? { face: FACE.songBlack, size: SIZE.phone * grid.scale, tracking: 0.02 }
    : { face: FACE.heiMedium, size: SIZE.email * grid.scale };
  centred(sheet, entry.value, type, middle, top + label + value / 2, most);
}

/** A line with its em box centred on a height, smaller when it is wider than its room. */
function centred(sheet: Sheet, text: string, type: Type, x: number, y: number, most: number): void {
  const width = sheet.width(text, type);
  const size = width > most ? (type.size * most) / width : type.size;
  sheet.text(text, { ...type, size }, x, y + (BASELINE - 0.5) * size, 'centre');
}
