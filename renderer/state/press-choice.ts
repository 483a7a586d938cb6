/** How press files and handoff are made: as the chosen print shop wants it, and as the editor wishes it otherwise. */
import type { Shop } from '../../electron/bridge';
import { choiceOf, type PressChoice, plainPreset } from '../../engine/press/handoff/preset';
import { type DeskState, store } from './store';

type Wishes = Pick<DeskState, 'shop' | 'pressWish'>;

/** What the dialog shows, and what is done. */
export function choiceIn({ shop, pressWish }: Wishes): PressChoice {
  return { ...choiceOf(shop?.preset ?? plainPreset), ...pressWish };
}

/** For a job: file of the shop's preset, and what comes before it. */
export function wishesOf(state: Wishes): { readonly shop: string | undefined; readonly choice: PressChoice } {
  return { shop: state.shop?.file, choice: choiceIn(state) };
}

/** What was examined in another standard or without the spot plate counts no more. */
export function wishPress(wish: Partial<PressChoice>): void {
  const { pressWish, preflight } = store.get();
  const isOther = 'standard' in wish || 'spot' in wish;
  store.set({ pressWish: { ...pressWish, ...wish }, preflight: isOther ? null : preflight });
}

/** Begins with what the shop wants; what was examined for another shop, or as it was written before, counts no more. */
export function chooseShop(shop: Shop | undefined): void {
  store.set({ shop, pressWish: {}, preflight: null });
}
