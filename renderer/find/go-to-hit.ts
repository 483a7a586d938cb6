/** From a hit to its text, wherever that can be shown. */
import type { Issue } from '../../engine/issue/index';
import { showText } from '../canvas/text/entering';
import { store } from '../state/store';
import { leadToText } from '../state/text-goal';
import { isAwaited, placeOf } from './scope';
import type { Hit } from './search';

/** In the story editor where that is open, else on the page; what stands on no page is opened in the story editor or the inspector. */
export function goToHit(issue: Issue, { ref, from, to }: Hit): void {
  const place = placeOf(issue, ref);
  if (isAwaited(ref.field)) {
    store.inspect({ list: 'articles', id: ref.id }, place?.block ?? null);
    return;
  }
  if (leadToText(ref, from, to)) return;
  const inStory = ref.list === 'articles' && (store.get().story !== null || place?.block === null);
  if (inStory) {
    store.inspect({ list: 'articles', id: ref.id }, place?.block ?? null);
    store.set({ story: ref.id });
    leadToText(ref, from, to, true);
  } else if (place?.block) showText(place.block, ref, from, to);
  else if (place) store.inspect(place.material);
}
