/** A stretch of a text of the issue replaced: what editing in place, and find and replace, do to the document. */
import type { Article, ArticleParagraph, Edit, Issue } from '../../engine/issue/index';
import {
  LARGEST_NUMBER,
  LONGEST_CODE_LABEL,
  LONGEST_DECK,
  LONGEST_LINE,
  LONGEST_PROSE,
  MOST_HEAD_LINES,
  MOST_PARAGRAPHS,
} from '../../engine/issue/text-fields';
import type { TextRef } from '../../engine/layout/index';
import { replacedInBody, withoutEmpty } from './body-replace';
import { itemOf } from './facts';
import { hasLines, textOfRef } from './field-texts';
import { advertisementEdit, articleEdit, groupEdit, noticeEdit, photoEdit } from './text-edits';

/** Control characters, the soft hyphen, zero-width and direction signs; not the joiner, which holds an emoji together. */
const INVISIBLE = /(?![\n\t])\p{Cc}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** A text as a field takes it in: without what nobody sees, on one line where the field is one, figures alone for a number. */
export function writable(ref: TextRef, text: string): string {
  const seen = text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
  if (ref.field === 'number') return seen.normalize('NFKC').replace(/\D/g, '');
  return hasLines(ref) ? seen.replace(/\n{2,}/g, '\n') : seen.replace(/\s*[\n\t]\s*/g, ' ');
}

/**
 * The edit that replaces a stretch of a text, UTF-16. The text is taken as it is given, see `writable`. Undefined when the item is gone, or when the
 * text would become longer than the document allows.
 */
export function replacedText(issue: Issue, ref: TextRef, from: number, to: number, text: string): Edit | undefined {
  const before = textOfRef(issue, ref);
  if (before === undefined) return undefined;
  if (ref.list === 'articles' && ref.field === 'body') {
    const article = itemOf(issue, 'articles', ref.id)!;
    const paragraphs = replacedInBody(article.paragraphs, from, to, text);
    return bodyFits(paragraphs) ? articleEdit(issue, article, { paragraphs }) : undefined;
  }
  const after = before.slice(0, from) + text + before.slice(to);
  return textFits(ref, after) ? writtenText(issue, ref, after) : undefined;
}

/** Whether the document holds running text of these paragraphs. */
function bodyFits(paragraphs: readonly ArticleParagraph[]): boolean {
  return (
    paragraphs.length <= MOST_PARAGRAPHS && paragraphs.every(({ runs }) => runs.every((run) => run.text.length <= LONGEST_PROSE))
  );
}

/** Whether the document holds this in a place, other than running text. */
function textFits(ref: TextRef, text: string): boolean {
  if (ref.field === 'number') return Number(text) >= 1 && Number(text) <= LARGEST_NUMBER;
  const lines = ref.field === 'headline' ? text.split('\n') : [text];
  return lines.length <= MOST_HEAD_LINES && lines.every((line) => line.length <= longest(ref));
}

/** Longest text of a place, or line of a headline, UTF-16. */
export function longest({ list, field }: Pick<TextRef, 'list' | 'field'>): number {
  switch (field) {
    case 'body':
    case 'caption':
    case 'awaitedCaption':
    case 'text':
      return LONGEST_PROSE;
    case 'codeLabel':
      return LONGEST_CODE_LABEL;
    case 'number':
      return String(LARGEST_NUMBER).length;
    default:
      return list === 'articles' && field === 'deck' ? LONGEST_DECK : LONGEST_LINE;
  }
}

/** The edit that writes a short text anew. */
function writtenText(issue: Issue, { list, id, field, index }: TextRef, text: string): Edit | undefined {
  switch (list) {
    case 'articles': {
      const article = itemOf(issue, list, id);
      return article && articleEdit(issue, article, articleChange(article, field, index ?? 0, text));
    }
    case 'photos': {
      const photo = itemOf(issue, list, id);
      return photo && photoEdit(photo, field === 'credit' ? { credit: text } : { caption: text });
    }
    case 'groups': {
      const group = itemOf(issue, list, id);
      if (!group) return undefined;
      if (field === 'label' || field === 'credit') return groupEdit(group, { [field]: text });
      if (field !== 'number') return groupEdit(group, { caption: text });
      const number = Number(text);
      return groupEdit(group, { pictures: group.pictures.map((slot, at) => (at === index ? { ...slot, number } : slot)) });
    }
    case 'notices': {
      const notice = itemOf(issue, list, id);
      if (!notice) return undefined;
      if (field === 'codeLabel') return notice.code && noticeEdit(notice, { code: { ...notice.code, label: text } });
      if (field === 'title' || field === 'text') return noticeEdit(notice, { [field]: text });
      const part = field === 'entryLabel' ? { label: text } : { value: text };
      return noticeEdit(notice, { entries: notice.entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)) });
    }
    case 'advertisements': {
      const ad = itemOf(issue, list, id);
      if (!ad) return undefined;
      if (field === 'codeLabel') return ad.code && advertisementEdit(ad, { code: { ...ad.code, label: text } });
      if (field === 'title' || field === 'label') return advertisementEdit(ad, { [field]: text });
      return advertisementEdit(ad, { lines: ad.lines.map((line, at) => (at === index ? text : line)) });
    }
  }
}

function articleChange(article: Article, field: TextRef['field'], index: number, text: string): Partial<Article> {
  switch (field) {
    case 'headline':
      return { headline: text === '' ? [] : text.split('\n') };
    case 'lead':
    case 'credit':
      return { byline: { ...article.byline, [field]: text } };
    case 'kicker':
    case 'deck':
    case 'jump':
      return { [field]: text };
    case 'codeLabel':
      return article.code ? { code: { ...article.code, label: text } } : {};
    case 'awaitedCaption':
    case 'awaitedCredit': {
      const part = field === 'awaitedCaption' ? { caption: text } : { credit: text };
      return { awaited: (article.awaited ?? []).map((waiting, at) => (at === index ? { ...waiting, ...part } : waiting)) };
    }
    default:
      return {};
  }
}

/** The edit that takes out lines and paragraphs that were left empty while a text was written; undefined when there are none. */
export function tidied(issue: Issue, { list, id, field }: TextRef): Edit | undefined {
  const article = list === 'articles' ? itemOf(issue, list, id) : undefined;
  if (!article) return undefined;
  if (field === 'headline') {
    const headline = article.headline.filter((line) => line.trim() !== '');
    return headline.length < article.headline.length ? articleEdit(issue, article, { headline }) : undefined;
  }
  const paragraphs = withoutEmpty(article.paragraphs);
  return paragraphs === article.paragraphs ? undefined : articleEdit(issue, article, { paragraphs });
}
