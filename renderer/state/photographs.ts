/** Which photographs of the open issue are not in its folder: looked up when it opens, when they change, when the window is come back to. */
import type { Photo } from '../../engine/issue/index';
import { bridge } from './bridge';
import { firstFrame } from './first-frame';
import { type DeskState, store } from './store';

/** Once, at the window's start. */
export function watchPhotographs(): void {
  let asked: { opened: DeskState['opened']; photos: readonly Photo[] | undefined } = { opened: null, photos: undefined };
  const look = (): void => {
    const { opened, issue } = store.get();
    if (opened === asked.opened && issue?.photos === asked.photos) return;
    asked = { opened, photos: issue?.photos };
    firstFrame.after(() => void lookUp());
  };
  store.subscribe(look);
  window.addEventListener('focus', () => void lookUp());
}

/** An answer that comes when another issue is open is of no use. A folder that is gone holds none of them. */
async function lookUp(): Promise<void> {
  const { opened, issue } = store.get();
  if (!opened || !issue) return;
  const assets = [...new Set(issue.photos.map(({ asset }) => asset))];
  const outcome = await bridge().missingAssets(opened.handle, assets);
  const now = store.get();
  if (!outcome.ok || now.opened?.handle !== opened.handle || sameAs(now.missing, outcome.value)) return;
  store.set({ missing: new Set(outcome.value) });
}

function sameAs(known: ReadonlySet<string>, found: readonly string[]): boolean {
  return known.size === found.length && found.every((asset) => known.has(asset));
}
