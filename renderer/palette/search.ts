/** Finds commands and pages by their names, by pinyin (“zdzb” finds 自动组版) and by their English names. */
import { match } from 'pinyin-pro';

export interface Findable {
  readonly name: string;
  /** Other words that it is found by. */
  readonly words?: string;
}

/** Entries that a search finds, best first: names that hold it, then names by pinyin, then by other words. All for an empty one. */
export function found<T extends Findable>(entries: readonly T[], search: string): readonly T[] {
  const asked = search.trim().toLowerCase();
  if (asked === '') return entries;
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, asked);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

function rankOf({ name, words = '' }: Findable, asked: string): number | undefined {
  const at = name.toLowerCase().indexOf(asked);
  if (at >= 0) return at === 0 ? 0 : 1;
  if (/^[a-z\s]+$/.test(asked)) {
    const places = match(name, asked.replace(/\s+/g, ''), { continuous: true });
    if (places) return places[0] === 0 ? 2 : 3;
  }
  return words.toLowerCase().includes(asked) ? 4 : undefined;
}
