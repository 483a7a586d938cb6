import { LunarYear, type SolarDay } from 'tyme4ts';
import { expect, test } from 'vitest';
import { lunarDate } from '../../engine/layout/lunar';
import { weekday } from '../../engine/layout/masthead';

/** First, tenth, twentieth and last day of every lunar month of the table, as the calendar's library has them. */
function days(): SolarDay[] {
  const years = Array.from({ length: 201 }, (_, i) => LunarYear.fromYear(1900 + i));
  return years.flatMap((year) =>
    year.getMonths().flatMap((month) => {
      const first = month.getFirstJulianDay().getSolarDay();
      return [0, 9, 19, month.getDayCount() - 1].map((after) => first.next(after));
    }),
  );
}

const isoDate = (day: SolarDay): string =>
  [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');

test('the months of two hundred years have the lunar dates and weekdays that the calendar’s library gives them', () => {
  const inTable = days().filter((day) => day.getYear() <= 2100);
  expect(inTable.length).toBeGreaterThan(9900);
  const said = inTable.map((day) => `${weekday(isoDate(day))} ${lunarDate(isoDate(day))}`);
  expect(said).toEqual(inTable.map((day) => `星期${day.getWeek().getName()} ${day.getLunarDay().toString()}`));
});

test('a day outside the table has no lunar date', () => {
  for (const date of ['0900-05-05', '1900-01-30', '2101-01-01', '9999-12-31']) expect(lunarDate(date)).toBe('');
});
