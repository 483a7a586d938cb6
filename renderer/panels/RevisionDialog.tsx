/** A manuscript that came again with other words: where it and its article differ, part by part, to be taken or left. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevisedFile } from '../../electron/bridge';
import { partsToTake, type RevisedPart, type Revision } from '../../engine/issue/index';
import { textDifference } from '../../engine/issue/text-difference';
import { CheckField } from '../controls/CheckField';
import { keepBoth, leaveRevised, updateRevised } from '../state/revisions';
import { useDesk } from '../state/store';
import './revision-dialog.css';

export function RevisionDialog() {
  const file = useDesk(({ revised, job, dialog }) => (job || dialog ? undefined : revised[0]));
  return (
    <AlertDialog.Root open={file !== undefined}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog revision">{file && <Question key={file.hash} file={file} />}</AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function Question({ file }: { readonly file: RevisedFile }) {
  const { t } = useTranslation();
  const waiting = useDesk(({ revised }) => revised.length - 1);
  const [choice, setChoice] = useState(() => file.revisions.map(partsToTake));
  const choose = (index: number, part: number, taken: boolean) => {
    const parts = new Set(choice[index]);
    if (taken) parts.add(part);
    else parts.delete(part);
    setChoice(choice.with(index, parts));
  };
  return (
    <>
      <header className="dialog-head">
        <AlertDialog.Title>{t('revision.title', { file: file.file })}</AlertDialog.Title>
        {waiting > 0 && <span className="count">{t('revision.waiting', { count: waiting })}</span>}
      </header>
      <AlertDialog.Description className="hint">{t('revision.hint')}</AlertDialog.Description>
      <div className="revision-body">
        {file.revisions.map((revision, index) => (
          <Parts
            key={revision.article.id}
            revision={revision}
            taken={choice[index]!}
            onChoice={(part, taken) => choose(index, part, taken)}
          />
        ))}
        {file.boxes.length > 0 && <p className="hint">{t('revision.boxes', { count: file.boxes.length })}</p>}
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" data-look="outline" onClick={() => leaveRevised(file)}>
          {t('revision.leave')}
        </button>
        <span className="spacer" />
        {file.revisions.length > 0 && (
          <button type="button" className="button" data-look="outline" onClick={() => keepBoth(file)}>
            {t('revision.both')}
          </button>
        )}
        <button type="button" className="button" data-look="solid" onClick={() => updateRevised(file, choice)}>
          {t('revision.update')}
        </button>
      </div>
    </>
  );
}

interface PartsProps {
  readonly revision: Revision;
  readonly taken: ReadonlySet<number>;
  readonly onChoice: (part: number, taken: boolean) => void;
}

function Parts({ revision: { article, parts }, taken, onChoice }: PartsProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={article.headline.join(' ')}>
      <h3>{article.headline.join(' ') || t('library.kind.articles')}</h3>
      {parts.map((part, index) => (
        <div key={`${part.field} ${part.at} ${part.from}`} className="revision-part" data-taken={taken.has(index) || undefined}>
          <CheckField
            label={t('revision.take', { place: placeOf(part, t) })}
            checked={taken.has(index)}
            onChange={(next) => onChoice(index, next)}
          />
          {part.byHand && <span className="revision-note">{t(part.bySender ? 'revision.twice' : 'revision.byHand')}</span>}
          <Difference part={part} />
        </div>
      ))}
    </section>
  );
}

function placeOf({ field, at }: RevisedPart, t: (key: string, blanks?: Record<string, unknown>) => string): string {
  return field === 'paragraphs'
    ? t('revision.paragraph', { number: at + 1 })
    : t(field === 'jump' ? 'revision.jump' : `inspector.${field}`);
}

/** What goes is struck out, what comes is underlined. */
function Difference({ part: { before, after } }: { readonly part: RevisedPart }) {
  const pieces = useMemo(() => textDifference(before.join('\n'), after.join('\n')), [before, after]);
  let at = 0;
  return (
    <p className="revision-text">
      {pieces.map(({ kind, text }) => {
        at += text.length;
        if (kind === 'removed') return <del key={at}>{text}</del>;
        return kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>;
      })}
    </p>
  );
}
