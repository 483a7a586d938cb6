/** Between the window and the worker that checks its words. */
import type { Checking, ListEntry, ProofFinding, TextItem } from '../../engine/proofread';

export interface ProofRequest {
  readonly revision: number;
  /** Entries of the paper's word lists, when they are others than before. */
  readonly lists?: readonly ListEntry[];
  readonly date: string;
  readonly off: readonly (Checking['off'] extends ReadonlySet<infer Rule> ? Rule : never)[];
  /** What has changed since it was last asked about. */
  readonly items: readonly TextItem[];
}

/** What was found in one item, those let stand left out. */
export interface ItemFindings {
  /** `articles a1` */
  readonly key: string;
  readonly findings: readonly ProofFinding[];
}

export interface ProofAnswer {
  readonly revision: number;
  readonly items: readonly ItemFindings[];
}
