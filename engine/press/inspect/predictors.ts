/** Predictors of compressed samples (ISO 32000-1 §7.4.4.4). */
import { type PDFDict, PDFName, PDFNumber } from 'pdf-lib';

/** A number of a dictionary, or another where there is none. */
export function numberOf(dict: PDFDict | undefined, key: string, otherwise: number): number {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
/** Takes PNG (10–15) and TIFF (2, 8 bits only) prediction back. */
export function unpredicted(bytes: Uint8Array, parms: PDFDict | undefined): Uint8Array {
  const predictor = numberOf(parms, 'Predictor', 1);
  if (predictor < 2) return bytes;
  const colours = bounded(numberOf(parms, 'Colors', 1), 1, 32);
  const bits = bounded(numberOf(parms, 'BitsPerComponent', 8), 1, 16);
  const columns = bounded(numberOf(parms, 'Columns', 1), 1, 1 << 20);
  const pixel = Math.max(1, (colours * bits) >> 3);
  const row = (colours * bits * columns + 7) >> 3;
  return predictor === 2 ? unTiff(bytes, { row, colours, bits, columns }) : unPng(bytes, row, pixel);
}

const bounded = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.floor(value) || least));

interface Rows {
  readonly row: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
}

function unTiff(bytes: Uint8Array, { row, colours, bits, columns }: Rows): Uint8Array {
  const out = bytes.slice();
  for (let start = 0; start < out.length; start += row) {
    const end = Math.min(start + row, out.length);
    if (bits === 8) for (let i = start + colours; i < end; i++) out[i] = (out[i]! + out[i - colours]!) & 255;
    else if (bits === 16) unTiffWords(out, start, end, colours);
    else unTiffBits(out.subarray(start, end), { row, colours, bits, columns });
  }
  return out;
}

function unTiffWords(out: Uint8Array, start: number, end: number, colours: number): void {
  for (let i = start + 2 * colours; i + 1 < end; i += 2) {
    const left = 256 * out[i - 2 * colours]! + out[i - 2 * colours + 1]!;
    const value = 256 * out[i]! + out[i + 1]! + left;
    out[i] = (value >> 8) & 255;
    out[i + 1] = value & 255;
  }
}

function unTiffBits(line: Uint8Array, { colours, bits, columns }: Rows): void {
  const mask = (1 << bits) - 1;
  const before = new Uint8Array(colours);
  for (let i = 0; i < columns * colours; i++) {
    const at = i * bits;
    const shift = 8 - bits - (at & 7);
    const value = (((line[at >> 3] ?? 0) >> shift) + before[i % colours]!) & mask;
    before[i % colours] = value;
    if (at >> 3 < line.length) line[at >> 3] = (line[at >> 3]! & ~(mask << shift)) | (value << shift);
  }
}

function unPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y++) {
    const kind = bytes[y * (row + 1)];
    const from = y * (row + 1) + 1;
    const to = y * row;
    for (let x = 0; x < row && from + x < bytes.length; x++) {
      const left = x >= pixel ? out[to + x - pixel]! : 0;
      const up = y > 0 ? out[to + x - row]! : 0;
      const corner = y > 0 && x >= pixel ? out[to + x - row - pixel]! : 0;
      out[to + x] = (bytes[from + x]! + pngPrediction(kind, left, up, corner)) & 255;
    }
  }
  return out;
}

function pngPrediction(kind: number | undefined, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  return kind === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
