/** Runs the text checks over an item, and over an issue. */
import { textMark } from '../issue/text-mark';
import type { CheckRule } from '../issue/text-rules';
import type { Issue } from '../issue/types';
import { cutWords } from '../words/segment';
import { wrongDates } from './dates';
import { doubledWords } from './doubled';
import { articleFigures, groupFigures } from './figures';
import { unpairedMarks } from './pairs';
import { wrongParticles } from './particles';
import { isPassed } from './passed';
import { twoSpellings } from './people';
import { wrongSums } from './percentages';
import { piecesOf, type TextItem } from './pieces';
import type { Found, Piece, ProofFinding } from './types';
import type { WordLists } from './word-lists';

export interface Checking {
  /** ISO date of the issue, for days without a year. */
  readonly date: string;
  /** The paper's word lists; none when it has none. */
  readonly lists: WordLists | undefined;
  /** Rules that the paper switched off. */
  readonly off: ReadonlySet<CheckRule>;
}

/** How an issue is checked, by its paper's settings. */
export function checkingOf({ date, paper }: Issue, lists: WordLists | undefined): Checking {
  return { date, lists, off: new Set(paper.words?.checkOff ?? []) };
}

/** Findings of all items that hold text, articles first, those let stand left out. */
export function checkIssue(issue: Issue, checking: Checking): readonly ProofFinding[] {
  return textItems(issue).flatMap((entry) => checkItem(entry, checking));
}

/** All items with text, articles first. */
export function textItems(issue: Issue): readonly TextItem[] {
  return [
    ...issue.articles.map((item): TextItem => ({ list: 'articles', item })),
    ...issue.groups.map((item): TextItem => ({ list: 'groups', item })),
    ...issue.photos.map((item): TextItem => ({ list: 'photos', item })),
    ...issue.notices.map((item): TextItem => ({ list: 'notices', item })),
    ...issue.advertisements.map((item): TextItem => ({ list: 'advertisements', item })),
  ];
}

/** Findings of one item in the order of its texts, those that an editor let stand left out. */
export function checkItem(entry: TextItem, checking: Checking): readonly ProofFinding[] {
  return allFindings(entry, checking).filter((finding) => !isPassed(entry.item.passed, finding));
}

/** As `checkItem`, with those let stand. */
export function allFindings(entry: TextItem, { date, lists, off }: Checking): readonly ProofFinding[] {
  const pieces = piecesOf(entry);
  const words = pieces.map(({ text }) => cutWords(text));
  const across = [pairing(entry, pieces), spellings(entry, pieces, words), figures(entry, pieces)];
  return pieces.flatMap((piece, index) => {
    const found: readonly Found[] = [
      ...across.flatMap((rule) => rule[index] ?? []),
      ...doubledWords(piece.text, words[index]!),
      ...wrongDates(piece.text, date),
      ...wrongSums(piece.text),
      ...wrongParticles(piece.text),
      ...(lists?.find(piece.text) ?? []),
    ];
    const kept = found.filter(({ rule }) => !off.has(rule)).sort((one, other) => one.from - other.from || one.to - other.to);
    return kept.map((finding) => placed(finding, piece));
  });
}

/** Pairs of marks may go over the paragraphs of a body and the lines of a headline; every other text stands alone. */
function pairing(entry: TextItem, pieces: readonly Piece[]): readonly (readonly Found[])[] {
  const found: (readonly Found[])[] = [];
  for (let from = 0; from < pieces.length; ) {
    const { field } = pieces[from]!;
    let to = from + 1;
    if (field === 'body' || field === 'headline') while (pieces[to]?.field === field) to++;
    const some = pieces.slice(from, to);
    const isVerse = ({ index }: Piece) => entry.list === 'articles' && entry.item.paragraphs[index]?.verse === true;
    const joined = some.map((piece, at) => at > 0 && (field === 'headline' || (isVerse(piece) && isVerse(some[at - 1]!))));
    found.push(
      ...unpairedMarks(
        some.map(({ text }) => text),
        joined,
      ),
    );
    from = to;
  }
  return found;
}

function spellings({ list }: TextItem, pieces: readonly Piece[], words: readonly (readonly string[])[]) {
  return list === 'articles' || list === 'groups' ? twoSpellings(pieces, words) : [];
}

function figures({ list, item }: TextItem, pieces: readonly Piece[]): readonly (readonly Found[])[] {
  if (list === 'articles') return articleFigures(item, pieces);
  return list === 'groups' ? groupFigures(item, pieces) : [];
}

function placed(found: Found, { list, id, field, index, text }: Piece): ProofFinding {
  return { ...found, list, id, field, index, words: text.slice(found.from, found.to), text: textMark(text) };
}
