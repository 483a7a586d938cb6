import { useTranslation } from 'react-i18next';
import type { Notice } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { store } from '../state/store';
import { noticeEdit } from '../state/text-edits';
import { leave } from './field-text';

/** Title, text and entries of a notice. */
export function NoticeFields({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const { title, text, entries } = notice;
  const change = (field: string, part: Parameters<typeof noticeEdit>[1]) =>
    store.editSoon(noticeEdit(notice, part), 'edit.words', `notice ${notice.id} ${field}`);
  const changeEntry = (index: number, part: { readonly label?: string; readonly value?: string }) =>
    change(`entry ${index} ${Object.keys(part)}`, { entries: entries.with(index, { ...entries[index]!, ...part }) });
  const rows = entries.map((entry, index) => ({ ...entry, index }));
  return (
    <Section title={t('inspector.text')}>
      <Row label={t('inspector.noticeTitle')}>
        <TextField
          of={{ list: 'notices', id: notice.id, field: 'title' }}
          label={t('inspector.noticeTitle')}
          value={title}
          maxLength={LONGEST_LINE}
          strong
          onText={(next) => change('title', { title: next })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.noticeText')}>
        <TextField
          of={{ list: 'notices', id: notice.id, field: 'text' }}
          label={t('inspector.noticeText')}
          value={text}
          lines="few"
          onText={(next) => change('text', { text: next })}
          onLeave={leave}
        />
      </Row>
      {entries.length > 0 && (
        <Row label={t('inspector.entries')}>
          <div className="entries">
            {rows.map(({ label, value, index }) => (
              <div key={index} className="entry">
                <TextField
                  of={{ list: 'notices', id: notice.id, field: 'entryLabel', index }}
                  label={t('inspector.entryLabel', { n: index + 1 })}
                  value={label}
                  maxLength={LONGEST_LINE}
                  onText={(next) => changeEntry(index, { label: next })}
                  onLeave={leave}
                />
                <TextField
                  of={{ list: 'notices', id: notice.id, field: 'entryValue', index }}
                  label={t('inspector.entryValue', { n: index + 1 })}
                  value={value}
                  maxLength={LONGEST_LINE}
                  onText={(next) => changeEntry(index, { value: next })}
                  onLeave={leave}
                />
              </div>
            ))}
          </div>
        </Row>
      )}
    </Section>
  );
}
