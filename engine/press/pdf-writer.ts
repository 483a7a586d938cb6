/**
 * Display pages → the bytes of a PDF. The glyphs of all pages are noted and get their codes; every page's content stream is
 * built, which tells the pictures and plates it uses; then those and the fonts are embedded and the file is put together.
 *
 * With `options.standard` the file is PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4): process inks and named spot
 * plates only, an embedded printing condition, trim and bleed boxes. Without it: a plain PDF of trim-sized pages.
 */
import { PDFContext, PDFDict, PDFHexString, PDFName, PDFObjectCopier, PDFRawStream, PDFRef, PDFString } from 'pdf-lib';
import type { DisplayPage, Picture } from '../display/types';
import { knockoutState, overprintState, pageContent } from './content';
import { infoDictionary, xmpStream } from './metadata';
import { serialize } from './pdf-file';
import { PdfFont } from './pdf-font';
import { formKey } from './placed/form-key';
import type { OutputIntent, PdfOptions, PdfResources, PreparedImage, PreparedPicture, Spot } from './types';

const versions = { plain: '1.7', pdfx4: '1.6', pdfx1a: '1.4' } as const;

/**
 * Throws InputError when a face is missing or may not be embedded. Same input, same bytes.
 * A picture that `resources.picture` does not know leaves its frame empty.
 */
export function writePdf(pages: readonly DisplayPage[], resources: PdfResources, options: PdfOptions): Uint8Array {
  return new PdfDocument(resources, options).write(pages);
}

class PdfDocument {
  private readonly context = PDFContext.create();
  private readonly fonts = new Map<string, { name: string; font: PdfFont }>();
  private readonly images = new Map<PreparedPicture, { name: string; ref: PDFRef }>();
  private readonly plates = new Map<string, { name: string; spot: Spot; ref: PDFRef }>();

  constructor(
    private readonly resources: PdfResources,
    private readonly options: PdfOptions,
  ) {}

