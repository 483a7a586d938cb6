/**
 * A manuscript that came again, changed, beside what stands in the issue. What the editors wrote since it came first is told
 * from what the file changed: an article keeps marks of its texts as they were sent (`asSent`).
 */
import { diffArrays } from 'diff';
import { paragraphText } from './characters';
import { textMark } from './text-mark';
import type { Article, ArticleParagraph } from './types';

/** The words of an article, as a manuscript gives them. */
export type SentWords = Pick<Article, 'kicker' | 'headline' | 'deck' | 'byline' | 'paragraphs' | 'jump'>;

export type RevisedField = 'kicker' | 'headline' | 'deck' | 'byline' | 'jump' | 'paragraphs';

/** A place where the file now says something else than the article. */
export interface RevisedPart {
  readonly field: RevisedField;
  /** Lines or paragraphs as they stand, and as the file has them now. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Of paragraphs: the first of `before` in the article, the first of `after` in the file, from 0. */
  readonly at: number;
  readonly from: number;
  /** What stands here was changed by hand since it was sent; the file changed here since. Both: a choice has to be made. */
  readonly byHand: boolean;
  readonly bySender: boolean;
}

/** An article and what its file has now. */
export interface Revision {
  readonly article: Article;
  readonly sent: SentWords;
  readonly parts: readonly RevisedPart[];
}

const FIELDS = ['kicker', 'headline', 'deck', 'byline', 'jump'] as const;

/** Marks of an article's words as its manuscript has them: kicker, headline, deck, byline, jump line, then each paragraph. */
export function sentMarks(words: SentWords): readonly string[] {
  return [...FIELDS.map((field) => textMark(linesOf(words, field).join('\n'))), ...textsOf(words.paragraphs).map(textMark)];
}

/** Where an article and its file differ; no parts when they say the same. */
export function revisionOf(article: Article, sent: SentWords): Revision {
  const fields = FIELDS.flatMap((field, index): RevisedPart[] => {
    const [before, after] = [linesOf(article, field), linesOf(sent, field)];
    if (before.join('\n') === after.join('\n')) return [];
    const mark = article.asSent?.[index];
    const is = (lines: readonly string[]) => mark === undefined || textMark(lines.join('\n')) === mark;
    const byHand = !is(before);
    return [{ field, before, after, at: 0, from: 0, byHand, bySender: !byHand || !is(after) }];
  });
  const mine = textsOf(article.paragraphs);
  // Without marks what stands is taken for what came.
  const first = article.asSent?.slice(FIELDS.length) ?? mine.map(textMark);
  return { article, sent, parts: [...fields, ...paragraphParts(mine, textsOf(sent.paragraphs), first)] };
}

/** The parts that an update takes unless somebody chooses: what the sender changed. What was only changed by hand stays. */
export function partsToTake({ parts }: Revision): ReadonlySet<number> {
  return new Set(parts.flatMap(({ bySender }, index) => (bySender ? [index] : [])));
}

/**
 * The article with the chosen parts as the file has them; all else about it stays, paragraphs that say the same keep their
 * form. Its marks are those of the file.
 */
export function revised({ article, sent, parts }: Revision, taken: ReadonlySet<number>): Article {
  const chosen = parts.filter((_, index) => taken.has(index));
  const fields = Object.fromEntries(
    chosen.filter(({ field }) => field !== 'paragraphs').map(({ field }) => [field, sent[field]]),
  ) as Partial<SentWords>;
  const paragraphs: ArticleParagraph[] = [];
  let copied = 0;
  for (const { field, before, after, at, from } of chosen) {
    if (field !== 'paragraphs') continue;
    paragraphs.push(...article.paragraphs.slice(copied, at), ...sent.paragraphs.slice(from, from + after.length));
    copied = at + before.length;
  }
  paragraphs.push(...article.paragraphs.slice(copied));
  return { ...article, ...fields, paragraphs, asSent: sentMarks(sent) };
}

/** Texts that differ in more places than that are other texts. */
const MOST_DIFFERENCES = 2_000;

/** What became of a paragraph of the file as it came first: what stands before it that is new, and what stands for itself. */
interface Slot {
  inserted: string[];
  standing: string[];
}

/**
 * Both sides are laid along the marks of the file as it came first (as in diff3), paragraph by paragraph, so that a paragraph
 * taken out here and the next one changed by the sender are two places and no conflict.
 */
function paragraphParts(mine: readonly string[], theirs: readonly string[], first: readonly string[]): readonly RevisedPart[] {
  const ours = slotsOf(first, mine);
  const sent = slotsOf(first, theirs);
  const parts: RevisedPart[] = [];
  let [at, from] = [0, 0];
  const judge = (before: readonly string[], after: readonly string[], unchanged: (texts: readonly string[]) => boolean) => {
    const [byHand, bySender] = [!unchanged(before), !unchanged(after)];
    const same = before.length === after.length && before.every((text, index) => text === after[index]);
    if (!same) parts.push({ field: 'paragraphs', before, after, at, from, byHand, bySender });
    at += before.length;
    from += after.length;
  };
  ours.forEach((slot, index) => {
    judge(slot.inserted, sent[index]!.inserted, (texts) => texts.length === 0);
    judge(
      slot.standing,
      sent[index]!.standing,
      (texts) => index < first.length && texts.length === 1 && textMark(texts[0]!) === first[index],
    );
  });
  return parts;
}

/** One slot for each of `first`, and one for what stands behind them. */
function slotsOf(first: readonly string[], texts: readonly string[]): readonly Slot[] {
  const slots: Slot[] = Array.from({ length: first.length + 1 }, () => ({ inserted: [], standing: [] }));
  const differences = diffArrays([...first], texts.map(textMark), { maxEditLength: MOST_DIFFERENCES });
  let [place, next] = [0, 0];
  let gone = 0;
  for (const { added, removed, count } of differences ?? [
    { added: false, removed: true, count: first.length },
    { added: true, removed: false, count: texts.length },
  ]) {
    if (removed) {
      gone = count;
      place += count;
    } else if (added) {
      replace(slots, place - gone, gone, texts.slice(next, next + count));
      next += count;
      gone = 0;
    } else {
      for (let index = 0; index < count; index++) slots[place++]!.standing.push(texts[next++]!);
      gone = 0;
    }
  }
  return slots;
}

/** As many as went have come: each stands for its neighbour; otherwise all stand for the first. */
function replace(slots: readonly Slot[], place: number, gone: number, texts: readonly string[]): void {
  if (gone === 0) slots[place]!.inserted.push(...texts);
  else if (gone === texts.length) for (const [index, text] of texts.entries()) slots[place + index]!.standing.push(text);
  else slots[place]!.standing.push(...texts);
}

function linesOf(words: SentWords, field: (typeof FIELDS)[number]): readonly string[] {
  if (field === 'headline') return words.headline;
  if (field === 'byline') return [words.byline.lead, words.byline.credit];
  return [words[field]];
}

function textsOf(paragraphs: readonly ArticleParagraph[]): readonly string[] {
  return paragraphs.map(paragraphText);
}
