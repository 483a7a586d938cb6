import { Check, TriangleAlert, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedPage, SignedStep, SignRequest } from '../../electron/bridge-records';
import { SIGN_STEPS, type SignStep } from '../../engine/issue/sign-off';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { DialogFrame } from '../controls/DialogFrame';
import { useDates } from '../panels/dates';
import { bridge } from '../state/bridge';
import { proof } from '../state/jobs';
import { store, useDesk } from '../state/store';
import './records.css';
import { useAnswer } from './use-answer';

/** 三审三校: who has seen which page, and the signature of who sees it now. */
export function SigningDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame name="signing" title={t('records.signing')} className="records">
      {() => <Content />}
    </DialogFrame>
  );
}

const NONE: readonly SignedPage[] = [];

function Content() {
  const { t } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle ?? '');
  const issue = useDesk((state) => state.issue);
  const readOnly = useDesk((state) => state.readOnly !== null);
  const current = useDesk((state) => state.page);
  const busy = useDesk((state) => state.job !== null);
  const { value: pages, fault, setFault, put } = useAnswer(() => bridge().signatures(handle, store.get().issue!), NONE);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set([current]));
  const [step, setStep] = useState<SignStep>('review1');
  const [who, setWho] = useState('');
  const [remark, setRemark] = useState('');
  useEffect(() => {
    bridge()
      .userName()
      .then(setWho, () => {});
  }, []);
  if (!issue) return null;

  const sign = async (verdict: SignRequest['verdict']) => {
    const numbers = [...chosen].sort((one, other) => one - other);
    const done = put(await bridge().sign(handle, issue, { pages: numbers, step, verdict, who, remark }));
    if (done) setRemark('');
  };
  const sheet = async () => {
    const outcome = await bridge().signSheet(handle, issue);
    setFault(outcome.ok ? '' : outcome.fault.text);
    if (outcome.ok && outcome.value !== null)
      store.set({ bar: { tone: 'info', text: t('records.sheetSaved', { file: outcome.value }), details: [] } });
  };
  const toggle = (page: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(page);
    else next.delete(page);
    setChosen(next);
  };
  const disabled = readOnly || chosen.size === 0 || who.trim() === '';
  return (
    <>
      <div className="sign-pages">
        {pages.map((page) => (
          <PageRow
            key={page.page}
            page={page}
            section={issue.pages[page.page - 1]?.section ?? ''}
            chosen={chosen.has(page.page)}
            onChoose={(on) => toggle(page.page, on)}
          />
        ))}
      </div>
      <form className="sign-form" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={t('records.stepField')}
          value={step}
          choices={SIGN_STEPS.map((value) => ({ value, title: t(`records.step.${value}`) }))}
          onChoice={setStep}
        />
        <input
          className="field"
          aria-label={t('records.who')}
          placeholder={t('records.who')}
          value={who}
          maxLength={100}
          onChange={({ target }) => setWho(target.value)}
        />
        <input
          className="field"
          aria-label={t('records.remark')}
          placeholder={t('records.remark')}
          value={remark}
          maxLength={2000}
          onChange={({ target }) => setRemark(target.value)}
        />
      </form>
      {fault !== '' && (
        <p className="records-fault" data-tone="error" role="alert">
          {fault}
        </p>
      )}
      <footer className="dialog-foot">
        <button type="button" className="button" data-look="outline" onClick={() => void sheet()}>
          {t('records.sheet')}
        </button>
        <button type="button" className="button" data-look="outline" disabled={busy} onClick={() => void proof()}>
          {t('records.proof')}
        </button>
        <span className="spacer" />
        <button type="button" className="button" data-look="outline" disabled={disabled} onClick={() => void sign('returned')}>
          {t('records.return')}
        </button>
        <button type="button" className="button" data-look="solid" disabled={disabled} onClick={() => void sign('passed')}>
          {t('records.pass')}
        </button>
      </footer>
    </>
  );
}

interface PageRowProps {
  readonly page: SignedPage;
  readonly section: string;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

function PageRow({ page, section, chosen, onChoose }: PageRowProps) {
  const { t } = useTranslation();
  const { released, changed, steps } = page;
  const tone = released ? 'ok' : changed ? 'error' : 'warning';
  return (
    <section className="sign-page" aria-label={t('records.page', { page: page.page, section })}>
      <header>
        <CheckField label={t('records.page', { page: page.page, section })} checked={chosen} onChange={onChoose} />
        <span className="spacer" />
        <span data-tone={tone}>
          {released ? <Check size={12} aria-hidden="true" /> : <TriangleAlert size={12} aria-hidden="true" />}
          {t(released ? 'records.released' : changed ? 'records.changed' : 'records.open')}
        </span>
      </header>
      {steps.length > 0 && (
        <ul>
          {steps.map((step) => (
            <StepLine key={step.step} step={step} />
          ))}
        </ul>
      )}
    </section>
  );
}

function StepLine({ step }: { readonly step: SignedStep }) {
  const { t } = useTranslation();
  const { full, time } = useDates();
  const returned = step.verdict === 'returned';
  const Icon = returned ? Undo2 : step.stands ? Check : TriangleAlert;
  return (
    <li data-tone={returned ? 'error' : step.stands ? 'ok' : 'warning'}>
      <Icon size={12} aria-hidden="true" />
      <span>{t(`records.step.${step.step}`)}</span>
      <span>{t(returned ? 'records.returned' : step.stands ? 'records.stands' : 'records.outdated')}</span>
      <span className="soft">{`${step.who} ${full(step.time)} ${time(Date.parse(step.time))}`}</span>
      {step.remark !== '' && <span>{step.remark}</span>}
    </li>
  );
}