  write(pages: readonly DisplayPage[]): Uint8Array {
    const { context, options } = this;
    for (const page of pages) this.noteGlyphs(page);
    const contents = pages.map((page) => this.content(page));
    const resourcesRef = context.nextRef();
    const catalog = context.obj({ Type: 'Catalog', Pages: this.pageTree(pages, contents, resourcesRef) });
    context.assign(resourcesRef, this.resourceDictionary());
    const id = this.identity();
    if (options.standard) this.pressClaims(catalog, id);
    context.trailerInfo.Root = context.register(catalog);
    context.trailerInfo.Info = infoDictionary(context, options);
    const hexId = PDFHexString.of(Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    context.trailerInfo.ID = context.obj([hexId, hexId]);
    return serialize(context, versions[options.standard ?? 'plain']);
  }

  private get slug(): number {
    return (this.options.standard && this.options.slug) || 0;
  }

  private bleedOf(page: DisplayPage): number {
    return this.options.standard ? page.bleed : 0;
  }

  private noteGlyphs({ groups }: DisplayPage): void {
    for (const item of groups.flatMap(({ items }) => items)) {
      if (item.kind !== 'glyphs' || item.glyphs.length === 0) continue;
      const { font } = this.font(item.face);
      for (let i = 0; i < item.glyphs.length; i++) font.note(item.glyphs[i]!, item.text[i]!);
    }
  }

  private content(page: DisplayPage): Uint8Array {
    const names = {
      font: (face: string) => this.font(face),
      image: (picture: Picture) => this.image(picture),
      spot: (name: string) => this.plate(name),
    };
    return pageContent(page, this.bleedOf(page) + this.slug, names);
  }

  private font(face: string): { name: string; font: PdfFont } {
    let entry = this.fonts.get(face);
    if (!entry) {
      entry = { name: `F${this.fonts.size + 1}`, font: new PdfFont(this.resources.fontFile(face)) };
      this.fonts.set(face, entry);
    }
    return entry;
  }

  private image(picture: Picture): string | undefined {
    const prepared = this.resources.picture?.(picture);
    if (!prepared) return undefined;
    let entry = this.images.get(prepared);
    if (!entry) {
      entry = { name: `P${this.images.size + 1}`, ref: this.xObject(prepared) };
      this.images.set(prepared, entry);
    }
    return entry.name;
  }

  private xObject(prepared: PreparedPicture): PDFRef {
    if (prepared.space !== 'page') return this.context.register(imageStream(this.context, prepared));
    const { file } = prepared;
    const form = file.lookup(file.trailerInfo.Root, PDFDict).get(PDFName.of(formKey));
    if (!(form instanceof PDFRef)) throw new Error('a placed page names its form');
    return PDFObjectCopier.for(file, this.context).copy(form);
  }

  private plate(name: string): { name: string; spot: Spot } | undefined {
    const spot = this.options.spots?.find((candidate) => candidate.name === name);
    if (!spot) return undefined;
    let entry = this.plates.get(name);
    if (!entry) {
      entry = { name: `S${this.plates.size + 1}`, spot, ref: this.context.register(separation(this.context, spot)) };
      this.plates.set(name, entry);
    }
    return entry;
  }

  private pageTree(pages: readonly DisplayPage[], contents: readonly Uint8Array[], resourcesRef: PDFRef): PDFRef {
    const { context } = this;
    const treeRef = context.nextRef();
    const kids = pages.map((page, i) => {
      const compressed = this.resources.deflate(contents[i]!);
      const stream = context.obj({ Length: compressed.length, Filter: 'FlateDecode' });
      const contentRef = context.register(PDFRawStream.of(stream, compressed));
      const common = { Type: 'Page', Parent: treeRef, Resources: resourcesRef, Contents: contentRef };
      return context.register(context.obj({ ...common, ...this.boxes(page) }));
    });
    context.assign(treeRef, context.obj({ Type: 'Pages', Count: kids.length, Kids: kids }));
    return treeRef;
  }

  private boxes(page: DisplayPage): Record<string, number[]> {
    const { slug } = this;
    const bleed = this.bleedOf(page);
    const outer = slug + bleed;
    const box = (edge: number) => [edge, edge, page.width + 2 * outer - edge, page.height + 2 * outer - edge].map(round);
    if (!this.options.standard) return { MediaBox: box(0) };
    return { MediaBox: box(0), BleedBox: box(slug), TrimBox: box(outer) };
  }

  private resourceDictionary(): PDFDict {
    const { context } = this;
    const dictionary = context.obj({ ProcSet: ['PDF', 'Text', 'ImageC'] });
    const put = (key: string, entries: Record<string, PDFRef>) => {
      if (Object.keys(entries).length > 0) dictionary.set(PDFName.of(key), context.obj(entries));
    };
    const deflate = this.resources.deflate;
    put('Font', Object.fromEntries([...this.fonts.values()].map(({ name, font }) => [name, font.embed(context, deflate)])));
    put('XObject', Object.fromEntries([...this.images.values()].map(({ name, ref }) => [name, ref])));
    put('ColorSpace', Object.fromEntries([...this.plates.values()].map(({ name, ref }) => [name, ref])));
    put('ExtGState', {
      [knockoutState]: context.register(context.obj({ Type: 'ExtGState', OP: false, op: false, OPM: 1 })),
      [overprintState]: context.register(context.obj({ Type: 'ExtGState', OP: true, op: true, OPM: 1 })),
    });
    return dictionary;
  }

  /** 16 bytes that depend on everything written so far: text, fonts, pictures. */
  private identity(): Uint8Array {
    const { title, date, standard = '' } = this.options;
    const words = new TextEncoder().encode([title, date, standard].join('\n'));
    const objects = this.context.enumerateIndirectObjects().map(([, object]) => object);
    const streams = objects.filter((object) => object instanceof PDFRawStream).map((stream) => stream.contents);
    return this.resources.digest([words, ...streams]).slice(0, 16);
  }

  private pressClaims(catalog: PDFDict, id: Uint8Array): void {
    const { context, options } = this;
    if (!options.intent) throw new Error('a press file needs an output intent');
    catalog.set(PDFName.of('OutputIntents'), context.obj([this.outputIntent(options.intent)]));
    if (options.standard === 'pdfx4') catalog.set(PDFName.of('Metadata'), xmpStream(context, options, id));
  }

  private outputIntent(intent: OutputIntent): PDFRef {
    const { context } = this;
    const profile = packedProfile(intent.profile, this.resources.deflate);
    const stream = context.obj({ N: 4, Length: profile.length, Filter: 'FlateDecode' });
    return context.register(
      context.obj({
        Type: 'OutputIntent',
        S: 'GTS_PDFX',
        OutputConditionIdentifier: PDFString.of(intent.identifier),
        OutputCondition: PDFString.of(intent.info),
        Info: PDFString.of(intent.info),
        DestOutputProfile: context.register(PDFRawStream.of(stream, profile)),
      }),
    );
  }
}

const packedProfiles = new WeakMap<Uint8Array, Uint8Array>();

/** Every page of a job carries the same profile: it is packed once. The numbers of its tables do not repeat. */
function packedProfile(profile: Uint8Array, deflate: PdfResources['deflate']): Uint8Array {
  const packed = packedProfiles.get(profile) ?? deflate(profile, false);
  packedProfiles.set(profile, packed);
  return packed;
}

const round = (points: number): number => Math.round(points * 1000) / 1000;

function imageStream(context: PDFContext, picture: PreparedImage): PDFRawStream {
  const dictionary = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.width,
    Height: picture.height,
    ColorSpace: picture.space === 'cmyk' ? 'DeviceCMYK' : 'DeviceGray',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    Length: picture.jpeg.length,
  });
  if (picture.inverted)
    dictionary.set(PDFName.of('Decode'), context.obj(picture.space === 'cmyk' ? [1, 0, 1, 0, 1, 0, 1, 0] : [1, 0]));
  return PDFRawStream.of(dictionary, picture.jpeg);
}

/** A Separation colour space whose process equivalent runs in a straight line from paper to the full colour. */
function separation(context: PDFContext, spot: Spot) {
  const { c, m, y, k } = spot.colour;
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [c, m, y, k] });
  return context.obj([PDFName.of('Separation'), plateName(spot.name), PDFName.of('DeviceCMYK'), tint]);
}

/** Names carry UTF-8 bytes (ISO 32000-1 §7.3.5); the library writes `#xx` for bytes outside printable ASCII. */
function plateName(name: string): PDFName {
  const bytes = new TextEncoder().encode(name);
  return PDFName.of(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
