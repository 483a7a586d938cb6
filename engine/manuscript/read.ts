import type { CleanRule } from '../issue/text-rules';
import { readAdvertisement } from './advertisements';
import { type ArticleBuilder, addParagraph, finishArticle, isAside, newArticle } from './articles';
import { readBriefs } from './briefs';
import { bylineOpening, isCreditLine } from './credits';
import { readCaption, readGroup } from './figures';
import { headingDistance, readHead } from './heads';
import { readManuscriptName } from './manuscript-name';
import { normalise } from './normalise';
import { readNotice } from './notices';
import { CELL, isNamesList, isNoteLabel } from './paragraph-forms';
import { partOf } from './pieces';
import type { Paragraph } from './rejoin';
import { reportOf } from './report';
import { isAdvertisementLabel, isBriefsLabel, isNameplate, isShortLine } from './signs';
import type { Draft, Reading } from './types';

/**
 * Reads a manuscript: normalises its text, splits it into articles, photo groups, captions, notices and advertisements,
 * and reports both. Every visible character of the normalised text stands in one part of one draft; what fits nothing is
 * a paragraph of the article before it.
 * @param text a whole file, decoded
 * @param file its name: may hold page, weight and headline
 * @param off rules of cleaning that are not applied
 * @throws InputError manuscript.lines
 */
export function readManuscript(text: string, file: string, off?: ReadonlySet<CleanRule>): Reading {
  const { paragraphs, findings } = normalise(text, file, off);
  const name = readManuscriptName(file);
  const entries = new Reader(paragraphs).read();
  const drafts = entries.map((entry, index): Draft => {
    const draft = entry.kind === 'builder' ? finishArticle(entry, index === 0 ? name.headline : '', file.includes('诗')) : entry;
    const weight = draft.kind === 'article' && index === 0 && name.weight !== 'auto' ? { weight: name.weight } : {};
    return { ...draft, ...weight, page: name.page };
  });
  return { drafts, report: [...findings, ...reportOf(drafts)] };
}

type Entry = ArticleBuilder | Exclude<Draft, { kind: 'article' }>;

/** Walks over the paragraphs of a manuscript once and asks of each what begins there. */
class Reader {
  private readonly entries: Entry[] = [];
  private article: ArticleBuilder | undefined;
  private articleIndex = -1;
  /** Lines set aside before any article. */
  private waiting: Paragraph[] = [];
  private at = 0;
  private readonly usualBlanks: number;
  private readonly short: readonly boolean[];

  constructor(private readonly paragraphs: readonly Paragraph[]) {
    this.usualBlanks = usualBlanks(paragraphs);
    this.short = paragraphs.map((paragraph) => isShortLine(paragraph.text));
  }

  read(): readonly Entry[] {
    const [first, second] = this.paragraphs;
    if (first && second && isNameplate(first.text, second.text)) this.at = this.waiting.push(first);
    while (this.at < this.paragraphs.length) this.at += this.formed() || this.box() || this.head() || this.paragraph();
    if (this.waiting.length > 0) this.entries.push({ ...newArticle(undefined), body: this.waiting });
    return this.entries;
  }

  /** A row of a table, a list of names or the label of a note belongs to the article that is being read. */
  private formed(): number {
    const { text } = this.paragraphs[this.at]!;
    const isFormed = text.includes(CELL) || isNamesList(text) || isNoteLabel(text);
    return isFormed && this.article && !this.article.closed ? this.paragraph() : 0;
  }

  /** Reads what is no article; returns the number of paragraphs taken, here and below. */
  private box(): number {
    const { paragraphs, at } = this;
    if (this.awaitsText() && isCreditLine(paragraphs[at]!.text)) return 0;
    const ends = (index: number) => this.beginsElsewhere(index);
    const briefs = readBriefs(paragraphs, at, ends);
    if (briefs) {
      for (const brief of briefs.articles) this.open(brief);
      return briefs.taken;
    }
    const open = this.article !== undefined && this.article.body.length > 0 && !this.article.closed;
    const box =
      readAdvertisement(paragraphs, at, ends) ??
      readNotice(paragraphs, at, at === 0, ends) ??
      readGroup(paragraphs, at, open) ??
      readCaption(paragraphs, at, this.articleIndex);
    if (box) this.entries.push(box.draft);
    return box?.taken ?? 0;
  }

  private head(): number {
    const article = this.followsArticle() ? this.article : undefined;
    if (article && this.awaitsText()) return 0;
    const head = readHead(this.paragraphs, this.at, {
      tail: article?.body.slice(-headingDistance),
      closed: article?.closed ?? false,
      usualBlanks: this.usualBlanks,
      short: this.short,
    });
    if (head) {
      for (const paragraph of this.paragraphs.slice(this.at, this.at + head.skipped)) this.append(paragraph);
      this.open(newArticle(head));
      return head.taken;
    }
    if (isReportOpening(this.paragraphs[this.at]!.text)) this.open(newArticle(undefined));
    return 0;
  }

  private paragraph(): number {
    this.append(this.paragraphs[this.at]!);
    return 1;
  }

  /** Whether the article being read has its head, and perhaps who wrote it, but no text yet. */
  private awaitsText(): boolean {
    return this.article?.head !== undefined && !this.article.hasText;
  }

  /** Whether what was read last is an article, captions of its own pictures left aside. */
  private followsArticle(): boolean {
    const last = this.entries.at(-1);
    return (
      this.article !== undefined && (last === this.article || (last?.kind === 'caption' && last.article === this.articleIndex))
    );
  }

  private open(article: ArticleBuilder): void {
    for (const paragraph of this.waiting) article.leading.push(partOf('mark', paragraph.text, paragraph, 0.8));
    this.waiting = [];
    this.articleIndex = this.entries.push(article) - 1;
    this.article = article;
  }

  /** Adds a paragraph to the article being read, or begins one without a headline. */
  private append(paragraph: Paragraph): void {
    if (!this.article && isAside(paragraph.text)) {
      this.waiting.push(paragraph);
      return;
    }
    if (!this.article || (this.article.closed && !this.followsArticle() && !isAside(paragraph.text)))
      this.open(newArticle(undefined));
    addParagraph(this.article!, paragraph);
  }

  /** Whether something with a sure beginning stands at a place: a headline above a byline, a box, a group. */
  private beginsElsewhere(index: number): boolean {
    const { text } = this.paragraphs[index]!;
    if (isAdvertisementLabel(text) || isBriefsLabel(text) || isReportOpening(text)) return true;
    if (readGroup(this.paragraphs, index, true)) return true;
    const before = { tail: [], closed: false, usualBlanks: this.usualBlanks, short: this.short };
    const head = readHead(this.paragraphs, index, before);
    return head !== undefined && head.confidence >= 0.95 && head.skipped === 0;
  }
}

/** `本报讯` begins a story, wherever it stands. */
function isReportOpening(text: string): boolean {
  return (bylineOpening(text)?.byline.lead ?? '') !== '';
}

/** The number of empty lines that stands between most paragraphs. */
function usualBlanks(paragraphs: readonly Paragraph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { blanks } of paragraphs.slice(1)) counts[Math.min(blanks, 3)]!++;
  return counts.indexOf(Math.max(...counts));
}
