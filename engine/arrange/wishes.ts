/** What editors wish for pairs of stories: to stand beside each other, or not on one page. */
import type { Article, Id, Issue } from '../issue/types';
import type { Figure } from './figures';
import { type Pair, touch } from './rules';

/** Pairs of stories; both orders of a pair mean the same. */
export class Wishes {
  private readonly articles: ReadonlyMap<Id, Article>;
  /** False where no story wishes anything, which saves the asking. */
  readonly any: boolean;

  constructor({ articles }: Pick<Issue, 'articles'>) {
    this.articles = new Map(articles.map((article) => [article.id, article]));
    this.any = articles.some(({ together, apart }) => (together?.length ?? 0) + (apart?.length ?? 0) > 0);
  }

  together(one: Id, other: Id): boolean {
    return this.asks(one, other, 'together') || this.asks(other, one, 'together');
  }

  apart(one: Id, other: Id): boolean {
    return this.asks(one, other, 'apart') || this.asks(other, one, 'apart');
  }

  private asks(one: Id, other: Id, wish: 'together' | 'apart'): boolean {
    return this.articles.get(one)?.[wish]?.includes(other) ?? false;
  }
}

/** Whether two stories stand under the name of one recurring column (栏目). */
export function isSameColumn(one: Article | undefined, other: Article | undefined): boolean {
  return one?.column !== undefined && one.column !== '' && one.column === other?.column;
}

/** Pairs on one page that want to be apart, and pairs that want to be together but do not touch. */
export function unmetWishes(wishes: Wishes, figures: readonly Figure[]): Pair[] {
  if (!wishes.any) return [];
  const found: Pair[] = [];
  for (let first = 0; first < figures.length; first++) {
    for (let second = first + 1; second < figures.length; second++) {
      const one = figures[first]!;
      const other = figures[second]!;
      const near = touch(one.rect, other.rect);
      const unmet = one.articles.some((a) => other.articles.some((b) => wishes.apart(a, b) || (wishes.together(a, b) && !near)));
      if (unmet) found.push({ first, second });
    }
  }
  return found;
}
