/** The job ticket as a printed sheet: A4, drawn as a display list like every page. */
import type { DisplayPage } from '../../display/types';
import type { FontSet } from '../../fonts/types';
import { pageName } from '../file-name';
import { pageRange, sizeText } from './names';
import { bold, grey, Pen } from './sheet-pen';
import type { Ticket, TicketFile } from './ticket';
import type { Voice } from './voice';

const mm = 72 / 25.4;
const page = { width: 210 * mm, height: 297 * mm };
const left = 18 * mm;
const right = page.width - 18 * mm;
const rowHeight = 7.2 * mm;
/** Where the lines for names begin. */
const footTop = page.height - 24 * mm;

type Words = Voice['words'];

/** Draws the ticket on one page; pages beyond those that have room are counted, not listed. */
export function ticketSheet(ticket: Ticket, say: Words, fonts: FontSet): DisplayPage {
  const pen = new Pen(fonts);
  let y = head(pen, ticket, say);
  y = facts(pen, ticket, say, y);
  y = pageTable(pen, ticket, say, y);
  y = sheetDrawings(pen, ticket, say, y);
  remarks(pen, say, y);
  foot(pen, ticket, say);
  return { ...page, bleed: 0, groups: [{ block: '', items: pen.items }] };
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

/** Two columns of names and values, then what needs the whole width. */
function facts(pen: Pen, ticket: Ticket, say: Words, top: number): number {
  const { format, copies, stock, pageCount, blankPages, standard, condition, inkLimit, resolution, spots } = ticket;
  const open = say('toBeAgreed');
  const blank = blankPages.length;
  const rows: readonly (readonly [string, string])[] = [
    ['copies', copies === null ? open : String(copies)],
    ['stock', stock ?? open],
    ['format', say('formatOf', { width: format.width, height: format.height, bleed: format.bleed })],
    ['pageCount', blank === 0 ? String(pageCount) : say('pagesOf', { pages: pageCount, blank })],
    ['standard', standard === 'pdfx4' ? 'PDF/X-4:2010' : 'PDF/X-1a:2003'],
    ['condition', condition],
    ['inkLimit', `${inkLimit}%`],
    ['resolution', say('resolutionOf', resolution)],
    ['spots', spots.length > 0 ? spots.join(' ') : say('none')],
    ['trapping', say('noTrapping')],
  ];
  const half = (right - left) / 2;
  rows.forEach(([key, value], i) => {
    const [y, width] = [top + Math.floor(i / 2) * rowHeight, i % 2 === 0 ? half - 3 * mm : half];
    fact(pen, say(key), value, left + (i % 2) * half, y, width);
  });
  const y = top + Math.ceil(rows.length / 2) * rowHeight;
  const wide = wideFacts(ticket, say);
  wide.forEach(([key, value], i) => void fact(pen, say(key), value || open, left, y + i * rowHeight, right - left));
  return y + wide.length * rowHeight + 8 * mm;
}

function wideFacts(ticket: Ticket, say: Words): readonly (readonly [string, string])[] {
  const { marks, imposition, sheet, contact, shopContact } = ticket;
  const people = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('　');
  return [
    ['colours', coloursOf(ticket, say)],
    ['imposition', say(`imposition-${imposition}`)],
    ['sheet', sheet ? sheetText(sheet, say) : ''],
    ['marks', marks.length > 0 ? marks.map((mark) => say(`mark-${mark}`)).join(say('comma')) : say('none')],
    ['contact', people(contact.editor, contact.phone, contact.email, contact.address)],
    ['shopContact', people(shopContact?.name, shopContact?.phone, shopContact?.email, shopContact?.address)],
  ];
}

/** The sheet or the web with gripper and cut-off, as far as the shop has told them. */
function sheetText({ width, height, gripper, cutOff }: NonNullable<Ticket['sheet']>, say: Words): string {
  return [
    say('sheetOf', { width, height }),
    ...(gripper ? [say('gripperOf', { gripper })] : []),
    ...(cutOff ? [say('cutOffOf', { cutOff })] : []),
  ].join(say('comma'));
}

function coloursOf({ pages }: Ticket, say: Words): string {
  const coloured = pages.filter(({ plates }) => plates.some((plate) => plate !== 'K'));
  if (coloured.length === 0) return say('blackOnly');
  if (coloured.length === pages.length) return say('allColour');
  return say('colourPages', { pages: coloured.map(({ page: number }) => number).join(' ') });
}

function fact(pen: Pen, name: string, value: string, x: number, y: number, width: number): void {
  pen.text(name, x, y + 5 * mm, 8.5, { colour: grey });
  pen.text(value, x + 21 * mm, y + 5 * mm, 9.5, { room: width - 21 * mm });
  pen.rule(x, y + rowHeight, x + width, y + rowHeight, 0.25, grey);
}

const columns = [0, 14, 36, 104, 132, 148] as const;

/** A file of one page has one row; one of several has a row of its own before those of its pages. */
function pageTable(pen: Pen, { pages, files }: Ticket, say: Words, top: number): number {
  pen.text(say('pressFiles'), left, top, 11, { face: bold });
  let y = top + 3 * mm;
  const cell = (column: number) => left + columns[column]! * mm;
  pen.fill(left, y, right - left, 6 * mm);
  ['page', 'section', 'file', 'plates', 'bytes', 'sum'].forEach(
    (key, i) => void pen.text(say(key), cell(i) + 1.5 * mm, y + 4.2 * mm, 8.5),
  );
  y += 6 * mm;
  const put = (column: number, text: string, look: { readonly size?: number; readonly room: number; readonly face?: string }) =>
    void pen.text(text, cell(column) + 1.5 * mm, y + 4.3 * mm, look.size ?? 9, look);
  const endRow = () => {
    y += 6 * mm;
    pen.rule(left, y, right, y, 0.25, grey);
  };
  const fileCells = ({ file, bytes, sha256 }: TicketFile) => {
    put(2, file.split('/').at(-1)!, { size: 8.5, room: 66 * mm });
    put(4, sizeText(bytes), { size: 8.5, room: 15 * mm });
    put(5, sha256.slice(0, 12), { size: 7.5, room: 22 * mm });
  };
  const rows = Math.floor((footTop - 6 * mm - y) / (6 * mm));
  const several = files.filter((file) => file.pages.length > 1).length;
  const most = pages.length + several <= rows ? pages.length : Math.max(0, rows - several - 1);
  const listed = new Map(pages.slice(0, most).map((page) => [page.page, page]));
  for (const file of files) {
    const own = file.pages.flatMap((page) => listed.get(page) ?? []);
    if (own.length === 0) continue;
    const isAlone = file.pages.length === 1;
    fileCells(file);
    if (!isAlone) {
      put(0, pageRange(file.pages), { room: 34 * mm, face: bold });
      endRow();
    }
    for (const { page: number, section, plates } of own) {
      put(0, pageName(number), { room: 13 * mm, face: bold });
      put(1, section, { room: 22 * mm });
      put(3, plates.join(' '), { room: 27 * mm });
      endRow();
    }
  }
  if (pages.length > most) pen.text(say('morePages', { count: pages.length - most }), left, y + 4.5 * mm, 8.5);
  return y + 12 * mm;
}

const drawing = { width: 34 * mm, height: 24 * mm, gap: 9 * mm, below: 10 * mm };
const leastDrawing = drawing.height + drawing.below + 5 * mm;

/** Each side of each sheet with the pages where they stand, the fold or the cut between them, and the gripper. */
function sheetDrawings(pen: Pen, { sheets, imposition, pageCount, sheet: paper }: Ticket, say: Words, top: number): number {
  const room = footTop - 6 * mm - top;
  if (sheets.length === 0 || room < leastDrawing) return top;
  const heading = pen.text(say('sheets'), left, top, 11, { face: bold });
  const told = [say(imposition === 'sheets' ? 'sheetsImposed' : 'sheetsByShop'), ...(paper?.gripper ? [say('gripperEdge')] : [])];
  pen.text(told.join(say('comma')), heading + 5 * mm, top, 8.5, { colour: grey });
  const perRow = Math.floor((right - left + drawing.gap) / (drawing.width + drawing.gap));
  const rows = Math.floor((room - 5 * mm) / (drawing.height + drawing.below));
  const shown = sheets.slice(0, perRow * rows);
  shown.forEach(({ sheet, front, left: outer, right: inner }, i) => {
    const x = left + (i % perRow) * (drawing.width + drawing.gap);
    const y = top + 5 * mm + Math.floor(i / perRow) * (drawing.height + drawing.below);
    const isCut = pageCount === 2;
    side(pen, x, y, { isCut, gripper: (paper?.gripper ?? 0) > 0 });
    pageNumber(pen, x + drawing.width / 4, y, outer, say);
    pageNumber(pen, x + (3 * drawing.width) / 4, y, inner, say);
    const name = say(isCut ? 'bothSides' : front ? 'front' : 'back', { sheet });
    pen.text(name, x + drawing.width / 2, y + drawing.height + 4.5 * mm, 8.5, { centre: true });
  });
  return top + 5 * mm + Math.ceil(shown.length / perRow) * (drawing.height + drawing.below);
}

/** A fold is broken, a cut is whole; the gripper takes the sheet at the foot of the pages. */
function side(pen: Pen, x: number, y: number, { isCut, gripper }: { readonly isCut: boolean; readonly gripper: boolean }): void {
  const [middle, bottom] = [x + drawing.width / 2, y + drawing.height];
  pen.frame(x, y, drawing.width, drawing.height);
  if (isCut) pen.rule(middle, y, middle, bottom, 0.6);
  else for (let at = y; at < bottom; at += 2 * mm) pen.rule(middle, at, middle, Math.min(bottom, at + 1.2 * mm), 0.4, grey);
  if (gripper) pen.rule(x, bottom, x + drawing.width, bottom, 2.4);
}

function pageNumber(pen: Pen, x: number, y: number, number: number, say: Words): void {
  const middle = y + drawing.height / 2;
  if (number === 0) pen.text(say('blank'), x, middle + 1 * mm, 9, { face: bold, centre: true, colour: grey });
  else pen.text(String(number), x, middle + 3 * mm, 22, { face: bold, centre: true });
}

const leastRemarks = 16 * mm;

/** Room for what is agreed by hand. */
function remarks(pen: Pen, say: Words, top: number): void {
  const bottom = footTop - 6 * mm;
  if (bottom - top < leastRemarks) return;
  pen.text(say('remarks'), left, top + 3 * mm, 11, { face: bold });
  pen.frame(left, top + 5.5 * mm, right - left, bottom - top - 5.5 * mm, 0.4);
}

/** Who signs, and what the shop has to be told. */
function foot(pen: Pen, ticket: Ticket, say: Words): void {
  const y = footTop;
  pen.rule(left, y, right, y, 0.8);
  ['signEditor', 'signPress', 'signDate'].forEach((key, i) => {
    const x = left + (i * (right - left)) / 3;
    pen.text(say(key), x, y + 7 * mm, 9);
    pen.rule(x + 16 * mm, y + 8 * mm, x + (right - left) / 3 - 6 * mm, y + 8 * mm, 0.3);
  });
  pen.text(say('sheetNote', { paper: ticket.paper }), left, y + 15 * mm, 8, { colour: grey, room: right - left });
}
