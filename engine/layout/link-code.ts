/** QR codes (二维码): how large a link's code is, and its modules as black on white with the words below. */
import { type Bitmap2D, correction, generate } from 'lean-qr';
import type { LinkCode } from '../issue/types';
import { BLACK, WHITE } from './colours';
import { FACE } from './faces';
import { BASELINE, type Grid, MM } from './grid';
import type { Sheet, Type } from './sheet';
import type { TextSource } from './text-source';

/** Modules of white on all sides that a reader needs (ISO/IEC 18004). */
const QUIET = 4;
/** Width of a module, points: what newsprint prints cleanly, and the least that GS1 lets a code have. */
const MODULE = { good: 0.5 * MM, least: 0.396 * MM };
/** Side of a short link's code with its white, points: what is scanned without thinking in a hand's distance. */
const SIDE = 20 * MM;
/** Size of the words, points of a 9 pt body; they have a row of their own. */
const LABEL = 8;
/** Codes that are remembered, so that typing does not make them anew. */
const MOST_KEPT = 64;

/** A code for a width. */
export interface PlannedCode {
  readonly code: LinkCode;
  readonly bitmap: Bitmap2D;
  /** With the white around, points. */
  readonly side: number;
  /** Depth with the words, rows of the page, not whole. */
  readonly rows: number;
  /** The width is too small for so long a link: readers will fail. */
  readonly dense: boolean;
}

/** A code that is at most so wide, points; none for an empty link. */
export function planCode(grid: Grid, code: LinkCode | undefined, width: number): PlannedCode | undefined {
  if (!code || code.link.trim() === '') return undefined;
  const bitmap = bitmapOf(code.link.trim());
  const modules = bitmap.size + 2 * QUIET;
  const side = Math.min(width, Math.max(SIDE, modules * MODULE.good));
  const rows = side / grid.pitch + (code.label === '' ? 0 : 1);
  return { code, bitmap, side, rows, dense: side < modules * MODULE.least - 1e-6 };
}

const kept = new Map<string, Bitmap2D>();

/** Damage of 15 % at least is made good; more where the same number of modules holds it. */
function bitmapOf(link: string): Bitmap2D {
  const known = kept.get(link);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const bitmap = generate(link, { minCorrectionLevel: correction.M });
  kept.set(link, bitmap);
  return bitmap;
}

/** Draws a code with its words, `source`, in the middle of a width from x on, its white's upper edge at y. */
export function drawCode(
  sheet: Sheet,
  { code, bitmap, side }: PlannedCode,
  source: TextSource,
  x: number,
  width: number,
  y: number,
): void {
  const { grid } = sheet.context;
  const left = x + (width - side) / 2;
  const module = side / (bitmap.size + 2 * QUIET);
  sheet.fill({ x: left, y, width: side, height: side }, WHITE);
  for (const dark of darkParts(bitmap)) {
    const [from, top] = [left + (dark.x + QUIET) * module, y + (dark.y + QUIET) * module];
    sheet.fill({ x: from, y: top, width: dark.width * module, height: dark.height * module }, BLACK);
  }
  const wished: Type = { face: FACE.heiMedium, size: LABEL * grid.scale };
  if (code.label === '') {
    sheet.waits.push({
      ref: source.parts[0]!.ref,
      box: { x: left, y: y + side - wished.size, width: side, height: wished.size },
    });
    return;
  }
  const wide = sheet.width(code.label, wished);
  const type = wide <= width ? wished : { ...wished, size: (wished.size * width) / wide };
  const down = y + side + BASELINE * type.size;
  sheet.shows(source, () => sheet.text(code.label, type, x + width / 2, down, 'centre'));
}

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Dark modules as rectangles: runs of a row, and those below each other that are alike as one. */
export function darkParts(bitmap: Pick<Bitmap2D, 'size' | 'get'>): readonly Part[] {
  const parts: Part[] = [];
  let above = new Map<string, number>();
  for (let y = 0; y < bitmap.size; y++) {
    const here = new Map<string, number>();
    for (const { x, width } of runsOf(bitmap, y)) {
      const key = `${x} ${width}`;
      const at = above.get(key) ?? parts.length;
      const part = parts[at];
      if (part) parts[at] = { ...part, height: part.height + 1 };
      else parts.push({ x, y, width, height: 1 });
      here.set(key, at);
    }
    above = here;
  }
  return parts;
}

function* runsOf(bitmap: Pick<Bitmap2D, 'size' | 'get'>, y: number): Iterable<{ readonly x: number; readonly width: number }> {
  let x = 0;
  while (x < bitmap.size) {
    const from = x;
    while (bitmap.get(x, y)) x++;
    if (x > from) yield { x: from, width: x - from };
    x++;
  }
}
