/** The folio line (报眉) of inside pages, and the imprint at the foot of page 1. */
import type { Block, Page, Paper } from '../issue/types';
import { accentOf } from './colours';
import { FACE } from './faces';
import { type Box, boxOf, MM } from './grid';
import { dateParts, labelled, weekday } from './masthead';
import type { Align, Sheet, Type } from './sheet';
import { spreadLine } from './spread';

/** Heights below the block's top and distances from its outer edge, mm; sizes in points. For a type area of 639 pt. */
const AT = { figure: 6.86, section: 6.61, date: 6.52, name: 6.77, editors: 3.02, email: 6.52, rule: 9.14 };
const OFF = { section: 9.5, date: 28, between: 5 };
const SIZE = { figure: 26, section: 17, date: 8, name: 20, small: 7.6 };
const DESIGN_WIDTH = 639;
/** Width that a figure of one digit takes, mm; wider ones move what follows. */
const ONE_FIGURE = 7;
const RULE = 1.5;
const IMPRINT = { rule: 2.2, baseline: 6.45, size: 7.2, weight: 0.35 };

/** Odd pages are mirrored, so that the figure always stands on the outside. */
export function drawFolio(sheet: Sheet, block: Block, page: Page): void {
  const { grid, issue } = sheet.context;
  const box = boxOf(grid, block.rect);
  const mirrored = page.number % 2 === 1;
  const unit = Math.min(1, box.width / DESIGN_WIDTH);
  const outer: Side = {
    align: mirrored ? 'right' : 'left',
    at: (mm) => (mirrored ? box.x + box.width - mm * MM * unit : box.x + mm * MM * unit),
  };
  const inner: Side = { align: mirrored ? 'left' : 'right', at: () => (mirrored ? box.x : box.x + box.width) };
  drawOuter(sheet, page, box, outer, unit);
  drawInner(sheet, page, box, inner, unit);
  const { paper } = issue;
  const type: Type = { face: sheet.titleFace(paper.name), size: SIZE.name * unit, tracking: 0.08, colour: accentOf(paper) };
  sheet.text(paper.name, type, box.x + box.width / 2, box.y + AT.name * MM, 'centre');
  sheet.rule(box.x, box.y + AT.rule * MM, box.x + box.width, box.y + AT.rule * MM, RULE, accentOf(paper));
}

/** Where text of one side starts: a distance from the page's outer edge in mm. */
interface Side {
  readonly align: Align;
  at(mm: number): number;
}

function drawOuter(sheet: Sheet, page: Page, box: Box, { align, at }: Side, unit: number): void {
  const { issue } = sheet.context;
  const figureType: Type = { face: FACE.songBlack, size: SIZE.figure * unit, colour: accentOf(issue.paper) };
  const figure = sheet.text(String(page.number), figureType, at(0), box.y + AT.figure * MM, align);
  const shift = Math.max(0, figure / MM / unit - ONE_FIGURE);
  const sectionType: Type = { face: FACE.songBold, size: SIZE.section * unit, tracking: 0.12 };
  const section = sheet.text(page.section, sectionType, at(OFF.section + shift), box.y + AT.section * MM, align);
  const dateAt = Math.max(OFF.date, OFF.section + section / MM / unit + OFF.between) + shift;
  const [year, month, day] = dateParts(issue.date);
  const date = `${year}年${month}月${day}日\u3000${weekday(issue.date)}`;
  sheet.text(date, { face: FACE.hei, size: SIZE.date * unit }, at(dateAt), box.y + AT.date * MM, align);
}

function drawInner(sheet: Sheet, page: Page, box: Box, { align, at }: Side, unit: number): void {
  const { paper } = sheet.context.issue;
  const type: Type = { face: FACE.hei, size: SIZE.small * unit };
  sheet.text(peopleOf(paper, page).join('\u3000'), type, at(0), box.y + AT.editors * MM, align);
  sheet.text(labelled('邮箱', paper.email), type, at(0), box.y + AT.email * MM, align);
}

/** Who made the page, the paper's people where it names none; names that are not given are left out. */
function peopleOf(paper: Paper, page: Page): string[] {
  const { editor, designer, proofreader } = { ...paper, ...page.people };
  const people = [labelled('责任编辑', editor), labelled('版式', designer), labelled('校对', proofreader)];
  return people.filter((text) => text !== '');
}

export function drawImprint(sheet: Sheet, block: Block, page: Page): void {
  const { grid, issue } = sheet.context;
  const { paper } = issue;
  const box = boxOf(grid, block.rect);
  const rule = box.y + IMPRINT.rule * MM;
  sheet.rule(box.x, rule, box.x + box.width, rule, IMPRINT.weight);
  const place = `第${page.number}版 ${page.section}`.trim();
  const facts = [labelled('地址', paper.address), labelled('印刷', paper.printer), paper.frequency, paper.price, place];
  const items = [...peopleOf(paper, page), ...facts.filter((text) => text !== '')];
  const type: Type = { face: FACE.hei, size: IMPRINT.size * grid.scale };
  spreadLine(sheet, items, type, box.x, box.width, box.y + IMPRINT.baseline * MM);
}
