/** The masthead (报头) of page 1: name, pinyin, ear (报眼) with date and contents, strip with the particulars. */
import type { Block, Issue, Paper } from '../issue/types';
import { accentOf, accentType } from './colours';
import { FACE } from './faces';
import { boxOf, columnLeft, columnsWidth, DESIGN_PITCH, MM } from './grid';
import { lunarDate } from './lunar';
import { drawName } from './nameplate';
import type { Sheet, Type } from './sheet';
import { spreadLine } from './spread';

/** Heights below the top of the block, mm of the design; sizes in points. Twelve rows deep. */
const AT = {
  nameBaseline: 26.65,
  pinyinBaseline: 35.15,
  earEnd: 34.92,
  dayBaseline: 12.4,
  monthBaseline: 4.3,
  weekdayBaseline: 10.1,
  lunarBaseline: 14.9,
  earRule: 17.08,
  contents: 22.94,
  contentsStep: 5.2,
  stripRule: 36.92,
  stripBaseline: 41.1,
  closingRule: 43.42,
};
/** Distances from the ear's left edge, mm of an ear of two columns of 11 字; a narrower one makes its type smaller. */
const EAR = { columns: 2, inset: 1.2, dates: 22.5, title: 8.2, width: 207 };
/** Sizes of the type in an ear of that width, and of the strip's, points. */
const SIZE = { day: 43, month: 12.5, weekday: 10.5, lunar: 10, contentsMark: 7, strip: 7.6 };
/** Weights of the rules, points: beside the ear and above the strip; in the ear; below the masthead. */
const WEIGHT = { outer: 0.5, ear: 0.35, closing: 3.5 };
const DESIGN_ROWS = 12;
/** Contents lines at most (pages 2, 3 and 4), sizes of figure and title in points, smallest title as a share of that. */
const CONTENTS = { lines: 3, figure: 15, title: 9, least: 0.88 };

export function drawMasthead(sheet: Sheet, block: Block): void {
  const { grid, issue } = sheet.context;
  const box = boxOf(grid, block.rect);
  // A masthead of another depth keeps its proportions.
  const mm = (MM * (block.rect.rows * grid.pitch)) / (DESIGN_ROWS * DESIGN_PITCH);
  const earColumns = Math.min(EAR.columns, block.rect.columns - 2);
  const nameColumns = block.rect.columns - earColumns;
  const y = (at: number) => box.y + at * mm;
  drawName(sheet, box.x, columnsWidth(grid, nameColumns), box.y, mm);
  drawEar(sheet, columnLeft(grid, block.rect.column + nameColumns), box.x + box.width, y, mm / MM);
  const accent = accentOf(issue.paper);
  sheet.rule(box.x, y(AT.stripRule), box.x + box.width, y(AT.stripRule), WEIGHT.outer, accent);
  const stripType: Type = { face: FACE.hei, size: (SIZE.strip * mm) / MM };
  spreadLine(sheet, particulars(issue), stripType, box.x, box.width, y(AT.stripBaseline), accent);
  sheet.rule(box.x, y(AT.closingRule), box.x + box.width, y(AT.closingRule), WEIGHT.closing, accent);
}

/** Date, weekday, lunar date, and what stands on the other pages. `depth` is the masthead's over the design's. */
function drawEar(sheet: Sheet, left: number, right: number, y: (at: number) => number, depth: number): void {
  const { grid, issue } = sheet.context;
  const unit = Math.min(depth, (right - left) / EAR.width);
  const gutter = left - grid.gap / 2;
  const x = left + EAR.inset * unit * MM;
  sheet.rule(gutter, y(0), gutter, y(AT.earEnd), WEIGHT.outer, accentOf(issue.paper));
  drawDates(sheet, left, y, unit);
  sheet.rule(x, y(AT.earRule), right, y(AT.earRule), WEIGHT.ear);
  drawContents(sheet, left, right, y, unit);
}

/** The day large, month, weekday and lunar date beside it. `unit` is the ear's scale over the design's. */
function drawDates(sheet: Sheet, left: number, y: (at: number) => number, unit: number): void {
  const { date } = sheet.context.issue;
  const x = left + EAR.inset * unit * MM;
  const beside = left + EAR.dates * unit * MM;
  const [year, month, day] = dateParts(date);
  sheet.text(String(day), { face: FACE.songBlack, size: SIZE.day * unit }, x, y(AT.dayBaseline));
  sheet.text(`${year}年${month}月`, { face: FACE.songBold, size: SIZE.month * unit }, beside, y(AT.monthBaseline));
  const weekdayType: Type = { face: FACE.heiBold, size: SIZE.weekday * unit, tracking: 0.06 };
  sheet.text(weekday(date), weekdayType, beside, y(AT.weekdayBaseline));
  sheet.text(lunarDate(date), { face: FACE.kai, size: SIZE.lunar * unit }, beside, y(AT.lunarBaseline));
}

