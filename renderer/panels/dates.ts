/** Days of publication as the language writes them, from ISO dates; UTC on both sides, so that no time zone comes in between. */
import { useTranslation } from 'react-i18next';

interface Dates {
  readonly short: (iso: string) => string;
  readonly full: (iso: string) => string;
  /** Hours and minutes of the user's clock, from milliseconds. */
  readonly time: (moment: number) => string;
}

export function useDates(): Dates {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language;
  const format = (month: 'short' | 'long', year?: 'numeric') => (iso: string) =>
    new Intl.DateTimeFormat(locale, { year, month, day: 'numeric', timeZone: 'UTC' }).format(new Date(iso.slice(0, 10)));
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return { short: format('short'), full: format('long', 'numeric'), time: (moment) => clock.format(moment) };
}
