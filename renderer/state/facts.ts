/** What the panels show of an issue: its material with where it stands, titles, counts. Pure functions of the document. */
import {
  type Advertisement,
  type Article,
  advertisementLength,
  articleLength,
  type Block,
  type BlockContent,
  contentIds,
  type EditorialState,
  editorialState,
  flatBody,
  groupLength,
  type Id,
  type Issue,
  isStory,
  type ListName,
  type Notice,
  noticeLength,
  type PhotoGroup,
} from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import type { DeskState, Material } from './store';

/** One item of the material library. */
export interface MaterialRow {
  readonly material: Material;
  /** What it is called: its list, or a brief among the articles. */
  readonly kind: Material['list'] | 'briefs';
  readonly title: string;
  /** Its length in characters. */
  readonly chars: number;
  readonly photos: number;
  /** Section (版名) that it belongs to or stands in; may be empty. */
  readonly section: string;
  /** Only of articles. */
  readonly state?: EditorialState;
  /** Who wrote it, without brackets and the signs that go before a name; may be empty. */
  readonly credit: string;
  /** An article that waits for a gap (备用稿). */
  readonly filler?: boolean;
  /** Page and block where it stands; 0 and null when it stands nowhere. */
  readonly page: number;
  readonly block: Id | null;
  /** Everything that a search looks through. */
  readonly text: string;
}

/** What the row of an item says of it, wherever it stands. */
type Words = Omit<MaterialRow, 'material' | 'kind' | 'page' | 'block' | 'section'>;

/** Rows as last made: while one item is edited, the rows of all others stay the same objects. */
const knownRows = new WeakMap<object, MaterialRow>();

/** All articles, groups, notices and advertisements in the order of the issue. */
export function materialRows(issue: Issue): readonly MaterialRow[] {
  const places = placesOf(issue);
  const row = <T extends { readonly id: Id }>(list: Material['list'], item: T, read: (item: T) => Words): MaterialRow => {
    const { page, block, briefs } = places.get(`${list} ${item.id}`) ?? UNPLACED;
    const kind: MaterialRow['kind'] = briefs || ('weight' in item && item.weight === 'brief') ? 'briefs' : list;
    const known = knownRows.get(item);
    const wanted = 'section' in item && typeof item.section === 'string' ? item.section : '';
    const section = wanted || (issue.pages[page - 1]?.section ?? '');
    if (known?.page === page && known.block === block && known.kind === kind && known.section === section) return known;
    const made = { material: { list, id: item.id }, kind, ...read(item), page, block, section };
    knownRows.set(item, made);
    return made;
  };
  return [
    ...issue.articles.map((item) => row('articles', item, ofArticle)),
    ...issue.groups.map((item) => row('groups', item, ofGroup)),
    ...issue.notices.map((item) => row('notices', item, ofNotice)),
    ...issue.advertisements.map((item) => row('advertisements', item, ofAdvertisement)),
  ];
}

function ofArticle(article: Article): Words {
  const text = flatBody(article);
  return {
    title: article.headline.join(' ') || firstOf(text),
    chars: articleLength(article),
    photos: article.photos.length,
    state: editorialState(article),
    ...(article.filler && { filler: true }),
    credit: article.byline.credit.replace(/[（）()]|\p{So}/gu, '').trim(),
    text: [article.kicker, ...article.headline, article.deck, article.byline.credit, text].join(' '),
  };
}

function ofGroup({ label, caption, credit, pictures }: PhotoGroup): Words {
  return {
    title: label || firstOf(caption),
    chars: groupLength({ caption }),
    photos: pictures.length,
    credit,
    text: label + caption,
  };
}

function ofNotice(notice: Notice): Words {
  const { title, text, entries } = notice;
  const words = [text, ...entries.flatMap(({ label, value }) => [label, value])].join(' ');
  const name = title || firstOf(text) || entries.map(({ label }) => label).join(' ');
  return { title: name, chars: noticeLength(notice), photos: 0, credit: '', text: title + words };
}

function ofAdvertisement(advertisement: Advertisement): Words {
  const { label, title, lines, photo } = advertisement;
  const words = title + lines.join(' ');
  return {
    title: title || label,
    chars: advertisementLength(advertisement),
    photos: photo === '' ? 0 : 1,
    credit: label,
    text: words,
  };
}

function firstOf(text: string): string {
  return [...text.trim()].slice(0, 16).join('');
}

