/**
 * A file that came before and comes again with other words: which of its drafts is a new version of what. The name alone is no
 * proof, half of all files are called 稿件.txt: an article and its new version share a headline, paragraphs or most of the text.
 */
import type { Changes } from '../issue/changes';
import { paragraphText } from '../issue/characters';
import type { Edit } from '../issue/edits';
import { changedArticle } from '../issue/headline-form';
import { partsToTake, type Revision, revised, revisionOf, sentMarks } from '../issue/revision';
import { textDifference } from '../issue/text-difference';
import { textMark } from '../issue/text-mark';
import type { Advertisement, Article, Id, Issue, Notice, PhotoGroup } from '../issue/types';
import type { ArticleDraft, Draft, Reading } from '../manuscript';
import { recaptioned, withAdvertisement, withAwaited, withGroup, withNotice } from './box-revisions';
import { captionsOf } from './items';

/** What a file that came again holds. */
export interface FileRevision {
  /** Articles that the file now has otherwise. */
  readonly revisions: readonly Revision[];
  /** What its boxes, groups, advertisements and captions become by an update. */
  readonly boxes: readonly Edit[];
  /** Items that say the same as the file, or differ by the editors' hand only. */
  readonly same: readonly Edit[];
  /** Drafts that nothing in the issue is an earlier version of. */
  readonly fresh: Reading;
}

/** Most text that is compared by characters, UTF-16 units. */
const COMPARED = 4_000;
/** An article and its new version share at least this much: of the paragraphs, or of the characters. */
const LEAST_PARAGRAPHS = 0.2;
const LEAST_CHARACTERS = 0.5;

/** The earlier versions of a file's drafts; undefined when the file is another one of the same name, or new. */
export function revisionOfFile(issue: Issue, reading: Reading, source: string, hash: string): FileRevision | undefined {
  const articles = issue.articles.filter((item) => item.source === source);
  const others = (['groups', 'notices', 'advertisements'] as const).flatMap((list) =>
    issue[list].filter((item) => item.source === source),
  );
  if (articles.length + others.length === 0) return undefined;
  const drafts = reading.drafts.flatMap((draft, index) => (draft.kind === 'article' ? [{ draft, index }] : []));
  const pairs = pairedArticles(articles, drafts);
  const boxes = pairedBoxes(issue, reading, source, hash);
  if (pairs.length + boxes.taken.size === 0) return undefined;
  const compared = pairs.map((pair) => comparedWith(issue, reading, pair));
  const alike = compared.filter(({ isOther }) => !isOther);
  const taken = new Set([...pairs.map(({ index }) => index), ...boxes.taken]);
  return {
    revisions: compared.filter(({ isOther }) => isOther).map(({ revision }) => revision),
    boxes: [
      ...boxes.changed,
      ...compared.flatMap(({ captions }) => captions),
      ...alike.filter(({ isRecaptioned }) => isRecaptioned).flatMap(({ revision }) => asSentNow(revision, hash)),
    ],
    same: [
      ...boxes.same,
      ...alike.filter(({ isRecaptioned }) => !isRecaptioned).flatMap(({ revision }) => asSentNow(revision, hash)),
    ],
    fresh: withoutDrafts(reading, taken),
  };
}

interface Compared {
  readonly revision: Revision;
  /** The sender changed words of the article. */
  readonly isOther: boolean;
  /** Photographs with other captions, and whether any caption is another, of pictures that have not come as well. */
  readonly captions: readonly Edit[];
  readonly isRecaptioned: boolean;
}

function comparedWith(issue: Issue, reading: Reading, { article, draft, index }: Pair): Compared {
  const sent = captionsOf(reading, index);
  const awaiting = withAwaited(article, sent);
  const captions = recaptioned(issue, article, sent).map((item): Edit => ({ type: 'put', list: 'photos', item }));
  const revision = revisionOf(awaiting, draft);
  const isOther = revision.parts.some(({ bySender }) => bySender);
  return { revision, isOther, captions, isRecaptioned: captions.length > 0 || awaiting !== article };
}

/** The same article, now of the file with that content. */
function asSentNow({ article, sent }: Revision, sourceHash: string): Edit[] {
  if (article.sourceHash === sourceHash) return [];
  return [{ type: 'put', list: 'articles', item: { ...article, asSent: sentMarks(sent), sourceHash } }];
}

/** Updates what the sender changed; what was only changed by hand stays. Returns the ids. */
export function updateFrom(changes: Changes, { revisions, boxes }: FileRevision, hash: string): readonly Id[] {
  for (const revision of revisions) {
    const after = { ...revised(revision, partsToTake(revision)), sourceHash: hash };
    changes.make(changedArticle(changes.issue, revision.article, after));
  }
  for (const edit of boxes) changes.make(edit);
  return revisions.map(({ article }) => article.id);
}

