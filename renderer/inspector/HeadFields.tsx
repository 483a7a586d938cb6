import { useTranslation } from 'react-i18next';
import { type Article, type ArticleForm, type Block, type Issue, isBoxed } from '../../engine/issue/index';
import { HEAD_STYLES } from '../../engine/layout/styles';
import { withHead } from '../canvas/refit';
import { Choice } from '../controls/Choice';
import { Row, Section } from '../controls/Section';
import { Segments } from '../controls/Segments';
import { change } from '../state/block-changes';
import { withForm, withSetting } from '../state/block-edits';
import { useDesk } from '../state/store';
import { fitOf } from './FitMark';

interface HeadFieldsProps {
  readonly issue: Issue;
  readonly block: Block;
  readonly article: Article;
  readonly form: ArticleForm;
  readonly disabled: boolean;
}

/** Body size that the sizes of the page design are stated for. */
const DESIGN_BODY = 9;
const PLANNED = { size: 0, lines: [], headRows: 0 } as const;

/** Widths of a headline's characters, percent. */
const STRETCHES = ['80', '85', '90', '95', '100', '105', '110', '115', '120'];
const USUAL = '100';

/** Size, width and direction of a headline, or whether it stands on the first picture. Without a size the layout plans it. */
export function HeadFields({ issue, block, article, form, disabled }: HeadFieldsProps) {
  const { t } = useTranslation();
  const canStandOnPicture = form.head === 'picture' || (form.pictures.length > 0 && !isBoxed(form) && form.textColumns === 0);
  const scale = issue.spec.bodySize / DESIGN_BODY;
  const offered = HEAD_STYLES[form.head].headline.sizes.map((size) => Number((size * scale).toFixed(1)));
  const sizes = [...new Set(form.size > 0 ? [form.size, ...offered] : offered)].sort((one, other) => other - one);
  const stretches = [...new Set([percent(form.stretch ?? 1), ...STRETCHES])].sort((one, other) => Number(one) - Number(other));
  const stretchName = (value: string) =>
    value === USUAL ? t('inspector.stretchNone') : t(Number(value) < 100 ? 'inspector.narrow' : 'inspector.wide', { n: value });
  const choices = [
    { value: '0', title: t('inspector.headAuto') },
    ...sizes.map((size) => ({ value: String(size), title: t('inspector.points', { n: Number(size.toFixed(1)) }) })),
  ];
  const standing = useDesk((state) => fitOf(state, block)?.headLines);
  const setSize = (size: number) => {
    const lines = form.lines.length > 0 ? form.lines : (standing ?? article.headline);
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
      <Row label={t('inspector.stretch')}>
        <Choice
          label={t('inspector.stretch')}
          value={percent(form.stretch ?? 1)}
          choices={stretches.map((value) => ({ value, title: stretchName(value) }))}
          disabled={disabled}
          onChoice={(value) =>
            change('edit.stretch', (block) => withSetting(block, 'stretch', value === USUAL ? undefined : Number(value) / 100))
          }
        />
      </Row>
      <Row label={t('inspector.direction')}>
        <Segments
          label={t('inspector.direction')}
          value={form.head === 'vertical' || form.head === 'picture' ? form.head : 'horizontal'}
          choices={[
            { value: 'horizontal', title: t('inspector.horizontal') },
            { value: 'vertical', title: t('inspector.vertical') },
            ...(canStandOnPicture ? [{ value: 'picture' as const, title: t('inspector.onPicture') }] : []),
          ]}
          disabled={disabled}
          onChoice={(direction) => change('edit.direction', (block) => withHead(block, direction))}
        />
      </Row>
    </Section>
  );
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}
