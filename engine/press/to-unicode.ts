/** The ToUnicode CMap of a font with Identity-H: what character each code shows (ISO 32000-2, 9.10.3). */

/** A block of a CMap file holds at most this many entries (Adobe Technical Note 5014). */
const BLOCK = 100;

/** Neighbouring codes that show neighbouring characters. */
interface Range {
  readonly first: number;
  last: number;
  readonly codePoint: number;
}

/** @param codePoints the character of code 1, 2, 3 … */
export function toUnicode(codePoints: readonly number[]): Uint8Array {
  const ranges = collectRanges(codePoints);
  const single = ranges
    .filter((range) => range.first === range.last)
    .map((range) => `<${hex(range.first)}> <${utf16(range.codePoint)}>`);
  const several = ranges
    .filter((range) => range.first !== range.last)
    .map((range) => `<${hex(range.first)}> <${hex(range.last)}> <${utf16(range.codePoint)}>`);
  const text = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks('bfchar', single),
    ...blocks('bfrange', several),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
    '',
  ].join('\n');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Only the last byte counts up in a range, on both sides: a range stays within 256 codes and 256 characters. */
function collectRanges(codePoints: readonly number[]): Range[] {
  const ranges: Range[] = [];
  codePoints.forEach((codePoint, i) => {
    const cid = i + 1;
    const current = ranges.at(-1);
    const follows = current !== undefined && codePoint - current.codePoint === cid - current.first;
    if (follows && cid % 256 !== 0 && codePoint % 256 !== 0) current.last = cid;
    else ranges.push({ first: cid, last: cid, codePoint });
  });
  return ranges;
}

function blocks(operator: string, entries: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < entries.length; i += BLOCK) {
    const block = entries.slice(i, i + BLOCK);
    out.push(`${block.length} begin${operator}`, ...block, `end${operator}`);
  }
  return out;
}

function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return text.length === 1 ? hex(text.charCodeAt(0)) : hex(text.charCodeAt(0)) + hex(text.charCodeAt(1));
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
