/** A small PDF of page pictures, for looking and reading, not for plating. */
import { PDFContext, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib';
import { infoDictionary } from '../metadata';
import { serialize } from '../pdf-file';

export interface ProofPage {
  readonly jpeg: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** @param id 16 bytes as hexadecimal figures, from the content */
export function proofPdf(pages: readonly ProofPage[], title: string, date: string, id: string): Uint8Array {
  const context = PDFContext.create();
  const tree = context.nextRef();
  const kids = pages.map(({ jpeg, width, height, dpi }) => {
    const picture = context.register(
      PDFRawStream.of(
        context.obj({
          Type: 'XObject',
          Subtype: 'Image',
          Width: width,
          Height: height,
          ColorSpace: 'DeviceRGB',
          BitsPerComponent: 8,
          Filter: 'DCTDecode',
          Length: jpeg.length,
        }),
        jpeg,
      ),
    );
    const [wide, high] = [(width * 72) / dpi, (height * 72) / dpi].map((points) => Math.round(points * 100) / 100);
    const bytes = new TextEncoder().encode(`${wide} 0 0 ${high} 0 0 cm /P Do`);
    const contents = context.register(PDFRawStream.of(context.obj({ Length: bytes.length }), bytes));
    const resources = { XObject: { P: picture } };
    return context.register(
      context.obj({ Type: 'Page', Parent: tree, MediaBox: [0, 0, wide!, high!], Resources: resources, Contents: contents }),
    );
  });
  context.assign(tree, context.obj({ Type: 'Pages', Count: kids.length, Kids: kids }));
  const catalog = context.obj({ Type: 'Catalog' });
  catalog.set(PDFName.of('Pages'), tree);
  context.trailerInfo.Root = context.register(catalog);
  context.trailerInfo.Info = infoDictionary(context, { title, date });
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
  return serialize(context, '1.7');
}
