import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, LinkCode, PutEdit } from '../../engine/issue/index';
import { LONGEST_CODE_LABEL, LONGEST_LINE } from '../../engine/issue/text-fields';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { itemOf } from '../state/facts';
import { store } from '../state/store';
import { leave, oneLine } from './field-text';

interface CodeFieldsProps {
  readonly code: LinkCode | undefined;
  /** The item that has it. */
  readonly list: 'articles' | 'notices' | 'advertisements';
  readonly id: Id;
}

/** A link that readers scan, and the words below its code. Without a link there is no code. */
export const CodeFields = memo(function CodeFields({ code, list, id }: CodeFieldsProps) {
  const { t } = useTranslation();
  const change = (part: Partial<LinkCode>) => {
    const next = { link: '', label: '', ...code, ...part };
    const name = `code ${id} ${Object.keys(part)}`;
    const { issue } = store.get();
    const item = issue && itemOf(issue, list, id);
    const edit = item && ({ type: 'put', list, item: withCode(item, next.link === '' ? undefined : next) } as PutEdit);
    if (edit) store.editSoon(edit, 'edit.code', name);
  };
  return (
    <Section title={t('inspector.code')} folded={!code}>
      <Row label={t('inspector.link')}>
        <TextField
          label={`${t('inspector.code')} ${t('inspector.link')}`}
          value={code?.link ?? ''}
          normal={oneLine}
          maxLength={LONGEST_LINE}
          onText={(text) => change({ link: oneLine(text).trim() })}
          onLeave={leave}
        />
      </Row>
      {code && (
        <Row label={t('inspector.codeLabel')}>
          <TextField
            label={`${t('inspector.code')} ${t('inspector.codeLabel')}`}
            value={code.label}
            maxLength={LONGEST_CODE_LABEL}
            onText={(label) => change({ label })}
            onLeave={leave}
          />
        </Row>
      )}
    </Section>
  );
});

/** An item with a code, or without one. */
function withCode<T extends { readonly code?: LinkCode }>(item: T, code: LinkCode | undefined): T {
  const { code: _, ...rest } = item;
  return (code ? { ...rest, code } : rest) as T;
}
