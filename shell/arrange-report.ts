/** What became of an arranged page, for the user. */

import { type ArrangedPage, type Cut, cutsOf, emptyCells, type PageProposal, type Violation } from '../engine/arrange';
import { type Block, type Id, type Issue, isFurniture, isStory } from '../engine/issue';
import { nameOfItem } from '../engine/press/findings';
import { type Language, type Params, sentence } from './say';

/** How full the page is, what was cut or left off, and which rules of layout it breaks. */
export async function pageLines({ page, seconds, proposals, issue }: ArrangedPage, language: Language): Promise<string[]> {
  const best = proposals[0]!;
  const say = (code: string, params: Params) => sentence(`arrange.${code}`, params, language);
  const blocks = best.blocks.filter(({ content }) => !isFurniture(content)).length;
  if (blocks === 0 && best.overset.length === 0 && best.leftOff.length === 0) {
    const chars = best.lacking ?? emptyCells(issue, page, best) * issue.spec.columnChars;
    return [await say('empty', { page, chars })];
  }
  const head = say('page', { page, blocks, fill: (100 * best.fill).toFixed(1), seconds: seconds.toFixed(1) });
  const cuts = (await cutLines(issue, best, language)).map(({ text }) => `  ${text}`);
  const short = (await shortLines(issue, page, best, language)).map(({ text }) => `  ${text}`);
  const violations = best.violations.map(async (violation) => {
    const rule = await say(violation.rule, {});
    return say(violation.severity, { rule, blocks: namesOf(violation, best.blocks, issue) });
  });
  return Promise.all([head, ...cuts, ...short, ...violations]);
}

/** A way out where something finds no room. */
export interface CutLine {
  readonly text: string;
  /** The story that is to be cut where it stands; absent where something is left off. */
  readonly article?: Id;
  /** The block with the picture lower instead. */
  readonly lower?: Block;
}

/** What must be cut or left off, and how much. */
export function cutLines(issue: Issue, proposal: PageProposal, language: Language): Promise<CutLine[]> {
  const cuts = cutsOf(proposal).map(async (cut): Promise<CutLine> => {
    const text = await cutSentence(cut, issue, language);
    const lower = proposal.lower.find(({ article }) => article === cut.article)?.block;
    return { text, ...(cut.stands && { article: cut.article }), ...(lower && { lower }) };
  });
  const leftOff = proposal.leftOff.map(async (id): Promise<CutLine> => {
    const name = nameOfItem(issue, id) ?? issue.photos.find((photo) => photo.id === id)?.file;
    return { text: await sentence('arrange.boxLeftOff', { id: name ?? id }, language) };
  });
  return Promise.all([...cuts, ...leftOff]);
}

/** How much of the page stays empty, and what is known to lack for it; nothing for a full page. */
export async function shortLines(issue: Issue, page: number, proposal: PageProposal, language: Language): Promise<CutLine[]> {
  const { columns, columnChars } = issue.spec;
  const cells = emptyCells(issue, page, proposal);
  const rows = Math.floor(cells / columns);
  if (rows === 0) return [];
  const { lacking } = proposal;
  const [code, chars] = lacking ? ['lacking', lacking] : ['short', cells * columnChars];
  return [{ text: await sentence(`arrange.${code}`, { rows, chars }, language) }];
}

/** `《…》 cut 23 characters, or a picture 2 rows lower`, or that the whole article was left off. */
export async function cutSentence({ article, chars, stands, rows }: Cut, issue: Issue, language: Language): Promise<string> {
  const title = titleOf(issue, article);
  if (!stands) return sentence('arrange.leftOff', { title, chars }, language);
  if (rows === undefined) return sentence('arrange.cut', { title, chars }, language);
  return sentence('arrange.cutOrPicture', { title, chars, rows }, language);
}

function titleOf(issue: Issue, article: Id): string {
  const title = issue.articles.find(({ id }) => id === article)?.headline.join(' ');
  return title || article;
}

function namesOf({ blocks }: Violation, all: readonly Block[], issue: Issue): string {
  const names = blocks.map((id) => {
    const content = all.find((block) => block.id === id)?.content;
    return content && isStory(content) ? `《${titleOf(issue, content.article)}》` : id;
  });
  return names.join(' ');
}
