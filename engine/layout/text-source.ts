/** The texts that a block shows, each with what it is in the issue, in the order in which they are set. */
import { flatBody } from '../issue/characters';
import type { TextField, TextList } from '../issue/text-fields';
import type { Advertisement, Article, Id, Notice, Photo, PhotoGroup } from '../issue/types';

/** A text of an item that an editor may change; `body` are all paragraphs, `headline` all lines, apart by line feeds. */
export interface TextRef {
  readonly list: TextList;
  readonly id: Id;
  readonly field: TextField;
  /** Entry or line of a list that has texts of its own, from 0. */
  readonly index?: number;
}

export interface TextPart {
  readonly ref: TextRef;
  readonly text: string;
}

/** Texts that lines show one behind the other. */
export interface TextSource {
  readonly parts: readonly TextPart[];
  /** UTF-16 units of all parts that stand elsewhere, before the first of these lines. */
  readonly start?: number;
}

const single = (ref: TextRef, text: string): TextSource => ({ parts: [{ ref, text }] });

export type HeadSources = Readonly<Record<'kicker' | 'headline' | 'deck' | 'author', TextSource>>;

/** The texts of an article's head. */
export function headSources({ id, kicker, headline, deck, byline }: Article): HeadSources {
  const of = (field: TextField, text: string) => single({ list: 'articles', id, field }, text);
  return {
    kicker: of('kicker', kicker),
    headline: of('headline', headline.join('\n')),
    deck: of('deck', deck),
    author: of('credit', byline.credit),
  };
}

function partOf(article: Article, field: TextField, text: string): TextPart {
  return { ref: { list: 'articles', id: article.id, field }, text };
}

/** Byline and running text. `start` as in `TextSource`. */
export function storySource(article: Article, signed: boolean, start = 0): TextSource {
  const { byline } = article;
  const signs = signed ? [partOf(article, 'lead', byline.lead), partOf(article, 'credit', byline.credit)] : [];
  return { parts: [...signs, partOf(article, 'body', flatBody(article)), partOf(article, 'jump', article.jump)], start };
}

/** A brief: everything that the article holds, in one paragraph. */
export function briefSource(article: Article): TextSource {
  const { kicker, headline, deck, byline, jump } = article;
  const credit = partOf(article, 'credit', byline.credit);
  const leads = byline.lead === '' ? [] : [partOf(article, 'lead', byline.lead), credit];
  return {
    parts: [
      partOf(article, 'kicker', kicker),
      partOf(article, 'headline', headline.join('\n')),
      partOf(article, 'deck', deck),
      ...leads,
      partOf(article, 'body', flatBody(article)),
      ...(byline.lead === '' ? [credit] : []),
      partOf(article, 'jump', jump),
    ],
  };
}

export interface CaptionSources {
  readonly caption: TextSource;
  readonly credit: TextSource;
}

/** Caption and credit of a picture or a group. */
export function captionSources(
  list: 'photos' | 'groups',
  item: Pick<Photo | PhotoGroup, 'id' | 'caption' | 'credit'>,
): CaptionSources {
  const { id, caption, credit } = item;
  return {
    caption: single({ list, id, field: 'caption' }, caption),
    credit: single({ list, id, field: 'credit' }, credit),
  };
}

/** The words below the code of an item. */
export function codeSource(
  list: 'articles' | 'notices' | 'advertisements',
  { id, code }: Pick<Article | Notice | Advertisement, 'id' | 'code'>,
): TextSource {
  return single({ list, id, field: 'codeLabel' }, code?.label ?? '');
}

/** The number of a group's picture. */
export function numberSource({ id, pictures }: PhotoGroup, index: number): TextSource {
  return single({ list: 'groups', id, field: 'number', index }, String(pictures[index]?.number ?? ''));
}

export function labelSource({ id, label }: PhotoGroup): TextSource {
  return single({ list: 'groups', id, field: 'label' }, label);
}

export function noticeSources(notice: Notice) {
  const { id, title, text, entries } = notice;
  return {
    title: single({ list: 'notices', id, field: 'title' }, title),
    text: single({ list: 'notices', id, field: 'text' }, text),
    code: codeSource('notices', notice),
    entries: entries.map(({ label, value }, index): TextSource => {
      const ref = (field: TextField): TextRef => ({ list: 'notices', id, field, index });
      return {
        parts: [
          { ref: ref('entryLabel'), text: label },
          { ref: ref('entryValue'), text: value },
        ],
      };
    }),
  };
}

/** The texts of an advertisement that the paper sets itself. */
export function advertisementSources({ id, label, title, lines }: Advertisement) {
  return {
    label: single({ list: 'advertisements', id, field: 'label' }, label),
    title: single({ list: 'advertisements', id, field: 'title' }, title),
    lines: lines.map((text, index) => single({ list: 'advertisements', id, field: 'line', index }, text)),
  };
}
