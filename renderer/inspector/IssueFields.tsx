import { useTranslation } from 'react-i18next';
import type { Issue, IssueData } from '../../engine/issue/index';
import { NumberField } from '../controls/NumberField';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { store, useDesk } from '../state/store';
import { ArrangingFields } from './ArrangingFields';
import { FaceFields } from './FaceFields';
import { leave } from './field-text';
import { JumpFields } from './JumpFields';
import { TypesettingFields } from './TypesettingFields';
import { WordsFields } from './WordsFields';

const SECTION_LENGTH = 20;
const MOST_NUMBER = 1_000_000;

/** Date and numbers of the issue and the name of the page shown, while nothing is selected. */
export function IssueFields({ issue }: { readonly issue: Issue }) {
  const { t, i18n } = useTranslation();
  const number = useDesk(({ page }) => page);
  const page = issue.pages[number - 1];
  const { date, number: count, total } = issue;
  const change = (part: Partial<IssueData>) =>
    store.edit(
      { type: 'setIssueData', data: { date, number: count, total, ...part } },
      'edit.issueData',
      `issue ${Object.keys(part)}`,
    );
  return (
    <>
      <header className="inspector-head">
        <div>
          <h2>{issue.paper.name}</h2>
          <p>{t('inspector.none')}</p>
        </div>
      </header>
      <div className="inspector-body">
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
        {page && (
          <Section title={t('inspector.at', { page: number })}>
            <Row label={t('inspector.section')}>
              <TextField
                label={t('inspector.section')}
                value={page.section}
                maxLength={SECTION_LENGTH}
                onText={(section) =>
                  store.edit({ type: 'setSection', page: number, section }, 'edit.section', `section ${number}`)
                }
                onLeave={leave}
              />
            </Row>
          </Section>
        )}
        <JumpFields issue={issue} />
        <ArrangingFields issue={issue} />
        <TypesettingFields issue={issue} />
        <WordsFields issue={issue} />
        <FaceFields key={i18n.language} issue={issue} />
      </div>
    </>
  );
}
