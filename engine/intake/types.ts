import type { InputError } from '../errors';
import type { Edit } from '../issue/edits';
import type { Revision } from '../issue/revision';
import type { Id, SourceHash } from '../issue/types';
import type { Encoding, Finding } from '../manuscript';

export type ItemKind = 'article' | 'group' | 'notice' | 'advertisement' | 'caption' | 'photo';

/** What a file, or a part of it, became. */
export interface Became {
  readonly kind: ItemKind;
  /** Item of the issue; of a caption: the article that awaits its picture. */
  readonly id: Id;
  /** Headline, title or opening words; of a photograph: those of the article or group it went to. */
  readonly title: string;
  /** Characters without spaces; 0 for a photograph. */
  readonly chars: number;
  /** How sure the reading is, 0–1. */
  readonly confidence: number;
  /** Of a photograph: where it stands; absent while it waits in the stock. */
  readonly place?: Placement;
  /** A photograph that found no place, a caption whose photograph has not come. */
  readonly waits?: true;
}

/** Where a photograph stands. */
export interface Placement {
  /** Article, group or advertisement. */
  readonly item: Id;
  /** Number of its place there, from 1. */
  readonly number: number;
}

/** What became of a file. */
export interface FileOutcome {
  readonly file: string;
  /**
   * `known`: the same content came before, nothing was added. `changed`: the file came before with other words, which wait for
   * the word to update; `updated`: they were taken over.
   */
  readonly status: 'imported' | 'known' | 'changed' | 'updated' | 'refused';
  readonly became: readonly Became[];
  readonly findings: readonly Finding[];
  /** Of a file that came before with other words: where the issue and the file differ. */
  readonly changed?: ChangedFile;
  /** How the bytes of a text were read. */
  readonly encoding?: Encoding;
  /** Why it was refused. */
  readonly error?: InputError;
}

export interface ChangedFile {
  /** Of the file as it is now. */
  readonly hash: SourceHash;
  readonly revisions: readonly Revision[];
  /** Edits that bring its groups, notices and advertisements up to the file. */
  readonly boxes: readonly Edit[];
}
