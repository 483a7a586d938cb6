/** Numbers that preflight goes by: newsprint's, which a shop's preset may change. */

export interface Limits {
  /** Total ink in per cent: accepted in a finished file. */
  readonly inkLimit: number;
  /** Effective resolution of photographs, ppi: an error below the first, a warning below the second. */
  readonly poorPpi: number;
  readonly leastPpi: number;
  /** Of line art of one bit. */
  readonly leastLinePpi: number;
  /** Line weights, points: of any line, and of one that prints on several plates. */
  readonly leastLine: number;
  readonly leastColouredLine: number;
  /** Type sizes, points: on several plates, in tints, white on a ground unless bold, black that must overprint. */
  readonly leastColouredType: number;
  readonly leastTintType: number;
  readonly leastReversedType: number;
  readonly knockoutType: number;
  /** Tints that a newsprint plate does not hold, 0–1. */
  readonly leastTint: number;
  /** Bleed that the printer asks for, mm; 0 for none. */
  readonly bleed: number;
}

/** GB/T 17934.3 and CY/T 197 with the customs of coldset newsprint; 240 % allows for what JPEG coding adds to 220. */
export const newsprintLimits: Limits = {
  inkLimit: 240,
  poorPpi: 100,
  leastPpi: 150,
  leastLinePpi: 600,
  leastLine: 0.245,
  leastColouredLine: 0.34,
  leastColouredType: 10,
  leastTintType: 8,
  leastReversedType: 10,
  knockoutType: 24,
  leastTint: 0.03,
  bleed: 3,
};
