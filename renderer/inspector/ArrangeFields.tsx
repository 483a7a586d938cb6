import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue, PutEdit, Weight } from '../../engine/issue/index';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { Row, Section } from '../controls/Section';
import { itemOf } from '../state/facts';
import { type Material, store } from '../state/store';

const WEIGHTS: readonly Weight[] = ['auto', 'lead', 'major', 'normal', 'brief'];

interface ArrangeFieldsProps {
  readonly issue: Issue;
  readonly material: Material;
}

/**
 * What the arranger is asked for: the page of an item, the weight of an article. Drawn again only when that changes: someone may
 * be writing the item's text, which edits therefore take from the document as it is by then.
 */
export const ArrangeFields = memo(function ArrangeFields({ issue, material: { list, id } }: ArrangeFieldsProps) {
  const { t } = useTranslation();
  const item = itemOf(issue, list, id);
  if (!item) return null;
  const pages = [
    { value: '0', title: t('inspector.anyPage') },
    ...issue.pages.map(({ number, section }) => ({ value: String(number), title: t('pages.page', { page: number, section }) })),
  ];
  const put = (change: object, name: string) => {
    const { issue: now } = store.get();
    const present = now && itemOf(now, list, id);
    if (present) store.edit({ type: 'put', list, item: { ...present, ...change } } as PutEdit, name);
  };
  return (
    <Section title={t('inspector.arrange')}>
      <Row label={t('inspector.wish')}>
        <Choice
          label={t('inspector.wish')}
          value={String(item.page)}
          choices={pages}
          onChoice={(page) => put({ page: Number(page) }, 'edit.wish')}
        />
      </Row>
      {'weight' in item && issue.pages.length > 2 && (
        <CheckField
          label={t('inspector.spread')}
          checked={item.spread ?? false}
          onChange={(spread) => put({ spread }, 'edit.wish')}
        />
      )}
      {'weight' in item && (
        <Row label={t('inspector.weight')}>
          <Choice
            label={t('inspector.weight')}
            value={item.weight}
            choices={WEIGHTS.map((value) => ({ value, title: t(`inspector.weights.${value}`) }))}
            onChoice={(weight) => put({ weight }, 'edit.weight')}
          />
        </Row>
      )}
    </Section>
  );
}, looksSame);

function looksSame(one: ArrangeFieldsProps, other: ArrangeFieldsProps): boolean {
  return one.issue.pages === other.issue.pages && asked(one) === asked(other);
}

function asked({ issue, material: { list, id } }: ArrangeFieldsProps): string {
  const item = itemOf(issue, list, id);
  return JSON.stringify([list, id, item?.page, item && 'weight' in item && [item.weight, item.spread]]);
}
