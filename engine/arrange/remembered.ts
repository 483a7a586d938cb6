/** The layout's counts, each taken once: distribution, every round and every page ask for the same ones. */
import type { Layout } from '../layout/types';

type Counts = Pick<
  Layout,
  'bodyLines' | 'planHeads' | 'captionRows' | 'briefsRows' | 'groupRows' | 'noticeRows' | 'advertisementRows'
>;

/** The same layout; what it counted of an article, photograph or box stays known as long as it is held. */
export function remembered(layout: Layout): Layout {
  const counts: Counts = {
    bodyLines: once(layout.bodyLines),
    planHeads: once(layout.planHeads),
    captionRows: once(layout.captionRows),
    briefsRows: once(layout.briefsRows),
    groupRows: once(layout.groupRows),
    noticeRows: once(layout.noticeRows),
    advertisementRows: once(layout.advertisementRows),
  };
  return { ...layout, ...counts };
}

function once<A extends readonly unknown[], R>(count: (...of: A) => R): (...of: A) => R {
  const known = new Map<string, R>();
  return (...of) => {
    const key = of.join(' ');
    let answer = known.get(key);
    if (answer === undefined) {
      answer = count(...of);
      known.set(key, answer);
    }
    return answer;
  };
}
