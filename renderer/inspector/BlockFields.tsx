import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ArticleForm,
  type Block,
  type ContinuationForm,
  type Issue,
  isStory,
  pointsToMm,
  rowsPoints,
  spanPoints,
} from '../../engine/issue/index';
import { formColumns } from '../../engine/layout/article-space';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { NumberField } from '../controls/NumberField';
import type { StepLength } from '../controls/number-text';
import { Row, Section } from '../controls/Section';
import { Segments } from '../controls/Segments';
import { change, changeForm, place } from '../state/block-changes';
import { areaOf, isMovable, LEAST_ROWS, withSetting } from '../state/block-edits';
import { partsOf } from '../state/continuing';
import { itemOf } from '../state/facts';
import { FitMark } from './FitMark';
import { leave } from './field-text';
import { HeadFields } from './HeadFields';
import { QuoteFields } from './QuoteFields';

const BOXES = ['none', 'outline', 'thickThin', 'rules', 'ornament'] as const;

interface BlockFieldsProps {
  readonly block: Block;
  readonly issue: Issue;
}

/**
 * Where a block stands, counted from 1 as people count, and how it looks. Drawn again only when the block, its page or its headline
 * changes: someone may be typing.
 */
export const BlockFields = memo(function BlockFields({ block, issue }: BlockFieldsProps) {
  const { t } = useTranslation();
  const { spec } = issue;
  const { rect, content } = block;
  const area = areaOf(issue, block);
  const fixed = !isMovable(block);
  const width = pointsToMm(spanPoints(spec, rect.columns)).toFixed(1);
  const height = pointsToMm(rowsPoints(spec, rect.rows)).toFixed(1);
  const across = stepLength((columns) => spanPoints(spec, columns));
  const down = stepLength((rows) => rowsPoints(spec, rows));
  const common = { disabled: fixed, onLeave: leave };
  const article = content.kind === 'article' ? itemOf(issue, 'articles', content.article) : undefined;
  return (
    <>
      {content.kind === 'article' && article && (
        <HeadFields issue={issue} block={block} article={article} form={content.form} disabled={fixed} />
      )}
      <Section title={t('inspector.block')} aside={t('inspector.millimetres', { width, height })}>
        {block.locked && <p className="hint">{t('inspector.locked')}</p>}
        <Row label={t('inspector.position')}>
          <NumberField
            {...common}
            label={`${t('inspector.position')} ${t('inspector.columnAt')}`}
            unit={t('inspector.columnAt')}
            value={rect.column + 1}
            least={area.column + 1}
            most={area.column + area.columns - rect.columns + 1}
            onNumber={(column) => place({ column: column - 1 }, `move ${block.id}`)}
          />
          <NumberField
            {...common}
            label={`${t('inspector.position')} ${t('inspector.rowAt')}`}
            unit={t('inspector.rowAt')}
            value={rect.row + 1}
            least={area.row + 1}
            most={area.row + area.rows - rect.rows + 1}
            onNumber={(row) => place({ row: row - 1 }, `move ${block.id}`)}
          />
        </Row>
        <Row label={t('inspector.size')}>
          <NumberField
            {...common}
            label={`${t('inspector.size')} ${t('inspector.columnsWide')}`}
            unit={t('inspector.columnsWide')}
            value={rect.columns}
            length={across}
            least={1}
            most={area.column + area.columns - rect.column}
            onNumber={(columns) => place({ columns }, `resize ${block.id}`)}
          />
          <NumberField
            {...common}
            label={`${t('inspector.size')} ${t('inspector.rowsHigh')}`}
            unit={t('inspector.rowsHigh')}
            value={rect.rows}
            length={down}
            least={LEAST_ROWS}
            most={area.row + area.rows - rect.row}
            onNumber={(rows) => place({ rows }, `resize ${block.id}`)}
          />
        </Row>
        {isStory(content) && <TextColumns form={content.form} columns={rect.columns} disabled={fixed} />}
        {content.kind === 'article' && <Flow form={content.form} disabled={fixed || partsOf(issue, block) !== undefined} />}
        {!isStory(content) && <FitMark block={block} />}
      </Section>
      {isStory(content) && <QuoteFields block={block} form={content.form} disabled={fixed} />}
      {isStory(content) && <BoxFields form={content.form} disabled={fixed} />}
    </>
  );
}, looksSame);

function looksSame(one: BlockFieldsProps, other: BlockFieldsProps): boolean {
  const { pages, spec, paper } = one.issue;
  const same = other.issue.pages === pages && other.issue.spec === spec && other.issue.paper === paper;
  return same && one.block === other.block && headlineOf(one) === headlineOf(other);
}

function headlineOf({ block: { content }, issue }: BlockFieldsProps): readonly string[] | undefined {
  return content.kind === 'article' ? itemOf(issue, 'articles', content.article)?.headline : undefined;
}

/** Millimetres of a step, from what one and two of them measure in points. */
function stepLength(points: (steps: number) => number): StepLength {
  const [one, two] = [pointsToMm(points(1)), pointsToMm(points(2))];
  return { stepMm: two - one, gapMm: two - 2 * one };
}

interface FormProps {
  readonly form: ContinuationForm;
  readonly disabled: boolean;
}

/** The grid's own columns, in a box those that suit its width, or others (破栏). */
const TextColumns = memo(function TextColumns({ form, columns, disabled }: FormProps & { readonly columns: number }) {
  const { t } = useTranslation();
  const usual = formColumns({ ...form, textColumns: 0 }, columns);
  const counts = Array.from({ length: columns }, (_, index) => columns - index).filter((count) => count !== usual);
  const choices = [
    { value: '0', title: `${t('inspector.basic')} ${usual}` },
    ...counts.map((n) => ({ value: String(n), title: t('inspector.columnCount', { n }) })),
  ];
  return (
    <Row label={t('inspector.textColumns')}>
      <Segments
        label={t('inspector.textColumns')}
        value={String(form.textColumns === usual ? 0 : form.textColumns)}
        choices={choices}
        disabled={disabled}
        onChoice={(value) => changeForm('edit.columns', () => ({ textColumns: Number(value) }))}
      />
    </Row>
  );
});

/** Lines of the body across or down. Beside pictures they only run across. */
const Flow = memo(function Flow({ form, disabled }: FormProps & { readonly form: ArticleForm }) {
  const { t } = useTranslation();
  const vertical = form.flow === 'vertical';
  return (
    <Row label={t('inspector.flow')}>
      <Segments
        label={t('inspector.flow')}
        value={vertical ? 'vertical' : 'horizontal'}
        choices={[
          { value: 'horizontal', title: t('inspector.horizontal') },
          { value: 'vertical', title: t('inspector.vertical') },
        ]}
        disabled={disabled || (form.pictures.length > 0 && !vertical)}
        onChoice={(flow) =>
          change('edit.flow', (block) => withSetting(block, 'flow', flow === 'vertical' ? 'vertical' : undefined))
        }
      />
    </Row>
  );
});

const BoxFields = memo(function BoxFields({ form, disabled }: FormProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('inspector.frame')}>
      <Row label={t('inspector.box')}>
        <Choice
          label={t('inspector.box')}
          value={form.box}
          choices={BOXES.map((value) => ({ value, title: t(`inspector.boxes.${value}`) }))}
          disabled={disabled}
          onChoice={(box) => changeForm('edit.box', () => ({ box }))}
        />
      </Row>
      <CheckField
        label={t('inspector.tint')}
        checked={form.tint === true}
        disabled={disabled}
        onChange={(tint) => changeForm('edit.tint', () => ({ tint }))}
      />
    </Section>
  );
});
