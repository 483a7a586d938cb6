/** What preflight tells. */
import type { Finding } from '../findings';
import type { ExaminedFont } from './examine';
import type { ColouredText } from './type-rules';

/** Millimetres from the trimmed page's top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

/** A finding of preflight. */
export interface PreflightFinding extends Finding {
  /** The first place where it was met. */
  readonly place?: Place;
}

export interface PageReport {
  readonly page: number;
  /** Trimmed page, mm. */
  readonly width: number;
  readonly height: number;
  /** Mean ink of each plate over the trimmed page, per cent. */
  readonly coverage: Readonly<Record<string, number>>;
  /** Total ink, per cent: of the densest pixel, of the densest 15 mm² and where they are; share of the page above the limit. */
  readonly ink: { readonly most: number; readonly window: number; readonly above: number; readonly place: Place };
  readonly fonts: readonly ExaminedFont[];
  readonly spaces: readonly string[];
  /** Text that does not print from the black plate alone. */
  readonly offBlack: readonly ColouredText[];
  /** Pictures of the plates that were written. */
  readonly plates: readonly string[];
}

export interface PreflightReport {
  /** The folder or the file. */
  readonly subject: string;
  readonly claim: string;
  readonly intent: string;
  readonly version: string;
  /** Errors first. */
  readonly findings: readonly PreflightFinding[];
  readonly pages: readonly PageReport[];
}
