/** How symbols and text of JBIG2 are coded: by the arithmetic decoder, or by Huffman tables with pieces of both inside. */
import { ArithmeticDecoder, type Contexts, NumberDecoder } from './arithmetic';
import type { BitReader, HuffmanTable } from './huffman';

/** Numbers of a dictionary or a text, by the names of the standard. */
export type Kind = 'IADH' | 'IADW' | 'IAEX' | 'IAAI' | 'IADT' | 'IAFS' | 'IADS' | 'IARDW' | 'IARDH' | 'IARDX' | 'IARDY' | 'size';

export type Refine = (decoder: ArithmeticDecoder, contexts: Contexts) => void;

export interface Coding {
  /** Undefined for the value out of band, which ends a list. */
  take(kind: Kind): number | undefined;
  /** Throws RangeError where a list ends too early. */
  number(kind: Kind): number;
  /** Which symbol, of 2 to the power of `bits`. */
  symbol(bits: number): number;
  /** Place across a strip, of 2 to the power of `bits`. */
  strip(bits: number): number;
  isRefined(): boolean;
  refine(draw: Refine): void;
}

function inBand(value: number | undefined): number {
  if (value === undefined) throw new RangeError('JBIG2: number');
  return value;
}

const refinementContexts = 1 << 13;

/** Every number by the arithmetic decoder (Annex A). */
export class ArithmeticCoding implements Coding {
  readonly decoder: ArithmeticDecoder;
  private readonly numbers: NumberDecoder;
  private readonly contexts = new Uint8Array(refinementContexts);

  constructor(bytes: Uint8Array) {
    this.decoder = new ArithmeticDecoder(bytes);
    this.numbers = new NumberDecoder(this.decoder);
  }

  take(kind: Kind): number | undefined {
    return this.numbers.take(kind);
  }

  number(kind: Kind): number {
    return inBand(this.take(kind));
  }

  symbol(bits: number): number {
    return this.numbers.symbol(bits);
  }

  strip(bits: number): number {
    return bits === 0 ? 0 : inBand(this.numbers.take('IAIT'));
  }

  isRefined(): boolean {
    return inBand(this.numbers.take('IARI')) !== 0;
  }

  refine(draw: Refine): void {
    draw(this.decoder, this.contexts);
  }
}

export type Tables = Readonly<Partial<Record<Kind, HuffmanTable>>>;

/** Numbers by tables (Annex B); refinements stand between them in pieces of their own. */
export class HuffmanCoding implements Coding {
  /** @param symbols codes of symbols; numbers of so many bits when undefined */
  constructor(
    readonly reader: BitReader,
    private readonly tables: Tables,
    private readonly symbols?: HuffmanTable,
    private readonly contexts: Contexts = new Uint8Array(refinementContexts),
  ) {}

  /** The same bits read by other tables. */
  with(tables: Tables): HuffmanCoding {
    return new HuffmanCoding(this.reader, tables, undefined, this.contexts);
  }

  take(kind: Kind): number | undefined {
    const table = this.tables[kind];
    if (!table) throw new RangeError(`JBIG2: ${kind}`);
    return table.read(this.reader);
  }

  number(kind: Kind): number {
    return inBand(this.take(kind));
  }

  symbol(bits: number): number {
    return this.symbols ? inBand(this.symbols.read(this.reader)) : this.reader.bits(Math.max(1, bits));
  }

  strip(bits: number): number {
    return this.reader.bits(bits);
  }

  isRefined(): boolean {
    return this.reader.bits(1) === 1;
  }

  refine(draw: Refine): void {
    const size = this.number('size');
    draw(new ArithmeticDecoder(this.reader.take(size)), this.contexts);
  }
}
