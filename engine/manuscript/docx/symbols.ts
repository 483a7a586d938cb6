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

/** The upper half of the Symbol font from A1 on, and its letters from 41 on (Adobe's Symbol encoding); a space where there is none. */
const SYMBOL_SIGNS = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';
const SYMBOL_LETTERS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';

function inSymbol(value: number): string | undefined {
  const sign =
    value >= 0xa1 ? SYMBOL_SIGNS[value - 0xa1] : value >= 0x41 ? SYMBOL_LETTERS[value - 0x41] : String.fromCharCode(value);
  return sign === ' ' ? undefined : sign;
}

/**
 * @param code hexadecimal, in the private area (F0xx) or plain
 * @param font that it is taken from; Wingdings unless it is Symbol
 */
export function symbolOf(code: string, font = ''): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isInteger(value)) return '';
  const isSymbol = /^symbol/i.test(font);
  if (isSymbol && (value & 0xff00) % 0xf000 === 0) return inSymbol(value & 0xff) ?? GETA;
  if (value >= 0xf000 && value <= 0xf0ff) return SIGNS[(value - 0xf000).toString(16)] ?? GETA;
  return value >= 0x20 && value < 0xe000 ? String.fromCharCode(value) : GETA;
}
