import type { ListName } from './edits';
import type { Id, Issue } from './types';

const PREFIX: Readonly<Record<ListName, string>> = { articles: 'a', photos: 'p', groups: 'g', notices: 'n', advertisements: 'd' };

/** The next free id of a list: `a1`, `a2` … for articles; one more than the highest number in use. */
export function nextId(issue: Issue, list: ListName): Id {
  const prefix = PREFIX[list];
  const numbers = issue[list].map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0));
  return `${prefix}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}
