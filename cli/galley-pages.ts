import type { Colour, DisplayItem, DisplayPage, GlyphRun } from '../engine/display/types';
import type { FontSet } from '../engine/fonts/types';
import { composeParagraph } from '../engine/typeset';
import type { GlyphFallback, Line, ParagraphStyle } from '../engine/typeset/types';

/** Where the columns of a galley proof stand. Points. */
export interface GalleyGrid {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly columns: number;
  readonly gap: number;
  readonly pitch: number;
}

export interface Galley {
  readonly pages: readonly DisplayPage[];
  readonly lines: number;
  readonly fallbacks: readonly GlyphFallback[];
}

const BLACK: Colour = { c: 0, m: 0, y: 0, k: 1 };

/** Rows of a column: the em box of the last row ends inside the bottom margin. At least one. */
function rowsOf(grid: GalleyGrid, size: number): number {
  return Math.max(1, Math.floor((grid.height - 2 * grid.margin - size) / grid.pitch + 1e-9) + 1);
}

/** Sets paragraphs in one face and runs their lines through the columns of as many pages as they need. */
export function setGalley(
  paragraphs: readonly string[],
  face: string,
  style: ParagraphStyle,
  grid: GalleyGrid,
  fonts: FontSet,
): Galley {
  const { ascent, unitsPerEm } = fonts.face(face);
  const rows = rowsOf(grid, style.size);
  const firstBaseline = grid.margin + (ascent / unitsPerEm) * style.size;
  const pages: DisplayItem[][] = [];
  const fallbacks = new Map<number, GlyphFallback>();
  let count = 0;
  for (const text of paragraphs) {
    const paragraph = composeParagraph([{ text, face }], { ...style, indent: indentOf(text, style) }, fonts);
    for (const fallback of paragraph.fallbacks) fallbacks.set(fallback.codePoint, fallback);
    for (const line of paragraph.lines) {
      const column = Math.floor(count / rows);
      const left = grid.margin + (column % grid.columns) * (style.measure + grid.gap);
      const page = Math.floor(column / grid.columns);
      if (page === pages.length) pages.push([]);
      addLine(pages[page]!, line, left, firstBaseline + (count % rows) * grid.pitch);
      count++;
    }
  }
  return { pages: pages.map((items) => pageOf(items, grid)), lines: count, fallbacks: [...fallbacks.values()] };
}

/** Full-width spaces that a text begins with are its indent, or a part of it. */
function indentOf(text: string, { indent }: ParagraphStyle): number {
  return Math.max(0, indent - /^\u3000*/.exec(text)![0].length);
}

function pageOf(items: readonly DisplayItem[], { width, height }: GalleyGrid): DisplayPage {
  return { width, height, bleed: 0, groups: [{ block: '', items }] };
}

function addLine(items: DisplayItem[], line: Line, left: number, y: number): void {
  for (const { face, size, glyphs, x, text } of line.runs) {
    const run: GlyphRun = { kind: 'glyphs', face, size, colour: BLACK, glyphs, x: x.map((at) => at + left), y, text };
    items.push(run);
  }
}
