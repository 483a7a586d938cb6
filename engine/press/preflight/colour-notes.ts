/** Colours of one page: which spaces and plates it uses, what each spot stands for, and what is no printing colour. */
import type { Box } from '../geometry';
import type { ColourSpace } from '../inspect/colour-space';
import type { Paint } from '../inspect/graphics-state';
import type { Sightings } from './sightings';
import type { Place } from './types';

/** Plates with ink, 0–1 each. */
export type Inks = Readonly<Record<string, number>>;

const mostVersions = 8;
const mostPaints = 4096;
/** Ink that a plate does not show, 0–1. */
export const visible = 0.004;

/** Notes the colours that are painted with. */
export class ColourNotes {
  /** Process inks that stand for each spot plate, every version once, with the first place of each. */
  readonly spots = new Map<string, Map<string, Place>>();
  readonly spaces = new Set<string>();
  readonly plates = new Set<string>();
  private readonly inks = new Map<Paint, Inks>();

  constructor(private readonly sightings: Sightings) {}

  /** The colour of type, an area, a line or a shading. */
  object(space: ColourSpace, box: Box): void {
    this.note(space, box);
    if (space.family === 'rgb' || space.family === 'lab') this.sightings.see('rgbColour', { space: space.name }, box);
    else this.doubtful(space, box);
  }

  /** The colour of a picture's samples. */
  picture(space: ColourSpace, box: Box): void {
    this.note(space, box);
    if (space.family === 'rgb' || space.family === 'lab' || space.name === 'JPX')
      this.sightings.see('rgbPicture', { space: space.name }, box);
    else this.doubtful(space, box);
  }

  /** What a paint leaves on each plate; plates without visible ink are not in it. */
  inksOf(paint: Paint): Inks {
    let known = this.inks.get(paint);
    if (!known) {
      const amounts = new Float64Array(Math.max(4, paint.space.plates.length));
      paint.space.inks(paint.values, amounts);
      known = Object.fromEntries(paint.space.plates.flatMap((name, i) => (amounts[i]! > visible ? [[name, amounts[i]!]] : [])));
      if (this.inks.size > mostPaints) this.inks.clear();
      this.inks.set(paint, known);
    }
    return known;
  }

  private doubtful(space: ColourSpace, box: Box): void {
    if (space.managed) this.sightings.see('managedColour', { space: space.name }, box);
    else if (space.family === 'unknown') this.sightings.see('unknownColour', { space: space.name }, box);
  }

  private note(space: ColourSpace, box: Box): void {
    this.spaces.add(space.name);
    for (const plate of space.plates) this.plates.add(plate);
    for (const [name, inks] of space.equivalents) {
      const versions = this.spots.get(name) ?? new Map<string, Place>();
      this.spots.set(name, versions);
      const key = inks.map((ink) => Math.round(ink * 100)).join(' ');
      if (!versions.has(key) && versions.size < mostVersions) versions.set(key, this.sightings.placeOf(box));
    }
  }
}
