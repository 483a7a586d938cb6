import { FileWarning, HardDrive, Lock, Type } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { bridge } from '../state/bridge';
import { useDesk } from '../state/store';
import './records.css';

/** What stands in the way of working on the issue, under the top bar as long as it does. */
export function StateBars() {
  const { t, i18n } = useTranslation();
  const readOnly = useDesk((state) => state.readOnly);
  const copies = useDesk((state) => state.copies);
  const lostFaces = useDesk((state) => state.lostFaces);
  const disk = useDesk((state) => state.disk);
  return (
    <>
      {readOnly && (
        <div className="state-bar" role="alert" data-kind="warning">
          <Lock size={16} aria-hidden="true" />
          <strong>{t('records.readOnly')}</strong>
          <p>{readOnly.text}</p>
          <CommandButton command="versions" text={t('records.versions')} look="outline" />
          <CommandButton command="keepCopy" text={t('command.keepCopy')} look="outline" />
          {readOnly.canTakeOver && <CommandButton command="takeOver" text={t('command.takeOver')} look="solid" />}
        </div>
      )}
      {disk && (
        <div className="state-bar" role="alert" data-kind="error">
          <HardDrive size={16} aria-hidden="true" />
          <p>{disk.text}</p>
          <CommandButton command="saveAs" text={t('command.saveAs')} look="solid" />
        </div>
      )}
      {lostFaces.length > 0 && (
        <div className="state-bar" role="status" data-kind="warning">
          <Type size={16} aria-hidden="true" />
          <p>{t('bar.lostFaces', { faces: new Intl.ListFormat(i18n.language).format(lostFaces) })}</p>
          <button type="button" className="button" data-look="outline" onClick={() => void bridge().openFontsFolder()}>
            {t('faces.openFolder')}
          </button>
        </div>
      )}
      {copies.length > 0 && (
        <div className="state-bar" role="status" data-kind="info">
          <FileWarning size={16} aria-hidden="true" />
          <p>{t('bar.copies', { names: copies.join('、') })}</p>
          <CommandButton command="versions" text={t('records.compare')} look="outline" />
        </div>
      )}
    </>
  );
}