interface Place {
  readonly page: number;
  readonly block: Id | null;
  /** It stands in a column of briefs. */
  readonly briefs: boolean;
}

const UNPLACED: Place = { page: 0, block: null, briefs: false };

function placesOf(issue: Issue): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const page of issue.pages) {
    for (const block of page.blocks) {
      const place = { page: page.number, block: block.id, briefs: block.content.kind === 'briefs' };
      for (const { list, id } of materialsOf(block)) {
        const key = `${list} ${id}`;
        // A story stands where it begins.
        if (block.content.kind !== 'continuation' || !places.has(key)) places.set(key, place);
      }
    }
  }
  return places;
}

const LISTS: Readonly<Partial<Record<Block['content']['kind'], Material['list']>>> = {
  article: 'articles',
  continuation: 'articles',
  briefs: 'articles',
  group: 'groups',
  notice: 'notices',
  advertisement: 'advertisements',
};

/** What a block shows of the issue's lists; nothing for masthead, folio and imprint. */
export function materialsOf({ content }: Block): readonly Material[] {
  const list = LISTS[content.kind];
  return list ? contentIds(content).map((id) => ({ list, id })) : [];
}

/** An item of a list by its id. */
export function itemOf<L extends ListName>(issue: Issue, list: L, id: Id): Issue[L][number] | undefined {
  return (issue[list] as readonly { readonly id: Id }[]).find((item) => item.id === id) as Issue[L][number] | undefined;
}

/** The article that the inspector shows: the one chosen, or that of the selected block. */
export function chosenArticle({
  issue,
  material,
  selection,
}: Pick<DeskState, 'issue' | 'material' | 'selection'>): Article | undefined {
  if (!issue) return undefined;
  const block = blockOf(issue, selection);
  const chosen = material ?? (block && materialsOf(block)[0]);
  return chosen?.list === 'articles' ? itemOf(issue, 'articles', chosen.id) : undefined;
}

export function blockOf(issue: Issue | null, id: Id | null): Block | undefined {
  if (!issue || id === null) return undefined;
  for (const { blocks } of issue.pages) {
    const block = blocks.find((candidate) => candidate.id === id);
    if (block) return block;
  }
  return undefined;
}

/** Photographs that a block shows, by id. */
export function photosOf(issue: Issue, { content }: Block): readonly Id[] {
  switch (content.kind) {
    case 'article':
    case 'continuation':
      return content.form.pictures.map(({ photo }) => photo);
    case 'group':
      return itemOf(issue, 'groups', content.group)?.pictures.map(({ photo }) => photo) ?? [];
    case 'advertisement':
      return [itemOf(issue, 'advertisements', content.advertisement)?.photo ?? ''];
    default:
      return [];
  }
}

/** Whether a block sets an item of the library, or a part of it. */
export function sets(content: BlockContent, { list, id }: Material): boolean {
  const isOfList =
    content.kind === 'briefs' || content.kind === 'continuation' ? list === 'articles' : list.startsWith(content.kind);
  return isOfList && contentIds(content).includes(id);
}

/** What a photograph belongs to: the article or the group that has it; undefined when none does. */
export function hostOf(issue: Issue, photo: Id): Material | undefined {
  const article = issue.articles.find(({ photos }) => photos.includes(photo));
  if (article) return { list: 'articles', id: article.id };
  const group = issue.groups.find(({ pictures }) => pictures.some((picture) => picture.photo === photo));
  return group && { list: 'groups', id: group.id };
}

/** Headline, label or title of what a block shows; empty for furniture, which is called by its kind. */
export function titleOf(issue: Issue, block: Block): string {
  const { content } = block;
  switch (content.kind) {
    case 'article':
    case 'continuation':
      return itemOf(issue, 'articles', content.article)?.headline.join(' ') ?? '';
    case 'briefs':
      return content.label;
    case 'group':
      return itemOf(issue, 'groups', content.group)?.label ?? '';
    case 'notice':
      return itemOf(issue, 'notices', content.notice)?.title ?? '';
    case 'advertisement':
      return itemOf(issue, 'advertisements', content.advertisement)?.title ?? '';
    default:
      return '';
  }
}

/**
 * Rows left empty that an editor has to fill: a story's last column may be short by fewer rows than it has columns, and
 * boxes have white of their own.
 */
export function missingRows(block: Block, fit: BlockFit): number {
  const running = isStory(block.content) || block.content.kind === 'briefs';
  return running && fit.emptyRows >= block.rect.columns ? fit.emptyRows : 0;
}
