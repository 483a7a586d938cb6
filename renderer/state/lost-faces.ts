/** Which of the paper's own faces are not on this machine: looked up when it opens, when they change, when the window is come back to. */
import { bridge } from './bridge';
import { firstFrame } from './first-frame';
import { store } from './store';

/** Once, at the window's start. */
export function watchFaces(): void {
  let asked: unknown;
  store.subscribe(() => {
    const faces = store.get().issue?.paper.faces;
    if (faces === asked) return;
    asked = faces;
    firstFrame.after(() => void lookUp());
  });
  window.addEventListener('focus', () => void lookUp());
}

/** A paper that has none of its own asks nobody. */
async function lookUp(): Promise<void> {
  const wanted = store.get().issue?.paper.faces ?? [];
  const own = wanted.length === 0 ? [] : (await bridge().ownFonts()).own;
  const usable = new Set(own.filter(({ problem }) => problem === '').map(({ id }) => id));
  const lost = [...new Set((store.get().issue?.paper.faces ?? []).map(({ face }) => face))].filter((face) => !usable.has(face));
  if (lost.join() !== store.get().lostFaces.join()) store.set({ lostFaces: lost });
}
