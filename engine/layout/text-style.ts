/** How the paper's running text is set: the program's ways with what the paper asks for. */
import type { Issue, TypesettingStyle } from '../issue/types';
import { BODY, englishHyphenator, type Hyphenator } from '../typeset/index';
import type { ParagraphStyle } from '../typeset/types';

/** Style of running text; each place brings its own measure and size. `hyphenator` counts only where the paper divides words. */
export function textStyle(asked: TypesettingStyle = {}, hyphenator?: Hyphenator): ParagraphStyle {
  const { hyphenate = false, ...style } = asked;
  if (!hyphenate) return { ...BODY, ...style };
  if (!hyphenator) throw new Error('an issue whose paper divides words needs hyphenatorOf(issue)');
  return { ...BODY, ...style, hyphenator };
}

/** What `createLayout` needs to divide an issue's words; nothing is loaded for a paper that divides none. */
export async function hyphenatorOf({ paper }: Pick<Issue, 'paper'>): Promise<Hyphenator | undefined> {
  return paper.typesetting?.hyphenate ? englishHyphenator() : undefined;
}
