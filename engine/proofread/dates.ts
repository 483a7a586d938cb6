/** Days that no calendar has, and days of the week that do not fit theirs. */
import type { Found } from './types';

/** A figure of two digits or Chinese numerals; a year of four digits, 〇 and 零 included. */
const YEAR = '(?:[12]\\d{3}|[一二][〇零一二三四五六七八九]{3})';
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const WEEKDAY = '[一二三四五六日天]';
const WEEKDAYS = '日一二三四五六';

const date = new RegExp(
  `(?:(?<year>${YEAR})年)?(?<![\\d一二三四五六七八九十])(?<month>${NUMBER})月(?:份)?(?<day>${NUMBER})[日号]` +
    `(?:(?:至|到|—{1,2}|－|-|~|～)(?<last>${NUMBER})[日号])?` +
    `(?<weekdayPart>\\s?[（(，,]?\\s?(?:星期|周|礼拜)(?<weekday>${WEEKDAY}))?`,
  'g',
);
const yearNamed = new RegExp(`(${YEAR})年`, 'g');
/** Another calendar, or something that only looks like a date. */
const notOurs = /(?:农历|阴历|旧历|夏历|藏历|伊斯兰历)[^，。；]{0,8}$/;
/** Words before a month that tell its year. */
const relative: readonly (readonly [RegExp, number])[] = [
  [/(?:去年|昨年|上年)的?$/, -1],
  [/(?:今年|本年)的?$/, 0],
  [/(?:明年|来年)的?$/, 1],
  [/前年的?$/, -2],
];

/** @param issueDate ISO date of the issue: a day without a year is the one nearest to it */
export function wrongDates(text: string, issueDate: string): readonly Found[] {
  if (!text.includes('月')) return [];
  const years = [...text.matchAll(yearNamed)];
  let next = 0;
  // The year that the text named last holds for the dates behind it.
  let named: number | undefined;
  return [...text.matchAll(date)].flatMap((match) => {
    const { index, groups } = match;
    const before = text.slice(Math.max(0, index - 12), index);
    if (notOurs.test(before)) return [];
    const {
      year: written,
      month: monthText,
      day: dayText,
      last,
      weekday,
      weekdayPart = '',
    } = groups as Record<string, string | undefined>;
    const month = numberFrom(monthText!);
    const day = numberFrom(dayText!);
    if (month === undefined || day === undefined) return [];
    for (; (years[next]?.index ?? text.length) < index; next++) named = yearOf(years[next]![1]!);
    const year = written === undefined ? (yearBefore(before, issueDate) ?? named) : yearOf(written);
    const end = index + match[0].length;
    const longest = longestMonth(month, year, issueDate);
    const days = [day, ...(last === undefined ? [] : [numberFrom(last) ?? 1])];
    if (longest === 0 || days.some((one) => one < 1 || one > longest)) {
      return [noSuchDate(index, end - weekdayPart.length, month, longest)];
    }
    return weekday === undefined ? [] : wrongWeekday({ end, weekday, year, month, day, last, issueDate });
  });
}

function noSuchDate(from: number, to: number, month: number, longest: number): Found {
  const variant = longest === 0 ? 'month' : undefined;
  return { rule: 'no-such-date', severity: 'error', from, to, ...(variant ? { variant } : {}), params: { month, longest } };
}

interface WeekdayCase {
  readonly end: number;
  readonly weekday: string;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly last: string | undefined;
  readonly issueDate: string;
}

/** The day of the week stands at the end of what was matched; behind a stretch of days it may be either's. */
function wrongWeekday({ end, weekday, year, month, day, last, issueDate }: WeekdayCase): readonly Found[] {
  if (last !== undefined) return [];
  const said = weekday === '天' ? '日' : weekday;
  const certain = year ?? nearestYear(month, day, issueDate);
  const right = WEEKDAYS[new Date(Date.UTC(certain, month - 1, day)).getUTCDay()]!;
  if (said === right) return [];
  const params = { year: certain, month, day, right };
  return [{ rule: 'wrong-weekday', severity: 'warning', from: end - 1, to: end, suggestion: right, params }];
}

/** Days of a month, 0 when there is no such month; in February of an unknown year near the issue's as many as one of them has. */
function longestMonth(month: number, year: number | undefined, issueDate: string): number {
  if (month < 1 || month > 12) return 0;
  const around = Number(issueDate.slice(0, 4));
  const years = year === undefined ? [around - 1, around, around + 1] : [year];
  return Math.max(...years.map((one) => new Date(Date.UTC(one, month, 0)).getUTCDate()));
}

function nearestYear(month: number, day: number, issueDate: string): number {
  const issue = Date.parse(issueDate);
  const around = Number(issueDate.slice(0, 4));
  const distance = (year: number) => Math.abs(Date.UTC(year, month - 1, day) - issue);
  return [around - 1, around + 1].reduce((best, year) => (distance(year) < distance(best) ? year : best), around);
}

function yearBefore(before: string, issueDate: string): number | undefined {
  const found = relative.find(([words]) => words.test(before));
  return found && Number(issueDate.slice(0, 4)) + found[1];
}

const NUMERALS = '〇一二三四五六七八九';

function yearOf(text: string): number {
  const digits = [...text].map((char) => (char === '零' ? 0 : NUMERALS.includes(char) ? NUMERALS.indexOf(char) : char));
  return Number(digits.join(''));
}

/** 1–99; undefined for what is no number, such as 十十. */
function numberFrom(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || (match[1] && match[3] && !match[2])) return undefined;
  const [, tens, ten, ones] = match;
  const digit = (char: string | undefined) => (char ? NUMERALS.indexOf(char) : 0);
  return ten ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(tens);
}
