import { useTranslation } from 'react-i18next';
import type { PlatePage } from '../../electron/bridge';

const MOST_TEXTS = 30;

/** Text that does not print from the black plate alone, page by page. */
export function PlateFacts({ pages }: { readonly pages: readonly PlatePage[] }) {
  const { t } = useTranslation();
  const texts = pages.flatMap(({ page, offBlack }) => offBlack.map((text) => ({ page, ...text })));
  return (
    <details className="plate-facts">
      <summary>{t('plates.offBlack', { n: texts.length })}</summary>
      <ul>
        {texts.slice(0, MOST_TEXTS).map(({ page, text, size, plates, place }) => (
          <li key={`${page} ${place.x} ${place.y} ${text}`}>
            <span className="figure">{t('plates.textPlace', { page, size })}</span>
            <span className="plate-text">{text}</span>
            <span className="figure">{inksOf(plates)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function inksOf(plates: Readonly<Record<string, number>>): string {
  return Object.entries(plates)
    .map(([name, ink]) => `${LETTERS[name] ?? name} ${ink}`)
    .join(' ');
}

const LETTERS: Readonly<Record<string, string>> = { Cyan: 'C', Magenta: 'M', Yellow: 'Y', Black: 'K' };
