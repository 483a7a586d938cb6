/** Where the focus goes by command. */
import { store } from './store';

/** Focus to the page, where Space pans and single keys are commands. */
export function focusPage(): void {
  document.querySelector<HTMLElement>('[role="application"]')?.focus();
}

/** Focus to the search field of the library, which is unfolded for it. */
export function find(): void {
  const { panels } = store.get();
  store.set({ panels: { ...panels, left: true } });
  focusIn('library');
}

/** Focus to the first text field of a region. */
function focusIn(region: string): void {
  // A panel that was folded is there with the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-region="${region}"] :is(input, textarea)`)?.focus());
}

/** Regions in the order in which F6 goes round. */
const REGIONS = ['top', 'library', 'pages', 'canvas', 'inspector', 'problems', 'status'];

/** Focus to the next region of the window that is there. */
export function walkRegions(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
    .filter((region) => region.closest('[hidden]') === null)
    .sort((one, other) => REGIONS.indexOf(one.dataset.region!) - REGIONS.indexOf(other.dataset.region!));
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  const region = regions[(from + step + regions.length) % regions.length];
  const stop = region?.querySelector<HTMLElement>('[tabindex="0"], button:not(:disabled, [tabindex="-1"]), input, textarea');
  stop?.focus();
}

/** All the text of the field that has the focus. */
export function selectText(): void {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
}
