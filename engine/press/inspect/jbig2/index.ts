/**
 * JBIG2 pictures as PDFs embed them (ITU-T T.88; ISO 32000-1 §7.4.7): generic regions, symbols and text, refinements and
 * halftones, in arithmetic coding, MMR and Huffman coding.
 */
import { ArithmeticDecoder } from './arithmetic';
import { type Bitmap, Budget, combine, decodeGeneric, decodeRefinement, fromFax, movedPixels } from './bitmap';
import { ByteReader } from './byte-reader';
import { decodeHalftone, decodePatterns } from './halftone';
import { type HuffmanTable, readTable } from './huffman';
import { decodeDictionary } from './symbols';
import { dictionaryTables, textCoding, textTables } from './tables';
import { bitsFor, placeSymbols } from './text';

const mostSegments = 20_000;

interface Segment {
  readonly number: number;
  readonly kind: number;
  readonly refersTo: readonly number[];
  readonly data: Uint8Array;
}

/** Rows of one bit a pixel, 0 is black. Throws RangeError on what is damaged or not read. */
export function decodeJbig2(bytes: Uint8Array, globals: Uint8Array | undefined, width: number, height: number): Uint8Array {
  const page = new Page(width, height);
  for (const part of globals ? [globals, bytes] : [bytes]) for (const segment of segmentsOf(part)) page.add(segment);
  return page.packed();
}

function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  const reader = new ByteReader(bytes);
  for (let i = 0; i < mostSegments && reader.left > 10; i++) {
    const number = reader.u32();
    const flags = reader.u8();
    let count = reader.u8() >> 5;
    if (count === 7) {
      reader.back();
      count = reader.u32() & 0x1fffffff;
      reader.skip((count + 8) >> 3);
    }
    if (count > mostSegments) throw new RangeError('JBIG2: segment');
    const size = number <= 256 ? 1 : number <= 65536 ? 2 : 4;
    const refersTo = Array.from({ length: count }, () => reader.number(size));
    reader.skip(flags & 0x40 ? 4 : 1);
    const length = reader.u32();
    yield { number, kind: flags & 63, refersTo, data: reader.take(length === 0xffffffff ? reader.left : length) };
  }
}

