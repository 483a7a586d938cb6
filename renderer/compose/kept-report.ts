/** What the composing worker tells of a page, with the objects that were known before: panels draw only what became another. */
import type { PageReport } from './protocol';

/** The report with every part that says the same as before in its old object; the old report itself where nothing differs. */
export function keptReport(before: PageReport | undefined, fresh: PageReport): PageReport {
  if (!before) return fresh;
  const known = new Map(before.fits.map((fit) => [fit.block, fit]));
  const fits = keptList(
    before.fits,
    fresh.fits.map((fit) => kept(known.get(fit.block), fit)),
  );
  const pictures = kept(before.pictures, fresh.pictures);
  const fallbacks = kept(before.fallbacks, fresh.fallbacks);
  const same = fits === before.fits && pictures === before.pictures && fallbacks === before.fallbacks;
  return same && before.page === fresh.page ? before : { ...fresh, fits, pictures, fallbacks };
}

function kept<T>(before: T | undefined, fresh: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh;
}

function keptList<T>(before: readonly T[], fresh: readonly T[]): readonly T[] {
  return before.length === fresh.length && before.every((item, at) => item === fresh[at]) ? before : fresh;
}
