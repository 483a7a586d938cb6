import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../panels/use-problems';
import { outcomeOf, reveal } from '../state/jobs';
import { type Problem, problemKey } from '../state/problems';
import { type PressResult, store, useDesk } from '../state/store';
import { FileFindings } from './FileFindings';
import { useExamined } from './file-findings';

interface PreflightProps {
  readonly problems: readonly Problem[];
}

/** What stands against printing; after the work, what was written and found. */
export function Preflight({ problems }: PreflightProps) {
  const { t } = useTranslation();
  const result = useDesk((state) => state.press);
  return (
    <section className="preflight" aria-label={t('press.check')}>
      {result && <Result result={result} />}
      <h3>{t('press.check')}</h3>
      <Summary problems={problems} />
      {problems.map((problem) => (
        <ProblemCard key={problemKey(problem)} problem={problem} />
      ))}
      <FileFindings />
    </section>
  );
}

/** Counts what the layout says, and what the files say as long as they are those of the document as it stands. */
function Summary({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const found = [...problems, ...useExamined()];
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const tone = errors > 0 ? 'error' : found.length > 0 ? 'warning' : 'ok';
  const Icon = { error: CircleX, warning: TriangleAlert, ok: CircleCheck }[tone];
  const key = { error: 'press.withErrors', warning: 'press.withWarnings', ok: 'press.ready' }[tone];
  return (
    <p className="summary" data-tone={tone}>
      <Icon size={16} aria-hidden="true" />
      {t(key, { count: errors > 0 ? errors : found.length })}
    </p>
  );
}

function ProblemCard({ problem }: { readonly problem: Problem }) {
  const words = useProblemWords(problem);
  const Icon = problem.severity === 'error' ? CircleX : TriangleAlert;
  const show = () => {
    store.set({ dialog: null });
    if (problem.blocks[0] === undefined) store.goTo(problem.page);
    else store.showBlock(problem.blocks[0]);
  };
  return (
    <button type="button" className="plain-row preflight-item" onClick={show}>
      <span data-tone={problem.severity}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <strong>{words.name}</strong>
      <span className="preflight-text">{words.text}</span>
      <span className="preflight-place">{`${words.place} · ${words.cure}`}</span>
    </button>
  );
}

/** Files with errors in them are written, but nobody calls them done. */
function Result({ result: { kind, files, findings, errors } }: { readonly result: PressResult }) {
  const { t } = useTranslation();
  return (
    <div className="result" role="status">
      <p className="summary" data-tone={errors > 0 ? 'error' : 'ok'}>
        {errors > 0 ? <CircleX size={16} aria-hidden="true" /> : <CircleCheck size={16} aria-hidden="true" />}
        {outcomeOf({ kind, files, errors }, t)}
      </p>
      <ul className="files" aria-label={t('press.files')}>
        {files.map((file) => (
          <li key={file}>
            <span>{nameOf(file)}</span>
            <button type="button" className="button" data-look="link" onClick={() => reveal(file)}>
              {t('press.reveal')}
            </button>
          </li>
        ))}
      </ul>
      <h3>{t('press.findings')}</h3>
      {findings.length === 0 && <p>{t('press.noFindings')}</p>}
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
