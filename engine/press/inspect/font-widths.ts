/** Advances of a font's codes (ISO 32000-1 §9.2.4, §9.7.4.3). */
import { PDFArray, type PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { numbersOf } from './functions';

const mostWidths = 70_000;

/** Em by code; `scale` leads from glyph space to em. The fourteen standard fonts may leave their widths out. */
export function simpleWidths(dict: PDFDict, missing: number, scale: number): (code: number) => number {
  const first = numbersOf(dict.lookup(PDFName.of('FirstChar')))[0] ?? 0;
  const widths = numbersOf(dict.lookup(PDFName.of('Widths')));
  return (code) => (widths.length === 0 ? 0.5 : (widths[code - first] ?? missing) * scale);
}

/** Em by CID. */
export function compositeWidths(dict: PDFDict): (cid: number) => number {
  const usual = numbersOf(dict.lookup(PDFName.of('DW')))[0] ?? 1000;
  const widths = new Map<number, number>();
  readRuns(dict, 'W', 1, (cid, [width = usual]) => widths.set(cid, width));
  return (cid) => (widths.get(cid) ?? usual) / 1000;
}

/** Of vertical writing, em: how far down the next glyph stands, and where its origin is from the horizontal one. */
export interface VerticalWidth {
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

/** Vertical advances and origins of a CID font, em (ISO 32000-1 §9.7.4.3); `widthOf` gives horizontal advances, em. */
export function verticalWidths(dict: PDFDict, widthOf: (cid: number) => number): (cid: number) => VerticalWidth {
  const [y = 880, advance = -1000] = numbersOf(dict.lookup(PDFName.of('DW2')));
  const known = new Map<number, VerticalWidth>();
  readRuns(dict, 'W2', 3, (cid, [w = advance, vx = 0, vy = y]) =>
    known.set(cid, { height: -w / 1000, x: vx / 1000, y: vy / 1000 }),
  );
  return (cid) => known.get(cid) ?? { height: -advance / 1000, x: widthOf(cid) / 2, y: y / 1000 };
}

/** `first [values …]` gives each its own, `first last values` all the same. */
function readRuns(dict: PDFDict, key: string, size: number, set: (cid: number, values: readonly number[]) => unknown): void {
  const array = dict.lookup(PDFName.of(key));
  if (!(array instanceof PDFArray)) return;
  let count = 0;
  for (let i = 0; i + 1 < array.size() && count < mostWidths; ) {
    const [first, second] = [array.lookup(i), array.lookup(i + 1)];
    if (!(first instanceof PDFNumber)) return;
    if (second instanceof PDFArray) {
      const values = numbersOf(second);
      for (let k = 0; k + size <= values.length && count++ < mostWidths; k += size)
        set(first.asNumber() + k / size, values.slice(k, k + size));
      i += 2;
      continue;
    }
    const last = numbersOf(second)[0] ?? 0;
    const values = Array.from({ length: size }, (_, k) => numbersOf(array.get(i + 2 + k) && array.lookup(i + 2 + k))[0] ?? 0);
    for (let cid = first.asNumber(); cid <= last && count++ < mostWidths; cid++) set(cid, values);
    i += 2 + size;
  }
}
