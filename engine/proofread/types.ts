/** What the text checks (校对) look at and what they say. */
import type { TextField, TextList } from '../issue/text-fields';
import type { CheckRule } from '../issue/text-rules';
import type { Id } from '../issue/types';

export interface TextPlace {
  readonly list: TextList;
  readonly id: Id;
  /** `body` is one paragraph. */
  readonly field: TextField;
  /** Paragraph, line or entry, from 0; 0 where there is one only. */
  readonly index: number;
}

/** One text of an item. */
export interface Piece extends TextPlace {
  readonly text: string;
}

/** What a rule found in one text. Characters are UTF-16 units. */
export interface Found {
  readonly rule: CheckRule;
  /** An error is certain; a warning is for the editor to judge. */
  readonly severity: 'error' | 'warning';
  readonly from: number;
  readonly to: number;
  /** What to write instead of `words`; absent when only a person can know. */
  readonly suggestion?: string;
  /** Tells one sentence of a rule from another; `proofread.<rule>` or `proofread.<rule>-<variant>`. */
  readonly variant?: string;
  /** Blanks of the sentence besides `words` and `suggestion`. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A finding with its place in the issue. */
export interface ProofFinding extends Found, TextPlace {
  /** The characters at fault, as they stand. */
  readonly words: string;
  /** `textMark` of the text that it was found in: when the text changes, what was let stand is asked again. */
  readonly text: string;
}
