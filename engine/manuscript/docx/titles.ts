/** A document whose first paragraph is styled as its title says with that which line is the headline. */
import { headLabel } from '../signs';
import type { Title } from './body-types';

/** Longer ones are running text in a wrong style. */
const LONGEST = 60;

/**
 * Labels the title and the subtitle below it as a manuscript may itself (`标题：`, `副题：`). A title over several paragraphs, and one
 * that is labelled already, is left to what its lines look like.
 */
export function labelTitles(lines: readonly string[], [first, second, third]: readonly Title[]): readonly string[] {
  const at = lines.findIndex((line) => line.trim() !== '');
  if (first?.kind !== 'title' || second?.kind === 'title' || third || !isTitle(first.text) || lines[at] !== first.text)
    return lines;
  const below = lines.findIndex((line, index) => index > at && line.trim() !== '');
  const isSubtitled = second !== undefined && isTitle(second.text) && lines[below] === second.text;
  return lines.map((line, index) => {
    if (index === at) return `标题：${line}`;
    return isSubtitled && index === below ? `副题：${line}` : line;
  });
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST && !text.includes('\n') && headLabel(text) === undefined;
}
