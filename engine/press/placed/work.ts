/** What the parts of placing one page share: the file it comes from, the inks wanted, what was noticed. */
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import { ColourReader } from '../inspect/colour-reader';
import { plainSeparation } from '../inspect/colour-space';
import { decodeStream, filtersOf } from '../inspect/filters';
import { type Inks, Spaces } from './colours';
import { Refusal } from './refusal';
import type { PlaceRemark, PlaceSettings, PlaceTools } from './types';

/** Operations of a page with its forms; a map of a city has some 300,000. */
const mostOperations = 2_000_000;

/** `mask`: inside a soft mask, where lightness is meant and greys are written. */
export type Target = 'inks' | 'mask';

/** What is shared while a page and its forms are rewritten: objects made, remarks, and how much work is left. */
export class Work {
  readonly spaces: Spaces;
  readonly colours: ColourReader;
  readonly remarks = new Set<PlaceRemark>();
  lowestPpi = Number.POSITIVE_INFINITY;
  private readonly made: Readonly<Record<Target, Map<PDFObject, PDFRef>>> = { inks: new Map(), mask: new Map() };
  /** What is being made: nothing may contain itself. */
  private readonly making = new Set<PDFObject>();
  private operations = 0;

  constructor(
    readonly context: PDFContext,
    readonly settings: PlaceSettings,
    readonly tools: PlaceTools,
    /** Names of optional content that is off, as dictionaries. */
    readonly hidden: ReadonlySet<PDFObject>,
  ) {
    this.spaces = new Spaces(tools);
    this.colours = new ColourReader(tools.inflate, plainSeparation);
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
      if (filters.length > 0) dict.set(PDFName.of('Filter'), this.context.obj(filters.map((filter) => PDFName.of(filter))));
      const parameters = stream.dict.lookup(PDFName.of('DecodeParms')) ?? stream.dict.lookup(PDFName.of('DP'));
      if (parameters !== undefined) dict.set(PDFName.of('DecodeParms'), parameters);
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

/** Left as they are. JPEG 2000 and JBIG2 are not among them: old plate-setters do not know them. */
const pictureFilters: ReadonlySet<string> = new Set(['DCTDecode', 'CCITTFaxDecode']);

/** The entries of a dictionary under these keys. */
export function picked(context: PDFContext, dict: PDFDict, keys: readonly string[]): PDFDict {
  const result = PDFDict.withContext(context);
  for (const key of keys) {
    const value = dict.get(PDFName.of(key));
    if (value !== undefined) result.set(PDFName.of(key), value);
  }
  return result;
}
