/** Words of a headline that its story repeats and no dictionary knows: names of places, shops, projects. */
import { cutWords } from './segment';

const SHORTEST = 2;
const LONGEST = 8;
/** How often the story has to say it. */
const TIMES = 2;
/** More of a story tells no more about its words. */
const MOST_READ = 60_000;
/** Longer texts are no headlines. */
const MOST_CHARACTERS = 120;
/** No word of this kind begins or ends with one of these. */
const LOOSE =
  /^[的地得了着过吗呢吧啊在是有和与及或也都就还又再不没被把将让给向对从到为以由这那一个]|[的地得了着过吗呢吧啊在是和与及或也都就还又再不没被把将让给向对从到为以由这那一]$/u;

/** Throws nothing; longer headlines than 120 characters have none. */
export function repeatedWords(headline: string, story: string): Set<string> {
  const found = new Set<string>();
  const read = story.slice(0, MOST_READ);
  for (const [run] of headline.slice(0, MOST_CHARACTERS).matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at < run.length - 1; at++) {
      const word = longestRepeated(run, at, read);
      if (word !== undefined) found.add(word);
    }
  }
  return found;
}

/** The longest piece from a place on that the story repeats, if it is no mere sequence of known words. */
function longestRepeated(run: string, at: number, story: string): string | undefined {
  let longest: string | undefined;
  for (let end = at + SHORTEST; end <= Math.min(run.length, at + LONGEST); end++) {
    const piece = run.slice(at, end);
    if (!isRepeated(piece, story)) return longest;
    if (!LOOSE.test(piece) && isNew(piece)) longest = piece;
  }
  return longest;
}

function isRepeated(piece: string, story: string): boolean {
  let at = -1;
  for (let times = 0; times < TIMES; times++) {
    at = story.indexOf(piece, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The dictionary leaves a character of it alone, so it is more than words side by side. */
function isNew(piece: string): boolean {
  const words = cutWords(piece);
  return words.length > 1 && words.some((word) => [...word].length === 1 && !LOOSE.test(word));
}
