/** Adobe StandardEncoding, as string ids of CFF (Technical Note 5176, Appendix B). */

/** StandardEncoding (TN 5176, appendix B): first code, last code, string id of the first. */
const STANDARD: readonly (readonly [number, number, number])[] = [
  [32, 126, 1],
  [161, 175, 96],
  [177, 180, 111],
  [182, 189, 115],
  [191, 191, 123],
  [193, 200, 124],
  [202, 203, 132],
  [205, 208, 134],
  [225, 225, 138],
  [227, 227, 139],
  [232, 235, 140],
  [241, 241, 144],
  [245, 245, 145],
  [248, 251, 146],
];

/** String id of a code of StandardEncoding; 0 for none. */
export function standardString(code: number): number {
  const range = STANDARD.find(([first, last]) => code >= first && code <= last);
  return range ? range[2] + code - range[0] : 0;
}
