/** Packages of other desks merged into the issue; where both have changed the same, the editor decides. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssemblyResult, ConflictRow, ConflictRule } from '../../electron/bridge-records';
import { Segments } from '../controls/Segments';
import { useDates } from '../panels/dates';
import { bridge } from '../state/bridge';
import { takeMerged } from '../state/jobs';
import { save } from '../state/saving';
import { store, useDesk } from '../state/store';
import { pathWords } from './path-words';

export function Merging() {
  const { t } = useTranslation();
  const readOnly = useDesk((state) => state.readOnly !== null);
  const [result, setResult] = useState<AssemblyResult | null>(null);
  const [decided, setDecided] = useState<Readonly<Record<string, ConflictRule>>>({});
  const [fault, setFault] = useState('');
  const conflicts = result?.packages.flatMap((one) => one.conflicts) ?? [];
  const units = [...new Set(conflicts.map(({ unit }) => unit))];

  /** On the issue as it stands here: what is not saved is saved first. */
  const merge = async (token: string | null, rule: ConflictRule | null) => {
    const { opened, dirty } = store.get();
    if (!opened || (dirty && !(await save()))) return;
    const outcome = await bridge().assemble(opened.handle, token, token === null ? {} : decided, rule);
    setFault(outcome.ok ? '' : outcome.fault.text);
    if (!outcome.ok || outcome.value === null) return;
    if (token === null) setDecided({});
    setResult(outcome.value);
    const { issue, changed } = outcome.value;
    if (issue === undefined) return;
    takeMerged(issue);
    store.set({ bar: { tone: 'info', text: t(changed ? 'bar.merged' : 'bar.nothingNew'), details: [] } });
  };
  return (
    <section className="records-detail" aria-label={t('records.mergeTitle')}>
      <h3>{t('records.mergeTitle')}</h3>
      <div className="records-form">
        <button type="button" className="button" data-look="solid" disabled={readOnly} onClick={() => void merge(null, null)}>
          {t('records.chooseFiles')}
        </button>
      </div>
      {fault !== '' && (
        <p data-tone="error" role="alert">
          {fault}
        </p>
      )}
      {result?.packages.map((one) => (
        <p key={one.file}>{t('records.packageLine', { ...one })}</p>
      ))}
      {result?.absentFonts.map((face) => (
        <p key={face} data-tone="warning">
          {t('records.absentFont', { face })}
        </p>
      ))}
      {result && units.length > 0 && (
        <>
          <p data-tone="warning">{t('records.conflicts', { count: units.length })}</p>
          {units.map((unit) => (
            <Conflict
              key={unit}
              conflict={conflicts.find((one) => one.unit === unit)!}
              rule={decided[unit]}
              onRule={(rule) => setDecided({ ...decided, [unit]: rule })}
            />
          ))}
          <div className="records-form">
            {(['ours', 'theirs', 'newer'] as const).map((rule) => (
              <button
                key={rule}
                type="button"
                className="button"
                data-look="outline"
                onClick={() => void merge(result.token, rule)}
              >
                {t(`records.all${rule[0]!.toUpperCase()}${rule.slice(1)}`)}
              </button>
            ))}
            <span className="spacer" />
            <button
              type="button"
              className="button"
              data-look="solid"
              disabled={units.some((unit) => decided[unit] === undefined)}
              onClick={() => void merge(result.token, null)}
            >
              {t('records.merge')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

interface ConflictProps {
  readonly conflict: ConflictRow;
  readonly rule: ConflictRule | undefined;
  readonly onRule: (rule: ConflictRule) => void;
}

/** Both sides beside each other, place by place. */
function Conflict({ conflict, rule, onRule }: ConflictProps) {
  const { t } = useTranslation();
  const { full, time } = useDates();
  const { unit, title, oursTime, theirsTime, differences } = conflict;
  const moment = (iso: string) => `${full(iso)} ${time(Date.parse(iso))}`;
  const name = `${t(`records.unit.${unit.split(':')[0]}`)} ${title || unit}`;
  return (
    <article className="conflict" aria-label={name}>
      <header>
        <strong>{name}</strong>
        <span className="spacer" />
        <Segments
          label={name}
          value={rule ?? ''}
          choices={[
            { value: 'ours', title: t('records.ours') },
            { value: 'theirs', title: t('records.theirs') },
          ]}
          onChoice={(value) => onRule(value as ConflictRule)}
        />
      </header>
      <div className="sides">
        <span className="soft">{t('records.oursHead', { time: moment(oursTime) })}</span>
        <span className="soft">{t('records.theirsHead', { time: moment(theirsTime) })}</span>
        {differences.map(({ path, ours, theirs }) => (
          <div key={path} className="side-pair">
            <span className="soft path">{pathWords(path, t)}</span>
            <del>{ours}</del>
            <ins>{theirs}</ins>
          </div>
        ))}
      </div>
    </article>
  );
}
