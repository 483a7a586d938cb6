/** What differs between two states of an issue, part by part, for people. */
import { paragraphText } from './characters';
import { contentIds } from './contents';
import type { ListItems, ListName } from './edits';
import { type ParagraphDifference, paragraphDifferences } from './text-difference';
import type { Article, Id, Issue, Page } from './types';
import { type ValueDifference, valueDifferences } from './value-differences';
import { itemUnit, LISTS, PAPER_UNIT, pageUnit, type UnitKey } from './versions';

export interface UnitDifference {
  readonly unit: UnitKey;
  /** Headline, file name, section; empty when it has none. */
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** An article's words as they are read: headlines, byline, paragraphs. */
  readonly paragraphs: readonly ParagraphDifference[];
  /** What differs besides. */
  readonly values: readonly ValueDifference[];
}

/** Parts of two issues that differ: articles first, then what stands beside them, pages, and the paper. */
export function issueDifferences(before: Issue, after: Issue): readonly UnitDifference[] {
  const lists: readonly ListName[] = ['articles', ...LISTS.filter((list) => list !== 'articles')];
  return [
    ...lists.flatMap((list) => itemDifferences(before[list], after[list], list)),
    ...pageDifferences(before, after),
    ...changed(PAPER_UNIT, after.paper.name, dataOf(before), dataOf(after)),
  ];
}

/** The words of an article in reading order, a line or paragraph each. */
function articleWords({ kicker, headline, deck, byline, paragraphs, jump }: Article): readonly string[] {
  const opening = [byline.lead, byline.credit].join('');
  const words = [kicker, ...headline, deck, opening, ...paragraphs.map(paragraphText), jump];
  return words.filter((text) => text !== '');
}

/** Words and the rest of two states of one article. */
export function articleDifference(before: Article, after: Article): Pick<UnitDifference, 'paragraphs' | 'values'> {
  const words = paragraphDifferences(articleWords(before), articleWords(after));
  const hasWords = words.some(({ kind }) => kind !== 'same');
  return { paragraphs: hasWords ? words : [], values: valueDifferences(withoutWords(before), withoutWords(after)) };
}

function withoutWords(article: Article): object {
  const { kicker: _, headline: _h, deck: _d, byline: _b, jump: _j, paragraphs, ...rest } = article;
  const forms = paragraphs.map((paragraph) =>
    JSON.stringify({ ...paragraph, runs: paragraph.runs.map(({ text: _t, ...run }) => run) }),
  );
  return { ...rest, forms: [...new Set(forms)].join(' ') };
}

function itemDifferences<L extends ListName>(
  before: readonly ListItems[L][],
  after: readonly ListItems[L][],
  list: L,
): readonly UnitDifference[] {
  const [old, young] = [byId(before), byId(after)];
  const ids = [...new Set([...young.keys(), ...old.keys()])];
  return ids.flatMap((id) => {
    const [one, other] = [old.get(id), young.get(id)];
    const unit = itemUnit(list, id);
    if (!one || !other) return [{ ...whole(one, other), unit, title: titleOf((other ?? one)!) }];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    if ('paragraphs' in one && 'paragraphs' in other)
      return [{ unit, title: titleOf(other), kind: 'changed', ...articleDifference(one, other) } as const];
    return changed(unit, titleOf(other), one, other);
  });
}

function byId<T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** What came or went, with its words when it is an article. */
function whole(one: object | undefined, other: object | undefined): Omit<UnitDifference, 'unit' | 'title'> {
  const words = (item: object | undefined) => (item && 'paragraphs' in item ? articleWords(item as Article) : []);
  return { kind: other ? 'added' : 'removed', paragraphs: paragraphDifferences(words(one), words(other)), values: [] };
}

function pageDifferences(before: Issue, after: Issue): readonly UnitDifference[] {
  const count = Math.max(before.pages.length, after.pages.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [one, other] = [before.pages[index], after.pages[index]];
    const unit = pageUnit(index + 1);
    if (!one || !other) return [{ ...whole(one, other), unit, title: (other ?? one)!.section }];
    return changed(unit, other.section, placed(one), placed(other));
  });
}

/** Blocks by what they set, so that two that only have other names are the same. */
function placed({ section, people, blocks }: Page): object {
  const sorted = blocks.map(({ id: _, ...block }) => block).sort((one, other) => (key(one) < key(other) ? -1 : 1));
  return { section, people, blocks: sorted };
}

function key({ content }: Pick<Page['blocks'][number], 'content'>): string {
  return `${content.kind} ${contentIds(content).join()}`;
}

function dataOf({ date, number, total, paper, spec }: Issue): object {
  return { date, number, total, paper, spec };
}

function changed(unit: UnitKey, title: string, one: object, other: object): readonly UnitDifference[] {
  const values = valueDifferences(one, other);
  return values.length === 0 ? [] : [{ unit, title, kind: 'changed', paragraphs: [], values }];
}

/** Headline, title, file name, caption or label of an item. */
export function titleOf(item: object): string {
  const { headline, title, file, label, section, name } = item as Readonly<Record<string, unknown>>;
  const words = Array.isArray(headline) ? headline.join(' ') : (title ?? file ?? section ?? label ?? name);
  return typeof words === 'string' ? words : '';
}
