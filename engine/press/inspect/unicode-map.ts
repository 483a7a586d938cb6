/** ToUnicode maps (ISO 32000-1 §9.10.3). */
import { type Operand, operationsOf } from './lexer';

const mostCodes = 70_000;

/** What each code reads as. */
export function readUnicodeMap(bytes: Uint8Array): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const { operator, operands } of operationsOf(bytes)) {
    if (operator === 'endbfchar') readPairs(operands, map);
    if (operator === 'endbfrange') readRanges(operands, map);
    if (map.size > mostCodes) break;
  }
  return map;
}

/** The count before `begin…` stands among the operands of nothing: its operator has taken it away. */
function readPairs(operands: readonly Operand[], map: Map<number, string>): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [from, to] = [operands[i], operands[i + 1]];
    if (from instanceof Uint8Array && to instanceof Uint8Array) map.set(codeOf(from), utf16(to));
  }
}

function readRanges(operands: readonly Operand[], map: Map<number, string>): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [first, last, to] = [operands[i], operands[i + 1], operands[i + 2]];
    if (!(first instanceof Uint8Array && last instanceof Uint8Array)) continue;
    const [low, high] = [codeOf(first), Math.min(codeOf(last), codeOf(first) + 0xffff)];
    for (let code = low; code <= high && map.size <= mostCodes; code++) {
      if (to instanceof Uint8Array) map.set(code, later(utf16(to), code - low));
      else if (Array.isArray(to)) {
        const own: unknown = to[code - low];
        if (own instanceof Uint8Array) map.set(code, utf16(own));
      }
    }
  }
}

const codeOf = (bytes: Uint8Array): number => bytes.subarray(0, 4).reduce((sum, byte) => 256 * sum + byte, 0);

function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < Math.min(bytes.length, 64); i += 2) text += String.fromCharCode(256 * bytes[i]! + bytes[i + 1]!);
  return text;
}

/** The last character moved on by `by`. */
function later(text: string, by: number): string {
  if (by === 0 || text === '') return text;
  const characters = [...text];
  const last = characters.pop()!.codePointAt(0)! + by;
  return characters.join('') + (last <= 0x10ffff ? String.fromCodePoint(last) : '');
}
