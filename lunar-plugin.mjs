/**
 * Packs two hundred years of the Chinese calendar as the module `virtual:lunar-years`, of the calendar's library, which
 * takes longer to load than a page takes to set. Each year is six hexadecimal digits: from bit 0 on which months have 30
 * days, the others have 29; from bit 13 on the month that is followed by a leap month, 0 for none; from bit 17 on how many
 * days after 1 January the year begins. `engine/layout/lunar.ts` reads them.
 */
import { LunarYear } from 'tyme4ts';
import { virtualModule } from './virtual-module.mjs';

const [FIRST, LAST] = [1900, 2100];
const DAY = 86_400_000;

function packYear(number) {
  const year = LunarYear.fromYear(number);
  const months = year.getMonths();
  const long = months.reduce((bits, month, i) => bits | (Number(month.getDayCount() === 30) << i), 0);
  const first = months[0].getFirstJulianDay().getSolarDay();
  const after = (Date.UTC(first.getYear(), first.getMonth() - 1, first.getDay()) - Date.UTC(number, 0, 1)) / DAY;
  return (long | (year.getLeapMonth() << 13) | (after << 17)).toString(16).padStart(6, '0');
}

/** For every build and test that contains the furniture of a page. */
export const lunarYears = () =>
  virtualModule('lunar-years', () => {
    const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => packYear(FIRST + i)).join('');
    return `export const FIRST_YEAR = ${FIRST};\nexport const YEARS = '${years}';`;
  });
