/** What goes on a page: articles with their ranks, groups, boxes; the shortest articles gathered as 简讯. */

import { spreadOf } from '../issue/chains';
import type { Article, Block, Id, Issue } from '../issue/types';
import type { Rank } from './costs';

export interface PageContent {
  readonly articles: readonly RankedArticle[];
  /** Articles set together as 简讯; empty or at least two. */
  readonly briefs: readonly Id[];
  readonly groups: readonly Id[];
  readonly notices: readonly Id[];
  readonly advertisements: readonly Id[];
  /** Stories that go on here; none when absent. */
  readonly continuations?: readonly ContinuedStory[];
}

export interface RankedArticle {
  readonly id: Id;
  readonly rank: Rank;
  /** Lines of its first block when the others follow elsewhere; all of them when absent. */
  readonly opening?: number;
}

/** The rest of a story, which another block begins. */
export interface ContinuedStory {
  readonly id: Id;
  /** Lines in the grid's columns. */
  readonly lines: number;
  /** Page that it comes from, which the mark above it names; 0 for this page. */
  readonly from: number;
}

/** An article without a weight, a picture and a column of its own and with fewer characters is a brief. */
const BRIEF_CHARS = 130;
/** Short pieces gather where they have at most this share of the other stories' characters. */
const SMALL_CHANGE = 1 / 2;
/** From this length on an article without a weight is a major one: it carries a headline over several columns. */
const MAJOR_CHARS = 650;
/** A picture makes a story look as much longer. */
const PICTURE_CHARS = 250;

/** Characters of the running text with its byline. */
function bodyChars({ byline, paragraphs }: Article): number {
  const texts = paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text));
  return countChars([byline.lead, byline.credit, ...texts]);
}

/** Characters of the whole article, headline and jump line included. */
export function articleChars(article: Article): number {
  return bodyChars(article) + countChars([article.kicker, ...article.headline, article.deck, article.jump]);
}

function countChars(texts: readonly string[]): number {
  let count = 0;
  for (const text of texts) for (const _ of text) count++;
  return count;
}

/** Length with what the pictures add to it. */
export function importance(article: Article): number {
  const given = { lead: 20_000, major: 10_000, auto: 0, normal: 0, brief: -10_000 }[article.weight];
  return given + bodyChars(article) + Math.min(article.photos.length, 3) * PICTURE_CHARS;
}

/**
 * A poem is never news in brief, however short: its lines and stanzas need a block of their own; nor is a list of names, a
 * table or an interview. A signature alone makes no difference.
 */
function hasForms({ paragraphs }: Article): boolean {
  return paragraphs.some(({ verse, form }) => verse === true || (form !== undefined && form !== 'signature'));
}

/** The weight that an editor gave an article, for what compares such weights only; nothing when the program ranks it. */
export function askedOf({ weight }: Pick<Article, 'weight'>): { asked?: Rank } {
  return weight === 'auto' ? {} : { asked: weight };
}

/** Rank by the article alone, before a page makes one of them its lead. */
export function rankOf(article: Article): Rank {
  if (article.weight !== 'auto') return article.weight;
  const short = article.photos.length === 0 && bodyChars(article) < BRIEF_CHARS;
  if (short && !hasForms(article) && !article.column) return 'brief';
  return importance(article) >= MAJOR_CHARS ? 'major' : 'normal';
}

/**
 * Short news without a picture, set as 简讯 where there is more of it: what its writer or editor called so, and other short
 * pieces where they are a page's small change. Where a paper consists of them they are stories with their own headlines.
 */
export function shortNews(articles: readonly Article[]): Article[] {
  const short = articles.filter((article) => rankOf(article) === 'brief' && article.photos.length === 0 && !article.column);
  const named = short.filter(({ weight }) => weight === 'brief');
  const stories = articles.filter((article) => !short.includes(article));
  const length = (some: readonly Article[]) => some.reduce((sum, article) => sum + bodyChars(article), 0);
  return length(short) - length(named) <= SMALL_CHANGE * length(stories) ? short : named;
}

/**
 * Ranks of articles that share a page. One is its lead, unless all are briefs or the page has a lead already; briefs gather
 * as 简讯, and so does what is put on the page to stand `together`.
 */
export function rankArticles(
  articles: readonly Article[],
  hasLead = false,
  together: readonly Article[] = [],
): Pick<PageContent, 'articles' | 'briefs'> {
  const short = shortNews(articles);
  const shortest = articles.filter((article) => short.includes(article) || together.includes(article));
  const gathered = shortest.length >= 2 ? shortest : [];
  const stories = articles.filter((article) => !gathered.includes(article)).sort((a, b) => importance(b) - importance(a));
  return {
    articles: stories.map((article, index) => ({
      id: article.id,
      rank: index === 0 && !hasLead ? 'lead' : demoted(rankOf(article)),
    })),
    briefs: gathered.map(({ id }) => id),
  };
}

/** A page has one lead. */
export function demoted(rank: Rank): Rank {
  return rank === 'lead' ? 'major' : rank;
}

/** Whether a block is set as the page's lead, by its headline. */
function isLeadBlock({ content }: Block): boolean {
  return content.kind === 'article' && (content.form.head === 'lead' || content.form.head === 'inside');
}

/** What makes a story lead a page: the editor's word, then a lead's headline, then its importance. */
export function leadership(article: Article, isSetAsLead = false): number {
  return importance(article) + (article.weight === 'lead' ? 2 * SURE : isSetAsLead ? SURE : 0);
}

/** From here on it is not only the greatest. */
const SURE = 1_000_000;

/** The story of these blocks that would lead a page, and by what; nothing when there is none. */
export function leadAmong(
  blocks: readonly Block[],
  issue: Issue,
): { readonly id: Id; readonly leadership: number; readonly isSure: boolean } | undefined {
  const stories = blocks.flatMap((block) => {
    const begun = spreadOf(issue.pages, block);
    if (begun) return [{ id: begun, leadership: 2 * SURE, isSure: true }];
    if (block.content.kind !== 'article') return [];
    const article = articleOf(issue, block.content.article);
    const own = leadership(article, isLeadBlock(block));
    return [{ id: article.id, leadership: own, isSure: own >= SURE / 2 }];
  });
  return stories.sort((a, b) => b.leadership - a.leadership)[0];
}

/** The article of this id. Throws when there is none: a mistake of the program, not of an issue. */
export function articleOf(issue: Issue, id: Id): Article {
  const article = issue.articles.find((candidate) => candidate.id === id);
  if (!article) throw new Error(`arrange: no article ${id}`);
  return article;
}
