import { useTranslation } from 'react-i18next';
import type { Edit, LinkCode } from '../../engine/issue/index';
import { LONGEST_CODE_LABEL, LONGEST_LINE } from '../../engine/issue/text-fields';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { store } from '../state/store';
import { leave, oneLine } from './field-text';

interface CodeFieldsProps {
  readonly code: LinkCode | undefined;
  /** The item with another code, or none. */
  readonly edit: (code: LinkCode | undefined) => Edit;
  /** Of the item, for undo. */
  readonly id: string;
}

/** A link that readers scan, and the words below its code. Without a link there is no code. */
export function CodeFields({ code, edit, id }: CodeFieldsProps) {
  const { t } = useTranslation();
  const change = (part: Partial<LinkCode>) => {
    const next = { link: '', label: '', ...code, ...part };
    const name = `code ${id} ${Object.keys(part)}`;
    store.editSoon(edit(next.link === '' ? undefined : next), 'edit.code', name);
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
}

/** An item with a code, or without one. */
export function withCode<T extends { readonly code?: LinkCode }>(item: T, code: LinkCode | undefined): T {
  const { code: _, ...rest } = item;
  return (code ? { ...rest, code } : rest) as T;
}
