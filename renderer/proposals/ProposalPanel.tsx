import { ImageDown, RefreshCw, Scissors, WandSparkles, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposedCut } from '../../electron/bridge';
import { type Block, isFurniture } from '../../engine/issue/index';
import { CommandButton } from '../controls/CommandButton';
import { focusPage } from '../state/focus';
import { acceptWith, letterOf, type Proposals } from '../state/proposals';
import { isTextField } from '../state/shortcuts';
import { useDesk } from '../state/store';
import { ProposalCard } from './ProposalCard';
import './proposals.css';

/** In place of the inspector while a page is proposed: its proposals, best first, and the way on. */
export function ProposalPanel({ proposals }: { readonly proposals: Proposals }) {
  const { t } = useTranslation();
  const { page, found, at } = proposals;
  const busy = useDesk(({ job }) => job?.kind === 'arrange');
  const locked = useDesk(({ issue }) => lockedOn(issue?.pages[page - 1]?.blocks ?? []));
  const cards = useRef<HTMLDivElement>(null);
  useFocus(cards, at, found);
  const parts = [
    t('proposals.about', { page, count: found.length }),
    ...(locked > 0 ? [t('proposals.locked', { count: locked })] : []),
  ];
  return (
    <>
      <header className="inspector-head">
        <WandSparkles size={16} aria-hidden="true" />
        <div>
          <h2>{t('proposals.title')}</h2>
          <p>{parts.join(' · ')}</p>
        </div>
        <CommandButton command="leaveProposals" icon={X} />
      </header>
      <div ref={cards} className="proposal-cards">
        {found.map((proposal, index) => (
          <ProposalCard key={letterOf(index)} proposal={proposal} at={index} page={page} previewed={index === at} />
        ))}
      </div>
      <Cuts cuts={found[at]!.cuts} />
      <footer className="proposal-foot">
        <CommandButton command="propose" icon={RefreshCw} text={t('proposals.again')} look="outline" busy={busy} />
        <CommandButton command="acceptProposal" text={t('proposals.accept', { letter: letterOf(at) })} look="solid" />
      </footer>
    </>
  );
}

/** The cheapest way out of what does not fit on the proposal that is previewed: accepts it and leads there. */
function Cuts({ cuts }: { readonly cuts: readonly ProposedCut[] }) {
  const { t } = useTranslation();
  const ways = cuts.filter(({ article, lower }) => article !== undefined || lower);
  if (ways.length === 0) return null;
  return (
    <div className="proposal-ways">
      {ways.map((cut) => (
        <div key={cut.text} className="proposal-way">
          <span>{cut.text}</span>
          {cut.lower && (
            <button type="button" className="button" data-look="outline" onClick={() => acceptWith(cut, 'lower')}>
              <ImageDown size={14} strokeWidth={1.75} aria-hidden="true" /> {t('proposals.lowerPicture')}
            </button>
          )}
          {cut.article !== undefined && (
            <button type="button" className="button" data-look="outline" onClick={() => acceptWith(cut, 'cut')}>
              <Scissors size={14} strokeWidth={1.75} aria-hidden="true" /> {t('proposals.cut')}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

/** Blocks that the arranger leaves alone. */
function lockedOn(blocks: readonly Block[]): number {
  return blocks.filter(({ locked, content }) => locked && !isFurniture(content)).length;
}

/**
 * The card that is previewed has the focus, so that the keys are about the proposals; it follows the arrows. Who is typing goes on
 * typing. Afterwards the page has it.
 */
function useFocus(cards: { readonly current: HTMLDivElement | null }, at: number, found: unknown): void {
  const focused = useRef<unknown>(null);
  useEffect(() => {
    const isNew = focused.current !== found && !isTextField(document.activeElement);
    focused.current = found;
    if (isNew || cards.current?.contains(document.activeElement))
      cards.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
  }, [cards, at, found]);
  useLayoutEffect(() => {
    const region = cards.current?.closest('[data-region]');
    return () => {
      if (!region?.contains(document.activeElement)) return;
      // A story that is opened instead takes the focus itself.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focusPage();
      });
    };
  }, [cards]);
}
