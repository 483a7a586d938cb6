/** Pages that go to press though nobody has released them (签发). */
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import { signEntries, signOffs } from '../../store';
import { type Finding, isEmptyPage } from '../findings';

/** One finding for all pages without a release, one for those that lost it; a record that cannot be read releases nothing. */
export async function releaseFindings(folder: string, issue: Issue): Promise<readonly Finding[]> {
  const entries = await signEntries(folder).catch((error: unknown) => {
    if (error instanceof InputError) return [];
    throw error;
  });
  const states = signOffs(issue, entries);
  const open = issue.pages.filter((page) => !isEmptyPage(page) && !states.get(page.number)?.released);
  const isChanged = (number: number) => states.get(number)?.changedSince !== undefined;
  const numbers = open.map(({ number }) => number);
  return [
    ...finding('changedSinceRelease', numbers.filter(isChanged)),
    ...finding(
      'unreleased',
      numbers.filter((number) => !isChanged(number)),
    ),
  ];
}

function finding(rule: string, pages: readonly number[]): readonly Finding[] {
  return pages.length === 0 ? [] : [{ page: 0, severity: 'warning', rule, params: { pages: pages.join(' ') } }];
}
