/** What the parts of placing one page share: the file it comes from, the inks wanted, what was noticed. */
import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNull, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import { ColourReader } from '../inspect/colour-reader';
import { plainSeparation } from '../inspect/colour-space';
import { decodeStream, filtersOf } from '../inspect/filters';
import type { Operand } from '../inspect/lexer';
import { type PageFont, readFont, type ShownCode } from '../inspect/pdf-font';
import { readUnicodeMap } from '../inspect/unicode-map';
import { toUnicodeOf } from '../to-unicode';
import { type Inks, Spaces } from './colours';
import { Refusal } from './refusal';
import type { PlaceRemark, PlaceSettings, PlaceTools } from './types';

/** Operations of a page with its forms; a map of a city has some 300,000. */
const mostOperations = 2_000_000;

/** `mask`: inside a soft mask, where lightness is meant and greys are written. */
export type Target = 'inks' | 'mask';

interface UsedFont {
  readonly clean: PDFObject;
  /** What was shown, with what it reads as. */
  readonly codes: Map<number, string>;
  /** Its strings are written as characters of two bytes, whatever map it had. */
  readonly isRecoded: boolean;
}

/** What is shared while a page and its forms are rewritten: objects made, remarks, and how much work is left. */
export class Work {
  readonly spaces: Spaces;
  readonly colours: ColourReader;
  readonly remarks = new Set<PlaceRemark>();
  lowestPpi = Number.POSITIVE_INFINITY;
  /** Something overprints: black type. */
  hasOverprint = false;
  private readonly made: Readonly<Record<Target, Map<PDFObject, PDFRef>>> = { inks: new Map(), mask: new Map() };
  /** What is being made: nothing may contain itself. */
  private readonly making = new Set<PDFObject>();
  private readonly fonts = new Map<PDFDict, UsedFont>();
  private readonly readers = new Map<PDFDict, PageFont>();
  private operations = 0;

  constructor(
    readonly context: PDFContext,
    readonly settings: PlaceSettings,
    readonly tools: PlaceTools,
    /** Names of optional content that is off, as dictionaries. */
    readonly hidden: ReadonlySet<PDFObject>,
    /** What becomes of it: `dropped` where a picture of it is laid on top. */
    readonly transparency: 'kept' | 'refused' | 'dropped' = settings.transparency ? 'kept' : 'refused',
  ) {
    this.spaces = new Spaces(tools);
    this.colours = new ColourReader(tools.inflate, plainSeparation);
  }

  reader(font: PDFDict): PageFont {
    let reader = this.readers.get(font);
    if (!reader) {
      reader = readFont(font, this.tools.inflate);
      this.readers.set(font, reader);
    }
    return reader;
  }

  /** A font that was written, and what was made of it. */
  noteFont(font: PDFDict, clean: PDFObject | undefined, isRecoded: boolean): void {
    if (clean && !this.fonts.has(font)) this.fonts.set(font, { clean, codes: new Map(), isRecoded });
  }

  /**
   * Notes what a font shows: strings, and numbers between them. Gives what is to be shown instead of them where its
   * strings are written anew: characters of two bytes, and the word space, which no longer widens anything, as a number.
   */
  shown(font: PDFDict, items: readonly Operand[], wordSpace: number, size: number): readonly Operand[] | undefined {
    const used = this.fonts.get(font);
    if (!used) return undefined;
    const reader = this.reader(font);
    const result: Operand[] = [];
    for (const item of items) {
      if (!(item instanceof Uint8Array)) {
        result.push(item);
        continue;
      }
      const codes = reader.codes(item);
      for (const { code, cid, text } of codes) used.codes.set(used.isRecoded ? cid : code, text);
      if (used.isRecoded) result.push(...recoded(codes, size === 0 ? 0 : (-1000 * wordSpace) / size));
    }
    return used.isRecoded ? result : undefined;
  }

  /** Gives fonts that do not tell what their codes read as a map that does. */
  completeFonts(): void {
    for (const [font, { clean, codes, isRecoded }] of this.fonts) {
      const dict = this.context.lookup(clean as PDFRef);
      if (!(dict instanceof PDFDict) || codes.size === 0) continue;
      const stated = isRecoded ? undefined : font.lookup(PDFName.of('ToUnicode'));
      const known = stated instanceof PDFRawStream ? readUnicodeMap(decodeStream(stated, this.tools.inflate).bytes) : undefined;
      if (known && [...codes.keys()].every((code) => known.get(code))) continue;
      const map = toUnicodeOf(codes, this.reader(font).kind === 'Type0' ? 2 : 1);
      dict.set(PDFName.of('ToUnicode'), this.context.register(this.packed(PDFDict.withContext(this.context), map)));
    }
  }

  count(): void {
    if (++this.operations > mostOperations) throw new Refusal('too-much');
  }

  /** What `make` made of an object of the file, made once for each target. */
  once(key: PDFObject, make: () => PDFObject, target: Target = 'inks'): PDFRef {
    const known = this.made[target].get(key);
    if (known) return known;
    if (this.making.has(key)) throw new Refusal('damaged', 'cycle');
    this.making.add(key);
    const ref = this.context.register(make());
    this.making.delete(key);
    this.made[target].set(key, ref);
    return ref;
  }

