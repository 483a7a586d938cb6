import { analyse } from 'chardet';
import { InputError } from '../errors';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** What web pages call them. UTF-8 is found without being stated. */
const STATED: Readonly<Record<string, Encoding>> = { gb2312: 'gb18030', gbk: 'gb18030', gb18030: 'gb18030', big5: 'big5' };

/** Some thirty newspapers: more than any manuscript, less than what makes a reading slow. */
export const maxBytes = 20_000_000;

/** A text may hold a stray control character or an unknown sign, but hardly one in fifty. */
const oddShare = 0.02;

/**
 * Finds the encoding of a manuscript and decodes it: by byte order mark, as strict UTF-8, as UTF-16 whose Latin or
 * line ends show their zero bytes, otherwise as GB 18030 or Big5, whichever its characters make likelier.
 * @param file name used in errors
 * @param stated encoding that the file itself states, as a web page does
 * @throws InputError manuscript.large, manuscript.binary, manuscript.encoding, manuscript.empty
 */
export function decodeText(bytes: Uint8Array, file: string, stated?: string): { text: string; encoding: Encoding } {
  if (bytes.length > maxBytes) {
    throw new InputError('manuscript.large', { file, size: Math.ceil(bytes.length / 1e6), limit: maxBytes / 1e6 });
  }
  const encoding = STATED[stated ?? ''] ?? encodingOf(bytes);
  const text = decodeAs(encoding, bytes);
  if (text === undefined) throw new InputError(looksBinary(bytes) ? 'manuscript.binary' : 'manuscript.encoding', { file });
  if (isOdd(text)) throw new InputError('manuscript.binary', { file });
  if (!/\S/.test(text.replace(/[\u200b\u2060\ufeff]+/g, ''))) throw new InputError('manuscript.empty', { file });
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  return encodingWithoutMark(bytes);
}

function encodingWithoutMark(bytes: Uint8Array): Encoding {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 4000);
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  if (zeros[0]! + zeros[1]! > 0 && bytes.length % 2 === 0) {
    if (zeros[0] === 0) return 'utf-16le';
    if (zeros[1] === 0) return 'utf-16be';
  }
  return decodeAs('utf-8', bytes) === undefined ? chineseEncoding(bytes) : 'utf-8';
}

/** A piece from the beginning says as much as the whole. */
const telling = 20_000;

/** Most bytes mean something in both encodings; which characters are common in Chinese tells them apart. */
function chineseEncoding(bytes: Uint8Array): Encoding {
  if (decodeAs('big5', bytes) === undefined) return 'gb18030';
  if (decodeAs('gb18030', bytes) === undefined) return 'big5';
  const matches = analyse(bytes.subarray(0, telling));
  const of = (name: string) => matches.find((match) => match.name === name)?.confidence ?? 0;
  return of('Big5') > of('GB18030') ? 'big5' : 'gb18030';
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4000).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b));
}

/** NULs, control characters, private-use and unassigned code points: the text is no text. */
function isOdd(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if (isControl(code) || (code >= 0xe000 && code <= 0xf8ff) || code >= 0xfffe) odd++;
  }
  return odd > Math.max(2, text.length * oddShare);
}

function isControl(code: number): boolean {
  return (code < 0x20 && !(code >= 9 && code <= 13)) || (code >= 0x7f && code < 0xa0 && code !== 0x85);
}
