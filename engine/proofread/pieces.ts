/** The texts of an issue's items, one by one, and a change of one. */
import { paragraphText } from '../issue/characters';
import { type Replacement, replacedInRuns } from '../issue/run-edits';
import type { TextField, TextList } from '../issue/text-fields';
import type { Advertisement, Article, Notice, Photo, PhotoGroup } from '../issue/types';
import type { Piece, TextPlace } from './types';

export type TextItem = {
  readonly [L in TextList]: { readonly list: L; readonly item: TextItems[L] };
}[TextList];

export interface TextItems {
  readonly articles: Article;
  readonly photos: Photo;
  readonly groups: PhotoGroup;
  readonly notices: Notice;
  readonly advertisements: Advertisement;
}

/** The texts of an item in reading order; those without a character are left out. */
export function piecesOf({ list, item }: TextItem): readonly Piece[] {
  return textsOf({ list, item } as TextItem)
    .map(([field, index, text]) => ({ list, id: item.id, field, index, text }))
    .filter(({ text }) => text !== '');
}

type Text = readonly [field: TextField, index: number, text: string];

function textsOf(entry: TextItem): readonly Text[] {
  switch (entry.list) {
    case 'articles': {
      const { kicker, headline, deck, byline, paragraphs, jump } = entry.item;
      return [
        ['kicker', 0, kicker],
        ...headline.map((text, index): Text => ['headline', index, text]),
        ['deck', 0, deck],
        ['lead', 0, byline.lead],
        ['credit', 0, byline.credit],
        ...paragraphs.map((paragraph, index): Text => ['body', index, paragraphText(paragraph)]),
        ['jump', 0, jump],
      ];
    }
    case 'photos':
      return [
        ['caption', 0, entry.item.caption],
        ['credit', 0, entry.item.credit],
      ];
    case 'groups':
      return [
        ['label', 0, entry.item.label],
        ['caption', 0, entry.item.caption],
        ['credit', 0, entry.item.credit],
      ];
    case 'notices':
      return [
        ['title', 0, entry.item.title],
        ['text', 0, entry.item.text],
        ...entry.item.entries.flatMap(({ label, value }, index): Text[] => [
          ['entryLabel', index, label],
          ['entryValue', index, value],
        ]),
      ];
    case 'advertisements':
      return [
        ['label', 0, entry.item.label],
        ['title', 0, entry.item.title],
        ...entry.item.lines.map((text, index): Text => ['line', index, text]),
      ];
  }
}

/** The item with a stretch of one of its texts replaced; forms of the type stay. The item itself when the place is gone. */
export function withReplacement(entry: TextItem, { field, index }: TextPlace, replacement: Replacement): TextItem['item'] {
  const put = (text: string) => text.slice(0, replacement.from) + replacement.text + text.slice(replacement.to);
  const putAt = (texts: readonly string[]) => texts.map((text, at) => (at === index ? put(text) : text));
  const { item } = entry;
  switch (entry.list) {
    case 'articles': {
      const { byline, paragraphs } = entry.item;
      if (field === 'headline') return { ...entry.item, headline: putAt(entry.item.headline) };
      if (field === 'lead' || field === 'credit') return { ...entry.item, byline: { ...byline, [field]: put(byline[field]) } };
      if (field === 'kicker' || field === 'deck' || field === 'jump') return { ...entry.item, [field]: put(entry.item[field]) };
      if (field !== 'body' || !paragraphs[index]) return item;
      const paragraph = { ...paragraphs[index], runs: replacedInRuns(paragraphs[index].runs, [replacement]) };
      return { ...entry.item, paragraphs: paragraphs.with(index, paragraph) };
    }
    case 'photos':
      return field === 'caption' || field === 'credit' ? { ...entry.item, [field]: put(entry.item[field]) } : item;
    case 'groups':
      if (field !== 'caption' && field !== 'credit' && field !== 'label') return item;
      return { ...entry.item, [field]: put(entry.item[field]) };
    case 'notices': {
      if (field === 'title' || field === 'text') return { ...entry.item, [field]: put(entry.item[field]) };
      const part = field === 'entryLabel' ? 'label' : 'value';
      const entries = entry.item.entries.map((line, at) => (at === index ? { ...line, [part]: put(line[part]) } : line));
      return { ...entry.item, entries };
    }
    case 'advertisements':
      if (field === 'line') return { ...entry.item, lines: putAt(entry.item.lines) };
      return field === 'label' || field === 'title' ? { ...entry.item, [field]: put(entry.item[field]) } : item;
  }
}
