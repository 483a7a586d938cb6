/** Which texts are searched, where a text stands, and what is replaced. */
import { apply, contentIds, type Edit, type Id, type Issue, issueDifference } from '../../engine/issue/index';
import type { TextRef } from '../../engine/layout/index';
import { hostOf, photosOf, sets } from '../state/facts';
import { replacedText } from '../state/field-edits';
import { textOfRef } from '../state/field-texts';
import type { Material } from '../state/store';
import type { Hit, Searched } from './search';

export type Scope = 'selection' | 'page' | 'issue';
/** Sorts of texts that are searched or not. */
export type Sort = 'heads' | 'captions' | 'body';

export interface Wanted {
  readonly scope: Scope;
  readonly sorts: ReadonlySet<Sort>;
  readonly page: number;
  /** Selected block, or the text with its selection. */
  readonly block: Id | null;
  readonly text: { readonly ref: TextRef; readonly from: number; readonly to: number } | null;
}

export function textsIn(issue: Issue, { scope, sorts, page, block, text }: Wanted): Searched[] {
  if (scope === 'selection' && text && text.from < text.to) {
    const whole = textOfRef(issue, text.ref);
    return whole === undefined ? [] : [{ ref: text.ref, text: whole, within: [text.from, text.to] }];
  }
  const here = scope === 'issue' ? undefined : idsOf(issue, scope === 'page' ? undefined : block, page);
  return refsOf(issue)
    .filter(({ list, id }) => !here || here.has(`${list} ${id}`))
    .filter((ref) => sorts.has(sortOf(ref)))
    .flatMap((ref) => {
      const found = textOfRef(issue, ref);
      return found ? [{ ref, text: found }] : [];
    });
}

function sortOf({ list, field }: TextRef): Sort {
  if (list === 'photos' || (list === 'groups' && field !== 'label') || isAwaited(field)) return 'captions';
  return field === 'body' || field === 'text' || field === 'line' || field === 'entryValue' || field === 'jump'
    ? 'body'
    : 'heads';
}

/** Whether a text is of a picture that has not come: no page shows it. */
export function isAwaited(field: TextRef['field']): boolean {
  return field === 'awaitedCaption' || field === 'awaitedCredit';
}

/** Everything that stands in a block or on a page. */
function idsOf(issue: Issue, block: Id | null | undefined, page: number): ReadonlySet<string> {
  const blocks = block
    ? issue.pages.flatMap((one) => one.blocks.filter(({ id }) => id === block))
    : (issue.pages[page - 1]?.blocks ?? []);
  return new Set(
    blocks.flatMap((one) => [
      ...(['articles', 'groups', 'notices', 'advertisements'] as const).flatMap((list) =>
        contentIds(one.content).map((id) => `${list} ${id}`),
      ),
      ...photosOf(issue, one).map((id) => `photos ${id}`),
    ]),
  );
}

function refsOf(issue: Issue): TextRef[] {
  const { articles, photos, groups, notices, advertisements } = issue;
  const seen = new Set<string>();
  const ofPhoto = (id: Id): TextRef[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [
      { list: 'photos', id, field: 'caption' },
      { list: 'photos', id, field: 'credit' },
    ];
  };
  return [
    ...articles.flatMap(({ id, photos: own, awaited = [] }): TextRef[] => [
      ...(['kicker', 'headline', 'deck', 'lead', 'credit', 'body', 'jump', 'codeLabel'] as const).map((field) => ({
        list: 'articles' as const,
        id,
        field,
      })),
      ...own.flatMap(ofPhoto),
      ...awaited.flatMap((_, index): TextRef[] => [
        { list: 'articles', id, field: 'awaitedCaption', index },
        { list: 'articles', id, field: 'awaitedCredit', index },
      ]),
    ]),
    ...groups.flatMap(({ id, pictures }): TextRef[] => [
      ...(['label', 'caption', 'credit'] as const).map((field) => ({ list: 'groups' as const, id, field })),
      ...pictures.flatMap(({ photo }) => (photo === '' ? [] : ofPhoto(photo))),
    ]),
    ...photos.flatMap(({ id }) => ofPhoto(id)),
    ...notices.flatMap(({ id, entries }): TextRef[] => [
      { list: 'notices', id, field: 'title' },
      { list: 'notices', id, field: 'text' },
      { list: 'notices', id, field: 'codeLabel' },
      ...entries.flatMap((_, index): TextRef[] => [
        { list: 'notices', id, field: 'entryLabel', index },
        { list: 'notices', id, field: 'entryValue', index },
      ]),
    ]),
    ...advertisements.flatMap(({ id, lines }): TextRef[] => [
      { list: 'advertisements', id, field: 'label' },
      { list: 'advertisements', id, field: 'title' },
      { list: 'advertisements', id, field: 'codeLabel' },
      ...lines.map((_, index): TextRef => ({ list: 'advertisements', id, field: 'line', index })),
    ]),
  ];
}

/** Where a text stands: its item, and the page and block when it has one. */
export interface HitPlace {
  readonly material: Material;
  readonly title: string;
  readonly page: number;
  readonly block: Id | null;
}

export function placeOf(issue: Issue, { list, id }: TextRef): HitPlace | undefined {
  const material = list === 'photos' ? hostOf(issue, id) : { list, id };
  if (!material) return undefined;
  const title = titleOf(issue, material);
  for (const page of issue.pages) {
    for (const block of page.blocks) {
      const shows = list === 'photos' ? photosOf(issue, block).includes(id) : sets(block.content, { list, id });
      if (shows) return { material, title, page: page.number, block: block.id };
    }
  }
  return { material, title, page: 0, block: null };
}

function titleOf(issue: Issue, { list, id }: Material): string {
  switch (list) {
    case 'articles':
      return issue.articles.find((item) => item.id === id)?.headline.join(' ') ?? '';
    case 'groups':
      return issue.groups.find((item) => item.id === id)?.label ?? '';
    case 'notices':
      return issue.notices.find((item) => item.id === id)?.title ?? '';
    case 'advertisements':
      return issue.advertisements.find((item) => item.id === id)?.title ?? '';
  }
}

/** The edit that replaces hits, as far as their texts still say what was found; undefined when none does. */
export function replacing(issue: Issue, hits: readonly Hit[]): { readonly edit: Edit; readonly count: number } | undefined {
  let current = issue;
  let count = 0;
  // From the end, so that the places of those before stay.
  for (const { ref, from, to, found, instead } of hits.toReversed()) {
    if (textOfRef(current, ref)?.slice(from, to) !== found) continue;
    const edit = replacedText(current, ref, from, to, ref.field === 'body' ? instead : instead.replace(/\n/g, ' '));
    if (!edit) continue;
    current = apply(current, edit).issue;
    count++;
  }
  return count === 0 ? undefined : { edit: issueDifference(issue, current, ''), count };
}
