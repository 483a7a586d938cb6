/** Plates as Ghostscript separates them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mean ink, 0–255. */
export const mean = (ink: Uint8Array): number => ink.reduce((sum, value) => sum + value, 0) / ink.length;

/** Separations as grey PGM-like samples: ink 0–255. */
export function ghostscriptPlates(pdf: Uint8Array, dpi: number): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'plates-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const args = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', `-r${dpi}`, '-sCompression=none', '-dMaxSpots=4'];
    const quality = ['-dTextAlphaBits=4', '-dGraphicsAlphaBits=4'];
    const result = spawnSync('gs', [...args, ...quality, '-o', join(folder, 'p.tif'), join(folder, 'a.pdf')], {
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`this test needs Ghostscript: ${result.stdout}${result.stderr}`);
    const plates = readdirSync(folder).flatMap((file) => /^p\((.*)\)\.tif$/.exec(file)?.[1] ?? []);
    return new Map(plates.map((name) => [decodeURIComponent(name), tiffInk(readFileSync(join(folder, `p(${name}).tif`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An uncompressed grey TIFF in strips; 0 is full ink. */
function tiffInk(file: Buffer): Uint8Array {
  const directory = file.readUInt32LE(4);
  const entries = new Map<number, { count: number; at: number; short: boolean }>();
  for (let i = 0; i < file.readUInt16LE(directory); i++) {
    const at = directory + 2 + 12 * i;
    const [count, short] = [file.readUInt32LE(at + 4), file.readUInt16LE(at + 2) === 3];
    const inside = count * (short ? 2 : 4) <= 4;
    entries.set(file.readUInt16LE(at), { count, short, at: inside ? at + 8 : file.readUInt32LE(at + 8) });
  }
  const values = (tag: number): number[] => {
    const { count, at, short } = entries.get(tag)!;
    return Array.from({ length: count }, (_, i) => (short ? file.readUInt16LE(at + 2 * i) : file.readUInt32LE(at + 4 * i)));
  };
  const [offsets, lengths] = [values(273), values(279)];
  const strips = offsets.map((offset, i) => file.subarray(offset, offset + lengths[i]!));
  return Uint8Array.from(Buffer.concat(strips), (value) => 255 - value);
}

/** A PDF that Ghostscript writes from PostScript, its fonts embedded. */
export function distilled(postScript: string, options: readonly string[] = []): Uint8Array {
  const args = [
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-dSAFER',
    '-sDEVICE=pdfwrite',
    '-dPDFSETTINGS=/prepress',
    ...options,
    '-o',
    '-',
    '-',
  ];
  const result = spawnSync('gs', args, { input: postScript, maxBuffer: 64 << 20 });
  if (result.status !== 0) throw new Error(`this test needs Ghostscript: ${result.stdout}${result.stderr}`);
  return new Uint8Array(result.stdout);
}
