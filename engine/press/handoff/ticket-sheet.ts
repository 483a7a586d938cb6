/** The job ticket as a printed sheet: A4, drawn as a display list like every page. */
import type { Colour, DisplayItem, DisplayPage } from '../../display/types';
import type { FontSet } from '../../fonts/types';
import type { Ticket } from './ticket';
import type { Voice } from './voice';

const mm = 72 / 25.4;
const page = { width: 210 * mm, height: 297 * mm };
const left = 18 * mm;
const right = page.width - 18 * mm;
const black: Colour = { c: 0, m: 0, y: 0, k: 1 };
const grey: Colour = { c: 0, m: 0, y: 0, k: 0.55 };
const light: Colour = { c: 0, m: 0, y: 0, k: 0.08 };
const hei = 'hei-regular';
const bold = 'hei-bold';
const rowHeight = 7.2 * mm;
const mostPagesListed = 24;

type Words = Voice['words'];

/** Draws the ticket on one page; pages beyond those that have room are counted, not listed. */
export function ticketSheet(ticket: Ticket, say: Words, fonts: FontSet): DisplayPage {
  const pen = new Pen(fonts);
  let y = head(pen, ticket, say);
  y = facts(pen, ticket, say, y);
  y = pageTable(pen, ticket, say, y);
  y = sheetDrawings(pen, ticket, say, y);
  foot(pen, ticket, say);
  return { ...page, bleed: 0, groups: [{ block: '', items: pen.items }] };
}

class Pen {
  readonly items: DisplayItem[] = [];

  constructor(private readonly fonts: FontSet) {}

  /** Sets one line; what is wider than `room` ends in …. Gives where it ends. */
  text(
    text: string,
    x: number,
    y: number,
    size: number,
    { face = hei, colour = black, room = Infinity, centre = false } = {},
  ): number {
    const width = this.width(text, size, face);
    let shown = text;
    if (width > room) {
      const characters = [...text];
      while (characters.length > 1 && this.width(`${characters.join('')}…`, size, face) > room) characters.pop();
      shown = `${characters.join('')}…`;
    }
    let at = centre ? x - this.width(shown, size, face) / 2 : x;
    for (const character of shown) {
      const codePoint = character.codePointAt(0)!;
      const resolved = this.fonts.resolve(codePoint, face);
      const [glyphs, xs, codes] = [Uint16Array.of(resolved.glyph), Float32Array.of(at), Uint32Array.of(codePoint)];
      this.items.push({ kind: 'glyphs', face: resolved.face.id, size, colour, glyphs, x: xs, y, text: codes });
      at += (resolved.face.advanceOf(resolved.glyph) * size) / resolved.face.unitsPerEm;
    }
    return at;
  }

  width(text: string, size: number, face: string): number {
    let width = 0;
    for (const character of text) {
      const { face: found, glyph } = this.fonts.resolve(character.codePointAt(0)!, face);
      width += (found.advanceOf(glyph) * size) / found.unitsPerEm;
    }
    return width;
  }

  rule(x1: number, y1: number, x2: number, y2: number, weight = 0.4, colour = black): void {
    this.items.push({ kind: 'rule', x1, y1, x2, y2, weight, colour });
  }

  frame(x: number, y: number, width: number, height: number, weight = 0.6): void {
    this.items.push({ kind: 'frame', x, y, width, height, weight, colour: black });
  }

  fill(x: number, y: number, width: number, height: number, colour = light): void {
    this.items.push({ kind: 'fill', x, y, width, height, colour });
  }
}

function head(pen: Pen, { paper, date, number, total, version, shop }: Ticket, say: Words): number {
  pen.text(say('ticketTitle'), left, 24 * mm, 22, { face: bold });
  const issue = say('ticketIssue', { number, total });
  pen.text(`${paper}　${date}　${issue}`, left, 32.5 * mm, 12, { room: right - left });
  pen.text(say('ticketFor', { shop: shop || '—' }), left, 38.5 * mm, 9.5, { colour: grey, room: right - left });
  if (version > 1) pen.text(say('ticketVersion', { version }), right - 30 * mm, 24 * mm, 14, { face: bold });
  pen.rule(left, 42 * mm, right, 42 * mm, 1.6);
  return 42 * mm;
}

/** Two columns of names and values. */
function facts(pen: Pen, ticket: Ticket, say: Words, top: number): number {
  const { format, copies, stock, pageCount, blankPages, standard, condition, inkLimit, spots, contact, shopContact, sheet } =
    ticket;
  const open = say('toBeAgreed');
  const colours = ticket.pages.some(({ plates }) => plates.length > 1)
    ? say('colourPages', { pages: coloured(ticket) })
    : say('blackOnly');
  const rows: readonly (readonly [string, string])[] = [
    ['copies', copies === null ? open : String(copies)],
    ['stock', stock ?? open],
    ['format', say('formatOf', { width: format.width, height: format.height, bleed: format.bleed })],
    ['pageCount', say('pagesOf', { pages: pageCount, blank: blankPages.length })],
    ['colours', colours],
    ['spots', spots.length > 0 ? spots.join(' ') : say('none')],
    ['standard', standard === 'pdfx4' ? 'PDF/X-4:2010' : 'PDF/X-1a:2003'],
    ['condition', condition],
    ['inkLimit', `${inkLimit}%`],
    ['imposition', say(`imposition-${ticket.imposition}`)],
    ['sheet', sheet ? say('sheetOf', { width: sheet.width, height: sheet.height, gripper: sheet.gripper ?? 0 }) : open],
    ['trapping', say('noTrapping')],
  ];
  const half = (right - left) / 2;
  rows.forEach(([key, value], i) => {
    const [y, width] = [top + Math.floor(i / 2) * rowHeight, i % 2 === 0 ? half - 3 * mm : half];
    fact(pen, say(key), value, left + (i % 2) * half, y, width);
  });
  const y = top + Math.ceil(rows.length / 2) * rowHeight;
  const people = [
    ['contact', [contact.editor, contact.phone, contact.email, contact.address]],
    ['shopContact', [shopContact?.name, shopContact?.phone, shopContact?.email, shopContact?.address]],
  ] as const;
  people.forEach(
    ([key, parts], i) =>
      void fact(pen, say(key), parts.filter(Boolean).join('　') || open, left, y + i * rowHeight, right - left),
  );
  return y + people.length * rowHeight + 8 * mm;
}

