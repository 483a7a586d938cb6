import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFParser, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import type { PdfOptions } from '../../engine/press/types';
import { black, page, red, run, write } from './support';

const text = page([run('版心里的字站得稳。', 20, 40, 9)]);

async function catalogOf(pdf: Uint8Array): Promise<PDFDict> {
  const context = await PDFParser.forBytesWithOptions(pdf).parseDocument();
  return context.lookup(context.trailerInfo.Root, PDFDict);
}

async function pageOf(pdf: Uint8Array): Promise<PDFDict> {
  const kids = (await catalogOf(pdf)).lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Kids'), PDFArray);
  return kids.lookup(0, PDFDict);
}

const box = async (pdf: Uint8Array, name: string) => (await pageOf(pdf)).lookupMaybe(PDFName.of(name), PDFArray)?.toString();
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('the file', () => {
  it('has the header of its standard', () => {
    expect(latin1(write([text])).slice(0, 8)).toBe('%PDF-1.6');
    expect(latin1(write([text], { standard: 'pdfx1a' })).slice(0, 8)).toBe('%PDF-1.4');
    expect(latin1(write([text], { standard: undefined })).slice(0, 8)).toBe('%PDF-1.7');
  });

  it('puts the trim inside the bleed, and the page at its trim when there is no standard', async () => {
    const bleed = page([], { width: 300, height: 400, bleed: 10 });
    const press = write([bleed]);
    expect(await box(press, 'MediaBox')).toBe('[ 0 0 320 420 ]');
    expect(await box(press, 'BleedBox')).toBe('[ 0 0 320 420 ]');
    expect(await box(press, 'TrimBox')).toBe('[ 10 10 310 410 ]');
    const plain = write([bleed], { standard: undefined });
    expect(await box(plain, 'MediaBox')).toBe('[ 0 0 300 400 ]');
    expect(await box(plain, 'TrimBox')).toBeUndefined();
  });

  it('claims PDF/X-4 in XMP that is not compressed, X-1a in Info, and nothing when plain', () => {
    expect(latin1(write([text]))).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    const old = latin1(write([text], { standard: 'pdfx1a' }));
    expect(old).toContain('/GTS_PDFXVersion (PDF/X-1a:2003)');
    expect(old).not.toContain('/Metadata');
    expect(latin1(write([text], { standard: undefined }))).not.toMatch(/GTS_PDFX|OutputIntent/);
  });

  it('escapes the title in XMP', () => {
    const xmp = Buffer.from(write([text])).toString('utf8');
    expect(xmp).toContain('版面 &lt;1&gt; &amp; 样张');
  });

  it('refuses a press file without a printing condition', () => {
    expect(() => write([text], { intent: undefined })).toThrow('output intent');
  });

  it('is the same for the same pages, and has another identity for others', () => {
    const identity = (pdf: Uint8Array) => /\/ID \[ <([0-9a-f]{32})> <\1> \]/.exec(latin1(pdf))?.[1];
    expect(Buffer.compare(write([text]), write([text]))).toBe(0);
    expect(identity(write([text]))).toBeDefined();
    expect(identity(write([text]))).not.toBe(identity(write([page([run('版心里的字站得正。', 20, 40, 9)])])));
  });

  it('dates itself by the option alone', () => {
    const pdf = latin1(write([text], { date: '2031-05-06T07:08:09Z' }));
    expect(pdf).toContain('/CreationDate (D:20310506070809Z)');
    expect(pdf).toContain('<xmp:CreateDate>2031-05-06T07:08:09Z</xmp:CreateDate>');
  });

  it('writes several pages over one set of fonts', async () => {
    const pdf = write([text, text, text]);
    expect((await catalogOf(pdf)).lookup(PDFName.of('Pages'), PDFDict).get(PDFName.of('Count'))?.toString()).toBe('3');
    expect(latin1(pdf).match(/\/Subtype \/Type0/g)).toHaveLength(1);
  });
});