class Page {
  private readonly budget = new Budget();
  private readonly symbols = new Map<number, readonly Bitmap[]>();
  private readonly regions = new Map<number, Bitmap>();
  private readonly tables = new Map<number, HuffmanTable>();
  private readonly patterns = new Map<number, readonly Bitmap[]>();
  private bitmap: Bitmap;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.bitmap = this.budget.bitmap(width, height);
  }

  add({ number, kind, refersTo, data }: Segment): void {
    const reader = new ByteReader(data);
    if (kind === 0) this.symbols.set(number, this.dictionary(reader, refersTo));
    else if (kind === 48) this.start(reader);
    else if (kind === 4 || kind === 6 || kind === 7)
      this.region(reader, number, kind === 4, (on) => this.text(reader, refersTo, on));
    else if (kind === 36 || kind === 38 || kind === 39)
      this.region(reader, number, kind === 36, (on) => this.generic(reader, on));
    else if (kind === 40 || kind === 42 || kind === 43)
      this.region(reader, number, kind === 40, (on, x, y) => this.refinement(reader, refersTo, on, x, y));
    else if (kind === 53) this.tables.set(number, readTable(data));
    else if (kind === 16) this.patterns.set(number, decodePatterns(reader, this.budget));
    else if (kind === 20 || kind === 22 || kind === 23)
      this.region(reader, number, kind === 20, (on) => {
        const patterns = refersTo.map((other) => this.patterns.get(other)).find((found) => found !== undefined);
        decodeHalftone(reader, on, patterns ?? [], this.budget);
      });
  }

  private start(reader: ByteReader): void {
    reader.skip(16);
    if (reader.u8() & 4) this.bitmap = this.budget.bitmap(this.width, this.height, 1);
  }

  private region(reader: ByteReader, number: number, isKept: boolean, decode: (on: Bitmap, x: number, y: number) => void): void {
    const [width, height, x, y, flags] = [reader.u32(), reader.u32(), reader.u32(), reader.u32(), reader.u8()];
    const region = this.budget.bitmap(width, height);
    decode(region, x, y);
    if (isKept) this.regions.set(number, region);
    else combine(this.bitmap, region, x, y, flags & 7);
  }

  private generic(reader: ByteReader, on: Bitmap): void {
    const flags = reader.u8();
    if (flags & 1) {
      fromFax(reader.rest(), on);
      return;
    }
    const template = (flags >> 1) & 3;
    const moved = reader.moved(movedPixels(template));
    decodeGeneric(new ArithmeticDecoder(reader.rest()), new Uint8Array(1 << 16), on, template, moved, (flags & 8) !== 0);
  }

  private refinement(reader: ByteReader, refersTo: readonly number[], on: Bitmap, x: number, y: number): void {
    const flags = reader.u8();
    const moved = flags & 1 ? [] : reader.moved(2);
    const kept = refersTo.map((number) => this.regions.get(number)).find((region) => region !== undefined);
    const [dx, dy] = kept ? [0, 0] : [-x, -y];
    const refinement = { template: flags & 1, moved, isPredicted: (flags & 2) !== 0 };
    const decoder = new ArithmeticDecoder(reader.rest());
    decodeRefinement(decoder, new Uint8Array(1 << 13), on, kept ?? this.bitmap, dx, dy, refinement);
  }

  private known(refersTo: readonly number[]): readonly Bitmap[] {
    return refersTo.flatMap((number) => this.symbols.get(number) ?? []);
  }

  private dictionary(reader: ByteReader, refersTo: readonly number[]): readonly Bitmap[] {
    const flags = reader.u16();
    if (flags & 0x100) throw new RangeError('JBIG2: kept contexts');
    const isHuffman = (flags & 1) !== 0;
    const refines = (flags & 2) !== 0;
    const template = (flags >> 10) & 3;
    const refinementTemplate = (flags >> 12) & 1;
    const header = {
      template,
      refines,
      refinementTemplate,
      tables: isHuffman ? dictionaryTables(flags, this.own(refersTo)) : undefined,
      moved: isHuffman ? [] : reader.moved(movedPixels(template)),
      refinementMoved: refines && refinementTemplate === 0 ? reader.moved(2) : [],
      exported: reader.u32(),
      fresh: reader.u32(),
    };
    return decodeDictionary(reader.rest(), header, this.known(refersTo), this.budget);
  }

  private text(reader: ByteReader, refersTo: readonly number[], on: Bitmap): void {
    const flags = reader.u16();
    const tables = flags & 1 ? textTables(reader.u16(), this.own(refersTo)) : undefined;
    const refines = (flags & 2) !== 0;
    const refinementTemplate = (flags >> 15) & 1;
    if (flags & 0x200) on.pixels.fill(1);
    const header = {
      refines,
      stripBits: (flags >> 2) & 3,
      corner: (flags >> 4) & 3,
      transposed: (flags & 0x40) !== 0,
      operator: (flags >> 7) & 3,
      offset: ((flags >> 10) << 27) >> 27,
      refinementTemplate,
      refinementMoved: refines && refinementTemplate === 0 ? reader.moved(2) : [],
      instances: reader.u32(),
    };
    const symbols = this.known(refersTo);
    placeSymbols(textCoding(reader.rest(), tables, symbols.length), header, bitsFor(symbols.length), symbols, on, this.budget);
  }

  /** Tables that segments bring along, in the order in which they are referred to. */
  private own(refersTo: readonly number[]): HuffmanTable[] {
    return refersTo.flatMap((number) => this.tables.get(number) ?? []);
  }

  packed(): Uint8Array {
    const { width, height, pixels } = this.bitmap;
    const rowBytes = (width + 7) >> 3;
    const out = new Uint8Array(rowBytes * height).fill(255);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) if (pixels[y * width + x]) out[y * rowBytes + (x >> 3)]! &= ~(0x80 >> (x & 7));
    return out;
  }
}