  /** Inks within the limit; in black alone where the page carries no colour. */
  printable([c, m, y, k]: Inks): Inks {
    if (!this.settings.colour && c + m + y > 0) {
      const [grey = 0] = this.tools.inksToGrey(Uint8Array.of(c * 255, m * 255, y * 255, k * 255));
      return [0, 0, 0, 1 - grey / 255];
    }
    const room = this.settings.inkLimit - k;
    const colour = c + m + y;
    if (colour <= room + 0.005) return [c, m, y, k];
    this.remarks.add('page-ink-limited');
    const scale = room / colour;
    return [c * scale, m * scale, y * scale, k];
  }

  /** A stream with those entries of a dictionary that a press file may have, unpacked and packed again where need be. */
  cleaned(stream: PDFRawStream, keys: readonly string[], more: Readonly<Record<string, PDFObject>> = {}): PDFRawStream {
    const dict = picked(this.context, stream.dict, keys);
    for (const [key, value] of Object.entries(more)) dict.set(PDFName.of(key), value);
    const filters = filtersOf(stream.dict);
    const kept = filters.length === 0 || filters.every((filter) => pictureFilters.has(filter));
    const flate = filters.length === 1 && filters[0] === 'FlateDecode';
    if (kept || flate) {
      // Either both are lists or neither is: readers take a list of filters with one dictionary for none.
      const parameters = stream.dict.lookup(PDFName.of('DecodeParms')) ?? stream.dict.lookup(PDFName.of('DP'));
      const own = parameters instanceof PDFArray ? parameters.asArray().map((_, i) => parameters.lookup(i)) : [parameters];
      const first = own[0];
      if (filters.length === 1) {
        dict.set(PDFName.of('Filter'), PDFName.of(filters[0]!));
        if (first instanceof PDFDict) dict.set(PDFName.of('DecodeParms'), first);
      } else if (filters.length > 1) {
        dict.set(PDFName.of('Filter'), this.context.obj(filters.map((filter) => PDFName.of(filter))));
        dict.set(PDFName.of('DecodeParms'), this.context.obj(filters.map((_, i) => own[i] ?? PDFNull)));
      }
      return PDFRawStream.of(dict, stream.contents);
    }
    const { bytes, rest } = decodeStream(stream, this.tools.inflate);
    if (rest !== '' && !pictureFilters.has(rest)) throw new Refusal('picture', rest);
    if (rest === '') return this.packed(dict, bytes);
    const own = stream.dict.lookup(PDFName.of('DecodeParms'));
    const last = own instanceof PDFArray ? own.lookup(own.size() - 1) : own;
    if (last instanceof PDFDict) dict.set(PDFName.of('DecodeParms'), last);
    dict.set(PDFName.of('Filter'), PDFName.of(rest));
    return PDFRawStream.of(dict, bytes);
  }

  /** Any other stream that came along: filters that a press file may not have are taken off. */
  repacked(stream: PDFRawStream): PDFRawStream {
    if (stream.dict.has(PDFName.of('F'))) throw new Refusal('damaged', 'external');
    if (filtersOf(stream.dict).every((filter) => filter === 'FlateDecode' || pictureFilters.has(filter))) return stream;
    const keys = stream.dict.keys().map((key) => key.decodeText());
    return this.cleaned(
      stream,
      keys.filter((key) => key !== 'Filter' && key !== 'DecodeParms'),
    );
  }

  packed(dict: PDFDict, bytes: Uint8Array): PDFRawStream {
    dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
    return PDFRawStream.of(dict, this.tools.deflate(bytes));
  }
}

/** Characters as strings of two bytes each, with a number behind each space that word spacing widens. */
function recoded(codes: readonly ShownCode[], gap: number): Operand[] {
  const parts: Operand[] = [];
  let bytes: number[] = [];
  for (const { cid, space } of codes) {
    bytes.push((cid >> 8) & 255, cid & 255);
    if (!space || gap === 0) continue;
    parts.push(Uint8Array.from(bytes), gap);
    bytes = [];
  }
  return bytes.length > 0 ? [...parts, Uint8Array.from(bytes)] : parts;
}

/** Left as they are. JPEG 2000 and JBIG2 are not among them: old plate-setters do not know them. */
const pictureFilters: ReadonlySet<string> = new Set(['DCTDecode', 'CCITTFaxDecode']);

/** Whether a damaged entry leads to what draws: to pages, forms, patterns, pictures, whatever has resources of its own. */
function draws(value: PDFObject | undefined, depth = 0): boolean {
  if (depth > 4) return false;
  if (value instanceof PDFArray) return value.asArray().some((_, i) => draws(value.lookup(i), depth + 1));
  const dict = value instanceof PDFRawStream ? value.dict : value;
  if (!(dict instanceof PDFDict)) return false;
  if (['Resources', 'Contents', 'Kids', 'Parent'].some((key) => dict.has(PDFName.of(key)))) return true;
  return dict.keys().some((key) => draws(dict.lookup(key), depth + 1));
}

/** The entries of a dictionary under these keys, but none that leads to what draws: sound ones do not. */
export function picked(context: PDFContext, dict: PDFDict, keys: readonly string[]): PDFDict {
  const result = PDFDict.withContext(context);
  for (const key of keys) {
    const value = dict.get(PDFName.of(key));
    if (value !== undefined && !draws(dict.lookup(PDFName.of(key)))) result.set(PDFName.of(key), value);
  }
  return result;
}
