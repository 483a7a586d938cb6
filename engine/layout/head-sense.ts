/** What the layout knows of the words in an article's headline: from its story, its byline and the paper's own list. */
import { paragraphText } from '../issue/characters';
import type { Article } from '../issue/types';
import { repeatedWords } from '../words/repeated';
import { type Unit, unitsOf } from '../words/units';

export interface HeadSense {
  /** Words, names and numbers that no line ends inside; together they are the text. */
  units(text: string): readonly Unit[];
  /** How often two characters stand side by side in the story. */
  together(left: string, right: string): number;
}

/** Words of a byline that are nobody's name. */
const NO_NAME = /^(?:本报|本刊|记者|通讯员|特约|实习|摄影|文|图|摄|供稿|整理|见习|报道|讯)+$/u;

/** Works everything out at the first question; a story without a headline costs nothing. */
export function senseOf(article: Pick<Article, 'headline' | 'byline' | 'paragraphs'>, words: readonly string[] = []): HeadSense {
  const texts = article.paragraphs.map(paragraphText);
  const known = new Map<string, readonly Unit[]>();
  let said: ReadonlySet<string> | undefined;
  let pairs: ReadonlyMap<string, number> | undefined;
  return {
    units(text) {
      let units = known.get(text);
      if (!units) {
        said ??= new Set([...namesIn(article), ...words.map((word) => word.trim()).filter((word) => word !== '')]);
        units = unitsOf(text, new Set([...said, ...repeatedWords(text, texts.join('\n'))]));
        known.set(text, units);
      }
      return units;
    },
    together(left, right) {
      pairs ??= pairsOf(texts);
      return pairs.get(left + right) ?? 0;
    },
  };
}

function namesIn({ byline }: Pick<Article, 'byline'>): string[] {
  const words = byline.credit.match(/[\p{Script=Han}·]{2,}/gu) ?? [];
  return words.filter((word) => !NO_NAME.test(word));
}

function pairsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const text of texts) {
    let left = '';
    for (const right of text) {
      pairs.set(left + right, (pairs.get(left + right) ?? 0) + 1);
      left = right;
    }
  }
  return pairs;
}
