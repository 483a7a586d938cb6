import { Check, TriangleAlert } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isFurniture, type Page } from '../../engine/issue/index';
import { Thumbnail } from '../canvas';
import { rove } from '../controls/rove';
import { FULL, fillOfPage } from '../state/fill';
import { verdictOf } from '../state/problems';
import { store, useDesk, useDeskAtRest } from '../state/store';
import './pages.css';

/** Characters from which on a number fills its thumbnail's width, without room for a sign: its own says what it is. */
const LONG = 1000;

/** Thumbnails of all pages with one verdict each. */
export function Pages() {
  const { t } = useTranslation();
  const pages = useDeskAtRest(({ issue }) => issue?.pages);
  const current = useDesk(({ page }) => page);
  if (!pages) return null;
  return (
    <section className="pages" aria-label={t('pages.title')} data-region="pages">
      <div className="panel-head">
        <h2>{t('pages.title')}</h2>
        <span className="count">{t('start.pages', { count: pages.length })}</span>
      </div>
      <div className="thumbnails" data-list>
        {pages.map((page) => (
          <PageButton key={page.number} page={page} current={page.number === current} />
        ))}
      </div>
    </section>
  );
}

const PageButton = memo(function PageButton({ page, current }: { readonly page: Page; readonly current: boolean }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="thumbnail"
      data-item
      onKeyDown={rove}
      tabIndex={current ? 0 : -1}
      aria-current={current ? 'page' : undefined}
      onClick={() => store.goTo(page.number)}
      onContextMenu={() => store.goTo(page.number)}
      data-menu="thumbnail"
    >
      <span className="sheet">
        <Thumbnail page={page.number} width={56} />
      </span>
      <span className="thumbnail-name">{t('pages.page', { page: page.number, section: page.section })}</span>
      <PageVerdict page={page} />
    </button>
  );
});

/** 排满, +23 字, −5 行 or how much is free, never by colour alone. */
export function PageVerdict({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  const layout = useDeskAtRest(({ layouts }) => layouts.get(page.number));
  const verdict = verdictOf(page, layout);
  const fill = useMemo(() => {
    const { issue } = store.getCalm();
    return issue && layout ? fillOfPage(issue, page, layout.fits) : 0;
  }, [page, layout]);
  if (page.blocks.every(({ content }) => isFurniture(content))) return <span className="verdict">{t('pages.empty')}</span>;
  if (!verdict) return <span className="verdict">{t('pages.composing')}</span>;
  const { overset, missing } = verdict;
  if (overset > 0)
    return (
      <span className="verdict" data-tone="error">
        {overset < LONG && <TriangleAlert size={12} aria-hidden="true" />}
        {t('pages.over', { n: overset })}
      </span>
    );
  if (missing > 0)
    return (
      <span className="verdict" data-tone="warning">
        {t('pages.under', { n: missing })}
      </span>
    );
  if (fill < FULL) return <span className="verdict">{t('pages.free', { percent: Math.ceil((1 - fill) * 100) })}</span>;
  return (
    <span className="verdict" data-tone="ok">
      <Check size={12} aria-hidden="true" />
      {t('pages.full')}
    </span>
  );
}
