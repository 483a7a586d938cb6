/** The named maps of Chinese, Japanese and Korean encodings (ISO 32000-1 Table 118), which come with the program. */
import packed from 'virtual:code-maps';
import { CodeTable } from './code-table';
import type { Inflate } from './filters';

const mostBytes = 4 << 20;

let files: ReadonlyMap<string, Uint8Array> | undefined;
const tables = new Map<string, CodeTable>();

/** Undefined for names that the standard does not know. */
export function namedMap(name: string, inflate: Inflate): CodeTable | undefined {
  const known = tables.get(name);
  if (known) return known;
  files ??= unpacked(
    inflate(
      Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)),
      mostBytes,
    ),
  );
  const bytes = files.get(name);
  if (!bytes) return undefined;
  const table = new BinaryMap(bytes).read((base) => namedMap(base, inflate));
  tables.set(name, table);
  return table;
}

/** Unicode by the characters of a collection: `GB1`, `CNS1`, `Japan1`, `Korea1`. */
const unicodeMaps: Readonly<Record<string, string>> = {
  GB1: 'UniGB-UTF16-H',
  CNS1: 'UniCNS-UTF16-H',
  Japan1: 'UniJIS-UTF16-H',
  Korea1: 'UniKS-UTF16-H',
};
const texts = new Map<string, ReadonlyMap<number, string>>();

/** What a character of a collection reads as; empty when nobody says so. */
export function textOfCid(ordering: string, cid: number, inflate: Inflate): string {
  const name = Object.hasOwn(unicodeMaps, ordering) ? unicodeMaps[ordering] : undefined;
  if (name === undefined) return '';
  let text = texts.get(ordering);
  if (!text) {
    const made = new Map<number, string>();
    for (const isWanted of [isUsual, () => true])
      for (const [code, own] of namedMap(name, inflate)?.codes() ?? [])
        if (!made.has(own) && isWanted(code)) made.set(own, utf16(code));
    text = made;
    texts.set(ordering, text);
  }
  return text.get(cid) ?? '';
}

/** Not a radical or a compatibility ideograph, which look like a character and are none that anybody writes. */
const isUsual = (code: number): boolean => !((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff));

const utf16 = (code: number): string =>
  code > 0xffff ? String.fromCharCode(code >>> 16, code & 0xffff) : String.fromCharCode(code);

/** Names with their maps, as `code-maps-plugin.mjs` packs them. */
function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const start = at + 1 + bytes[at]!;
    const name = String.fromCharCode(...bytes.subarray(at + 1, start));
    at = start + 4 + view.getUint32(start);
    found.set(name, bytes.subarray(start + 4, at));
  }
  return found;
}

const records = { spaces: 0, undefinedRanges: 1, characters: 2, ranges: 3, others: 7 } as const;
const usesMap = 1;

/**
 * The binary form of the maps: records of one kind each, whose codes are told by their distance from the one before.
 * Numbers come in groups of seven bits, highest first.
 */
class BinaryMap {
  private at = 1;

  constructor(private readonly bytes: Uint8Array) {}

  read(baseOf: (name: string) => CodeTable | undefined): CodeTable {
    let table = new CodeTable();
    while (this.at < this.bytes.length) {
      const head = this.bytes[this.at++]!;
      const kind = head >> 5;
      if (kind === records.others) {
        const text = this.text();
        if ((head & 31) === usesMap) table = new CodeTable(baseOf(text));
        continue;
      }
      this.record(table, kind, (head & 16) !== 0, (head & 15) + 1);
    }
    return table;
  }

  /** @param isRow every code follows the one before @param length bytes of a code */
  private record(table: CodeTable, kind: number, isRow: boolean, length: number): void {
    const most = 2 ** (8 * length);
    const count = this.number();
    let end = -1;
    let cid = -1;
    for (let i = 0; i < count; i++) {
      // The first code stands in full; a row leaves the distance out of the later ones.
      const low = i === 0 ? this.whole(length) : (end + 1 + (isRow && kind !== records.spaces ? 0 : this.number())) % most;
      end = kind === records.characters ? low : (low + this.number()) % most;
      if (kind === records.spaces) {
        table.addSpace({ low, high: end, length });
        continue;
      }
      if (kind === records.characters) cid = i === 0 ? this.number() : cid + 1 + this.signed();
      else cid = this.number();
      if (kind !== records.undefinedRanges) table.addRange(low, end, cid);
    }
  }

  private number(): number {
    let value = 0;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0;
      value = 128 * value + (byte & 127);
      if (byte < 128) return value;
    }
  }

  private signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  private whole(length: number): number {
    let value = 0;
    for (let i = 0; i < length; i++) value = 256 * value + (this.bytes[this.at++] ?? 0);
    return value;
  }

  private text(): string {
    const length = this.number();
    this.at += length;
    return String.fromCharCode(...this.bytes.subarray(this.at - length, this.at));
  }
}
