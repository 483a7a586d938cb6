import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { PdfFont } from '../../engine/press/pdf-font';
import { toUnicode } from '../../engine/press/to-unicode';
import { codePoints, fonts } from '../fonts/support';
import { python, run } from '../fonts/tools';

const folder = mkdtempSync(join(tmpdir(), 'banxin-pdf-font-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes one line of text for each face, every character placed on its own, one em apart. */
async function writeLines(name: string, lines: readonly { face: string; text: string }[]): Promise<string> {
  const size = 20;
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  const page = document.addPage([size * 30, 2 * size * (lines.length + 1)]);
  const { context } = document;
  const resources: Record<string, ReturnType<PdfFont['embed']>> = {};
  let content = 'BT\n';
  lines.forEach(({ face, text }, i) => {
    const font = new PdfFont(fonts.file(face));
    content += `/F${i} ${size} Tf\n`;
    for (const codePoint of codePoints(text)) font.note(fonts.file(face).metrics.glyphOf(codePoint), codePoint);
    codePoints(text).forEach((codePoint, k) => {
      const cid = font.showing(fonts.file(face).metrics.glyphOf(codePoint), codePoint).cid;
      content += `1 0 0 1 ${size * (k + 1)} ${2 * size * (lines.length - i)} Tm <${cid.toString(16).padStart(4, '0')}> Tj\n`;
    });
    resources[`F${i}`] = font.embed(context, (bytes) => deflateSync(bytes));
  });
  page.node.set(PDFName.of('Resources'), context.obj({ Font: resources }));
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(`${content}ET`)));
  const file = join(folder, name);
  writeFileSync(file, await document.save());
  return file;
}

const text = '江春入旧年ABC123，。“”《》';

describe('fonts in a PDF', () => {
  test('every face is embedded as a subset with a tag and its text can be extracted', async () => {
    const file = await writeLines(
      'faces.pdf',
      fonts.faces.map((face) => ({ face, text })),
    );
    const listed = run('pdffonts', [file]).toString().split('\n').slice(2).filter(Boolean);
    expect(listed).toHaveLength(fonts.faces.length);
    for (const line of listed) expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID \S+( 0C)? +Identity-H +yes yes yes/);
    const extracted = run('pdftotext', ['-layout', file, '-']).toString().replace(/[ \f]/g, '').split('\n').filter(Boolean);
    expect(extracted).toEqual(fonts.faces.map(() => text));
  });

  test('three renderers show the same ink', async () => {
    const faces = ['song-regular', 'hei-black', 'kai-regular', 'fang-regular', 'title'];
    const file = await writeLines(
      'ink.pdf',
      faces.map((face) => ({ face, text })),
    );
    const poppler = join(folder, 'poppler');
    run('pdftoppm', ['-gray', '-r', '72', '-singlefile', file, poppler]);
    run('mutool', ['draw', '-q', '-c', 'gray', '-r', '72', '-o', join(folder, 'mupdf.pgm'), file]);
    const smooth = ['-dTextAlphaBits=4', '-dGraphicsAlphaBits=4'];
    run('gs', [
      '-q',
      '-dBATCH',
      '-dNOPAUSE',
      '-sDEVICE=pgmraw',
      '-r72',
      ...smooth,
      `-sOutputFile=${join(folder, 'gs.pgm')}`,
      file,
    ]);
    const inks = python<number[][]>(INK, [
      `${poppler}.pgm`,
      join(folder, 'mupdf.pgm'),
      join(folder, 'gs.pgm'),
      String(faces.length),
    ]);
    for (const [first, ...others] of inks) {
      expect(first).toBeGreaterThan(500);
      for (const other of others) expect(Math.abs(other / first! - 1)).toBeLessThan(0.06);
    }
  });

  test('a glyph that shows two characters is extracted as each of them', async () => {
    const { metrics } = fonts.file('song-regular');
    expect(metrics.glyphOf(0x2f00)).toBe(metrics.glyphOf(0x4e00)); // ⼀ and 一
    const file = await writeLines('two.pdf', [{ face: 'song-regular', text: '\u2f00一\u2f00' }]);
    expect(run('pdftotext', [file, '-']).toString().replace(/\s/g, '')).toBe('\u2f00一\u2f00');
  });

  test('codes follow the order of the characters, whatever the order of the text', () => {
    const font = new PdfFont(fonts.file('song-regular'));
    const glyph = (character: string) => fonts.file('song-regular').metrics.glyphOf(character.codePointAt(0)!);
    for (const character of '年一A江') font.note(glyph(character), character.codePointAt(0)!);
    expect([...'A一年江'].map((character) => font.showing(glyph(character), character.codePointAt(0)!).cid)).toEqual([
      1, 2, 3, 4,
    ]);
    expect(() => font.showing(glyph('春'), 0x6625)).toThrow('was not noted');
    expect(() => font.note(glyph('春'), 0x6625)).toThrow('before codes are given');
  });

  test('characters beyond the basic plane are extracted', async () => {
    const file = await writeLines('plane2.pdf', [{ face: 'song-regular', text: '𠂉一' }]);
    expect(run('pdftotext', [file, '-']).toString().replace(/\s/g, '')).toBe('𠂉一');
  });

  test('widths in the PDF are those of the font', async () => {
    const file = await writeLines('widths.pdf', [{ face: 'song-regular', text: '江A1—春B·年' }]);
    const widths = python<number[]>(WIDTHS, [file]);
    const { metrics } = fonts.file('song-regular');
    const inOrder = codePoints('江A1—春B·年').sort((a, b) => a - b);
    expect(widths).toEqual(inOrder.map((codePoint) => metrics.advanceOf(metrics.glyphOf(codePoint))));
  });

  test('the width by default is whole, also where an em is no thousand units', async () => {
    const file = fonts.file('song-regular');
    const em = { value: 2048 };
    const coarse = Object.create(file, { metrics: { value: Object.create(file.metrics, { unitsPerEm: em }) } }) as typeof file;
    const font = new PdfFont(coarse);
    for (const codePoint of codePoints('1879—1955')) font.note(file.metrics.glyphOf(codePoint), codePoint);
    const { context } = await PDFDocument.create();
    font.embed(context, (bytes) => deflateSync(bytes));
    const [descendant] = context.enumerateIndirectObjects().flatMap(([, object]) => {
      return object instanceof PDFDict && object.has(PDFName.of('DW')) ? [object] : [];
    });
    expect(Number.isInteger(descendant!.lookup(PDFName.of('DW'), PDFNumber).asNumber())).toBe(true);
    const one = Math.round((file.metrics.advanceOf(file.metrics.glyphOf(0x31)) * 100_000) / em.value) / 100;
    expect(descendant!.lookup(PDFName.of('W'))!.toString()).toContain(`${one}`);
  });

  test('the same text gives the same tag, another text another', async () => {
    const tagOf = async (name: string, line: string): Promise<string> =>
      run('pdffonts', [await writeLines(name, [{ face: 'song-regular', text: line }])])
        .toString()
        .split('\n')[2]!
        .slice(0, 6);
    const tag = await tagOf('tag1.pdf', '江春');
    expect(await tagOf('tag2.pdf', '江春')).toBe(tag);
    expect(await tagOf('tag3.pdf', '江秋')).not.toBe(tag);
  });
});

