/** Fields of a print shop's preset: a text or figure, one of several, yes or no. */
import { useTranslation } from 'react-i18next';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { type ShopDraft, type ShopField, TICKED } from './shop-draft';

export interface ShopForm {
  readonly draft: ShopDraft;
  readonly change: (field: ShopField, value: string) => void;
}

interface FieldProps extends ShopForm {
  readonly field: ShopField;
}

const MOST_LENGTH = 200;

interface TextProps extends FieldProps {
  readonly unit?: string;
  /** What holds while the field is empty. */
  readonly hint?: string;
  readonly wide?: boolean;
}

export function Text({ draft, change, field, unit, hint, wide }: TextProps) {
  const { t } = useTranslation();
  const label = t(`shop.field.${field.replace('.', '-')}`);
  return (
    <label className={wide ? 'shop-field wide' : 'shop-field'}>
      <span>{label}</span>
      <span className="shop-input">
        <input
          type="text"
          className="field"
          aria-label={label}
          value={draft[field] ?? ''}
          placeholder={hint}
          maxLength={MOST_LENGTH}
          spellCheck={false}
          onChange={({ target }) => change(field, target.value)}
        />
        {unit !== undefined && <span className="soft">{unit}</span>}
      </span>
    </label>
  );
}

export function Chosen({ draft, change, field, values }: FieldProps & { readonly values: readonly [string, ...string[]] }) {
  const { t } = useTranslation();
  const label = t(`shop.field.${field}`);
  return (
    <div className="shop-field">
      <span>{label}</span>
      <Choice
        label={label}
        value={draft[field] ?? values[0]}
        choices={values.map((value) => ({ value, title: t(`shop.${field}.${value}`) }))}
        onChoice={(value) => change(field, value)}
      />
    </div>
  );
}

export function Tick({ draft, change, field }: FieldProps) {
  const { t } = useTranslation();
  return (
    <CheckField
      label={t(`shop.field.${field.replace('.', '-')}`)}
      checked={draft[field] === TICKED}
      onChange={(on) => change(field, on ? TICKED : '')}
    />
  );
}
