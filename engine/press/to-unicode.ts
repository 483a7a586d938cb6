/** The ToUnicode CMap of a font with Identity-H: what character each code shows (ISO 32000-2, 9.10.3). */

/** A block of a CMap file holds at most this many entries, and so does an array here (Adobe Technical Note 5014). */
const BLOCK = 100;

/** @param codePoints the character of code 1, 2, 3 … */
export function toUnicode(codePoints: readonly number[]): Uint8Array {
  return cmap('<0000> <FFFF>', blocks('bfrange', ranges(codePoints)));
}

/** Of any codes; what nobody can read is U+FFFD. */
export function toUnicodeOf(texts: ReadonlyMap<number, string>, codeBytes: 1 | 2): Uint8Array {
  const digits = 2 * codeBytes;
  const code = (value: number): string => value.toString(16).toUpperCase().padStart(digits, '0').slice(-digits);
  const entries = [...texts].sort(([one], [other]) => one - other);
  const lines = entries.map(
    ([value, text]) => `<${code(value)}> <${[...(text || unreadable)].map((c) => utf16(c.codePointAt(0)!)).join('')}>`,
  );
  return cmap(codeBytes === 1 ? '<00> <FF>' : '<0000> <FFFF>', blocks('bfchar', lines));
}

const unreadable = '\uFFFD';

function cmap(codeSpace: string, body: readonly string[]): Uint8Array {
  const text = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    codeSpace,
    'endcodespacerange',
    ...body,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
    '',
  ].join('\n');
  return new TextEncoder().encode(text);
}

/** Codes follow each other: a range lists what they show. Only the last byte of a code counts up in one. */
function ranges(codePoints: readonly number[]): string[] {
  const all: string[] = [];
  for (let first = 0; first < codePoints.length; ) {
    const end = Math.min(first + BLOCK, codePoints.length, (first + 1) | 0xff);
    const shown = codePoints.slice(first, end).map((codePoint) => `<${utf16(codePoint)}>`);
    all.push(`<${hex(first + 1)}> <${hex(end)}> [${shown.join('')}]`);
    first = end;
  }
  return all;
}

function blocks(kind: 'bfchar' | 'bfrange', entries: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < entries.length; i += BLOCK) {
    const block = entries.slice(i, i + BLOCK);
    out.push(`${block.length} begin${kind}`, ...block, `end${kind}`);
  }
  return out;
}

function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return text.length === 1 ? hex(text.charCodeAt(0)) : hex(text.charCodeAt(0)) + hex(text.charCodeAt(1));
}

const hexDigits = '0123456789ABCDEF';

function hex(value: number): string {
  return hexDigits[value >> 12]! + hexDigits[(value >> 8) & 15]! + hexDigits[(value >> 4) & 15]! + hexDigits[value & 15]!;
}