/** A line for each of the next pages; ways to reach the paper where there are fewer. */
function drawContents(sheet: Sheet, left: number, right: number, y: (at: number) => number, unit: number): void {
  const { issue } = sheet.context;
  const mm = unit * MM;
  const x = left + EAR.inset * mm;
  const title = (text: string, baseline: number) =>
    drawContentsTitle(sheet, text, left + EAR.title * mm, right, baseline - 0.2 * mm, CONTENTS.title * unit);
  const contents = contentsOf(issue);
  contents.forEach((line, i) => {
    const baseline = y(AT.contents + i * AT.contentsStep);
    const size = CONTENTS.figure * unit;
    const figure = { face: FACE.songBlack, size, colour: accentType(issue.paper, size) };
    const width = sheet.text(String(line.page), figure, x, baseline);
    sheet.text('版', { face: FACE.hei, size: SIZE.contentsMark * unit }, x + width + 0.3 * mm, baseline - 0.2 * mm);
    title(line.title, baseline);
  });
  contactsOf(issue, CONTENTS.lines - contents.length).forEach(({ label, value }, i) => {
    const baseline = y(AT.contents + (contents.length + i) * AT.contentsStep);
    sheet.text(label, { face: FACE.heiBold, size: CONTENTS.title * unit }, x, baseline - 0.2 * mm);
    title(value, baseline);
  });
}

/** Where readers reach the paper: fills the ear of an issue with few pages. */
function contactsOf({ paper }: Issue, room: number): readonly { readonly label: string; readonly value: string }[] {
  const contacts = [
    { label: '热线', value: paper.hotline },
    { label: '邮箱', value: paper.email },
    { label: '地址', value: paper.address },
  ];
  return contacts.filter(({ value }) => value !== '').slice(0, Math.max(0, room));
}

/** A title longer than the line loses what stands in brackets, then gets smaller, then is cut at the last character that fits. */
function drawContentsTitle(sheet: Sheet, title: string, x: number, right: number, baseline: number, size: number): void {
  const fits = (text: string, type: Type) => sheet.width(text, type) <= right - x;
  const type: Type = { face: FACE.heiMedium, size };
  const small: Type = { ...type, size: size * CONTENTS.least };
  const bare = title.replace(/（[^（）]*）/gu, '');
  if (fits(title, type)) sheet.text(title, type, x, baseline);
  else if (fits(bare, type)) sheet.text(bare, type, x, baseline);
  else
    sheet.text(
      shortened(bare, (text) => fits(text, small)),
      small,
      x,
      baseline,
    );
}

function shortened(title: string, fits: (text: string) => boolean): string {
  if (fits(title)) return title;
  const characters = [...title];
  while (characters.length > 1 && !fits(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('').replace(/[“‘（《，、：；]$/u, '')}…`;
}

/** The first story of each page behind page 1. */
export function contentsOf(issue: Issue): readonly { readonly page: number; readonly title: string }[] {
  const titles = new Map(issue.articles.map((article) => [article.id, article.headline.join(' ')]));
  return issue.pages
    .filter((page) => page.number > 1)
    .flatMap((page) => {
      const leads = page.blocks.flatMap(({ content, rect }) =>
        content.kind === 'article' ? [{ size: content.form.size, row: rect.row, title: titles.get(content.article) ?? '' }] : [],
      );
      const lead = leads.sort((a, b) => b.size - a.size || a.row - b.row)[0];
      return lead && lead.title !== '' ? [{ page: page.number, title: lead.title }] : [];
    })
    .slice(0, CONTENTS.lines);
}

/** What the strip says, from left to right; empty items are left out. Internal material carries its permit instead of a CN number. */
function particulars(issue: Issue): string[] {
  const { paper } = issue;
  const total = issue.total > 0 ? `（总第${issue.total}期）` : '';
  return [
    ...licenceOf(paper),
    `第${issue.number}期${total}`,
    `今日${issue.pages.length}版`,
    labelled('主管', paper.authority),
    labelled('主办', paper.sponsor),
    labelled('出版', paper.publisher),
  ].filter((item) => item !== '');
}

function licenceOf({ kind, licence }: Paper): string[] {
  if (kind === 'newspaper') return [labelled('国内统一连续出版物号', licence)];
  const permit = licence === '' || licence.includes('准印') ? licence : `准印证号 ${licence}`;
  return [permit, '内部资料\u3000免费交流'];
}

/** A fact with its name before it; nothing when there is no fact. */
export function labelled(label: string, value: string): string {
  return value === '' ? '' : `${label} ${value}`;
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** `星期五` of an ISO date. */
export function weekday(date: string): string {
  return `星期${WEEKDAYS[new Date(date).getUTCDay()]}`;
}

/** Year, month and day of an ISO date. */
export function dateParts(date: string): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year, month, day];
}
