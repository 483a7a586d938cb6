import { useTranslation } from 'react-i18next';
import type { InkColour, Issue, Paper } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { Choice } from '../controls/Choice';
import { NumberField } from '../controls/NumberField';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { store } from '../state/store';
import { leave } from './field-text';
import { PEOPLE } from './IssueSections';

type Text = Exclude<{ [K in keyof Paper]: Paper[K] extends string ? K : never }[keyof Paper], undefined | 'kind'>;

const NAME_LENGTH = 20;
const LENGTHS: Partial<Record<Text, number>> = { name: NAME_LENGTH, pinyin: 100, accentSpot: 60 };
/** In the order in which they stand in masthead, folio line and imprint. */
const PARTICULARS = [
  'authority',
  'sponsor',
  'publisher',
  'address',
  'printer',
  'frequency',
  'price',
  'hotline',
  'email',
] as const;
const INKS = ['c', 'm', 'y', 'k'] as const satisfies readonly (keyof InkColour)[];

interface PaperFieldsProps {
  readonly issue: Issue;
  readonly folded?: boolean;
}

/** Frames that the fields may take to appear after the masthead was selected. */
const MOST_FRAMES = 10;

/** Puts the cursor into the field of a particular of the paper, once that is shown. */
export function focusParticular(key: string, frames = MOST_FRAMES): void {
  const field = document.querySelector<HTMLInputElement>(`[data-particular="${key}"] input`);
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  field?.scrollIntoView({ block: 'nearest' });
  field?.focus();
  if (!field && frames > 0) requestAnimationFrame(() => focusParticular(key, frames - 1));
}

/** What stays from issue to issue and stands in masthead, folio lines and imprint of every page: edited here, once. */
export function PaperFields({ issue, folded = false }: PaperFieldsProps) {
  const { t } = useTranslation();
  const { paper } = issue;
  const change = (part: Partial<Paper>) =>
    store.editSoon({ type: 'setPaper', paper: { ...paper, ...part } }, 'edit.paper', `paper ${Object.keys(part)}`);
  const field = (key: Text) => (
    <div key={key} data-particular={key}>
      <Row label={t(`paper.${key}`)}>
        <TextField
          label={t('paper.ofPaper', { what: t(`paper.${key}`) })}
          value={paper[key]}
          maxLength={LENGTHS[key] ?? LONGEST_LINE}
          strong={key === 'name'}
          onText={(text) => change({ [key]: text })}
          onLeave={leave}
        />
      </Row>
    </div>
  );
  return (
    <Section title={t('paper.title')} folded={folded}>
      {field('name')}
      {field('pinyin')}
      <Row label={t('paper.kind')}>
        <Choice
          label={t('paper.kind')}
          value={paper.kind}
          choices={[
            { value: 'newspaper', title: t('paper.newspaper') },
            { value: 'internal', title: t('paper.internal') },
          ]}
          onChoice={(kind) => store.edit({ type: 'setPaper', paper: { ...paper, kind } }, 'edit.paper')}
        />
      </Row>
      {field('licence')}
      {PARTICULARS.map(field)}
      {PEOPLE.map(field)}
      <Row label={t('paper.accent')}>
        <div className="inks">
          {INKS.map((ink) => (
            <NumberField
              key={ink}
              label={`${t('paper.accent')} ${t(`paper.ink.${ink}`)}`}
              unit={t(`paper.ink.${ink}`)}
              value={Math.round(paper.accent[ink] * 100)}
              least={0}
              most={100}
              onNumber={(percent) => change({ accent: { ...paper.accent, [ink]: percent / 100 } })}
              onLeave={leave}
            />
          ))}
        </div>
      </Row>
      {field('accentSpot')}
    </Section>
  );
}
