/** Small pages, pictures made in memory, and outside programs that look at the PDF. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Colour, DisplayItem, DisplayPage, GlyphRun, Picture } from '../../engine/display/types';
import { readFont } from '../../engine/fonts';
import type { FontFile } from '../../engine/fonts/types';
import { pdfTools } from '../../engine/press/node/tools';
import { writePdf } from '../../engine/press/pdf-writer';
import type { OutputIntent, PdfOptions, PreparedPicture } from '../../engine/press/types';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const profilePath = join(root, 'templates/colour/newsprint-ifra26s-tac220.icc');
export const intent: OutputIntent = { profile: readFileSync(profilePath), identifier: 'IFRA26S', info: 'Coldset newsprint' };

const require = createRequire(import.meta.url);
const packages: Record<string, string> = {
  'song-regular': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'hei-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
const loaded = new Map<string, FontFile>();

export function fontFile(face: string): FontFile {
  let file = loaded.get(face);
  if (!file) {
    file = readFont(face, readFileSync(require.resolve(packages[face]!)));
    loaded.set(face, file);
  }
  return file;
}

export const black: Colour = { c: 0, m: 0, y: 0, k: 1 };
export const white: Colour = { c: 0, m: 0, y: 0, k: 0 };
export const red: Colour = { c: 0, m: 1, y: 0.95, k: 0.1 };

/** A run of characters, `pitch` points apart from `x` on. */
export function run(
  text: string,
  x: number,
  y: number,
  size: number,
  more: Partial<GlyphRun> & { pitch?: number } = {},
): GlyphRun {
  const { pitch = size, ...rest } = more;
  const face = rest.face ?? 'song-regular';
  const codePoints = Array.from(text, (character) => character.codePointAt(0)!);
  return {
    kind: 'glyphs',
    face,
    size,
    colour: black,
    glyphs: Uint16Array.from(codePoints, (codePoint) => fontFile(face).metrics.glyphOf(codePoint)),
    x: Float32Array.from(codePoints, (_, i) => x + i * pitch),
    y,
    text: Uint32Array.from(codePoints),
    ...rest,
  };
}

export function page(items: readonly DisplayItem[], more: Partial<DisplayPage> = {}): DisplayPage {
  return { width: 300, height: 400, bleed: 8.504, groups: [{ block: 'a', items }], ...more };
}

export const pressOptions: PdfOptions = { title: '版面 <1> & 样张', date: '2026-03-10T08:00:00Z', standard: 'pdfx4', intent };

export function write(
  pages: readonly DisplayPage[],
  options: Partial<PdfOptions> = {},
  picture?: (picture: Picture) => PreparedPicture | undefined,
): Uint8Array {
  return writePdf(pages, { fontFile, picture, ...pdfTools }, { ...pressOptions, ...options });
}

/** Runs an outside program on the bytes, in a folder of their own; gives its standard output. */
export function outside(program: string, args: readonly string[], pdf: Uint8Array, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  return inFolder(pdf, (file) =>
    call(
      program,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      encoding,
    ),
  );
}

/** What a reader of QR codes finds on the first page at a resolution. */
export function codesOn(pdf: Uint8Array, ppi: number): readonly string[] {
  return inFolder(pdf, (file, folder) => {
    call('pdftoppm', ['-r', String(ppi), '-png', '-f', '1', '-singlefile', file, join(folder, 'a')], 'utf8');
    return call('zbarimg', ['--quiet', '--raw', join(folder, 'a.png')], 'utf8')
      .trim()
      .split('\n');
  });
}

function inFolder<T>(pdf: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'press-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return work(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function call(program: string, args: readonly string[], encoding: 'utf8' | 'latin1'): string {
  const result = spawnSync(program, args, { encoding, maxBuffer: 64 << 20 });
  if (result.error) throw new Error(`this test needs the program ${program}: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${result.stdout}${result.stderr}`);
  return result.stdout;
}
