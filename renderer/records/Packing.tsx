/** Parts of the issue for other desks: a page, or single articles. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { pack } from '../state/record-commands';
import { useDesk } from '../state/store';

export function Packing() {
  const { t } = useTranslation();
  const issue = useDesk((state) => state.issue);
  const current = useDesk((state) => state.page);
  const [page, setPage] = useState(String(current));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (!issue) return null;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <section className="records-list" aria-label={t('records.packTitle')}>
      <h3>{t('records.packTitle')}</h3>
      <div className="records-form">
        <Choice
          label={t('records.packPage')}
          value={page}
          choices={issue.pages.map(({ number, section }) => ({
            value: String(number),
            title: t('records.page', { page: number, section }),
          }))}
          onChoice={setPage}
        />
        <button type="button" className="button" data-look="outline" onClick={() => void pack({ page: Number(page) })}>
          {t('records.packThisPage')}
        </button>
      </div>
      <div className="pack-articles">
        {issue.articles.map(({ id, headline }) => (
          <CheckField key={id} label={headline.join(' ') || id} checked={chosen.has(id)} onChange={(on) => toggle(id, on)} />
        ))}
      </div>
      <button
        type="button"
        className="button"
        data-look="outline"
        disabled={chosen.size === 0}
        onClick={() => void pack({ articles: [...chosen] })}
      >
        {t('records.packArticles')}
      </button>
    </section>
  );
}
