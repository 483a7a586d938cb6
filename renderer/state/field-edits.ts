/** A text of the issue by its name, as one string, and a stretch of it replaced: what editing in place does to the document. */
import type { Article, Edit, Issue } from '../../engine/issue/index';
import { LONGEST_DECK, LONGEST_LINE, MOST_HEAD_LINES } from '../../engine/issue/text-fields';
import type { TextRef } from '../../engine/layout/index';
import { flatBody } from '../../engine/layout/text-source';
import { replacedInBody, withoutEmpty } from './body-replace';
import { itemOf } from './facts';
import { advertisementEdit, articleEdit, groupEdit, noticeEdit, photoEdit } from './text-edits';

export function sameRef(one: TextRef | undefined, other: TextRef | undefined): boolean {
  return one?.list === other?.list && one?.id === other?.id && one?.field === other?.field && one?.index === other?.index;
}

/** Whether line feeds part lines or paragraphs of a text; elsewhere they are spaces. */
export function hasLines({ field }: TextRef): boolean {
  return field === 'body' || field === 'headline';
}

/** The text as it stands; undefined when its item is gone. */
export function textOfRef(issue: Issue, { list, id, field, index = 0 }: TextRef): string | undefined {
  switch (list) {
    case 'articles': {
      const article = itemOf(issue, list, id);
      return article && textOfArticle(article, field);
    }
    case 'photos': {
      const photo = itemOf(issue, list, id);
      return photo && (field === 'credit' ? photo.credit : photo.caption);
    }
    case 'groups': {
      const group = itemOf(issue, list, id);
      return group && (field === 'label' ? group.label : field === 'credit' ? group.credit : group.caption);
    }
    case 'notices': {
      const notice = itemOf(issue, list, id);
      if (!notice) return undefined;
      if (field === 'title') return notice.title;
      if (field === 'text') return notice.text;
      return field === 'entryLabel' ? notice.entries[index]?.label : notice.entries[index]?.value;
    }
    case 'advertisements': {
      const advertisement = itemOf(issue, list, id);
      return field === 'title' || field === 'label' ? advertisement?.[field] : advertisement?.lines[index];
    }
  }
}

function textOfArticle(article: Article, field: TextRef['field']): string {
  switch (field) {
    case 'headline':
      return article.headline.join('\n');
    case 'lead':
      return article.byline.lead;
    case 'credit':
      return article.byline.credit;
    case 'kicker':
    case 'deck':
    case 'jump':
      return article[field];
    default:
      return flatBody(article);
  }
}

/** Control characters, the soft hyphen, zero-width and direction signs; not the joiner, which holds an emoji together. */
const INVISIBLE = /(?![\n\t])\p{Cc}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** A text as a field takes it in: without what nobody sees, on one line where the field is one. */
export function writable(ref: TextRef, text: string): string {
  const seen = text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
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
    return articleEdit(issue, article, { paragraphs: replacedInBody(article.paragraphs, from, to, text) });
  }
  return writtenText(issue, ref, before.slice(0, from) + text + before.slice(to));
}

/** The edit that writes a short text anew. */
function writtenText(issue: Issue, ref: TextRef, text: string): Edit | undefined {
  if (isTooLong(ref, text)) return undefined;
  const { list, id, field, index } = ref;
  switch (list) {
    case 'articles': {
      const article = itemOf(issue, list, id);
      return article && articleEdit(issue, article, articleChange(article, field, text));
    }
    case 'photos': {
      const photo = itemOf(issue, list, id);
      return photo && photoEdit(photo, field === 'credit' ? { credit: text } : { caption: text });
    }
    case 'groups': {
      const group = itemOf(issue, list, id);
      return (
        group && groupEdit(group, field === 'label' ? { label: text } : field === 'credit' ? { credit: text } : { caption: text })
      );
    }
    case 'notices': {
      const notice = itemOf(issue, list, id);
      if (!notice) return undefined;
      if (field === 'title' || field === 'text') return noticeEdit(notice, { [field]: text });
      const part = field === 'entryLabel' ? { label: text } : { value: text };
      return noticeEdit(notice, { entries: notice.entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)) });
    }
    case 'advertisements': {
      const advertisement = itemOf(issue, list, id);
      if (!advertisement) return undefined;
      if (field === 'title' || field === 'label') return advertisementEdit(advertisement, { [field]: text });
      return advertisementEdit(advertisement, { lines: advertisement.lines.map((line, at) => (at === index ? text : line)) });
    }
  }
}

function isTooLong({ list, field }: TextRef, text: string): boolean {
  if (field === 'headline')
    return text.split('\n').length > MOST_HEAD_LINES || text.split('\n').some((line) => line.length > LONGEST_LINE);
  if (field === 'body' || field === 'caption' || field === 'text') return false;
  return text.length > (list === 'articles' && field === 'deck' ? LONGEST_DECK : LONGEST_LINE);
}

function articleChange(article: Article, field: TextRef['field'], text: string): Partial<Article> {
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
