/** Signs that Word takes from Wingdings and Symbol by their place in the font, as characters. */
const SIGNS: Readonly<Record<string, string>> = {
  '6c': '●',
  '6d': '○',
  '6e': '■',
  '6f': '□',
  '71': '□',
  '75': '◆',
  '76': '❖',
  a1: '○',
  a7: '■',
  a8: '□',
  ab: '★',
  b2: '✧',
  d8: '➢',
  e0: '→',
  fb: '✗',
  fc: '✓',
  fe: '☑',
};
/** 〓: what a printer sets for a sort that he does not have. */
const GETA = '〓';

/** @param code hexadecimal, in the private area (F0xx) or plain */
export function symbolOf(code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isInteger(value)) return '';
  if (value >= 0xf000 && value <= 0xf0ff) return SIGNS[(value - 0xf000).toString(16)] ?? GETA;
  return value >= 0x20 && value < 0xe000 ? String.fromCharCode(value) : GETA;
}
