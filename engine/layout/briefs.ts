/** 简讯: short items run together under one label. */
import type { Article, Block } from '../issue/types';
import type { StyledText } from '../typeset/types';
import { articleSpace, freeRows, PLAIN_FORM } from './article-space';
import { bylineText } from './body';
import { type BodyLine, paragraphLines, textFrom } from './body-line';
import { type Flow, flowColumns } from './columns';
import { type Context, need, type TextContext } from './context';
import { FACE } from './faces';
import { fitOf } from './fit';
import { styledRuns } from './runs';
import { compose } from './set-text';
import type { BlockFit, LayoutRemark } from './types';

/** Rows of label and rules above the text. */
export const BRIEFS_HEAD_ROWS = 3;
/** Room of the red square before an item with the white behind it, em. */
const MARK_SIZE = 0.9;
/** Tag of the mark, which is drawn as a square in the house colour. */
export const MARK_TAG = 'mark';

/** Lines of all items at a measure in points. */
export function briefsLines(articles: readonly Article[], { grid, fonts, text }: TextContext, measure: number): BodyLine[] {
  const { em } = grid;
  const style = { ...text, size: em, measure, indent: 0 };
  return articles.flatMap((article) => {
    const paragraph = compose(briefText(article, em), style, fonts);
    return paragraphLines(paragraph).map((line) => ({ ...line, keep: line.first && !line.last }));
  });
}

/** Rows of the block when its text runs in this many columns. */
export function briefsRows(lines: number, columns: number): number {
  return BRIEFS_HEAD_ROWS + Math.ceil(lines / columns);
}

/** ■ head　text（name）: everything that the article holds, in one paragraph. */
function briefText(article: Article, em: number): StyledText[] {
  const { lead, credit } = article.byline;
  const head = [article.kicker, ...article.headline, article.deck].map((line) => line.trim()).filter((line) => line !== '');
  const parts: StyledText[] = [
    { text: '■', face: FACE.hei, size: em * MARK_SIZE, tag: MARK_TAG },
    { text: `${head.join(' ')}\u3000`, face: FACE.heiBold },
    ...(lead === '' ? [] : bylineText(article)),
    ...article.paragraphs.flatMap((paragraph) => styledRuns(paragraph, em, em)),
    ...(lead === '' && credit !== '' ? [{ text: credit, face: FACE.kai, keep: true }] : []),
    ...(article.jump === '' ? [] : [{ text: article.jump, face: FACE.kai }]),
  ];
  return parts;
}

export interface BriefsLayout {
  readonly flow: Flow;
  /** The item of each line. */
  readonly items: ReadonlyMap<BodyLine, Article>;
  readonly fit: BlockFit;
}

export function layBriefs(context: Context, block: Block, articles: readonly string[]): BriefsLayout {
  const { grid } = context;
  const space = articleSpace(grid, block, PLAIN_FORM);
  const all = articles.map((id) => need(context.articles, id));
  const set = all.map((article) => briefsLines([article], context, space.measure));
  const lines = set.flat();
  const items = new Map(set.flatMap((own, i) => own.map((line) => [line, all[i]] as const)));
  const flow = flowColumns(lines, freeRows(grid, block, space, { columns: space.columns, endRow: BRIEFS_HEAD_ROWS }, []));
  const parted: LayoutRemark[] = flow.partings === 0 ? [] : [{ rule: 'lines-parted', detail: String(flow.partings) }];
  return { flow, items, fit: fitOf(block, [textFrom(lines, flow.rest)], flow.emptyRows, parted) };
}
