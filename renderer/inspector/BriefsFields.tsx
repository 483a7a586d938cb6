import { useTranslation } from 'react-i18next';
import type { Block, BlockContent } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { rove } from '../controls/rove';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { change } from '../state/block-changes';
import { itemOf } from '../state/facts';
import { type Material, store, useDesk } from '../state/store';
import { leave } from './field-text';

interface BriefsFieldsProps {
  readonly block: Block;
  readonly content: Extract<BlockContent, { readonly kind: 'briefs' }>;
  readonly material: Material;
}

/** The label of a column of briefs, and which of them the fields below are about. */
export function BriefsFields({ block, content, material }: BriefsFieldsProps) {
  const { t } = useTranslation();
  const issue = useDesk((state) => state.issue);
  return (
    <Section title={t('inspector.briefs')}>
      <Row label={t('inspector.label')}>
        <TextField
          label={t('inspector.label')}
          value={content.label}
          maxLength={LONGEST_LINE}
          onText={(label) => change('edit.label', (old) => ({ ...old, content: { ...content, label } }), `label ${block.id}`)}
          onLeave={leave}
        />
      </Row>
      <div className="brief-list" data-list>
        {content.articles.map((id) => (
          <button
            key={id}
            type="button"
            className="plain-row brief"
            data-item
            onKeyDown={rove}
            tabIndex={id === material.id ? 0 : -1}
            aria-current={id === material.id || undefined}
            onClick={() => store.inspect({ list: 'articles', id }, block.id)}
          >
            {issue && itemOf(issue, 'articles', id)?.headline.join(' ')}
          </button>
        ))}
      </div>
    </Section>
  );
}
