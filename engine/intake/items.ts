import { InputError } from '../errors';
import { Changes } from '../issue/changes';
import { advertisementLength, articleLength, groupLength, noticeLength } from '../issue/characters';
import type { Edit, ListItems, ListName } from '../issue/edits';
import { nextId } from '../issue/ids';
import { Fault } from '../issue/reading';
import { sentMarks } from '../issue/revision';
import * as schema from '../issue/schema';
import type { Article, Id, Issue, PhotoGroup } from '../issue/types';
import type { ArticleDraft, CaptionDraft, Draft, GroupDraft, Reading } from '../manuscript';
import { advertisementMarks, groupMarks, noticeMarks } from './box-revisions';
import { basename } from './paths';
import type { Became } from './types';

/** A manuscript file as it came. */
export interface ManuscriptFile {
  readonly path: string;
  /** SHA-256 in small hexadecimal figures. */
  readonly hash: string;
}

/** Whether something in the issue came from a file with this content. */
export function isKnownText(issue: Issue, hash: string): boolean {
  return [issue.articles, issue.groups, issue.notices, issue.advertisements].some((items) =>
    items.some((item) => item.sourceHash === hash),
  );
}

/** Whether something else in the issue came from an earlier content of a file of that name. */
export function isPending(issue: Issue, source: string, hash: string): boolean {
  return [issue.articles, issue.groups, issue.notices, issue.advertisements].some((items) =>
    items.some((item) => item.source === source && item.sourceHash !== hash),
  );
}

/** No manuscript holds more articles, boxes and captions; the bound keeps the time of a hostile one in hand. */
const MOST_DRAFTS = 1000;

/**
 * Puts what was read in a manuscript into the issue: articles, photo groups, notices, advertisements. A caption of one
 * picture waits in its article for the photograph, or becomes a group of one when it stands alone.
 * Throws InputError `intake.tooLong`, and adds nothing, when a part exceeds the bounds of the document.
 */
export function addReading(changes: Changes, reading: Reading, file: ManuscriptFile): readonly Became[] {
  if (reading.drafts.length > MOST_DRAFTS) throw tooLong(file, 'drafts', String(MOST_DRAFTS));
  const items = new Changes(changes.issue);
  const became: Became[] = [];
  for (const [index, draft] of reading.drafts.entries()) {
    if (draft.kind === 'caption' && draft.article >= 0) continue;
    const captions = captionsOf(reading, index);
    const { list, item } = itemFrom(draft, captions, items.issue, file);
    items.make(putChecked(list, item, file));
    const kind = draft.kind === 'caption' ? 'group' : draft.kind;
    became.push(becameOf(kind, item.id, draft), ...captions.map((caption) => becameOf('caption', item.id, caption)));
  }
  for (const edit of items.edits) changes.make(edit);
  return became;
}

function becameOf(kind: Became['kind'], id: Id, draft: Draft): Became {
  return { kind, id, title: titleOf(draft), chars: charsOf(draft), confidence: draft.confidence };
}

type Item = { readonly [L in ListName]: { readonly list: L; readonly item: ListItems[L] } }[ListName];

function itemFrom(draft: Draft, captions: readonly CaptionDraft[], issue: Issue, file: ManuscriptFile): Item {
  const page = draft.page <= schema.MOST_PAGES ? draft.page : 0;
  const origin = { page, source: basename(file.path), sourceHash: file.hash };
  switch (draft.kind) {
    case 'article':
      return { list: 'articles', item: articleFrom(nextId(issue, 'articles'), draft, captions, origin) };
    case 'group':
    case 'caption':
      return { list: 'groups', item: groupFrom(nextId(issue, 'groups'), draft, origin) };
    case 'notice': {
      const { title, text, entries } = draft;
      return {
        list: 'notices',
        item: { id: nextId(issue, 'notices'), title, text, entries, ...origin, asSent: noticeMarks(draft) },
      };
    }
    case 'advertisement': {
      const { label, title, lines } = draft;
      const size = { columns: 0, rows: 0 };
      return {
        list: 'advertisements',
        item: {
          id: nextId(issue, 'advertisements'),
          label,
          title,
          lines,
          photo: '',
          ...size,
          ...origin,
          asSent: advertisementMarks(draft),
        },
      };
    }
  }
}

