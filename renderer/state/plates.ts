/** Pictures of the plates for the canvas: made by preflight in the background, kept as long as their page stays the same. */
import type { PlatePage } from '../../electron/bridge';
import { changedPages } from '../compose/changed-pages';
import { preflight } from './examining';
import { type DeskState, type Plate, store } from './store';

/** Pictures that are no spot plates. */
const COMMON = new Set(['page', 'C', 'M', 'Y', 'K', 'ink']);

type Picture = PlatePage['pictures'][number];

/** The picture of the plate that is asked for, if the page still looks as it shows; undefined when there is none. */
export function plateOf({
  issue,
  page,
  plate,
  preflight: last,
}: Pick<DeskState, 'issue' | 'page' | 'plate' | 'preflight'>): Picture | undefined {
  if (plate === '' || !issue || !last || changedPages(last.issue, issue).includes(page)) return undefined;
  return picturesOf(last.pages, page).find((picture) =>
    plate === 'spot' ? !COMMON.has(picture.plate) : picture.plate === plate,
  );
}

function picturesOf(pages: readonly PlatePage[], page: number): readonly Picture[] {
  return pages.find((candidate) => candidate.page === page)?.pictures ?? [];
}

/** Whether the last examination has looked at the page as it is, for that plate. */
export function isExamined({ issue, page, plate, preflight: last }: DeskState): boolean {
  if (!issue || !last || changedPages(last.issue, issue).includes(page)) return false;
  return plate !== 'spot' || last.spot;
}

/** Has the plates made. */
export function makePlates(plate: Plate): void {
  if (store.get().job === null) void preflight(plate === 'spot' ? { spot: true } : {});
}
