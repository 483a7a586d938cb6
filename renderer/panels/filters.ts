/** Which rows of the library are shown, and in which order. Pure functions of the rows. */
import type { EditorialState } from '../../engine/issue/index';
import type { MaterialRow } from '../state/facts';

export interface Filter {
  readonly search: string;
  /** Empty for all. */
  readonly state: EditorialState | '';
  readonly section: string;
  /** Longest first, or in the order of the issue. */
  readonly byLength: boolean;
}

export const NO_FILTER: Filter = { search: '', state: '', section: '', byLength: false };

export function isFiltering({ search, state, section }: Filter): boolean {
  return search.trim() !== '' || state !== '' || section !== '';
}

export function filtered(rows: readonly MaterialRow[], { search, state, section, byLength }: Filter): readonly MaterialRow[] {
  const words = search.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      (words === '' || row.text.toLowerCase().includes(words)) &&
      (state === '' || row.state === state) &&
      (section === '' || row.section === section),
  );
  return byLength ? found.toSorted((one, other) => other.chars - one.chars) : found;
}

/** Rows of the manuscripts: a filler is among them once it stands on a page. */
export const manuscriptsOf = (rows: readonly MaterialRow[]): readonly MaterialRow[] =>
  rows.filter(({ filler, block }) => !filler || block !== null);

/** Rows of all fillers (备用稿). */
export const fillersOf = (rows: readonly MaterialRow[]): readonly MaterialRow[] => rows.filter(({ filler }) => filler === true);

/** Sections that rows belong to, in the order of their appearance. */
export function sectionsOf(rows: readonly MaterialRow[]): readonly string[] {
  return [...new Set(rows.map(({ section }) => section))].filter((section) => section !== '');
}
