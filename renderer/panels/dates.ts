/** Days of publication as the language writes them, from ISO dates, with no time zone in between. */
import { useTranslation } from 'react-i18next';

export function useDates(): { readonly short: (iso: string) => string; readonly full: (iso: string) => string } {
  const { t } = useTranslation();
  const parts = (iso: string) => {
    const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
    return { year, month, day };
  };
  return { short: (iso) => t('format.date', parts(iso)), full: (iso) => t('format.fullDate', parts(iso)) };
}
