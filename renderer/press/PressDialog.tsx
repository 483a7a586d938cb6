import { Dialog } from '@base-ui/react/dialog';
import { Printer, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { useDates } from '../panels/dates';
import { useProblems } from '../panels/use-problems';
import { useFreshExamination } from '../state/examining';
import { press } from '../state/jobs';
import { store, useDesk } from '../state/store';
import { useExamined } from './file-findings';
import { Preflight } from './Preflight';
import { PressFoot } from './PressFoot';
import { PressPages } from './PressPages';
import { PressSettings } from './PressSettings';
import './plates.css';
import './press.css';
import './shop.css';

/** Settings, pages and preflight side by side. Closing it never stops the work. */
export function PressDialog() {
  const open = useDesk(({ dialog }) => dialog === 'press');
  const isOpened = useDesk(({ issue }) => issue !== null);
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open && isOpened} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog press" ref={popup} initialFocus={() => firstFocus(popup.current)}>
          <Content />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The way on: 付印; where that is closed, the first thing that stands against it. */
function firstFocus(popup: HTMLElement | null): HTMLElement | null {
  const find = (selector: string) => popup?.querySelector<HTMLElement>(selector);
  return find('.dialog-foot [data-look="solid"]:enabled') ?? find('.preflight-item') ?? find('.dialog-foot button') ?? null;
}

function close(): void {
  store.set({ dialog: null });
}

function Content() {
  const issue = useDesk((state) => state.issue);
  return issue && <IssueContent issue={issue} />;
}

function IssueContent({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const { full } = useDates();
  const isBusy = useDesk(({ job }) => job !== null && job.kind !== 'preflight');
  useFreshExamination();
  const problems = useProblems();
  const found = [...problems, ...useExamined()];
  const blocked = found.some(({ severity }) => severity === 'error');
  return (
    <>
      <header className="dialog-head">
        <Printer size={16} aria-hidden="true" />
        <Dialog.Title>{t('press.title')}</Dialog.Title>
        <span className="soft">{`${issue.paper.name} ${t('top.issue', { number: issue.number })}`}</span>
        <span className="soft">{full(issue.date)}</span>
        <span className="spacer" />
        <Dialog.Close className="button icon-button" aria-label={t('press.close')}>
          <X size={16} aria-hidden="true" />
        </Dialog.Close>
      </header>
      <div className="press-body">
        <PressSettings issue={issue} disabled={isBusy} blocked={blocked} />
        <PressPages issue={issue} />
        <Preflight problems={problems} />
      </div>
      <PressFoot blocked={blocked} onStart={() => void press()} onClose={close} />
    </>
  );
}
