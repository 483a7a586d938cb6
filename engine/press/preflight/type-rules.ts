/** Rules about type: white that vanishes or fills in, black that must overprint, small type on several plates. */
import type { Box } from '../geometry';
import { processPlates } from '../inspect/colour-space';
import type { GraphicsState } from '../inspect/graphics-state';
import type { PageFont } from '../inspect/pdf-font';
import type { Inks } from './colour-notes';
import type { Limits } from './limits';
import { mostQuoted, type Sightings } from './sightings';
import type { Place } from './types';

/** Text that is not on the black plate alone. */
export interface ColouredText {
  readonly text: string;
  /** Type size, points. */
  readonly size: number;
  readonly font: string;
  /** Plates with their tints, per cent. */
  readonly plates: Readonly<Record<string, number>>;
  readonly place: Place;
}

/** A character as it is shown. */
export interface ShownType {
  /** What it reads as; may be empty. */
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly font: PageFont;
  readonly inks: Inks;
  readonly box: Box;
}

const mostTexts = 2000;
/** Ink from which a tone counts as full, 0–1. */
export const solid = 0.995;
const boldName = /bold|black|heavy|semi|hei|黑|粗/i;

/** Looks at each character of a page. */
export class TypeRules {
  /** In the order of the file. */
  readonly coloured: ColouredText[] = [];
  private run = '';
  private readonly knockouts: ShownType[] = [];

  constructor(
    private readonly limits: Limits,
    private readonly sightings: Sightings,
  ) {}

  /** Tells what a press may spoil of a character. */
  look(shown: ShownType, state: GraphicsState): void {
    const names = Object.keys(shown.inks);
    const isBlackAlone = names.length === 1 && shown.inks.Black !== undefined;
    if (names.length > 0 && !isBlackAlone) this.list(shown);
    if (names.includes('All')) return;
    if (names.length === 0) this.white(shown, state);
    else if (isBlackAlone) this.black(shown, state);
    else if (names.length > 1) this.severalPlates(shown, names);
  }

  /**
   * Tells of solid black that knocks out, once the page is painted.
   *
   * @param isNeeded where black of a size, points, that overprinted would pass the limit of ink with its ground
   */
  tellKnockouts(isNeeded: (box: Box, size: number) => boolean): void {
    for (const shown of this.knockouts) if (!isNeeded(shown.box, shown.size)) this.see('blackKnocksOut', shown);
  }

  private white(shown: ShownType, state: GraphicsState): void {
    const { size, font } = shown;
    if (state.overprintFill && state.overprintMode === 1) this.see('whiteOverprints', shown);
    else if (size < this.limits.leastReversedType && !boldName.test(font.name)) this.see('reversedType', shown);
  }

  private black(shown: ShownType, { overprintFill }: GraphicsState): void {
    const isSolid = shown.inks.Black! >= solid;
    const isNoted = isSolid && !overprintFill && shown.size < this.limits.knockoutType;
    if (isNoted && this.knockouts.length < mostTexts) this.knockouts.push(shown);
    if (!isSolid && shown.size < this.limits.leastTintType) this.see('tintType', shown);
  }

  private severalPlates(shown: ShownType, names: readonly string[]): void {
    const isSmall = shown.size < this.limits.leastColouredType;
    if ((shown.inks.Black ?? 0) >= 0.85) this.see('richBlackType', shown);
    else if (isSmall && processPlates.every((name) => names.includes(name))) this.see('fourColourType', shown);
    else if (isSmall) this.see('multiPlateType', shown);
  }

  private see(rule: string, { size, text, box }: ShownType): void {
    this.sightings.see(rule, { size: tenths(size), text: '' }, box, text);
  }

  /** Neighbouring characters of one look become one entry. */
  private list({ text, size, font, inks, box }: ShownType): void {
    const key = `${font.name} ${size.toFixed(1)} ${JSON.stringify(inks)} ${Math.round(box.bottom)}`;
    const last = this.coloured.at(-1);
    if (last && this.run === key) {
      if (last.text.length < mostQuoted) this.coloured[this.coloured.length - 1] = { ...last, text: last.text + text };
      return;
    }
    if (this.coloured.length >= mostTexts) return;
    const plates = Object.fromEntries(Object.entries(inks).map(([name, ink]) => [name, Math.round(ink * 100)]));
    this.coloured.push({ text, size: tenths(size), font: font.name, plates, place: this.sightings.placeOf(box) });
    this.run = key;
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
