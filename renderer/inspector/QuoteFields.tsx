import { useTranslation } from 'react-i18next';
import type { ArticleForm, Block, ContinuationForm } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { NumberField } from '../controls/NumberField';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { change } from '../state/block-changes';
import { withSetting } from '../state/block-edits';
import { leave, oneLine } from './field-text';

type Quote = NonNullable<ArticleForm['quotes']>[number];

interface QuoteFieldsProps {
  readonly block: Block;
  readonly form: ContinuationForm;
  readonly disabled: boolean;
}

/** Columns of a new quote, where the block has as many. */
const USUAL_COLUMNS = 2;

/** Pull quotes over columns of the story: their words and where they stand in the block, counted from 1. */
export function QuoteFields({ block, form, disabled }: QuoteFieldsProps) {
  const { t } = useTranslation();
  const { quotes = [] } = form;
  const count = form.textColumns || block.rect.columns;
  const set = (next: readonly Quote[], mergeKey?: string) =>
    change('edit.quotes', (one) => withSetting(one, 'quotes', next.length > 0 ? next : undefined), mergeKey);
  const numbered = quotes.map((quote, index) => ({ quote, index }));
  const add = () => {
    const columns = Math.min(USUAL_COLUMNS, count);
    set([...quotes, { text: '', column: count - columns, columns, row: Math.floor(block.rect.rows / 2) }]);
  };
  return (
    <Section title={t('inspector.quotes')} folded={quotes.length === 0}>
      {numbered.map(({ quote, index }) => (
        <OneQuote
          key={index}
          quote={quote}
          n={index + 1}
          count={count}
          rows={block.rect.rows}
          disabled={disabled}
          onQuote={(part) => set(quotes.with(index, { ...quote, ...part }), `quote ${block.id} ${index} ${Object.keys(part)}`)}
          onRemove={() => set(quotes.filter((_, other) => other !== index))}
        />
      ))}
      <button type="button" className="button" data-look="outline" disabled={disabled} onClick={add}>
        {t('inspector.addQuote')}
      </button>
    </Section>
  );
}

interface OneQuoteProps {
  readonly quote: Quote;
  readonly n: number;
  readonly count: number;
  readonly rows: number;
  readonly disabled: boolean;
  readonly onQuote: (part: Partial<Quote>) => void;
  readonly onRemove: () => void;
}

function OneQuote({ quote, n, count, rows, disabled, onQuote, onRemove }: OneQuoteProps) {
  const { t } = useTranslation();
  const name = t('inspector.quote', { n });
  const at = (unit: string) => ({ disabled, onLeave: leave, unit: t(unit), label: `${name} ${t(unit)}` });
  return (
    <div className="quote">
      <Row label={name}>
        <TextField
          label={name}
          value={quote.text}
          maxLength={LONGEST_LINE}
          lines="few"
          normal={oneLine}
          onText={(text) => onQuote({ text: oneLine(text) })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.position')}>
        <NumberField
          {...at('inspector.columnAt')}
          value={quote.column + 1}
          least={1}
          most={Math.max(1, count - quote.columns + 1)}
          onNumber={(column) => onQuote({ column: column - 1 })}
        />
        <NumberField
          {...at('inspector.rowAt')}
          value={quote.row + 1}
          least={1}
          most={rows}
          onNumber={(row) => onQuote({ row: row - 1 })}
        />
      </Row>
      <Row label={t('inspector.size')}>
        <NumberField
          {...at('inspector.columnsWide')}
          value={quote.columns}
          least={1}
          most={Math.max(1, count - quote.column)}
          onNumber={(columns) => onQuote({ columns })}
        />
        <button type="button" className="button" data-look="outline" disabled={disabled} onClick={onRemove}>
          {t('inspector.removeQuote')}
        </button>
      </Row>
    </div>
  );
}
