/** What became of packages, as data and in the user's words. */
import { titleOf } from '../engine/issue/issue-differences';
import type { Conflict } from '../engine/issue/merge';
import { type ValueDifference, valueDifferences } from '../engine/issue/value-differences';
import type { Assembly } from '../engine/store/packages';
import { type Language, sentence } from './say';

export interface ConflictReport {
  readonly unit: string;
  /** Headline, file name or section; empty when it has none. */
  readonly title: string;
  /** When either was made, ISO 8601. */
  readonly oursTime: string;
  readonly theirsTime: string;
  readonly differences: readonly ValueDifference[];
}

export interface PackageReport {
  readonly file: string;
  /** 0 for articles alone. */
  readonly page: number;
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly kept: readonly string[];
  readonly conflicts: readonly ConflictReport[];
}

/** What became of each package, with its conflicts in the user's terms. */
export function packageReports({ packages }: Assembly): readonly PackageReport[] {
  return packages.map((one) => ({ ...one, conflicts: one.conflicts.map(conflictReport) }));
}

function conflictReport({ unit, ours, theirs, oursTime, theirsTime }: Conflict): ConflictReport {
  const iso = (time: number) => new Date(time).toISOString();
  return {
    unit,
    title: titleOf(ours as object),
    oursTime: iso(oursTime),
    theirsTime: iso(theirsTime),
    differences: valueDifferences(ours, theirs),
  };
}

/** Lines about each package, then what its conflicts are. */
export async function packageLines(assembly: Assembly, language: Language): Promise<readonly string[]> {
  const lines = packageReports(assembly).map(async (report) => {
    const { file, page, added, replaced, kept, conflicts } = report;
    const counts = { file, page, added: added.length, replaced: replaced.length, kept: kept.length };
    const head = await sentence(page > 0 ? 'shell.package-page' : 'shell.package-articles', counts, language);
    return [head, ...(await Promise.all(conflicts.map((conflict) => conflictLines(conflict, language)))).flat()];
  });
  const absent = assembly.absentFonts.map((face) => sentence('shell.package-font', { face }, language));
  return [...(await Promise.all(lines)).flat(), ...(await Promise.all(absent))];
}

async function conflictLines(conflict: ConflictReport, language: Language): Promise<readonly string[]> {
  const { unit, title, oursTime, theirsTime, differences } = conflict;
  const head = await sentence('shell.package-conflict', { unit, title, oursTime, theirsTime }, language);
  const rest = differences.map(({ path, ours, theirs }) =>
    sentence('shell.package-difference', { path, ours, theirs }, language),
  );
  return [head, ...(await Promise.all(rest))];
}
