/** Type 1 fonts (Adobe Type 1 Font Format, 1990) as PDFs embed them: a clear part in PostScript, then an encrypted one. */
import { standardStrings } from './glyph-names';
import { standardString } from './standard-encoding';
import { drawType1, type Type1Outlines } from './type1-outline';
import type { OutlineSink } from './types';

export interface Type1Font {
  readonly unitsPerEm: number;
  readonly glyphNames: readonly string[];
  /** Name of a code's glyph by the font's own encoding; empty when it has none. */
  nameOfCode(code: number): string;
  /** False when there is no such glyph. Throws RangeError where it is damaged. */
  draw(name: string, sink: OutlineSink): boolean;
}

const mostBytes = 8 << 20;
const mostGlyphs = 4000;
const mostSubrs = 20_000;
const eexecKey = 55_665;
const charstringKey = 4330;

/** Throws RangeError when it is no Type 1 font. */
export function readType1(file: Uint8Array): Type1Font {
  if (file.length > mostBytes) throw new RangeError('Type 1: size');
  const bytes = withoutSegments(file);
  const text = latin(bytes);
  const start = text.indexOf('eexec');
  if (start < 0) throw new RangeError('Type 1: eexec');
  const clear = text.slice(0, start);
  const hidden = decrypted(encryptedPart(bytes, start + 5), eexecKey).subarray(4);
  const outlines = outlinesOf(hidden, latin(hidden));
  const scale = Number(/\/FontMatrix\s*\[\s*([-+.\deE]+)/.exec(clear)?.[1] ?? 0.001);
  const encoding = encodingOf(clear);
  return {
    unitsPerEm: scale > 0 ? 1 / scale : 1000,
    glyphNames: [...outlines.glyphs.keys()],
    nameOfCode: (code) => encoding(code),
    draw: (name, sink) => drawType1(outlines, name, sink),
  };
}

/** PFB files keep their parts in segments of their own. */
function withoutSegments(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x80) return bytes;
  const parts: Uint8Array[] = [];
  for (let at = 0; bytes[at] === 0x80 && (bytes[at + 1] === 1 || bytes[at + 1] === 2); ) {
    const length = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8) | ((bytes[at + 4] ?? 0) << 16);
    parts.push(bytes.subarray(at + 6, at + 6 + length));
    at += 6 + length;
  }
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;
const isHex = (byte: number | undefined): boolean => byte !== undefined && /[0-9A-Fa-f\s]/.test(String.fromCharCode(byte));

function encryptedPart(bytes: Uint8Array, from: number): Uint8Array {
  let at = from;
  while (isSpace(bytes[at])) at++;
  if (![0, 1, 2, 3].every((i) => isHex(bytes[at + i]))) return bytes.subarray(at);
  const digits = latin(bytes.subarray(at)).replace(/\s/g, '');
  const out = new Uint8Array(digits.length >> 1);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16) || 0;
  return out;
}

function decrypted(bytes: Uint8Array, key: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let r = key;
  for (const [i, cipher] of bytes.entries()) {
    out[i] = cipher ^ (r >> 8);
    r = ((cipher + r) * 52_845 + 22_719) & 0xffff;
  }
  return out;
}

/** Charstrings and subroutines: `dup 5 9 RD …`, `/A 120 RD …`, where RD may have another name. */
function outlinesOf(bytes: Uint8Array, text: string): Type1Outlines {
  const skipped = Number(/\/lenIV\s+(-?\d+)/.exec(text)?.[1] ?? 4);
  const code = (at: number, length: number): Uint8Array => {
    const coded = bytes.subarray(at, at + length);
    return skipped < 0 ? coded : decrypted(coded, charstringKey).subarray(skipped);
  };
  const glyphs = new Map<string, Uint8Array>();
  const subrs: Uint8Array[] = [];
  const begin = text.indexOf('/CharStrings');
  const entry = /(?:dup\s+(\d+)|\/([^\s/{}[\]()<>%]+))\s+(\d+)\s+(?:RD|-\||[^\s/]{1,12}) /g;
  entry.lastIndex = Math.max(0, text.indexOf('/Subrs'));
  for (let found = entry.exec(text); found && glyphs.size < mostGlyphs; found = entry.exec(text)) {
    const [, number, name, length] = found;
    const start = entry.lastIndex;
    if (name === 'CharStrings' || name === 'Subrs') continue;
    if (start + Number(length) > bytes.length) break;
    if (number !== undefined && Number(number) < mostSubrs) subrs[Number(number)] ??= code(start, Number(length));
    else if (name !== undefined && found.index > begin && !glyphs.has(name)) glyphs.set(name, code(start, Number(length)));
    else continue;
    entry.lastIndex = start + Number(length);
  }
  if (glyphs.size === 0) throw new RangeError('Type 1: charstrings');
  return { glyphs, subrs };
}

function encodingOf(clear: string): (code: number) => string {
  const at = clear.indexOf('/Encoding');
  if (at < 0 || /^\/Encoding\s+StandardEncoding/.test(clear.slice(at, at + 60)))
    return (code) => standardStrings[standardString(code)] ?? '';
  const names = new Map<number, string>();
  for (const [, number, name] of clear.slice(at).matchAll(/dup\s+(\d+|8#[0-7]+)\s*\/([^\s/{}[\]()<>%]+)\s+put/g)) {
    const code = number!.startsWith('8#') ? Number.parseInt(number!.slice(2), 8) : Number(number);
    if (code < 256) names.set(code, name!);
  }
  return (code) => names.get(code) ?? '';
}
