/** Where a parser finds its way again in a damaged file: the next object, cross-reference table or trailer. */

const keywords = ['xref', 'trailer', 'startxref'].map((word) => Uint8Array.from(word, (character) => character.charCodeAt(0)));
const mostDigits = 10;
const mostSpaces = 32;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13) || byte === 0;

/** The first landmark at or behind `from`; the end of the file when there is none. Each byte is looked at a few times at most. */
export function landmarkFrom(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (isDigit(byte) && (at === from || !isDigit(bytes[at - 1]))) {
      if (isHeader(bytes, at)) return at;
    } else if (keywords.some((word) => byte === word[0] && word.every((letter, i) => bytes[at + i] === letter))) return at;
  }
  return bytes.length;
}

/** `12 0 obj`. */
function isHeader(bytes: Uint8Array, start: number): boolean {
  let at = start;
  const skip = (test: (byte: number | undefined) => boolean, most: number): boolean => {
    const begin = at;
    while (at - begin < most && test(bytes[at])) at++;
    return at > begin;
  };
  const isNumbered =
    skip(isDigit, mostDigits) && skip(isSpace, mostSpaces) && skip(isDigit, mostDigits) && skip(isSpace, mostSpaces);
  return isNumbered && bytes[at] === 0x6f && bytes[at + 1] === 0x62 && bytes[at + 2] === 0x6a;
}
