/** Draws single lines, rules and boxes as a display list, for sheets that are not pages of a paper. */
import type { Colour, DisplayItem } from '../../display/types';
import type { FontSet } from '../../fonts/types';

/** Inks of sheets and reports: black alone. */
export const black: Colour = { c: 0, m: 0, y: 0, k: 1 };
/** Black for words that explain others. */
export const grey: Colour = { c: 0, m: 0, y: 0, k: 0.55 };
const light: Colour = { c: 0, m: 0, y: 0, k: 0.08 };

/** Faces of the program's own. */
export const hei = 'hei-regular';
export const bold = 'hei-bold';

interface TextLook {
  readonly face?: string;
  readonly colour?: Colour;
  /** Points; what is wider ends in …. */
  readonly room?: number;
  /** `x` is the middle of the line, not its left end. */
  readonly centre?: boolean;
}

/** Lengths in points from the top left corner. */
export class Pen {
  readonly items: DisplayItem[] = [];

  constructor(private readonly fonts: FontSet) {}

  /** Sets one line on the baseline `y`. Gives where it ends. */
  text(
    text: string,
    x: number,
    y: number,
    size: number,
    { face = hei, colour = black, room = Infinity, centre = false }: TextLook = {},
  ): number {
    const width = this.width(text, size, face);
    let shown = text;
    if (width > room) {
      const characters = [...text];
      while (characters.length > 1 && this.width(`${characters.join('')}…`, size, face) > room) characters.pop();
      shown = `${characters.join('')}…`;
    }
    let at = centre ? x - this.width(shown, size, face) / 2 : x;
    for (const character of shown) {
      const codePoint = character.codePointAt(0)!;
      const resolved = this.fonts.resolve(codePoint, face);
      const [glyphs, xs, codes] = [Uint16Array.of(resolved.glyph), Float32Array.of(at), Uint32Array.of(codePoint)];
      this.items.push({ kind: 'glyphs', face: resolved.face.id, size, colour, glyphs, x: xs, y, text: codes });
      at += (resolved.face.advanceOf(resolved.glyph) * size) / resolved.face.unitsPerEm;
    }
    return at;
  }

  /** Of one line, points. */
  width(text: string, size: number, face: string): number {
    let width = 0;
    for (const character of text) {
      const { face: found, glyph } = this.fonts.resolve(character.codePointAt(0)!, face);
      width += (found.advanceOf(glyph) * size) / found.unitsPerEm;
    }
    return width;
  }

  rule(x1: number, y1: number, x2: number, y2: number, weight = 0.4, colour = black): void {
    this.items.push({ kind: 'rule', x1, y1, x2, y2, weight, colour });
  }

  frame(x: number, y: number, width: number, height: number, weight = 0.6): void {
    this.items.push({ kind: 'frame', x, y, width, height, weight, colour: black });
  }

  fill(x: number, y: number, width: number, height: number, colour = light): void {
    this.items.push({ kind: 'fill', x, y, width, height, colour });
  }
}