function fact(pen: Pen, name: string, value: string, x: number, y: number, width: number): void {
  pen.text(name, x, y + 5 * mm, 8.5, { colour: grey });
  pen.text(value, x + 21 * mm, y + 5 * mm, 9.5, { room: width - 21 * mm });
  pen.rule(x, y + rowHeight, x + width, y + rowHeight, 0.25, grey);
}

function coloured({ pages }: Ticket): string {
  return pages
    .filter(({ plates }) => plates.some((plate) => plate !== 'K'))
    .map(({ page: number }) => number)
    .join(' ');
}

const columns = [0, 14, 36, 112, 150] as const;

function pageTable(pen: Pen, { pages }: Ticket, say: Words, top: number): number {
  pen.text(say('pressFiles'), left, top, 11, { face: bold });
  let y = top + 3 * mm;
  const cell = (column: number) => left + columns[column]! * mm;
  pen.fill(left, y, right - left, 6 * mm);
  ['page', 'section', 'file', 'plates', 'sum'].forEach(
    (key, i) => void pen.text(say(key), cell(i) + 1.5 * mm, y + 4.2 * mm, 8.5),
  );
  y += 6 * mm;
  for (const { page: number, section, file, plates, sha256 } of pages.slice(0, mostPagesListed)) {
    pen.text(`A${String(number).padStart(2, '0')}`, cell(0) + 1.5 * mm, y + 4.3 * mm, 9, { face: bold });
    pen.text(section, cell(1) + 1.5 * mm, y + 4.3 * mm, 9, { room: 20 * mm });
    pen.text(file.split('/').at(-1)!, cell(2) + 1.5 * mm, y + 4.3 * mm, 8.5, { room: 74 * mm });
    pen.text(plates.join(' '), cell(3) + 1.5 * mm, y + 4.3 * mm, 9, { room: 36 * mm });
    pen.text(sha256.slice(0, 12), cell(4) + 1.5 * mm, y + 4.3 * mm, 7.5, { room: 22 * mm });
    y += 6 * mm;
    pen.rule(left, y, right, y, 0.25, grey);
  }
  if (pages.length > mostPagesListed)
    pen.text(say('morePages', { count: pages.length - mostPagesListed }), left, y + 4.5 * mm, 8.5);
  return y + 12 * mm;
}

const drawing = { width: 34 * mm, height: 24 * mm, gap: 9 * mm };

/** Each side of each sheet with the pages where they stand. */
function sheetDrawings(pen: Pen, { sheets, imposition }: Ticket, say: Words, top: number): number {
  const room = page.height - 34 * mm - top;
  if (sheets.length === 0 || room < 40 * mm) return top;
  pen.text(say('sheets'), left, top, 11, { face: bold });
  pen.text(say(imposition === 'sheets' ? 'sheetsImposed' : 'sheetsByShop'), left + 24 * mm, top, 8.5, { colour: grey });
  const perRow = Math.floor((right - left + drawing.gap) / (drawing.width + drawing.gap));
  const rows = Math.floor(room / (drawing.height + 10 * mm));
  sheets.slice(0, perRow * rows).forEach(({ sheet, front, left: outer, right: inner }, i) => {
    const x = left + (i % perRow) * (drawing.width + drawing.gap);
    const y = top + 5 * mm + Math.floor(i / perRow) * (drawing.height + 10 * mm);
    pen.frame(x, y, drawing.width, drawing.height);
    pen.rule(x + drawing.width / 2, y, x + drawing.width / 2, y + drawing.height, 0.3, grey);
    [outer, inner].forEach((number, side) => {
      const middle = x + ((2 * side + 1) * drawing.width) / 4;
      pen.text(
        number === 0 ? say('blank') : String(number),
        middle,
        y + drawing.height / 2 + (number === 0 ? 1 : 3) * mm,
        number === 0 ? 9 : 22,
        {
          face: bold,
          centre: true,
          colour: number === 0 ? grey : black,
        },
      );
    });
    pen.text(say(front ? 'front' : 'back', { sheet }), x + drawing.width / 2, y + drawing.height + 4.5 * mm, 8.5, {
      centre: true,
    });
  });
  return page.height;
}

/** Who signs, and what the shop has to be told. */
function foot(pen: Pen, ticket: Ticket, say: Words): void {
  const y = page.height - 24 * mm;
  pen.rule(left, y, right, y, 0.8);
  ['signEditor', 'signPress', 'signDate'].forEach((key, i) => {
    const x = left + (i * (right - left)) / 3;
    pen.text(say(key), x, y + 7 * mm, 9);
    pen.rule(x + 16 * mm, y + 8 * mm, x + (right - left) / 3 - 6 * mm, y + 8 * mm, 0.3);
  });
  pen.text(say('sheetNote', { paper: ticket.paper }), left, y + 15 * mm, 8, { colour: grey, room: right - left });
}
