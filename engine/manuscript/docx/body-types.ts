/** What the text of a Word document gives, and what reading it asks of the document's other parts. */
import type { Numbering } from './numbering';
import type { StyleKind } from './parts';

export interface Body {
  readonly lines: readonly string[];
  /** Paths of the pictures in the package, in the order of the text, each once. */
  readonly pictures: readonly string[];
  /** What stands in the document and cannot be taken over, each kind once. */
  readonly lost: readonly Lost[];
  /** The first paragraphs with text, as far as their style calls them title or subtitle. */
  readonly titles: readonly Title[];
}

export interface Title {
  readonly kind: 'title' | 'subtitle';
  readonly text: string;
}

/** A chart, a picture that is elsewhere, a document inside the document. */
export type Lost = 'chart' | 'link' | 'chunk';

export interface BodyHelpers {
  readonly numbering: Numbering;
  readonly styles: ReadonlyMap<string, StyleKind>;
  /** Text of a note (脚注, 尾注) by its kind and id; undefined when there is none. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => string | undefined;
  /** Path of a picture by its relationship; undefined when it is not in the package. */
  readonly picture: (id: string) => string | undefined;
  /** Lines of what stands in another part: a chunk of another format, the words of a diagram; undefined when it cannot be read. */
  readonly chunk: (id: string) => readonly string[] | undefined;
  readonly diagram: (id: string) => readonly string[] | undefined;
  /** Throws when a document is longer than a manuscript may be. */
  readonly bound: (characters: number) => void;
}
