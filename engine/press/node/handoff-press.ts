/** The press files of a handoff: one for each page that goes out, or one of all pages, and which are valid once they are out. */
import { folders, pressStem } from '../handoff/names';
import { filesOf, type Job } from './handoff-job';
import { type DeliveredPage, sha256 } from './handoff-manifest';

export interface PressEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Numbers of the pages in their order in the file; 0 is the blank half of an imposed sheet. */
  readonly pages: readonly number[];
}

/** A file of an imposed spread or sheet. */
export interface ImposedEntry extends PressEntry {
  /** What it was called in an earlier version. */
  readonly nameIn: (version: number) => string;
}

/** One page changed sends a file of all pages out again. */
export function pressEntries({ issue, settings, version, changed, made }: Job): PressEntry[] {
  const nameOf = (page: number | 'all') =>
    `${folders.press}/${pressStem(issue, page, settings.preset.preset.names, version)}.pdf`;
  if (made.whole) return [{ ...made.whole, name: nameOf('all') }];
  return changed.map((page) => ({ pages: [page], name: nameOf(page), bytes: made.pages.get(page)!.pdf }));
}

/** The press files that are valid once these have gone out. */
export function validPages({ before, made, settings }: Job, press: readonly PressEntry[]): DeliveredPage[] {
  const isWhole = filesOf(settings) === 'issue';
  const fresh = press.flatMap(({ pages, name, bytes }) => {
    const sum = sha256(bytes);
    return pages.map((page): DeliveredPage => {
      return { page, name, bytes: bytes.length, sha256: sum, ...(isWhole ? { alone: sha256(made.pages.get(page)!.pdf) } : {}) };
    });
  });
  const kept = (before?.pages ?? []).filter(({ page }) => made.pages.has(page) && !fresh.some((own) => own.page === page));
  return [...kept, ...fresh].sort((one, other) => one.page - other.page);
}