interface Pair {
  readonly article: Article;
  readonly draft: ArticleDraft;
  readonly index: number;
}

/** The most alike first. */
function pairedArticles(
  articles: readonly Article[],
  drafts: readonly { draft: ArticleDraft; index: number }[],
): readonly Pair[] {
  const all = articles.flatMap((article) =>
    drafts.map(({ draft, index }) => ({ article, draft, index, score: likeness(article, draft) })),
  );
  const pairs: Pair[] = [];
  for (const pair of all.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score)) {
    if (pairs.some(({ article, index }) => article === pair.article || index === pair.index)) continue;
    pairs.push(pair);
  }
  return pairs;
}

/** 0 when they are two articles. */
function likeness(article: Article, draft: ArticleDraft): number {
  const headline = article.headline.length > 0 && article.headline.join('') === draft.headline.join('') ? 1 : 0;
  const texts = draft.paragraphs.map(paragraphText).filter((text) => text !== '');
  const known = new Set([...(article.asSent ?? []), ...article.paragraphs.map(paragraphText).map(textMark)]);
  const share = texts.filter((text) => known.has(textMark(text))).length / Math.max(1, texts.length);
  if (headline + share >= LEAST_PARAGRAPHS) return headline + share;
  const same = shareOfCharacters(article.paragraphs.map(paragraphText).join('\n'), texts.join('\n'));
  return same >= LEAST_CHARACTERS ? same * LEAST_PARAGRAPHS : 0;
}

function shareOfCharacters(one: string, other: string): number {
  const [before, after] = [one.slice(0, COMPARED), other.slice(0, COMPARED)];
  const same = textDifference(before, after)
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.length, 0);
  return same / Math.max(1, before.length, after.length);
}

interface PairedBoxes {
  /** Indices of the drafts. */
  readonly taken: ReadonlySet<number>;
  readonly changed: readonly Edit[];
  readonly same: readonly Edit[];
}

/** Groups, notices and advertisements of one file are few: those of a kind are paired in their order. */
function pairedBoxes(issue: Issue, { drafts }: Reading, source: string, hash: string): PairedBoxes {
  const taken = new Set<number>();
  const changed: Edit[] = [];
  const same: Edit[] = [];
  const waiting = {
    group: issue.groups.filter((item) => item.source === source),
    notice: issue.notices.filter((item) => item.source === source),
    advertisement: issue.advertisements.filter((item) => item.source === source),
  };
  drafts.forEach((draft, index) => {
    const edit = boxEdit(draft, waiting, hash);
    if (!edit) return;
    taken.add(index);
    if (edit.same) same.push(edit.edit);
    else changed.push(edit.edit);
  });
  return { taken, changed, same };
}

interface Waiting {
  readonly group: PhotoGroup[];
  readonly notice: Notice[];
  readonly advertisement: Advertisement[];
}

function boxEdit(
  draft: Draft,
  waiting: Waiting,
  sourceHash: string,
): { readonly edit: Edit; readonly same: boolean } | undefined {
  switch (draft.kind) {
    case 'group': {
      const item = waiting.group.shift();
      return item && boxOf('groups', item, withGroup(item, draft), sourceHash);
    }
    case 'notice': {
      const item = waiting.notice.shift();
      return item && boxOf('notices', item, withNotice(item, draft), sourceHash);
    }
    case 'advertisement': {
      const item = waiting.advertisement.shift();
      return item && boxOf('advertisements', item, withAdvertisement(item, draft), sourceHash);
    }
    default:
      return undefined;
  }
}

function boxOf(list: 'groups' | 'notices' | 'advertisements', before: object, after: object, sourceHash: string) {
  const words = (item: object) => JSON.stringify({ ...item, asSent: undefined });
  const same = words(before) === words(after);
  return { edit: { type: 'put', list, item: { ...after, sourceHash } } as Edit, same };
}

/** What is left of a reading without some drafts; captions of theirs go with them. */
function withoutDrafts({ drafts, report }: Reading, taken: ReadonlySet<number>): Reading {
  const places = new Map<number, number>();
  const left = drafts.filter((draft, index) => {
    if (taken.has(index) || (draft.kind === 'caption' && taken.has(draft.article))) return false;
    places.set(index, places.size);
    return true;
  });
  const moved = left.map((draft) => (draft.kind === 'caption' ? { ...draft, article: places.get(draft.article) ?? -1 } : draft));
  return { drafts: moved, report };
}
