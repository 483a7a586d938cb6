import type { Cells } from './cells';
import { CharacterClass as C, setOf } from './character-classes';
import type { Characters } from './collect';
import type { Adjustment } from './fit';
import { type Gaps, Take } from './gaps';
import type { PlacedRun, StyledText } from './types';

/** What all lines of a paragraph are placed from. */
export interface Placing {
  readonly sources: readonly StyledText[];
  readonly characters: Characters;
  readonly cells: Cells;
  readonly gaps: Gaps;
}

/**
 * Last stage: the glyphs of a line, one run for each face, size and tag.
 *
 * @param offset of the line from the measure's left edge, points; contained in the runs' x
 */
export function placeLine(placing: Placing, start: number, end: number, offset: number, adjustment: Adjustment): PlacedRun[] {
  const { sources, characters, cells, gaps } = placing;
  const { sources: sourceOf, codePoints, classes } = characters;
  const { faceOf, glyphs, bodies, shifts, sizes } = cells;
  const { natural, give, takeKind } = gaps;
  const opened = adjustment.all;
  const runs: PlacedRun[] = [];
  let x = offset;
  let at = start;
  while (at < end) {
    const source = sourceOf[at]!;
    const stop = endOfRun(placing, at, end);
    const length = stop - at;
    const run = new Uint16Array(length);
    const origins = new Float32Array(length);
    const text = new Uint32Array(length);
    for (let k = 0; k < length; k++, at++) {
      run[k] = glyphs[at]!;
      origins[k] = x + shifts[at]!;
      text[k] = classes[at] === C.Space ? 0x20 : codePoints[at]!;
      if (classes[at] === C.Dash || (at === end - 1 && STANDS_FLUSH[classes[at]!]))
        origins[k]! += edgeShift(placing, at, start, end);
      const plain = takeKind[at] === Take.Bare && give[at] === 0;
      x += bodies[at]! + (plain ? natural[at]! + opened : adjustedGap(gaps, at, adjustment));
    }
    const { tag } = sources[source]!;
    const face = cells.faces[faceOf[at - 1]!]!.id;
    const size = sizes[source]!;
    runs.push(
      tag === undefined ? { face, size, glyphs: run, x: origins, text } : { face, size, tag, glyphs: run, x: origins, text },
    );
  }
  return runs;
}

function endOfRun({ sources, characters, cells }: Placing, start: number, end: number): number {
  const source = characters.sources[start]!;
  const face = cells.faceOf[start];
  let stop = start + 1;
  while (stop < end && cells.faceOf[stop] === face) {
    const other = characters.sources[stop]!;
    const joins =
      other === source || (cells.sizes[other] === cells.sizes[source] && sources[other]!.tag === sources[source]!.tag);
    if (!joins) break;
    stop++;
  }
  return stop;
}

/** Marks in a cell wider than their glyph, that end a line flush all the same. */
const STANDS_FLUSH = setOf(C.Dash, C.Connector, C.Slash);

/**
 * A dash is drawn shorter than its two em. At the edge of a line it moves out until it is flush; the white stays between
 * it and the text. So does a connector at a line's end.
 */
function edgeShift({ characters, cells }: Placing, index: number, start: number, end: number): number {
  const isDash = (i: number): boolean => characters.classes[i] === C.Dash;
  if (index - start < 2 && isDash(start)) return -cells.shifts[start]!;
  const last = end - 1;
  if (last - index >= 2 || !STANDS_FLUSH[characters.classes[last]!]) return 0;
  const face = cells.faces[cells.faceOf[last]!]!;
  const advance = (face.advanceOf(cells.glyphs[last]!) / face.unitsPerEm) * cells.sizes[characters.sources[last]!]!;
  return cells.bodies[last]! - cells.shifts[last]! - advance;
}

/** The gap after a character once the line has been fitted. */
function adjustedGap({ natural, give, giveKind, take, takeKind }: Gaps, i: number, a: Adjustment): number {
  let gap = natural[i]!;
  if (give[i]! > 0) gap -= a.give[giveKind[i]!]! * give[i]!;
  const taker = takeKind[i]!;
  if (taker === Take.None || taker === Take.Letter) return gap;
  if (taker === Take.Marked) gap += a.marked;
  else if (taker === Take.WordSpace) gap += a.word * take[i]!;
  else if (taker === Take.LatinGap) gap += a.latin * take[i]!;
  else if (taker === Take.Opened) return gap + a.letters;
  return gap + a.all;
}
