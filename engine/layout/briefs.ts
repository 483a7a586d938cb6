/** 简讯: short items run together under one label. */
import type { FontSet } from '../fonts/types';
import type { Article } from '../issue/types';
import { BODY } from '../typeset/index';
import type { StyledText } from '../typeset/types';
import { type BodyLine, bylineText, paragraphText } from './body';
import { FACE } from './faces';
import { compose, countCharacters } from './set-text';

/** Rows of label and rules above the text. */
export const BRIEFS_HEAD_ROWS = 3;
/** Room of the red square before an item with the white behind it, em. */
const MARK_SIZE = 0.9;
/** Tag of the mark, which is drawn as a square in the house colour. */
export const MARK_TAG = 'mark';

/** Lines of all items at a measure in points. */
export function briefsLines(articles: readonly Article[], em: number, measure: number, fonts: FontSet): BodyLine[] {
  const style = { ...BODY, size: em, measure, indent: 0 };
  return articles.flatMap((article) => {
    const paragraph = compose(briefText(article, em), style, fonts);
    const final = paragraph.lines.length - 1;
    return paragraph.lines.map((line, i) => ({
      paragraph,
      line,
      first: i === 0,
      last: i === final,
      heading: i === 0,
      characters: countCharacters(paragraph.text.slice(line.start, line.end)),
    }));
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
    ...article.paragraphs.flatMap(paragraphText),
    ...(lead === '' && credit !== '' ? [{ text: credit, face: FACE.kai, keep: true }] : []),
    ...(article.jump === '' ? [] : [{ text: article.jump, face: FACE.kai }]),
  ];
  return parts;
}
