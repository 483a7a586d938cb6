/** The lunar date (农历) under a paper's date. */
import { FIRST_YEAR, YEARS } from 'virtual:lunar-years';

/** Of a year; `lunar-plugin.mjs` says what they hold. */
const DIGITS = 6;
const DAY = 86_400_000;

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const TENS = ['初', '十', '廿', '三'];
const FIGURES = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `农历甲辰年十二月十一` of an ISO date; empty before 31 January 1900 and after 2100. */
export function lunarDate(date: string): string {
  const day = Date.parse(date) / DAY;
  const solarYear = Number(date.slice(0, 4));
  const year = day < newYear(solarYear) ? solarYear - 1 : solarYear;
  const entry = entryOf(year);
  if (entry === undefined) return '';
  const leap = (entry >> 13) & 15;
  let rest = day - newYear(year);
  let month = 0;
  for (; rest >= daysOf(entry, month); month++) rest -= daysOf(entry, month);
  const isLeap = leap > 0 && month === leap;
  const name = `${isLeap ? '闰' : ''}${MONTHS[leap > 0 && month >= leap ? month - 1 : month]}`;
  return `农历${STEMS[(year + 6) % 10]}${BRANCHES[(year + 8) % 12]}年${name}月${dayName(rest + 1)}`;
}

function entryOf(year: number): number | undefined {
  const at = DIGITS * (year - FIRST_YEAR);
  return at >= 0 && at < YEARS.length ? Number.parseInt(YEARS.slice(at, at + DIGITS), 16) : undefined;
}

/** Day on which a lunar year begins, counted from 1970; of a year that is not in the table 1 January. */
function newYear(year: number): number {
  return Date.UTC(year, 0, 1) / DAY + ((entryOf(year) ?? 0) >> 17);
}

const daysOf = (entry: number, month: number): number => 29 + ((entry >> month) & 1);

/** 初一 … 初十, 十一 …, 二十, 廿一 …, 三十. */
function dayName(day: number): string {
  if (day === 20) return '二十';
  return `${TENS[day === 10 ? 0 : Math.floor(day / 10)]}${FIGURES[day % 10]}`;
}
