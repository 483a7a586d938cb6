import { useTranslation } from 'react-i18next';
import { CHECK_RULES, type CheckRule, type Issue, type WordsStyle } from '../../engine/issue/index';
import { CheckField } from '../controls/CheckField';
import { Section } from '../controls/Section';
import { readWordLists, useWordLists } from '../proof/client';
import { bridge } from '../state/bridge';
import { store } from '../state/store';

/** Which rules of the text checks the paper holds to, and which word lists it uses. */
export function WordsFields({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const lists = useWordLists();
  const { checkOff = [], listsOff = [] } = issue.paper.words ?? {};
  return (
    <Section title={t('proof.title')} folded>
      {CHECK_RULES.filter((rule) => !OF_LISTS.has(rule)).map((rule) => (
        <CheckField
          key={rule}
          label={t(`proof.rule.${rule}`)}
          checked={!checkOff.includes(rule)}
          onChange={(on) => change(issue, { checkOff: switched(checkOff, rule, on) })}
        />
      ))}
      <p className="hint">{t('proof.listsHint')}</p>
      {lists.map(({ name, of, entries, faults }) => (
        <div key={`${of} ${name}`}>
          <CheckField
            label={t(`proof.listOf.${of}`, { name, count: entries.length })}
            checked={!listsOff.includes(name)}
            onChange={(on) => change(issue, { listsOff: switched(listsOff, name, on) })}
          />
          {faults.slice(0, MOST_FAULTS).map((fault) => (
            <p key={fault} className="hint" data-tone="error">
              {fault}
            </p>
          ))}
        </div>
      ))}
      <div className="row-body">
        <button type="button" className="button" data-look="outline" onClick={() => void bridge().openWordsFolder()}>
          {t('faces.openFolder')}
        </button>
        <button type="button" className="button" data-look="outline" onClick={() => void readWordLists()}>
          {t('faces.lookAgain')}
        </button>
      </div>
    </Section>
  );
}

/** Switched by their lists. */
const OF_LISTS: ReadonlySet<CheckRule> = new Set(['forbidden', 'sensitive', 'preferred']);
/** Lines of a list that are told here; `banxin check` tells all. */
const MOST_FAULTS = 3;

function switched<T extends string>(off: readonly T[], name: T, on: boolean): readonly T[] {
  const others = off.filter((one) => one !== name);
  return on ? others : [...others, name];
}

function change(issue: Issue, part: Partial<WordsStyle>): void {
  store.edit({ type: 'setPaper', paper: { ...issue.paper, words: { ...issue.paper.words, ...part } } }, 'edit.wordRules');
}
