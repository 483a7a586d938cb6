/** The proposals of a page: which one is shown, how it differs from the page, accepting one. */
import type { Proposal, ProposedCut } from '../../electron/bridge';
import { type Block, contentIds, type Id, type Issue, isFurniture } from '../../engine/issue/index';
import { type DeskState, store } from './store';

/** Ways to make up the page shown, to choose from; the document stays as it is until one is accepted. */
export interface Proposals {
  /** Number of the page. */
  readonly page: number;
  /** What they were made with. */
  readonly seed: number;
  /** Best first, at least one. */
  readonly found: readonly Proposal[];
  /** Place of the one previewed. */
  readonly at: number;
  /** The page as it stands is shown for a moment. */
  readonly peeking: boolean;
  /** What is new or elsewhere is labelled. */
  readonly marked: boolean;
}

/** What a proposal is composed and painted under, in place of a page's number. */
export function previewKey(at: number): number {
  return -1 - at;
}

/** What the canvas shows: a page's number, or the key of the proposal that is previewed as soon as it is composed. */
export function shownPage({ page, proposals, layouts }: DeskState): number {
  if (!proposals || proposals.peeking) return page;
  const key = previewKey(proposals.at);
  return layouts.has(key) ? key : page;
}

/** A, B, C. */
export function letterOf(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at);
}

/** Goes on with the proposals otherwise. */
export function preview(change: Partial<Pick<Proposals, 'at' | 'peeking' | 'marked'>>): void {
  const { proposals } = store.get();
  if (proposals) store.setProposals({ ...proposals, ...change });
}

/** Shows the next proposal or the one before, round and round. */
export function flip(step: number): void {
  const { proposals } = store.get();
  if (!proposals) return;
  const { length } = proposals.found;
  preview({ at: (proposals.at + step + length) % length });
}

/** Shows what is found so far. Who looks at the best sees the best; who has flipped to another goes on looking at that. */
export function showFound(page: number, seed: number, found: readonly Proposal[]): void {
  const { proposals: now, layouts } = store.get();
  if (now?.page !== page || now.seed !== seed) {
    store.setProposals({ page, seed, found, at: 0, peeking: false, marked: now?.marked ?? true });
    return;
  }
  const looks = now.found.map(({ blocks }) => JSON.stringify(blocks));
  const before = found.map(({ blocks }) => looks.indexOf(JSON.stringify(blocks)));
  if (found.length === looks.length && before.every((old, at) => old === at)) return;
  // What is composed already stays in sight.
  const composed = before.flatMap((old, at) => {
    const report = layouts.get(previewKey(old));
    return old >= 0 && report ? [{ ...report, page: previewKey(at) }] : [];
  });
  store.setProposals({ ...now, found, at: now.at === 0 ? 0 : Math.max(0, before.indexOf(now.at)) }, composed);
}

/** Takes the proposal that is previewed over, as one step. */
export function accept(): void {
  const { proposals } = store.get();
  const chosen = proposals?.found[proposals.at];
  if (chosen) take(proposals, chosen.blocks);
}

/** The same with a way out of what does not fit on it: a picture lower, or the story opened where it is to be cut. */
export function acceptWith({ article, lower }: ProposedCut, way: 'lower' | 'cut'): void {
  const { proposals } = store.get();
  const chosen = proposals?.found[proposals.at];
  if (!chosen) return;
  const { blocks } = chosen;
  if (way === 'lower') {
    if (lower)
      take(
        proposals,
        blocks.map((block) => (block.id === lower.id ? { ...lower, locked: block.locked } : block)),
      );
    return;
  }
  take(proposals, blocks);
  if (article === undefined) return;
  const block = blocks.find(({ content }) => contentIds(content).includes(article));
  if (block) store.select(block.id);
  store.set({ story: article });
}

function take({ page, at }: Proposals, blocks: readonly Block[]): void {
  store.edit({ type: 'setPageBlocks', page, blocks }, `edit.proposal${letterOf(at)}`);
}

/** Whether what was proposed for `before` can still be taken over: no page was changed, and what it places is there. */
export function isTimely(before: Issue, now: Issue, proposals: readonly Proposal[]): boolean {
  if (now === before) return true;
  if (now.spec !== before.spec || now.pages.length !== before.pages.length) return false;
  const { articles, groups, notices, advertisements } = now;
  const there = new Set<Id>([...articles, ...groups, ...notices, ...advertisements].map(({ id }) => id));
  const placed = proposals.flatMap(({ blocks }) => blocks.flatMap(({ content }) => contentIds(content)));
  return now.pages.every((page, index) => page === before.pages[index]) && placed.every((id) => there.has(id));
}

export interface Change {
  /** It was not on the page, stood elsewhere, or looks otherwise in its place. */
  readonly kind: 'new' | 'moved' | 'changed';
  readonly block: Block;
}

/** What a proposal changes on a page. */
export function changesOf(before: readonly Block[], after: readonly Block[]): readonly Change[] {
  return after.flatMap((block): readonly Change[] => {
    if (isFurniture(block.content)) return [];
    const key = keyOf(block);
    const old = before.find((one) => keyOf(one) === key);
    if (!old) return [{ kind: 'new', block }];
    if (old.rect.column !== block.rect.column || old.rect.row !== block.rect.row) return [{ kind: 'moved', block }];
    return looksSame(old, block) ? [] : [{ kind: 'changed', block }];
  });
}

function keyOf({ content }: Block): string {
  return `${content.kind} ${contentIds(content).join()}`;
}

function looksSame(one: Block, other: Block): boolean {
  const look = ({ rect, cuts, content }: Block) => JSON.stringify([rect, cuts, content]);
  return look(one) === look(other);
}
