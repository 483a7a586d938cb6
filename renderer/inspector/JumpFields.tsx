import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { CheckField } from '../controls/CheckField';
import { Section } from '../controls/Section';
import { store } from '../state/store';

/** Whether stories of the paper may go on on another page (转版). */
export function JumpFields({ issue: { paper } }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const allow = (jumps: boolean) =>
    store.edit({ type: 'setPaper', paper: { ...paper, arranging: { ...paper.arranging, jumps } } }, 'edit.jumps');
  return (
    <Section title={t('inspector.stories')}>
      <CheckField label={t('inspector.jumps')} checked={paper.arranging?.jumps === true} onChange={allow} />
    </Section>
  );
}
