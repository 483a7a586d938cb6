/** A finished page with what an editor wants to know of it: how full it is, what found no place, which rules it breaks. */
import { isStory } from '../issue/chains';
import { isFurniture } from '../issue/contents';
import { apply, type Block, type Id, type Issue } from '../issue/index';
import type { BlockFit, Layout } from '../layout/types';
import { contentArea } from './area';
import { checkPage, partsOf, type Violation } from './checks';
import { articleChars, articleOf, rankOf } from './content';
import { type LowerPicture, lowerPicture } from './cuts';
import { figureOfBlock } from './figures';
import { fillOf } from './fill';
import type { ScoreParts } from './score';

export interface Overset {
  readonly article: Id;
  readonly chars: number;
}

export interface PageProposal {
  /** All blocks of the page: furniture, locked and proposed ones. */
  readonly blocks: readonly Block[];
  /** Share of the area filled, 0–1. */
  readonly fill: number;
  /** Characters that the material is too little by, as large as it looks right; absent when areas do not prove it. */
  readonly lacking?: number;
  /** Characters without a place, by article; all of them for an article left off. */
  readonly overset: readonly Overset[];
  /** What could stand instead of blocks whose stories do not stand whole, so that they would. */
  readonly lower: readonly LowerPicture[];
  /** Groups, notices, advertisements and articles' photographs for which there was no room. */
  readonly leftOff: readonly Id[];
  readonly violations: readonly Violation[];
  /** What the search disliked, by name; the best page has the least total. */
  readonly score: ScoreParts;
}

/** Share of the area from which on a page is full. */
export const FULL = 0.995;

/** Whether nothing is lost and the page is full. */
export function isWhole({ fill, overset, leftOff }: PageProposal): boolean {
  return fill >= FULL && overset.length === 0 && leftOff.length === 0;
}

/** What a page with these blocks, the kept ones included, is worth; `leftOff` are articles and boxes that it does not show. */
export function proposalOf(
  issue: Issue,
  number: number,
  blocks: readonly Block[],
  leftOff: readonly Id[],
  score: ScoreParts,
  layout: Layout,
): PageProposal {
  const arranged = apply(issue, { type: 'setPageBlocks', page: number, blocks }).issue;
  const content = blocks.filter((block) => !isFurniture(block.content));
  const fits = content.map((block) => layout.fit(block, partsOf(arranged, block)));
  const figures = content.map((block) => figureOfBlock(block, issue, rankOf));
  const lower = content.flatMap((block, index) => {
    const chars = fits[index]!.oversetChars;
    if (chars === 0) return [];
    const stands = (other: Block) => layout.fit(other, partsOf(withBlock(arranged, number, other), other)).oversetChars === 0;
    return lowerPicture(issue, block, chars, stands) ?? [];
  });
  return {
    blocks,
    lower,
    fill: fillOf(figures, content, fits, contentArea(issue.pages[number - 1]!, issue.spec)),
    overset: [...oversetsOf(content, fits), ...articlesLeftOff(issue, leftOff)],
    leftOff: [...leftOff.filter((id) => !issue.articles.some((article) => article.id === id)), ...photosLeftOff(issue, content)],
    violations: checkPage(arranged, number, layout),
    score,
  };
}

function withBlock(issue: Issue, page: number, block: Block): Issue {
  const blocks = issue.pages[page - 1]!.blocks.map((one) => (one.id === block.id ? block : one));
  return apply(issue, { type: 'setPageBlocks', page, blocks }).issue;
}

function oversetsOf(blocks: readonly Block[], fits: readonly BlockFit[]): Overset[] {
  return blocks.flatMap(({ content }, index) => {
    const chars = fits[index]!.oversetChars;
    if (chars === 0) return [];
    if (isStory(content)) return [{ article: content.article, chars }];
    return content.kind === 'briefs' ? [{ article: content.articles.at(-1)!, chars }] : [];
  });
}

function articlesLeftOff(issue: Issue, leftOff: readonly Id[]): Overset[] {
  return leftOff.flatMap((id) =>
    issue.articles.some((article) => article.id === id) ? [{ article: id, chars: articleChars(articleOf(issue, id)) }] : [],
  );
}

/** Photographs of the page's articles that no block shows. */
function photosLeftOff(issue: Issue, blocks: readonly Block[]): Id[] {
  const shown = blocks.flatMap(({ content }) => (isStory(content) ? content.form.pictures.map(({ photo }) => photo) : []));
  return blocks.flatMap(({ content }) => {
    if (content.kind !== 'article') return [];
    return articleOf(issue, content.article).photos.filter((photo) => !shown.includes(photo));
  });
}
