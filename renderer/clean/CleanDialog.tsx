/** Cleaning (清理) of an article: every change that the rules ask for, to be taken or left, as one step. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Article, CLEAN_RULES, type CleanRule, type Issue, paragraphText } from '../../engine/issue/index';
import { type CleanChange, cleaningOf, withCleaning } from '../../engine/manuscript/cleaning';
import { CheckField } from '../controls/CheckField';
import { DialogFrame } from '../controls/DialogFrame';
import { chosenArticle } from '../state/facts';
import { store, useDesk } from '../state/store';
import { articleEdit } from '../state/text-edits';
import './clean.css';

export function CleanDialog() {
  const { t } = useTranslation();
  const title = useDesk((state) => chosenArticle(state)?.headline.join(' ') ?? '');
  return (
    <DialogFrame name="clean" title={t('clean.title', { title })} className="clean">
      {() => <Content />}
    </DialogFrame>
  );
}

function Content() {
  const issue = useDesk((state) => state.issue);
  const article = useDesk(chosenArticle);
  return issue && article && <Changes key={article.id} issue={issue} article={article} />;
}

function close(): void {
  store.set({ dialog: null });
}

/** All changes are found once; rules that are off for the paper begin unticked. */
function Changes({ issue, article }: { readonly issue: Issue; readonly article: Article }) {
  const { t } = useTranslation();
  const [changes] = useState(() => cleaningOf(article, NO_RULES));
  const off = issue.paper.words?.cleanOff ?? [];
  const [left, setLeft] = useState<ReadonlySet<CleanChange>>(
    () => new Set(changes.filter(({ rules }) => rules.some((rule) => off.includes(rule)))),
  );
  const taken = changes.filter((change) => !left.has(change));
  const choose = (some: readonly CleanChange[], take: boolean) =>
    setLeft((before) => {
      const next = new Set(before);
      for (const change of some) {
        if (take) next.delete(change);
        else next.add(change);
      }
      return next;
    });
  const clean = () => {
    close();
    store.seal();
    store.edit(articleEdit(issue, article, withCleaning(article, taken)), 'edit.clean');
  };
  return (
    <>
      <div className="clean-body">
        {changes.length === 0 && <p className="hint">{t('clean.none')}</p>}
        {CLEAN_RULES.map((rule) => {
          const some = changes.filter(({ rules }) => rules[0] === rule);
          return (
            some.length > 0 && (
              <Rule key={rule} issue={issue} rule={rule} changes={some} left={left} article={article} onChoice={choose} />
            )
          );
        })}
      </div>
      <div className="dialog-foot">
        {changes.length > 0 && <p>{t('clean.count', { count: taken.length, all: changes.length })}</p>}
        <span className="spacer" />
        <button type="button" className="button" data-look="outline" onClick={close}>
          {t('clean.cancel')}
        </button>
        <button type="button" className="button" data-look="solid" disabled={taken.length === 0} onClick={clean}>
          {t('clean.clean')}
        </button>
      </div>
    </>
  );
}

const NO_RULES: ReadonlySet<CleanRule> = new Set();
/** Changes of one rule that are shown one by one; the others go with the rule. */
const MOST_SHOWN = 200;

interface RuleProps {
  readonly issue: Issue;
  readonly article: Article;
  readonly rule: CleanRule;
  readonly changes: readonly CleanChange[];
  readonly left: ReadonlySet<CleanChange>;
  readonly onChoice: (changes: readonly CleanChange[], take: boolean) => void;
}

function Rule({ issue, article, rule, changes, left, onChoice }: RuleProps) {
  const { t } = useTranslation();
  const off = issue.paper.words?.cleanOff ?? [];
  const isOff = off.includes(rule);
  const switchRule = () => {
    const cleanOff = isOff ? off.filter((other) => other !== rule) : [...off, rule];
    store.edit({ type: 'setPaper', paper: { ...issue.paper, words: { ...issue.paper.words, cleanOff } } }, 'edit.wordRules');
  };
  return (
    <section className="clean-rule" aria-label={t(`clean.rule.${rule}`)}>
      <div className="clean-head">
        <CheckField
          label={t('clean.ofRule', { rule: t(`clean.rule.${rule}`), count: changes.length })}
          checked={changes.every((change) => !left.has(change))}
          onChange={(take) => onChoice(changes, take)}
        />
        <button type="button" className="button" data-look="link" onClick={switchRule}>
          {t(isOff ? 'clean.switchOn' : 'clean.switchOff')}
        </button>
      </div>
      <ul>
        {changes.slice(0, MOST_SHOWN).map((change) => (
          <li key={`${change.field} ${change.index} ${change.from}`}>
            <CheckField
              label={t('clean.change', around(article, change))}
              checked={!left.has(change)}
              onChange={(take) => onChoice([change], take)}
            />
          </li>
        ))}
      </ul>
      {changes.length > MOST_SHOWN && <p className="hint">{t('clean.more', { count: changes.length - MOST_SHOWN })}</p>}
    </section>
  );
}

/** Characters shown beside a change. */
const BESIDE = 8;

/** What stands now and what would, with a little beside it; spaces and what nobody sees have signs. */
function around(article: Article, { field, index, from, to, before, text, joins }: CleanChange) {
  const whole = textAt(article, field, index);
  const [left, right] = [whole.slice(Math.max(0, from - BESIDE), from), whole.slice(to, to + BESIDE)];
  const next = joins ? textAt(article, field, index + 1).slice(0, BESIDE) : right;
  return {
    before: `${left}${visible(joins ? '⏎' : before)}${next}`,
    after: `${left}${visible(text)}${next}`,
  };
}

function textAt({ kicker, headline, deck, paragraphs, jump }: Article, field: CleanChange['field'], index: number): string {
  if (field === 'headline') return headline[index] ?? '';
  if (field === 'body') return paragraphs[index] ? paragraphText(paragraphs[index]) : '';
  return { kicker, deck, jump }[field];
}

function visible(text: string): string {
  return text.replace(/ /g, '␣').replace(/[\p{Cc}\u00ad\u200b-\u200f\u2060-\u206f\ufeff]/gu, '◌');
}