describe('pictures', () => {
  const frame = {
    kind: 'picture',
    asset: 'x',
    x: 10,
    y: 10,
    width: 72,
    height: 72,
    crop: { x: 0, y: 0, width: 1, height: 1 },
    ppi: 200,
  } as const;
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
  const objectsOf = async (pdf: Uint8Array) =>
    (await PDFParser.forBytesWithOptions(pdf).parseDocument()).enumerateIndirectObjects().map(([, object]) => object);
  const images = async (pdf: Uint8Array) =>
    (await objectsOf(pdf)).filter(
      (object): object is PDFRawStream =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
    );

  it('turns inverted inks round with the Decode array', async () => {
    const prepared = { space: 'cmyk', width: 1, height: 1, jpeg, inverted: true } as const;
    const [image] = await images(write([page([frame])], {}, () => prepared));
    expect(image?.dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of('DeviceCMYK'));
    expect(image?.dict.get(PDFName.of('Decode'))?.toString()).toBe('[ 1 0 1 0 1 0 1 0 ]');
  });

  it('embeds a picture that stands twice once', async () => {
    const prepared = { space: 'grey', width: 1, height: 1, jpeg, inverted: false } as const;
    const found = await images(write([page([frame, { ...frame, x: 90 }])], {}, () => prepared));
    expect(found).toHaveLength(1);
    expect(found[0]?.dict.has(PDFName.of('Decode'))).toBe(false);
  });

  it('leaves the frame of a missing picture empty', async () => {
    expect(await images(write([page([frame])], {}, () => undefined))).toEqual([]);
  });
});

describe('colour', () => {
  const operators = async (items: readonly DisplayItem[], options: Partial<PdfOptions> = {}): Promise<string> => {
    const stream = (await pageOf(write([page(items)], options))).lookup(PDFName.of('Contents'));
    if (!(stream instanceof PDFRawStream)) throw new Error('no content');
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  };

  it('overprints solid black and nothing else', async () => {
    const fill = (colour: typeof black) => ({ kind: 'fill', x: 0, y: 0, width: 9, height: 9, colour }) as const;
    expect(await operators([fill(black)])).toMatch(/0 0 0 1 k\n\/O1 gs/);
    expect(await operators([fill({ ...black, k: 0.99 })])).not.toContain('gs');
    expect(await operators([fill({ c: 0, m: 0, y: 0, k: 0 })])).not.toContain('gs');
    expect(await operators([fill(black), fill(red), fill(black)])).toMatch(/\/O1 gs.*\/O0 gs.*\/O1 gs/s);
    // The line around a picture lies on its ink.
    const frame = { kind: 'frame', x: 0, y: 0, width: 9, height: 9, weight: 1, colour: black } as const;
    expect(await operators([frame])).toContain('/O1 gs');
    expect(await operators([{ ...frame, ofPicture: true }])).not.toContain('gs');
  });

  it('prints a named colour from its plate only when the job asks for the plate', async () => {
    const house = { ...red, spot: '专色红' };
    const items = [{ kind: 'fill', x: 0, y: 0, width: 9, height: 9, colour: house } as const];
    expect(await operators(items)).toContain('0 1 0.95 0.1 k');
    const spots = { spots: [{ name: '专色红', colour: red }] };
    expect(await operators(items, spots)).toContain('/S1 cs 1 scn');
    const pdf = latin1(write([page(items)], spots));
    expect(pdf).toContain('/Separation /#E4#B8#93#E8#89#B2#E7#BA#A2 /DeviceCMYK');
    expect(pdf).toMatch(/\/C1 \[ 0 1 0\.95 0\.1 \]/);
  });

  it('prints a tint of a plate by its share', async () => {
    const half = { c: 0, m: 0.5, y: 0.475, k: 0.05, spot: '专色红' };
    const items = [{ kind: 'rule', x1: 0, y1: 0, x2: 9, y2: 0, weight: 1, colour: half } as const];
    expect(await operators(items, { spots: [{ name: '专色红', colour: red }] })).toContain('/S1 CS 0.5 SCN');
  });
});
