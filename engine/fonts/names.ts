/** Names that a face has for itself (`name` table). */
import { bytesOf } from './sfnt';

export interface FaceNames {
  /** Name id 6, with only what a PDF name holds unescaped; undefined when the face has none. */
  readonly postScript: string | undefined;
  /** Full name (name id 4): in Chinese where the face has one, else in English or whatever it has; undefined when it has none. */
  readonly full: string | undefined;
}

const FULL_NAME = 4;
const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;
const SIMPLIFIED_CHINESE = 0x804;
const ENGLISH = 0x409;
/** A directory that claims more is damaged. */
const MAX_RECORDS = 10_000;
const MAX_NAME = 254;

interface NameRecord {
  readonly platform: number;
  readonly language: number;
  readonly name: number;
  readonly bytes: Uint8Array;
}

/** Throws RangeError where the table contradicts itself. */
export function readNames(view: DataView): FaceNames {
  const records = readRecords(view);
  return {
    postScript: postScriptName(records),
    get full() {
      return fullName(records);
    },
  };
}

function readRecords(view: DataView): NameRecord[] {
  const bytes = bytesOf(view);
  const count = Math.min(view.getUint16(2), MAX_RECORDS);
  const strings = view.getUint16(4);
  return Array.from({ length: count }, (_, i) => {
    const record = 6 + 12 * i;
    const start = strings + view.getUint16(record + 10);
    return {
      platform: view.getUint16(record),
      language: view.getUint16(record + 4),
      name: view.getUint16(record + 6),
      bytes: bytes.subarray(start, start + Math.min(view.getUint16(record + 8), MAX_NAME)),
    };
  });
}

/** ASCII in every encoding, with zeros in between in the two-byte ones. */
function postScriptName(records: readonly NameRecord[]): string | undefined {
  for (const { name, bytes } of records) {
    if (name !== POSTSCRIPT_NAME) continue;
    const text = String.fromCharCode(...bytes).replace(/[^\w.-]/g, '');
    if (text) return text.slice(0, 63);
  }
  return undefined;
}

/** Names of the Windows platform are UTF-16, big end first; those of others are in encodings of the last century. */
function fullName(records: readonly NameRecord[]): string | undefined {
  const names = records.filter(({ platform, name }) => platform === WINDOWS && name === FULL_NAME);
  const of = (language: number) => names.find((record) => record.language === language);
  const best = of(SIMPLIFIED_CHINESE) ?? of(ENGLISH) ?? names[0];
  if (!best) return undefined;
  const text = new TextDecoder('utf-16be')
    .decode(best.bytes)
    .replace(/[\p{C}]/gu, '')
    .trim();
  return text || undefined;
}
