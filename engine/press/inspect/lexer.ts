/**
 * Words of a content stream (ISO 32000-1 §7.2, §7.8.2). Tolerant: what is no object and no operator is passed over, so
 * that a damaged page is read as far as it goes.
 */

/** A name, `/F1` without its stroke. */
export class Name {
  constructor(readonly text: string) {}
}

/** A string's bytes. */
export type Bytes = Uint8Array;
export type Operand = number | boolean | null | Name | Bytes | readonly Operand[] | ReadonlyMap<string, Operand>;

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
  /** Samples of an inline picture, which is given as the operator `BI` with its dictionary. */
  readonly data?: Uint8Array;
}

const mostOperands = 4096;
const mostDepth = 16;

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13) || byte === 0;
const isDelimiter = (byte: number): boolean => '()<>[]{}/%'.includes(String.fromCharCode(byte));
const code = (character: string): number => character.charCodeAt(0);

/** All operations of a content stream, in order. */
export function* operationsOf(bytes: Uint8Array): Generator<Operation> {
  const lexer = new Lexer(bytes);
  let operands: Operand[] = [];
  for (;;) {
    const word = lexer.next(0);
    if (word === undefined) return;
    if (!(word instanceof Operator)) {
      if (operands.length < mostOperands) operands.push(word);
      continue;
    }
    if (word.text === 'BI') {
      yield lexer.inlinePicture();
      operands = [];
      continue;
    }
    yield { operator: word.text, operands };
    operands = [];
  }
}

/** A bare word. */
class Operator {
  constructor(readonly text: string) {}
}

const openers = { array: '[', dictionary: '<<' } as const;
const keywords: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Lexer {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** The next object or operator; undefined at the end. */
  next(depth: number): Operand | Operator | undefined {
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.at];
      if (byte === undefined) return undefined;
      if (byte === code('/')) return this.name();
      if (byte === code('(')) return this.literal();
      if (byte === code('<')) return this.bytes[this.at + 1] === code('<') ? this.dictionary(depth) : this.hexadecimal();
      if (byte === code(openers.array)) return this.array(depth);
      if (isDelimiter(byte)) {
        // A closing mark without its opening one.
        this.at++;
        continue;
      }
      return this.word();
    }
  }

  private skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === code('%'))
        while (this.at < this.bytes.length && !/[\r\n]/.test(String.fromCharCode(this.bytes[this.at]!))) this.at++;
      else if (isSpace(byte)) this.at++;
      else return;
    }
  }

  private regular(): string {
    const start = this.at;
    while (this.at < this.bytes.length && !isSpace(this.bytes[this.at]!) && !isDelimiter(this.bytes[this.at]!)) this.at++;
    return latin(this.bytes.subarray(start, Math.min(this.at, start + 256)));
  }

  private name(): Name {
    this.at++;
    const text = this.regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return new Name(text);
  }

  private word(): Operand | Operator {
    const text = this.regular();
    const keyword = keywords.get(text);
    if (keyword !== undefined) return keyword;
    if (/^[+-]*\d*\.?\d*(?:-\d*)?$/.test(text) && /\d/.test(text)) return numberFrom(text);
    return new Operator(text);
  }

  private literal(): Bytes {
    const out: number[] = [];
    this.at++;
    for (let depth = 1; this.at < this.bytes.length; ) {
      const byte = this.bytes[this.at++]!;
      if (byte === code('\\')) {
        out.push(...this.escaped());
        continue;
      }
      if (byte === code('(')) depth++;
      if (byte === code(')') && --depth === 0) break;
      out.push(byte);
    }
    return Uint8Array.from(out);
  }

  private escaped(): readonly number[] {
    const byte = this.bytes[this.at++] ?? 0;
    const known = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(byte)];
    if (known !== undefined) return [known];
    if (byte === 13 && this.bytes[this.at] === 10) this.at++;
    if (byte === 13 || byte === 10) return [];
    if (byte < code('0') || byte > code('7')) return [byte];
    let value = byte - code('0');
    for (let i = 0; i < 2; i++) {
      const digit = (this.bytes[this.at] ?? 0) - code('0');
      if (digit < 0 || digit > 7) break;
      value = 8 * value + digit;
      this.at++;
    }
    return [value & 255];
  }

  private hexadecimal(): Bytes {
    const end = this.bytes.indexOf(code('>'), this.at);
    const digits = latin(this.bytes.subarray(this.at + 1, end < 0 ? this.bytes.length : end)).replace(/[^0-9A-Fa-f]/g, '');
    this.at = end < 0 ? this.bytes.length : end + 1;
    const out = new Uint8Array((digits.length + 1) >> 1);
    for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2).padEnd(2, '0'), 16);
    return out;
  }

  private array(depth: number): readonly Operand[] {
    this.at++;
    const items: Operand[] = [];
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.at];
      if (byte === undefined) return items;
      if (byte === code(']')) {
        this.at++;
        return items;
      }
      const item = depth < mostDepth ? this.next(depth + 1) : undefined;
      if (item === undefined) return items;
      if (!(item instanceof Operator)) items.push(item);
    }
  }

  private dictionary(depth: number): ReadonlyMap<string, Operand> {
    this.at += openers.dictionary.length;
    const entries = new Map<string, Operand>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === code('>')) {
        this.at += this.bytes[this.at + 1] === code('>') ? 2 : 1;
        return entries;
      }
      const key = depth < mostDepth ? this.next(depth + 1) : undefined;
      if (key === undefined) return entries;
      if (!(key instanceof Name)) continue;
      const value = this.next(depth + 1);
      if (value === undefined) return entries;
      if (!(value instanceof Operator)) entries.set(key.text, value);
    }
  }

  /** What stands between BI and EI. */
  inlinePicture(): Operation {
    const entries = new Map<string, Operand>();
    for (;;) {
      const key = this.next(0);
      if (key === undefined || key instanceof Operator) break;
      const value = this.next(0);
      if (key instanceof Name && value !== undefined && !(value instanceof Operator)) entries.set(key.text, value);
    }
    const start = this.at + 1;
    let end = start;
    while (end < this.bytes.length && !this.endsAt(end)) end++;
    this.at = Math.min(end + 3, this.bytes.length);
    return { operator: 'BI', operands: [entries], data: this.bytes.subarray(start, end) };
  }

  /** White space, EI, white space, and then nothing that looks like samples. */
  private endsAt(at: number): boolean {
    const { bytes } = this;
    if (!isSpace(bytes[at]!) || bytes[at + 1] !== code('E') || bytes[at + 2] !== code('I')) return false;
    if (at + 3 < bytes.length && !isSpace(bytes[at + 3]!)) return false;
    return bytes.subarray(at + 3, at + 13).every((byte) => isSpace(byte) || (byte >= 32 && byte < 127));
  }
}

/** Some writers put a sign twice or a minus behind: read as the others do. */
function numberFrom(text: string): number {
  const value = Number.parseFloat(text.replace(/^[+-]*(?=[+-])/, ''));
  return Number.isFinite(value) ? Math.min(1e9, Math.max(-1e9, value)) : 0;
}

/** Characters of the bytes, one each. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}
