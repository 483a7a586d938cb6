import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionRow } from '../../electron/bridge-records';
import type { Issue } from '../../engine/issue/index';
import { issueDifferences } from '../../engine/issue/issue-differences';
import { restoreArticle, restoreIssue } from '../../engine/issue/restore';
import { Choice } from '../controls/Choice';
import { DialogFrame } from '../controls/DialogFrame';
import { useDates } from '../panels/dates';
import { bridge } from '../state/bridge';
import { store, useDesk } from '../state/store';
import { DifferenceList } from './DifferenceList';
import './records.css';
import { useAnswer } from './use-answer';

/** Versions of the issue and of its articles, and the copies of cloud drives: kept, compared, restored as one step. */
export function VersionsDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame name="versions" title={t('records.versions')} className="records">
      {() => <Content />}
    </DialogFrame>
  );
}

const WHOLE = '';
const NONE: readonly VersionRow[] = [];

function Content() {
  const { t } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle ?? '');
  const present = useDesk((state) => state.issue);
  const readOnly = useDesk((state) => state.readOnly !== null);
  const { value: rows, fault, setFault, put } = useAnswer(() => bridge().versions(handle), NONE);
  const [name, setName] = useState('');
  const [shown, setShown] = useState<{ readonly row: VersionRow; readonly issue: Issue } | null>(null);
  const [article, setArticle] = useState(WHOLE);
  const differences = useMemo(() => {
    if (!shown || !present) return [];
    const all = issueDifferences(shown.issue, present);
    return article === WHOLE ? all : all.filter(({ unit }) => unit === `article:${article}`);
  }, [shown, present, article]);
  if (!present) return null;

  const look = async (row: VersionRow) => {
    if (row.problem !== '') return setFault(row.problem);
    const outcome = await bridge().readVersion(handle, row.id);
    setFault(outcome.ok ? '' : outcome.fault.text);
    if (outcome.ok) setShown({ row, issue: outcome.value });
  };
  const keep = async () => {
    const outcome = await bridge().saveVersion(handle, present, name.trim());
    if (!outcome.ok) return setFault(outcome.fault.text);
    setName('');
    put(await bridge().versions(handle));
  };
  const restore = (id: string) => {
    if (!shown) return;
    const edit = id === WHOLE ? restoreIssue(present, shown.issue, '') : restoreArticle(present, shown.issue, id, '');
    if (edit) store.edit(edit, id === WHOLE ? 'edit.restore' : 'edit.restoreArticle');
  };
  const putAway = async (row: VersionRow) => {
    const outcome = await bridge().putAway(handle, row.id);
    if (!outcome.ok) return setFault(outcome.fault.text);
    setShown(null);
    store.set({ copies: store.get().copies.filter((copy) => copy !== row.name) });
    put(await bridge().versions(handle));
  };

  const scopes = [
    { value: WHOLE, title: t('records.whole') },
    ...present.articles.map(({ id, headline }) => ({ value: id, title: headline.join(' ') || id })),
  ];
  return (
    <>
      <div className="records-body">
        <section className="records-list" aria-label={t('records.versions')}>
          <form
            className="records-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') void keep();
            }}
          >
            <input
              className="field"
              aria-label={t('records.versionName')}
              placeholder={t('records.versionName')}
              value={name}
              maxLength={100}
              disabled={readOnly}
              onChange={({ target }) => setName(target.value)}
            />
            <button type="submit" className="button" data-look="outline" disabled={readOnly || name.trim() === ''}>
              {t('records.saveVersion')}
            </button>
          </form>
          {rows.length === 0 && <p className="soft">{t('records.noVersions')}</p>}
          {rows.map((row) => (
            <VersionButton key={row.id} row={row} chosen={row.id === shown?.row.id} onChoose={() => void look(row)} />
          ))}
        </section>
        <section className="records-detail" aria-label={t('records.compare')}>
          <Choice label={t('records.scope')} value={article} choices={scopes} onChoice={setArticle} />
          {fault !== '' && (
            <p data-tone="error" role="alert">
              {fault}
            </p>
          )}
          {shown ? (
            <DifferenceList differences={differences} {...(readOnly ? {} : { onRestore: restore })} />
          ) : (
            <p className="soft">{t('records.choose')}</p>
          )}
        </section>
      </div>
      <footer className="dialog-foot">
        <span className="spacer" />
        {shown?.row.reason === 'copy' && (
          <button
            type="button"
            className="button"
            data-look="outline"
            disabled={readOnly}
            onClick={() => void putAway(shown.row)}
          >
            {t('records.putAway')}
          </button>
        )}
        <button
          type="button"
          className="button"
          data-look="solid"
          disabled={readOnly || !shown || differences.length === 0}
          onClick={() => restore(WHOLE)}
        >
          {t('records.restoreAll')}
        </button>
      </footer>
    </>
  );
}

interface VersionButtonProps {
  readonly row: VersionRow;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function VersionButton({ row, chosen, onChoose }: VersionButtonProps) {
  const { t } = useTranslation();
  const { full, time } = useDates();
  const { reason, name, who } = row;
  const title = reason === 'named' || reason === 'copy' ? name || t('records.unnamed') : t(`records.kind.${reason}`);
  return (
    <button type="button" className="version" aria-pressed={chosen} onClick={onChoose}>
      <strong>{title}</strong>
      <span className="soft">
        {reason === 'copy' && `${t('records.kind.copy')} `}
        {full(row.time)} {time(Date.parse(row.time))} {who}
      </span>
    </button>
  );
}
