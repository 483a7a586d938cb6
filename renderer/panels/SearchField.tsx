import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ComposedInput } from '../controls/ComposedInput';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

export function SearchField({ label, value, onText }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="search">
      <Search size={14} aria-hidden="true" />
      <ComposedInput className="field" aria-label={label} placeholder={label} value={value} onText={onText} />
      {value !== '' && (
        <button type="button" className="button icon-button" aria-label={t('library.clear')} onClick={() => onText('')}>
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

export function NotFound({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Search size={16} aria-hidden="true" />
      <p>{text === '' ? t('library.noneLikeThat') : t('library.notFound', { text })}</p>
      <button type="button" className="button" data-look="outline" onClick={onClear}>
        {t('library.clear')}
      </button>
    </div>
  );
}
