import { deflateSync } from 'node:zlib';
import { PDFContext, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { auditPdf } from '../../engine/press/audit';
import { inflate } from '../../engine/press/node/inflate';
import { pdfTools } from '../../engine/press/node/tools';
import { writePdf } from '../../engine/press/pdf-writer';
import type { PreparedPicture } from '../../engine/press/types';
import { fontFile, page, pressOptions, red, run, write } from './support';

const picture: PreparedPicture = {
  space: 'cmyk',
  width: 1,
  height: 1,
  jpeg: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  inverted: true,
};
const crop = { x: 0, y: 0, width: 1, height: 1 };
const items = [
  run('正文 A', 20, 40, 9, { pitch: 11 }),
  run('红', 20, 90, 30, { colour: { ...red, spot: '专色红' } }),
  { kind: 'picture', asset: 'x', x: 10, y: 110, width: 72, height: 72, crop, ppi: 200 } as const,
];
const good = (standard: 'pdfx4' | 'pdfx1a' = 'pdfx4') =>
  write([page(items)], { standard, spots: [{ name: '专色红', colour: red }] }, () => picture);

/** The file with one string put in the place of another as long. */
function tampered(pdf: Uint8Array, from: string, to: string): Uint8Array {
  expect(to).toHaveLength(from.length);
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

describe('auditPdf', () => {
  it.each(['pdfx4', 'pdfx1a'] as const)('finds nothing in a good %s file', async (standard) => {
    expect(await auditPdf(good(standard), standard, inflate)).toEqual([]);
  });

  it.each([
    ['an RGB picture', '/ColorSpace /DeviceCMYK', '/ColorSpace /DeviceRGB ', 'colour'],
    ['a plate with an RGB equivalent', '/DeviceCMYK <<', '/DeviceRGB  <<', 'colour'],
    ['a font that is not embedded', '/FontFile2', '/FontFilX2', 'font'],
    ['a font without ToUnicode', '/ToUnicode', '/XoUnicode', 'font'],
    ['a page without a trim box', '/TrimBox', '/XrimBox', 'boxes'],
    ['a trim outside the bleed', '/TrimBox [ 8.504', '/TrimBox [ -8.50', 'boxes'],
    ['a file without an output intent', '/OutputIntents', '/OutputXntents', 'intent'],
    ['a file that claims nothing', '>PDF/X-4<', '>PDF/X-9<', 'claim'],
    ['a file of a later version', '%PDF-1.6', '%PDF-1.7', 'header'],
    ['a file without identity', '/ID [', '/IX [', 'id'],
  ])('finds %s', async (_, from, to, rule) => {
    expect((await auditPdf(tampered(good(), from, to), 'pdfx4', inflate)).map((fault) => fault.rule)).toContain(rule);
  });

  it.each([
    ['RGB', '0 1 0.95 0.1 k', '1 0 0 rg', 'rg'],
    ['an inline picture', '0 1 0.95 0.1 k', 'BI /W 1 /H 1 ID EI', 'BI'],
  ])('finds %s in the content', async (_, from, to, operator) => {
    const replaced = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1');
    const resources = { fontFile, ...pdfTools, deflate: (bytes: Uint8Array) => deflateSync(replaced(bytes)) };
    const pdf = writePdf([page([run('红', 20, 90, 30, { colour: red })])], resources, pressOptions);
    expect(await auditPdf(pdf, 'pdfx4', inflate)).toContainEqual({ rule: 'operator', detail: operator });
  });

  it('finds content that cannot be read', async () => {
    const resources = { fontFile, ...pdfTools, deflate: (bytes: Uint8Array) => deflateSync(bytes, { level: 0 }) };
    const readable = writePdf([page([run('红', 20, 90, 30, { colour: red })])], resources, pressOptions);
    expect(await auditPdf(readable, 'pdfx4', inflate)).toEqual([]);
    const faults = await auditPdf(tampered(readable, '0 1 0.95 0.1 k', '0 1 0.95 0.2 k'), 'pdfx4', inflate);
    expect(faults).toEqual([{ rule: 'operator', detail: 'unreadable' }]);
  });

  it.each([
    ['transparency in PDF/X-1a', 'pdfx1a', { ca: 0.5 }, 'transparency'],
    ['a blend mode in PDF/X-1a', 'pdfx1a', { BM: 'Multiply' }, 'transparency'],
    ['a transfer curve', 'pdfx4', { TR: 'Identity' }, 'foreign'],
    ['an RGB picture', 'pdfx4', { Subtype: 'Image', ColorSpace: 'DeviceRGB' }, 'colour'],
    ['an LZW stream', 'pdfx4', { Filter: 'LZWDecode' }, 'filter'],
    ['an RGB gradient', 'pdfx4', { ShadingType: 2, ColorSpace: 'DeviceRGB' }, 'colour'],
    ['a script', 'pdfx4', { JS: 'x' }, 'foreign'],
  ] as const)('finds %s anywhere in the file', async (_, standard, entries, rule) => {
    const file = PDFContext.create();
    const form = file.register(PDFRawStream.of(file.obj({ ...entries }), Uint8Array.of(1)));
    file.trailerInfo.Root = file.register(file.obj({ Form: form }));
    const pdf = write([page(items)], { standard }, () => ({ space: 'page', file }));
    expect((await auditPdf(pdf, standard, inflate)).map((fault) => fault.rule)).toContain(rule);
  });
});
