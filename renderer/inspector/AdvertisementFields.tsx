import { useTranslation } from 'react-i18next';
import type { Advertisement } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { store } from '../state/store';
import { advertisementEdit } from '../state/text-edits';
import { leave, withoutEmptyLines } from './field-text';

const MOST_LINES = 200;

/** The words of an advertisement set in type. */
export function AdvertisementFields({ advertisement }: { readonly advertisement: Advertisement }) {
  const { t } = useTranslation();
  const { label, title, lines } = advertisement;
  const change = (field: string, part: Parameters<typeof advertisementEdit>[1]) =>
    store.editSoon(advertisementEdit(advertisement, part), 'edit.words', `advertisement ${advertisement.id} ${field}`);
  const linesOf = (text: string) => withoutEmptyLines(text).slice(0, MOST_LINES);
  return (
    <Section title={t('inspector.text')}>
      <Row label={t('inspector.label')}>
        <TextField
          of={{ list: 'advertisements', id: advertisement.id, field: 'label' }}
          label={t('inspector.label')}
          value={label}
          maxLength={LONGEST_LINE}
          onText={(next) => change('label', { label: next })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.adTitle')}>
        <TextField
          of={{ list: 'advertisements', id: advertisement.id, field: 'title' }}
          label={t('inspector.adTitle')}
          value={title}
          maxLength={LONGEST_LINE}
          strong
          onText={(next) => change('title', { title: next })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.adLines')}>
        <TextField
          of={{ list: 'advertisements', id: advertisement.id, field: 'line', parts: lines }}
          label={t('inspector.adLines')}
          value={lines.join('\n')}
          normal={(text) => linesOf(text).join('\n')}
          lines="few"
          onText={(text) => change('lines', { lines: linesOf(text) })}
          onLeave={leave}
        />
      </Row>
    </Section>
  );
}
