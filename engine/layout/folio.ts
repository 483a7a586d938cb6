/** The folio line (报眉) of inside pages, and the imprint at the foot of page 1. */
import type { Block, Page } from '../issue/types';
import { accentOf } from './colours';
import { FACE } from './faces';
import { boxOf, MM } from './grid';
import { dateParts, labelled, weekday } from './masthead';
import type { Align, Sheet, Type } from './sheet';
import { spreadLine } from './spread';

/** Heights below the block's top and distances from its outer edge, mm; sizes in points. */
const AT = { figure: 6.86, section: 6.61, date: 6.52, name: 6.77, editors: 3.02, email: 6.52, rule: 9.14 };
const OFF = { section: 9.5, date: 28 };
const RULE = 1.5;
const IMPRINT = { rule: 2.2, baseline: 6.45, size: 7.2 };

/** Odd pages are mirrored, so that the figure always stands on the outside. */
export function drawFolio(sheet: Sheet, block: Block, page: Page): void {
  const { grid, issue } = sheet.context;
  const { paper } = issue;
  const box = boxOf(grid, block.rect);
  const accent = accentOf(paper);
  const mirrored = page.number % 2 === 1;
  const outer: Align = mirrored ? 'right' : 'left';
  const inner: Align = mirrored ? 'left' : 'right';
  const fromOuter = (mm: number) => (mirrored ? box.x + box.width - mm * MM : box.x + mm * MM);
  const innerEdge = mirrored ? box.x : box.x + box.width;
  const put = (text: string, type: Type, x: number, at: number, align: Align) =>
    sheet.text(text, type, x, box.y + at * MM, align);
  const figure = put(String(page.number), { face: FACE.songBlack, size: 26, colour: accent }, fromOuter(0), AT.figure, outer);
  const shift = Math.max(0, figure / MM - 7);
  const section = put(
    page.section,
    { face: FACE.songBold, size: 17, tracking: 0.12 },
    fromOuter(OFF.section + shift),
    AT.section,
    outer,
  );
  const [year, month, day] = dateParts(issue.date);
  const dateAt = Math.max(OFF.date, OFF.section + section / MM + 5) + shift;
  put(`${year}年${month}月${day}日\u3000${weekday(issue.date)}`, { face: FACE.hei, size: 8 }, fromOuter(dateAt), AT.date, outer);
  const nameFace = sheet.has(FACE.title, paper.name) ? FACE.title : FACE.songBlack;
  put(paper.name, { face: nameFace, size: 20, tracking: 0.08, colour: accent }, box.x + box.width / 2, AT.name, 'centre');
  const small: Type = { face: FACE.hei, size: 7.6 };
  const people = [labelled('责任编辑', paper.editor), labelled('版式', paper.designer), labelled('校对', paper.proofreader)];
  put(people.filter((text) => text !== '').join('\u3000'), small, innerEdge, AT.editors, inner);
  put(labelled('邮箱', paper.email), small, innerEdge, AT.email, inner);
  sheet.rule(box.x, box.y + AT.rule * MM, box.x + box.width, box.y + AT.rule * MM, RULE, accent);
}

export function drawImprint(sheet: Sheet, block: Block, page: Page): void {
  const { grid, issue } = sheet.context;
  const { paper } = issue;
  const box = boxOf(grid, block.rect);
  const rule = box.y + IMPRINT.rule * MM;
  sheet.rule(box.x, rule, box.x + box.width, rule, 0.35);
  const items = [
    labelled('责任编辑', paper.editor),
    labelled('版式', paper.designer),
    labelled('校对', paper.proofreader),
    labelled('地址', paper.address),
    labelled('印刷', paper.printer),
    paper.frequency,
    paper.price,
    `第${page.number}版 ${page.section}`.trim(),
  ];
  const type: Type = { face: FACE.hei, size: IMPRINT.size * grid.scale };
  spreadLine(
    sheet,
    items.filter((text) => text !== ''),
    type,
    box.x,
    box.width,
    box.y + IMPRINT.baseline * MM,
  );
}
