import { useTranslation } from 'react-i18next';
import type { Issue, PutEdit, Weight } from '../../engine/issue/index';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { Row, Section } from '../controls/Section';
import { itemOf } from '../state/facts';
import { type Material, store } from '../state/store';

const WEIGHTS: readonly Weight[] = ['auto', 'lead', 'major', 'normal', 'brief'];

/** What the arranger is asked for: the page of an item, the weight of an article. */
export function ArrangeFields({ issue, material: { list, id } }: { readonly issue: Issue; readonly material: Material }) {
  const { t } = useTranslation();
  const item = itemOf(issue, list, id);
  if (!item) return null;
  const pages = [
    { value: '0', title: t('inspector.anyPage') },
    ...issue.pages.map(({ number, section }) => ({ value: String(number), title: t('pages.page', { page: number, section }) })),
  ];
  const putPage = (page: number) => store.edit({ type: 'put', list, item: { ...item, page } } as PutEdit, 'edit.wish');
  return (
    <Section title={t('inspector.arrange')}>
      <Row label={t('inspector.wish')}>
        <Choice
          label={t('inspector.wish')}
          value={String(item.page)}
          choices={pages}
          onChoice={(page) => putPage(Number(page))}
        />
      </Row>
      {'weight' in item && issue.pages.length > 2 && (
        <CheckField
          label={t('inspector.spread')}
          checked={item.spread ?? false}
          onChange={(spread) => store.edit({ type: 'put', list: 'articles', item: { ...item, spread } }, 'edit.wish')}
        />
      )}
      {'weight' in item && (
        <Row label={t('inspector.weight')}>
          <Choice
            label={t('inspector.weight')}
            value={item.weight}
            choices={WEIGHTS.map((value) => ({ value, title: t(`inspector.weights.${value}`) }))}
            onChoice={(weight) => store.edit({ type: 'put', list: 'articles', item: { ...item, weight } }, 'edit.weight')}
          />
        </Row>
      )}
    </Section>
  );
}