describe('the ToUnicode map', () => {
  const lines = (points: number[]): string[] => new TextDecoder().decode(toUnicode(points)).split('\n');

  test('a range lists what neighbouring codes show', () => {
    expect(lines([0x41, 0x42, 0x61])).toContain('<0001> <0003> [<0041><0042><0061>]');
  });

  test('ranges and blocks hold at most 100 entries', () => {
    const text = lines(Array.from({ length: 26_000 }, (_, i) => 0x4e00 + i));
    const counts = text.flatMap((line) => Number(/^(\d+) beginbfrange$/.exec(line)?.[1] ?? []));
    const found = text.filter((line) => line.startsWith('<') && line.endsWith(']'));
    expect(Math.max(...counts)).toBeLessThanOrEqual(100);
    expect(counts.reduce((sum, count) => sum + count)).toBe(found.length);
    for (const line of found) expect(line.split('><').length).toBeLessThanOrEqual(100);
  });

  test('only the last byte of a code counts up in a range', () => {
    const codes = lines(Array.from({ length: 300 }, (_, i) => 0x5000 + i)).flatMap((line) => {
      const found = /^<(....)> <(....)> \[/.exec(line);
      return found ? [found.slice(1).join(' ')] : [];
    });
    expect(codes).toEqual(['0001 0064', '0065 00C8', '00C9 00FF', '0100 012C']);
  });

  test('characters beyond the basic plane are surrogate pairs', () => {
    expect(lines([0x20089])).toContain('<0001> <0001> [<D840DC89>]');
  });
});

/** Ink of each line of text in each picture. */
const INK = `
import json, sys
import numpy
from PIL import Image
pictures, lines = [255 - numpy.asarray(Image.open(f)).astype(int) for f in sys.argv[1:4]], int(sys.argv[4])
rows = [slice(40 * i + 10, 40 * i + 50) for i in range(lines)]
print(json.dumps([[int(p[r].sum() // 255) for p in pictures] for r in rows]))
`;

/** Widths of codes 1, 2 … of the first font: its characters in their order. */
const WIDTHS = `
import json, sys
import pikepdf
pdf = pikepdf.open(sys.argv[1])
font = pdf.pages[0].Resources.Font.F0.DescendantFonts[0]
widths, w, i = {}, list(font.W), 0
while i < len(w):
    if isinstance(w[i + 1], pikepdf.Array):
        for k, value in enumerate(w[i + 1]): widths[int(w[i]) + k] = float(value)
        i += 2
    else:
        for code in range(int(w[i]), int(w[i + 1]) + 1): widths[code] = float(w[i + 2])
        i += 3
print(json.dumps([widths.get(code, float(font.DW)) for code in range(1, 9)]))
`;
