/** PDFs made in memory as clients send them. */
import { deflateSync } from 'node:zlib';
import { PDFContext, type PDFDict, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import { serialize } from '../../engine/press/pdf-file';

type Entries = Parameters<PDFContext['obj']>[0];

export interface PageMaker {
  readonly context: PDFContext;
  /** `ref` is a number kept free for it. */
  stream(dict: Record<string, unknown>, bytes: Uint8Array | string, ref?: PDFRef): PDFRef;
}

interface Shape {
  readonly content: string;
  readonly resources?: (make: PageMaker) => Record<string, unknown>;
  /** More entries of the page and of the catalogue. */
  readonly page?: Record<string, unknown>;
  readonly catalog?: (make: PageMaker) => Record<string, unknown>;
  readonly pages?: number;
  readonly encrypted?: boolean;
  readonly version?: '1.4' | '1.6' | '1.7';
}

/** A page of 200 × 120 points. */
export function makePdf({ content, resources, page = {}, catalog, pages = 1, encrypted, version = '1.7' }: Shape): Uint8Array {
  const context = PDFContext.create();
  const make: PageMaker = {
    context,
    stream(dict, bytes, ref = context.nextRef()) {
      const data = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
      const entries = context.obj({ ...dict, Length: data.length } as Entries) as PDFObject as PDFDict;
      context.assign(ref, PDFRawStream.of(entries, data));
      return ref;
    },
  };
  const tree = context.nextRef();
  const contents = make.stream({}, content);
  const common = { Type: 'Page', Parent: tree, MediaBox: [0, 0, 200, 120], Contents: contents };
  const own = context.obj({ ...common, Resources: resources?.(make) ?? {}, ...page } as Entries);
  const kids = Array.from({ length: pages }, () => context.register(own as PDFObject));
  context.assign(tree, context.obj({ Type: 'Pages', Count: pages, Kids: kids }));
  context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Pages: tree, ...catalog?.(make) } as Entries));
  if (encrypted)
    context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2, O: '', U: '', P: 0 }));
  return serialize(context, version);
}

export const name = (text: string): PDFName => PDFName.of(text);

/** An RGB picture of 60 × 40 pixels, red from left to right, green from top to bottom. */
export function rgbPicture({ stream }: PageMaker, more: Record<string, unknown> = {}): PDFRef {
  const samples = Uint8Array.from({ length: 60 * 40 * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % 60, Math.floor(i / 180)];
    return [x * 4, y * 6, 255 - x * 4][i % 3]!;
  });
  const dict = { Type: 'XObject', Subtype: 'Image', Width: 60, Height: 40, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' };
  return stream({ ...dict, Filter: 'FlateDecode', ...more }, deflateSync(samples));
}

/** A page with everything that is converted: RGB, a gradient, a pattern, a form, a spot colour, pictures. */
export function busyPdf(): Uint8Array {
  return makePdf({
    content:
      '1 0 0 rg 10 10 40 30 re f /S sh /C cs 0.5 scn 60 10 20 20 re f q 40 0 0 30 90 10 cm /I Do Q /X Do ' +
      '/Pattern cs /P scn 10 60 40 40 re f 0.05 w 0 0 1 RG 5 5 m 190 5 l S BI /W 1 /H 1 /BPC 8 /CS /RGB /F /AHx ID ff0000> EI',
    resources: (make) => {
      const fade = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [1, 0, 0], C1: [0, 0, 1] };
      const tint = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [0, 1, 1, 0] };
      const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 50], Resources: {} };
      const tile = { PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 8, 8], XStep: 8, YStep: 8, Resources: {} };
      return {
        Shading: { S: { ShadingType: 2, ColorSpace: 'DeviceRGB', Coords: [0, 0, 200, 0], Function: fade } },
        ColorSpace: { C: [name('Separation'), name('PANTONE 485 C'), name('DeviceCMYK'), tint] },
        XObject: { I: rgbPicture(make), X: make.stream(form, '0 0.5 0 rg 5 5 20 20 re f') },
        Pattern: { P: make.stream(tile, '0 0 1 rg 0 0 4 4 re f') },
      };
    },
  });
}
