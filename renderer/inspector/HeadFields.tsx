import { useTranslation } from 'react-i18next';
import type { Article, ArticleForm, Issue } from '../../engine/issue/index';
import { HEAD_STYLES } from '../../engine/layout/styles';
import { withHead } from '../canvas/refit';
import { Choice } from '../controls/Choice';
import { Row, Section } from '../controls/Section';
import { Segments } from '../controls/Segments';
import { withForm } from '../state/block-edits';
import { change } from '../state/commands';

interface HeadFieldsProps {
  readonly issue: Issue;
  readonly article: Article;
  readonly form: ArticleForm;
  readonly disabled: boolean;
}

/** Body size that the sizes of the page design are stated for. */
const DESIGN_BODY = 9;
const PLANNED = { size: 0, lines: [], headRows: 0 } as const;

/** Size and direction of a headline. Without a size the layout plans it. */
export function HeadFields({ issue, article, form, disabled }: HeadFieldsProps) {
  const { t } = useTranslation();
  const scale = issue.spec.bodySize / DESIGN_BODY;
  const offered = HEAD_STYLES[form.head].headline.sizes.map((size) => Number((size * scale).toFixed(1)));
  const sizes = [...new Set(form.size > 0 ? [form.size, ...offered] : offered)].sort((one, other) => other - one);
  const choices = [
    { value: '0', title: t('inspector.headAuto') },
    ...sizes.map((size) => ({ value: String(size), title: t('inspector.points', { n: Number(size.toFixed(1)) }) })),
  ];
  const setSize = (size: number) => {
    const lines = form.lines.length > 0 ? form.lines : article.headline;
    change('edit.headSize', (block) => withForm(block, size === 0 ? PLANNED : { size, lines, headRows: 0 }));
  };
  return (
    <Section title={t('inspector.head')}>
      <Row label={t('inspector.headSize')}>
        <Choice
          label={t('inspector.headSize')}
          value={String(form.size)}
          choices={choices}
          disabled={disabled}
          onChoice={(size) => setSize(Number(size))}
        />
      </Row>
      <Row label={t('inspector.direction')}>
        <Segments
          label={t('inspector.direction')}
          value={form.head === 'vertical' ? 'vertical' : 'horizontal'}
          choices={[
            { value: 'horizontal', title: t('inspector.horizontal') },
            { value: 'vertical', title: t('inspector.vertical') },
          ]}
          disabled={disabled || article.deck !== ''}
          onChoice={(direction) => change('edit.direction', (block) => withHead(block, direction))}
        />
      </Row>
    </Section>
  );
}
