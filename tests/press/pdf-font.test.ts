import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from 'pdf-lib';
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
    codePoints(text).forEach((codePoint, k) => {
      const cid = font.cid(fonts.file(face).metrics.glyphOf(codePoint), codePoint);
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

  test('characters beyond the basic plane are extracted', async () => {
    const file = await writeLines('plane2.pdf', [{ face: 'song-regular', text: '𠂉一' }]);
    expect(run('pdftotext', [file, '-']).toString().replace(/\s/g, '')).toBe('𠂉一');
  });

  test('widths in the PDF are those of the font', async () => {
    const file = await writeLines('widths.pdf', [{ face: 'song-regular', text: '江A1—春B·年' }]);
    const widths = python<number[]>(WIDTHS, [file]);
    const { metrics } = fonts.file('song-regular');
    expect(widths).toEqual(codePoints('江A1—春B·年').map((codePoint) => metrics.advanceOf(metrics.glyphOf(codePoint))));
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

  test('blocks hold at most 100 entries', () => {
    const scattered = Array.from({ length: 250 }, (_, i) => 0x4e00 + 2 * i);
    const counts = lines(scattered).flatMap((line) => /^(\d+) beginbfchar$/.exec(line)?.[1] ?? []);
    expect(counts).toEqual(['100', '100', '50']);
  });

  test('neighbours become one range, which neither side carries over its last byte', () => {
    expect(lines([0x41, 0x42, 0x43, 0x61])).toContain('<0001> <0003> <0041>');
    expect(lines([0x4efe, 0x4eff, 0x4f00, 0x4f01]).filter((line) => /^<.*> <.*> </.test(line))).toEqual([
      '<0001> <0002> <4EFE>',
      '<0003> <0004> <4F00>',
    ]);
    const long = Array.from({ length: 300 }, (_, i) => 0x5000 + ((i + 1) % 256)); // code 256 meets U+5000
    expect(lines(long).filter((line) => /^<.*> <.*> </.test(line))).toEqual(['<0001> <00FF> <5001>', '<0100> <012C> <5000>']);
  });

  test('characters beyond the basic plane are surrogate pairs', () => {
    expect(lines([0x20089])).toContain('<0001> <D840DC89>');
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

/** Widths of codes 1, 2 … of the first font, in the order of their first use. */
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
