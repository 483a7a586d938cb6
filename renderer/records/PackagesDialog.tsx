import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../controls/DialogFrame';
import { Merging } from './Merging';
import { Packing } from './Packing';
import './records.css';

/** Parts of the issue for other desks, and packages of theirs merged into it. */
export function PackagesDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame name="packages" title={t('records.packages')} className="records">
      {() => (
        <div className="records-body">
          <Packing />
          <Merging />
        </div>
      )}
    </DialogFrame>
  );
}
