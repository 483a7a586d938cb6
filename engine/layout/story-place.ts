/** What a block of a story must know of the other parts: the text that comes in, what follows, where the parts stand. */
import { type ChainPlace, chainOf, jumpPages, placeInChain, type StoryContent } from '../issue/chains';
import { isFacing } from '../issue/facing';
import type { Article, ArticleForm, Block, ContinuationForm } from '../issue/types';
import { type ArticleSpace, articleSpace } from './article-space';
import type { Context } from './context';
import type { Following } from './story-flow';
import { sameMeasure } from './text-rest';

/** Where a block stands in the story that the issue tells. */
export function placeOf(context: Context, block: Block, content: StoryContent): ChainPlace {
  return placeInChain(chainOf(context.issue.pages, content.article), block);
}

export function formOf({ content }: Block): ArticleForm | ContinuationForm {
  return (content as StoryContent).form;
}

/** The headline of part `at` runs over the fold into the next part: both stand level at the inner edges of facing pages. */
export function runsAcross({ parts, at }: ChainPlace, { grid }: Context): boolean {
  const [left, right] = [parts[at], parts[at + 1]];
  if (!left || !right || left.block.content.kind !== 'article') return false;
  const { across, head } = left.block.content.form;
  const [one, other] = [left.block.rect, right.block.rect];
  const level = one.column + one.columns === grid.spec.columns && other.column === 0 && one.row === other.row;
  return across === true && head !== 'vertical' && isFacing(left.page, right.page) && level;
}

/** Of part `at`; undefined for the last one. */
export function followingOf(place: ChainPlace, context: Context, space: ArticleSpace): Following | undefined {
  const { parts, at } = place;
  const next = parts[at + 1];
  if (!next) return undefined;
  const turns = next.page !== parts[at]!.page && !runsAcross(place, context);
  const others = parts.slice(at + 1).map(({ block }) => articleSpace(context.grid, block, formOf(block)));
  return {
    otherMeasure: parts
      .slice(at + 1)
      .some(({ block }, i) => block.cuts.length > 0 || !sameMeasure(others[i]!.measure, space.measure)),
    jump: turns ? `（下转第${next.page}版）` : '',
  };
}

/** Page that the mark above part `at` names; 0 where it has none. */
export function comesFrom(place: ChainPlace, context: Context): number {
  const { parts, at } = place;
  const before = parts[at - 1];
  if (!before || before.page === parts[at]!.page) return 0;
  return runsAcross({ parts, at: at - 1 }, context) ? 0 : before.page;
}

/** A jump line that the manuscript brought gives way to those that the pages tell. */
export function withoutOwnJump(article: Article, { parts }: ChainPlace): Article {
  const turns = parts.some(({ page }) => page !== parts[0]!.page);
  return turns && jumpPages(article).length > 0 ? { ...article, jump: '' } : article;
}
