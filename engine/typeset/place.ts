import type { Cells } from './cells';
import { CharacterClass as C } from './character-classes';
import type { Characters } from './collect';
import type { Adjustment } from './fit';
import { type Gaps, Take } from './gaps';
import type { PlacedRun, StyledText } from './types';

/** Last stage: the glyphs of a line, one run for each face, size and tag; x in points from the measure's left edge. */
export function placeLine(
  start: number,
  end: number,
  offset: number,
  adjustment: Adjustment,
  characters: Characters,
  cells: Cells,
  gaps: Gaps,
  sources: readonly StyledText[],
): PlacedRun[] {
  const { sources: sourceOf, codePoints, classes } = characters;
  const { faceOf, glyphs, bodies, shifts } = cells;
  const runs: PlacedRun[] = [];
  let x = offset;
  let at = start;
  while (at < end) {
    const source = sourceOf[at]!;
    const face = faceOf[at]!;
    let stop = at + 1;
    while (stop < end && faceOf[stop] === face && joins(sources, sourceOf[stop]!, source, cells.sizes)) stop++;
    const length = stop - at;
    const run = { glyphs: new Uint16Array(length), x: new Float32Array(length), text: new Uint32Array(length) };
    for (let k = 0; k < length; k++, at++) {
      run.glyphs[k] = glyphs[at]!;
      run.x[k] = x + shifts[at]!;
      run.text[k] = classes[at] === C.Space ? 0x20 : codePoints[at]!;
      x += bodies[at]! + adjustedGap(gaps, at, adjustment);
    }
    const { tag } = sources[source]!;
    runs.push({ face: cells.faces[face]!.id, size: cells.sizes[source]!, ...(tag === undefined ? {} : { tag }), ...run });
  }
  return runs;
}

function joins(sources: readonly StyledText[], a: number, b: number, sizes: readonly number[]): boolean {
  return a === b || (sizes[a] === sizes[b] && sources[a]!.tag === sources[b]!.tag);
}

/** The gap after a character once the line has been fitted. */
function adjustedGap({ natural, give, giveKind, take, takeKind }: Gaps, i: number, a: Adjustment): number {
  let gap = natural[i]!;
  if (give[i]! > 0) gap -= a.give[giveKind[i]!]! * give[i]!;
  const taker = takeKind[i]!;
  if (taker === Take.None) return gap;
  if (taker === Take.Bare) gap += a.bare;
  else if (taker === Take.WordSpace) gap += a.word * take[i]!;
  else if (taker === Take.LatinGap) gap += a.latin * take[i]!;
  return gap + a.all;
}
