/**
 * The window comes back as it was: overlays and folded panels for all issues, and for each issue its page, view and selection, what
 * its lists showed, and the story that was open with the place of its caret.
 * Kept in the window's own storage.
 */
import { type DeskState, type Listing, type Overlays, type Shelf, START, type View } from './desk-state';
import { read, write } from './own-storage';
import { pageOfBlock, store } from './store';
import { followStoryCaret, keepCaret, type StoryCaret, storyCaret } from './story-caret';

const OVERLAYS = 'banxin.overlays';
const DESKS = 'banxin.desks';
/** Issues remembered; the longest unused one is forgotten. */
const MOST_DESKS = 40;
/** Written when nothing has changed for so long, milliseconds. */
const REST = 400;

interface Desk {
  readonly name: string;
  readonly page: number;
  readonly view: View;
  readonly selection: string | null;
  /** Article in the story editor, and where in it the caret stood. */
  readonly story?: string | null;
  readonly caret?: StoryCaret | null;
  readonly listing?: Listing;
  readonly shelf?: Shelf;
}

const LISTINGS: readonly unknown[] = ['problems', 'preflight', 'proof', undefined] satisfies readonly (Listing | undefined)[];
const SHELVES: readonly unknown[] = ['manuscripts', 'pictures', 'fillers', undefined] satisfies readonly (Shelf | undefined)[];

/**
 * From now on what is shown is remembered, at the latest when the issue or the window is left, and an issue that is opened is shown as
 * it was left.
 */
export function keepDesk(): void {
  store.set({ overlays: knownOverlays() });
  let handle: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is not yet written. */
  let waiting: DeskState | undefined;
  const keep = () => {
    clearTimeout(timer);
    if (waiting) remember(waiting);
    waiting = undefined;
  };
  const soon = () => {
    const state = store.get();
    if (handle === undefined || state.opened?.handle !== handle || state.proposals) return;
    waiting = state;
    clearTimeout(timer);
    timer = setTimeout(keep, REST);
  };
  store.subscribe(() => {
    const state = store.get();
    if (state.opened?.handle !== handle) {
      keep();
      handle = state.opened?.handle;
      recall(state);
      return;
    }
    soon();
  });
  followStoryCaret(soon);
  window.addEventListener('pagehide', keep);
}

function recall({ opened, issue }: DeskState): void {
  const desk = opened && desks().find(({ name }) => name === opened.name);
  if (!desk || !issue) return;
  store.goTo(desk.page);
  store.setView(desk.view);
  if (desk.selection !== null && pageOfBlock(issue, desk.selection) === desk.page) store.select(desk.selection);
  store.set({ listing: desk.listing ?? START.listing, shelf: desk.shelf ?? START.shelf });
  if (!issue.articles.some(({ id }) => id === desk.story)) return;
  keepCaret(desk.caret ?? null);
  store.set({ story: desk.story! });
}

function remember({ opened, page, view, selection, story, overlays, issue, listing, shelf }: DeskState): void {
  if (!opened || !issue) return;
  write(OVERLAYS, { ...overlays, plain: false });
  const desk: Desk = { name: opened.name, page, view, selection, story, caret: storyCaret(), listing, shelf };
  write(DESKS, [desk, ...desks().filter(({ name }) => name !== opened.name)].slice(0, MOST_DESKS));
}

function knownOverlays(): Overlays {
  const known = read(OVERLAYS) as Partial<Record<keyof Overlays, unknown>> | undefined;
  const entries = Object.entries(START.overlays).map(([key, usual]) => {
    const value = known?.[key as keyof Overlays];
    return [key, typeof value === 'boolean' ? value : usual];
  });
  return Object.fromEntries(entries) as unknown as Overlays;
}

function desks(): readonly Desk[] {
  const known = read(DESKS);
  return Array.isArray(known) ? known.filter(isDesk) : [];
}

function isDesk(value: unknown): value is Desk {
  const desk = value as Partial<Desk> | null;
  const view = desk?.view as Partial<View> | undefined;
  return (
    typeof desk?.name === 'string' &&
    Number.isInteger(desk.page) &&
    (desk.selection === null || typeof desk.selection === 'string') &&
    (desk.story === undefined || desk.story === null || typeof desk.story === 'string') &&
    isCaret(desk.caret) &&
    LISTINGS.includes(desk.listing) &&
    SHELVES.includes(desk.shelf) &&
    typeof view?.fit === 'boolean' &&
    [view.zoom, view.x, view.y].every((number) => Number.isFinite(number))
  );
}

function isCaret(value: unknown): boolean {
  const caret = value as Partial<StoryCaret> | null | undefined;
  return !caret || (typeof caret.ref?.id === 'string' && [caret.from, caret.to].every(Number.isInteger));
}
