import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../controls/DialogFrame';
import { bridge } from '../state/bridge';
import { store, useDesk } from '../state/store';
import './records.css';

/** Keeps the issue as a template of the user's own. */
export function TemplateDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame name="template" title={t('records.template')} className="records small">
      {() => <Content />}
    </DialogFrame>
  );
}

function Content() {
  const { t } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle ?? '');
  const issue = useDesk((state) => state.issue);
  const [name, setName] = useState(issue?.paper.name ?? '');
  const [fault, setFault] = useState('');
  if (!issue) return null;
  const keep = async () => {
    const outcome = await bridge().saveTemplate(handle, issue, name.trim());
    if (!outcome.ok) return setFault(outcome.fault.text);
    store.set({ dialog: null, bar: { tone: 'info', text: t('records.templateSaved', { name: name.trim() }), details: [] } });
  };
  return (
    <>
      <div className="template-form">
        <p className="soft">{t('records.templateHint')}</p>
        <input
          className="field"
          aria-label={t('records.templateName')}
          value={name}
          maxLength={60}
          onChange={({ target }) => setName(target.value)}
        />
        {fault !== '' && (
          <p data-tone="error" role="alert">
            {fault}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <span className="spacer" />
        <button type="button" className="button" data-look="solid" disabled={name.trim() === ''} onClick={() => void keep()}>
          {t('records.saveTemplate')}
        </button>
      </footer>
    </>
  );
}
