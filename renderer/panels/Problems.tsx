import { Tabs } from '@base-ui/react/tabs';
import { ChevronDown, ChevronUp, CircleX, ScanSearch, SpellCheck, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, isFurniture } from '../../engine/issue/index';
import { Choice } from '../controls/Choice';
import { CommandButton } from '../controls/CommandButton';
import { useAtLeast } from '../controls/use-width';
import { useProofs } from '../proof/client';
import { placeOf } from '../proof/findings';
import { type Listing, store, useDesk, useDeskAtRest } from '../state/store';
import { FindingList, Good, PreflightList, ProblemList } from './ProblemLists';
import { useProblems } from './use-problems';
import './problems.css';

const SCOPES = ['issue', 'page'] as const;
type Scope = (typeof SCOPES)[number];
const LISTINGS: readonly Listing[] = ['problems', 'preflight', 'proof'];
/** Instead of the words, where there is no room for all of them. */
const SIGNS = { problems: TriangleAlert, preflight: ScanSearch, proof: SpellCheck };

/** What is wrong with the issue or with the page shown: its layout, its press files, its words. */
export function Problems() {
  const { t } = useTranslation();
  const [scope, setScope] = useState<Scope>('issue');
  const open = useDesk(({ panels }) => panels.bottom);
  // The panel opens at once, and its rows come between two frames.
  const filled = useDeferredValue(open);
  const listing = useDesk((state) => state.listing);
  const page = useDesk((state) => state.page);
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  const isMeant = (of: number | undefined) => scope === 'issue' || of === page;
  const problems = useProblems().filter((problem) => isMeant(problem.page));
  const examined = useDesk((state) => state.preflight)?.findings.filter((finding) => isMeant(finding.page));
  const findings = useProofs().filter((finding) => scope === 'issue' || (issue && isMeant(placeOf(issue, finding)?.page)));
  const listed = { problems, preflight: examined ?? [], proof: findings };
  const { length: count } = listed[listing];
  const errors = listed[listing].filter(({ severity }) => severity === 'error').length;
  const forScope = useAtLeast(1000);
  return (
    <Tabs.Root
      className="problems"
      value={listing}
      onValueChange={(value: Listing) => store.set({ listing: value })}
      render={<section aria-label={t('problems.title')} data-region="problems" />}
    >
      <div className="panel-head">
        <Tabs.List className="tabs" aria-label={t('problems.title')}>
          {LISTINGS.map((value) => (
            <Tabs.Tab key={value} value={value} className="tab" title={t(`problems.tab.${value}`)}>
              <Sign of={value} />
              <span className="tab-words">{t(`problems.tab.${value}`)}</span>{' '}
              {(value !== 'preflight' || examined) && <span className="count">{listed[value].length}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <span className="problem-sum">
          {errors > 0 && (
            <span data-tone="error">
              <CircleX size={14} aria-hidden="true" /> {t('problems.errors', { count: errors })}
            </span>
          )}
          {count > errors && (
            <span data-tone="warning">
              <TriangleAlert size={14} aria-hidden="true" /> {t('problems.warnings', { count: count - errors })}
            </span>
          )}
        </span>
        {open && forScope && (
          <Choice
            label={t('problems.scope.label')}
            value={scope}
            choices={SCOPES.map((value) => ({ value, title: t(`problems.scope.${value}`) }))}
            onChoice={setScope}
          />
        )}
        <CommandButton command="toggleBottom" icon={open ? ChevronDown : ChevronUp} />
      </div>
      {open && filled && (
        <>
          <Tabs.Panel value="problems" className="tab-panel" tabIndex={-1}>
            {problems.length > 0 ? <ProblemList problems={problems} /> : <Nothing />}
          </Tabs.Panel>
          <Tabs.Panel value="preflight" className="tab-panel" tabIndex={-1}>
            <PreflightList findings={examined} />
          </Tabs.Panel>
          <Tabs.Panel value="proof" className="tab-panel" tabIndex={-1}>
            {findings.length > 0 ? <FindingList findings={findings} /> : <Good words={t('problems.noFindings')} />}
          </Tabs.Panel>
        </>
      )}
    </Tabs.Root>
  );
}

function Sign({ of }: { readonly of: Listing }) {
  const Icon = SIGNS[of];
  return <Icon size={16} className="tab-sign" aria-hidden="true" />;
}

/** Why no problem is told. */
function Nothing() {
  const { t } = useTranslation();
  const pages = useDeskAtRest(({ issue }) => issue?.pages.length ?? 0);
  const checked = useDeskAtRest(({ checks }) => checks.size);
  const isEmpty = useDeskAtRest(({ issue }) => issue?.pages.every(({ blocks }) => blocks.every(isFurnishing)) === true);
  return <Good words={t(isEmpty ? 'problems.nothing' : checked < pages ? 'problems.composing' : 'problems.none')} />;
}

const isFurnishing = ({ content }: Block) => isFurniture(content);
