/** Examining the press files that the issue would make, with their plates. */
import { useEffect, useRef } from 'react';
import type { PressChoice } from '../../engine/press/handoff/preset';
import { cancelJob, run } from './jobs';
import { choiceIn, wishesOf } from './press-choice';
import { type DeskState, store, useDesk } from './store';

/** Examines the issue as it would be pressed; `wish` comes before what the press dialog shows. */
export async function preflight(wish: Partial<PressChoice> = {}): Promise<void> {
  const { revision, issue: examined, shop: wanted } = store.get();
  const { shop, choice } = wishesOf(store.get());
  const asked = { ...choice, ...wish };
  const result = await run('preflight', (handle, issue) => ({ kind: 'preflight', handle, issue, shop, choice: asked }));
  if (result?.kind !== 'preflight' || !examined) return;
  // What was wished otherwise meanwhile says nothing of what would be pressed now.
  if (store.get().shop !== wanted || choiceIn(store.get()).standard !== asked.standard) return;
  const { findings, pages, plates } = result;
  store.set({ preflight: { findings, pages, plates, revision, issue: examined, spot: asked.spot } });
}

/** So long nothing changes before the examination begins, milliseconds. */
const REST = 300;

/**
 * Examines the issue whenever what was examined is no longer what would be pressed, as long as the component is shown. What failed
 * or was stopped is not begun again by itself.
 */
export function useFreshExamination(): void {
  const wanted = useDesk(wantedOf);
  const isFresh = useDesk(isExaminedAsWished);
  const running = useDesk(({ job }) => job?.kind);
  const tried = useRef('');
  useEffect(() => {
    if (running === 'preflight' && tried.current !== wanted) cancelJob();
    if (running !== undefined || isFresh || tried.current === wanted) return;
    const timer = setTimeout(() => {
      tried.current = wanted;
      void preflight();
    }, REST);
    return () => clearTimeout(timer);
  }, [wanted, isFresh, running]);
  useEffect(
    () => () => {
      if (store.get().job?.kind === 'preflight') cancelJob();
    },
    [],
  );
}

/** What an examination depends on. */
function wantedOf(state: DeskState): string {
  const { standard, spot } = choiceIn(state);
  return JSON.stringify([state.revision, state.shop, standard, spot, state.settings.language]);
}

function isExaminedAsWished(state: DeskState): boolean {
  const { preflight: last, revision, shop } = state;
  if (shop && !shop.preset) return true;
  return last !== null && last.revision === revision && last.spot === choiceIn(state).spot;
}
