import { useTranslation } from 'react-i18next';
import type { Issue, IssueData, Page, PagePeople } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { NumberField } from '../controls/NumberField';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { store, useDesk } from '../state/store';
import { leave } from './field-text';

const SECTION_LENGTH = 20;
const MOST_NUMBER = 1_000_000;
export const PEOPLE = ['editor', 'designer', 'proofreader'] as const satisfies readonly (keyof PagePeople)[];

/** Date and numbers of the issue. */
export function IssueSection({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const { date, number: count, total } = issue;
  const change = (part: Partial<IssueData>) =>
    store.edit(
      { type: 'setIssueData', data: { date, number: count, total, ...part } },
      'edit.issueData',
      `issue ${Object.keys(part)}`,
    );
  return (
    <Section title={t('inspector.issue')}>
      <Row label={t('inspector.date')}>
        <input
          type="date"
          className="field"
          aria-label={t('inspector.date')}
          value={date}
          max="9999-12-31"
          onChange={({ target }) => target.validity.valid && target.value !== '' && change({ date: target.value })}
          onBlur={leave}
        />
      </Row>
      <Row label={t('inspector.number')}>
        <NumberField
          label={t('inspector.number')}
          unit={t('inspector.numberUnit')}
          value={count}
          least={1}
          most={MOST_NUMBER}
          onNumber={(next) => change({ number: next })}
          onLeave={leave}
        />
        <NumberField
          label={t('inspector.total')}
          unit={t('inspector.totalUnit')}
          value={total}
          least={1}
          most={MOST_NUMBER}
          onNumber={(next) => change({ total: next })}
          onLeave={leave}
        />
      </Row>
    </Section>
  );
}

/** Name of the page shown, and who made it where it was not the paper's people. */
export function PageSection({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const number = useDesk(({ page }) => page);
  const page = issue.pages[number - 1];
  if (!page) return null;
  return (
    <Section title={t('inspector.pageHead', { page: number })}>
      <Row label={t('inspector.section')}>
        <TextField
          label={t('inspector.section')}
          value={page.section}
          maxLength={SECTION_LENGTH}
          onText={(section) => store.edit({ type: 'setSection', page: number, section }, 'edit.section', `section ${number}`)}
          onLeave={leave}
        />
      </Row>
      {PEOPLE.map((who) => (
        <Row key={who} label={t(`paper.${who}`)}>
          <TextField
            label={t('paper.ofPage', { who: t(`paper.${who}`) })}
            value={page.people?.[who] ?? ''}
            placeholder={issue.paper[who]}
            maxLength={LONGEST_LINE}
            onText={(name) => setPerson(page, who, name)}
            onLeave={leave}
          />
        </Row>
      ))}
    </Section>
  );
}

/** An empty name is the paper's. */
function setPerson(page: Page, who: keyof PagePeople, name: string): void {
  const { [who]: _, ...others } = page.people ?? {};
  const people = name === '' ? others : { ...others, [who]: name };
  const edit = { type: 'setPeople', page: page.number, ...(Object.keys(people).length > 0 ? { people } : {}) } as const;
  store.editSoon(edit, 'edit.people', `people ${page.number} ${who}`);
}
