/** Beside the story: what the text checks say of it, and the versions that it can be compared with. */
import { CircleX, History, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionRow } from '../../electron/bridge-records';
import type { Article } from '../../engine/issue/index';
import { type ProofFinding, sayFinding } from '../../engine/proofread';
import { CheckField } from '../controls/CheckField';
import { CommandButton } from '../controls/CommandButton';
import { rove } from '../controls/rove';
import { Good } from '../panels/ProblemLists';
import { useProofs } from '../proof/client';
import { findingKey, letStand, mend, showFinding } from '../proof/findings';
import { useAnswer } from '../records/use-answer';
import { bridge } from '../state/bridge';
import { useDesk } from '../state/store';
import { compareWith, showChanges, useCompared } from './compared';

type Tab = 'checks' | 'versions';

export function StoryInspector({ article }: { readonly article: Article }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('checks');
  const findings = useProofs().filter(({ list, id }) => (list === 'articles' ? id === article.id : article.photos.includes(id)));
  const tabs: readonly (readonly [Tab, string])[] = [
    ['checks', t('story.checks', { n: findings.length })],
    ['versions', t('story.versions')],
  ];
  return (
    <aside className="inspector story-side" aria-label={t('story.side')} data-region="inspector">
      <div className="story-tabs" role="tablist" data-list>
        {tabs.map(([name, title]) => (
          <button
            key={name}
            type="button"
            className="story-tab"
            role="tab"
            aria-selected={tab === name}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
            onKeyDown={rove}
            onFocus={() => setTab(name)}
            data-item
          >
            {title}
          </button>
        ))}
      </div>
      <div className="inspector-body" role="tabpanel">
        {tab === 'checks' ? <Checks findings={findings} /> : <Versions article={article} />}
      </div>
    </aside>
  );
}

function Checks({ findings }: { readonly findings: readonly ProofFinding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return <Good words={t('story.noFindings')} />;
  return (
    <ul className="story-findings">
      {findings.map((finding) => (
        <Finding key={findingKey(finding)} finding={finding} />
      ))}
    </ul>
  );
}

function Finding({ finding }: { readonly finding: ProofFinding }) {
  const { t, i18n } = useTranslation();
  const { severity, rule, suggestion, field, index } = finding;
  const { detail, cure } = sayFinding(finding, i18n.language.startsWith('en') ? 'en' : 'zh');
  const Icon = severity === 'error' ? CircleX : TriangleAlert;
  const place = field === 'body' ? t('story.paragraph', { n: index + 1 }) : t(`textField.${field}`);
  return (
    <li>
      <button type="button" className="plain-row story-finding-row" title={cure} onClick={() => showFinding(finding)}>
        <Icon size={16} data-tone={severity} aria-hidden="true" />
        <strong>{t(`proof.rule.${rule}`)}</strong>
        <span className="soft">{place}</span>
        <span className="story-finding-text">{detail}</span>
      </button>
      <div className="finding-acts">
        {suggestion !== undefined && (
          <button type="button" className="button" data-look="outline" onClick={() => mend(finding)}>
            {suggestion === '' ? t('proof.remove') : t('proof.mend', { words: suggestion })}
          </button>
        )}
        <button type="button" className="button" data-look="link" onClick={() => letStand(finding, '')}>
          {t('proof.letStand')}
        </button>
      </div>
    </li>
  );
}

const NONE: readonly VersionRow[] = [];

function Versions({ article }: { readonly article: Article }) {
  const { t, i18n } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle ?? '');
  const { value: rows, fault, setFault } = useAnswer(() => bridge().versions(handle), NONE);
  const { with: chosen, shown } = useCompared(article);
  const moment = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const choose = async (row: VersionRow) => {
    if (chosen?.id === row.id) return compareWith(null);
    const outcome = await bridge().readVersion(handle, row.id);
    setFault(outcome.ok ? '' : outcome.fault.text);
    if (outcome.ok) compareWith({ id: row.id, name: row.name, issue: outcome.value });
  };
  return (
    <>
      {fault !== '' && (
        <p className="hint" data-tone="error">
          {fault}
        </p>
      )}
      {rows.length === 0 && (
        <div className="empty">
          <History size={16} aria-hidden="true" />
          <p>{t('story.noVersions')}</p>
        </div>
      )}
      {chosen && <CheckField label={t('story.showChanges')} checked={shown} onChange={showChanges} />}
      <ul className="story-versions">
        {rows
          .filter(({ problem }) => problem === '')
          .map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="plain-row story-version"
                aria-pressed={chosen?.id === row.id}
                onClick={() => void choose(row)}
              >
                <strong>
                  {row.name ||
                    t(row.reason === 'named' || row.reason === 'copy' ? 'records.unnamed' : `records.kind.${row.reason}`)}
                </strong>
                <span className="soft">{`${moment.format(new Date(row.time))} · ${row.who}`}</span>
                {chosen?.id === row.id && <span className="page-chip">{t('story.compared')}</span>}
              </button>
            </li>
          ))}
      </ul>
      <CommandButton command="versions" text={t('story.saveVersion')} look="outline" />
    </>
  );
}
