/** What becomes of each font in the user's folder: read whole, with the hanzi of GB 2312 that it lacks. */
import { InputError } from '../engine/errors';
import type { FaceId } from '../engine/fonts';
import type { Fonts } from '../engine/store/font-files';

export interface OwnFontReport {
  readonly id: FaceId;
  readonly name: string;
  readonly file: string;
  /** Hanzi of GB 2312 that it lacks and other faces supply. */
  readonly missing: number;
  /** Why it cannot be used. */
  readonly problem?: InputError;
}

/** Rows 16–87 of GB/T 2312: its 6,763 hanzi. */
const ROWS = { first: 16, last: 87, cells: 94 };

/** The user's own faces with how many hanzi of GB/T 2312 each lacks, or why it cannot be used. */
export function reportOwnFonts(fonts: Fonts): OwnFontReport[] {
  const hanzi = hanziOfGb2312();
  return fonts.own.map(({ id, name, file, problem }) => {
    const face = { id, name, file, missing: 0 };
    if (problem) return { ...face, problem };
    try {
      const { metrics } = fonts.file(id);
      return { ...face, missing: hanzi.filter((codePoint) => metrics.glyphOf(codePoint) === 0).length };
    } catch (error) {
      if (error instanceof InputError) return { ...face, problem: error };
      throw error;
    }
  });
}

function hanziOfGb2312(): number[] {
  const bytes: number[] = [];
  for (let row = ROWS.first; row <= ROWS.last; row++) {
    for (let cell = 1; cell <= ROWS.cells; cell++) bytes.push(0xa0 + row, 0xa0 + cell);
  }
  const text = new TextDecoder('gb2312').decode(Uint8Array.from(bytes));
  // Five cells of row 55 are empty: decoders give private characters there.
  return [...text].map((character) => character.codePointAt(0)!).filter((c) => c >= 0x4e00 && c < 0xa000);
}