type Origin = Pick<Article, 'page' | 'source' | 'sourceHash'>;

function articleFrom(id: string, draft: ArticleDraft, captions: readonly CaptionDraft[], origin: Origin): Article {
  const { column, kicker, headline, deck, byline, paragraphs, weight, jump } = draft;
  const awaited = captions.map(({ number, caption, credit }, index) => ({ number: number || index + 1, caption, credit }));
  const fields = {
    id,
    ...(column ? { column } : {}),
    kicker,
    headline,
    deck,
    byline,
    paragraphs,
    photos: [],
    weight,
    jump,
    ...origin,
    asSent: sentMarks(draft),
  };
  return awaited.length > 0 ? { ...fields, awaited } : fields;
}

/** Label of a photograph with its caption that belongs to no article. */
const SINGLE_LABEL = '图片新闻';

/** A caption that stands alone is a group of one. */
function groupFrom(id: Id, draft: GroupDraft | CaptionDraft, origin: Origin): PhotoGroup {
  const { caption, credit } = draft;
  const numbers = draft.kind === 'group' ? draft.numbers : [draft.number || 1];
  const label = draft.kind === 'group' ? draft.label : SINGLE_LABEL;
  return {
    id,
    pictures: numbers.map((number) => ({ number, photo: '' })),
    caption,
    credit,
    label,
    ...origin,
    asSent: groupMarks({ caption, credit, label }),
  };
}

/** Captions of the article that is draft `article` of the reading. */
export function captionsOf(reading: Reading, article: number): readonly CaptionDraft[] {
  return reading.drafts.filter((draft): draft is CaptionDraft => draft.kind === 'caption' && draft.article === article);
}

const readers = {
  articles: schema.article,
  photos: schema.photo,
  groups: schema.group,
  notices: schema.notice,
  advertisements: schema.advertisement,
} as const;

function putChecked(list: ListName, item: Item['item'], file: ManuscriptFile): Edit {
  try {
    return { type: 'put', list, item: readers[list](item, '') } as Edit;
  } catch (error) {
    throw error instanceof Fault ? tooLong(file, error.path, error.detail) : error;
  }
}

function tooLong({ path: file }: ManuscriptFile, path: string, detail: string): InputError {
  return new InputError('intake.tooLong', { file, path, detail });
}

/** Whether a caption of this import still waits for its photograph. */
export function isAwaiting(issue: Issue, { id, title }: Became): boolean {
  const article = issue.articles.find((candidate) => candidate.id === id);
  return (article?.awaited ?? []).some(({ caption }) => opening(caption) === title);
}

/** What an editor knows a draft by: its headline, title or opening words. */
function titleOf(draft: Draft): string {
  switch (draft.kind) {
    case 'article':
      return articleTitle(draft);
    case 'group':
    case 'caption':
      return opening(draft.caption);
    case 'notice':
      return draft.title || opening(draft.entries[0]?.label || draft.text);
    case 'advertisement':
      return draft.title || opening(draft.lines[0] ?? '');
  }
}

/** What an editor knows an article or a group by. */
export function titleOfItem(issue: Issue, id: Id): string {
  const article = issue.articles.find((candidate) => candidate.id === id);
  if (article) return articleTitle(article);
  return opening(issue.groups.find((candidate) => candidate.id === id)?.caption ?? '');
}

function articleTitle({ headline, paragraphs }: Pick<Article, 'headline' | 'paragraphs'>): string {
  return headline.join(' ') || opening((paragraphs[0]?.runs ?? []).map(({ text }) => text).join(''));
}

const OPENING_CHARS = 14;

function opening(text: string): string {
  const chars = [...text];
  return chars.length > OPENING_CHARS ? `${chars.slice(0, OPENING_CHARS).join('')}…` : text;
}

/** Characters as the library counts them of what the draft becomes. */
function charsOf(draft: Draft): number {
  switch (draft.kind) {
    case 'article':
      return articleLength(draft);
    case 'group':
    case 'caption':
      return groupLength(draft);
    case 'notice':
      return noticeLength(draft);
    case 'advertisement':
      return advertisementLength(draft);
  }
}
