import type { Advertisement, Article, Notice, PhotoGroup } from '../issue/types';

/** Lines of the manuscript file, from 1, both included; 0–0 for what stands in the file's name only. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What a piece of text was recognised as. `mark` is what only tells how to read the rest and is not printed:
 * `标题：`, the bullet of a brief, the heading 简讯.
 */
export type PartKind =
  | 'column'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'heading'
  | 'subheading'
  | 'paragraph'
  | 'verse'
  | 'link'
  | 'signature'
  | 'jump'
  | 'caption'
  | 'credit'
  | 'label'
  | 'title'
  | 'text'
  | 'entry'
  | 'line'
  | 'mark';

/** A recognised piece of the manuscript. Parts of a draft stand in the manuscript's order and hold all its text. */
export interface Part {
  readonly kind: PartKind;
  readonly text: string;
  readonly span: Span;
  /** How sure the reading is, 0–1. */
  readonly confidence: number;
}

interface DraftBase {
  readonly parts: readonly Part[];
  readonly span: Span;
  /** How sure it is that this is one such thing, 0–1. */
  readonly confidence: number;
  /** Page asked for by the file's name; 0 when any page will do. */
  readonly page: number;
}

export interface ArticleDraft
  extends DraftBase,
    Pick<Article, 'column' | 'kicker' | 'headline' | 'deck' | 'byline' | 'paragraphs' | 'weight' | 'jump'> {
  readonly kind: 'article';
}

export interface GroupDraft extends DraftBase, Pick<PhotoGroup, 'caption' | 'credit' | 'label'> {
  readonly kind: 'group';
  /** Numbers of the pictures that the caption describes, ascending. */
  readonly numbers: readonly number[];
}

export interface NoticeDraft extends DraftBase, Pick<Notice, 'title' | 'text' | 'entries'> {
  readonly kind: 'notice';
}

export interface AdvertisementDraft extends DraftBase, Pick<Advertisement, 'label' | 'title' | 'lines'> {
  readonly kind: 'advertisement';
}

/** Caption of a single picture. */
export interface CaptionDraft extends DraftBase {
  readonly kind: 'caption';
  readonly caption: string;
  /** `张三 摄`; empty when unknown. */
  readonly credit: string;
  /** Picture number; 0 when the manuscript gives none. */
  readonly number: number;
  /** Index in `drafts` of the article that the picture belongs to; −1 when it stands alone. */
  readonly article: number;
}

export type Draft = ArticleDraft | GroupDraft | NoticeDraft | AdvertisementDraft | CaptionDraft;

/** What was normalised or recognised. `code` names a sentence in messages.ts, `params` fill its blanks. */
export interface Finding {
  readonly kind: 'normalised' | 'recognised' | 'doubt';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly span: Span;
  /** 0–1; 1 for a rule of normalisation. */
  readonly confidence: number;
}

export interface Reading {
  /** In the manuscript's order. */
  readonly drafts: readonly Draft[];
  readonly report: readonly Finding[];
}
