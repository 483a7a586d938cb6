/**
 * The content stream of one page. Text is shown glyph by glyph at the display list's positions: character spacing where a
 * line is opened evenly, one TJ a run for the rest, whose adjustments are counted from the position already reached, so that
 * rounding never adds up.
 */
import type { Colour, Disc, DisplayItem, DisplayPage, Fill, Frame, GlyphRun, Picture, Rule } from '../display/types';
import type { FaceId } from '../fonts/types';
import { type Advance, beginSpan, hasNoticedGaps, linesOf } from './actual-text';
import { ByteBuffer } from './byte-buffer';
import { isSolidBlack, isWhite, tintOf } from './colour';
import type { PdfFont, Shown } from './pdf-font';
import type { Spot } from './types';

/** Names that the page's resource dictionary must carry; the document hands them out. */
export interface ContentNames {
  /** Font resource name and its encoder. */
  font(face: FaceId): { readonly name: string; readonly font: PdfFont };
  /** Image resource name, undefined when the picture is missing. */
  image(picture: Picture): string | undefined;
  /** Colour space resource name of a spot plate that is printed, undefined when the colour goes to process inks. */
  spot(name: string): { readonly name: string; readonly spot: Spot } | undefined;
}

/** ExtGState resource names. */
export const overprintState = 'O1';
export const knockoutState = 'O0';

/** Control points of a quarter circle: 4/3 · (√2 − 1). */
const kappa = 0.5522847498;

/** A glyph further than this from its place is moved, points. Single-precision coordinates are no finer than 0.0001. */
const tolerance = 0.002;

/** Finest positions written: 0.001 pt for coordinates, 0.01/1000 em inside a TJ array. Both stay below 0.001 pt on paper. */
const round3 = (value: number): number => Math.round(value * 1000) / 1000 || 0;
const round2 = (value: number): number => Math.round(value * 100) / 100;
const fixed3 = (value: number): string => String(round3(value));
/** Spacing is finer, since it is added up along a line. */
const round4 = (value: number): number => Math.round(value * 10000) / 10000 || 0;
/** A run with fewer equal gaps is moved glyph by glyph. */
const leastGaps = 3;

/** PDF operators for `page`, with the origin of its display list moved in by the bleed. `bleed` is in points. */
export function pageContent(page: DisplayPage, bleed: number, names: ContentNames): Uint8Array {
  const content = new PageContent(page.height + bleed, bleed, names);
  for (const group of page.groups) content.drawAll(group.items);
  return content.bytes();
}

class PageContent {
  private readonly out = new ByteBuffer();
  private fillColour = '';
  /** The colour that `fillColour` was made of. */
  private filled: Colour | undefined;
  private strokeColour = '';
  private overprint = false;
  private lineWidth = '';
  private font = '';
  private size = 0;
  private stretch = 1;
  /** The face whose widths were asked last. */
  private measuredFace: FaceId | undefined;
  private measured: PdfFont | undefined;
  private spacing = 0;

  constructor(
    private readonly top: number,
    private readonly left: number,
    private readonly names: ContentNames,
  ) {}

  bytes(): Uint8Array {
    return this.out.take();
  }

  drawAll(items: readonly DisplayItem[]): void {
    for (const item of linesOf(items, this.advance)) {
      if (Array.isArray(item)) this.line(item);
      else this.draw(item);
    }
  }

  private readonly advance: Advance = ({ face }, glyph) => {
    if (face !== this.measuredFace) {
      this.measured = this.names.font(face).font;
      this.measuredFace = face;
    }
    return this.measured!.width(glyph);
  };

  private line(runs: readonly GlyphRun[]): void {
    const stated = hasNoticedGaps(runs, this.advance);
    if (stated) beginSpan(this.out, runs);
    for (const run of runs) this.glyphs(run);
    if (stated) this.put('EMC');
  }

  private draw(item: DisplayItem): void {
    switch (item.kind) {
      case 'glyphs':
        this.glyphs(item);
        break;
      case 'picture':
        this.picture(item);
        break;
      case 'rule':
        this.rule(item);
        break;
      case 'fill':
        this.fill(item);
        break;
      case 'frame':
        this.frame(item);
        break;
      case 'disc':
        this.disc(item);
        break;
    }
  }

  private put(operators: string): void {
    this.out.text(`${operators}\n`);
  }

  private x(x: number): string {
    return fixed3(this.left + x);
  }

  private y(y: number): string {
    return fixed3(this.top - y);
  }

  private glyphs(run: GlyphRun): void {
    if (run.glyphs.length === 0) return;
    const { name, font } = this.names.font(run.face);
    this.setFill(run.colour);
    this.put('BT');
    this.setFont(name, run.size, run.rotate ? 1 : (run.stretch ?? 1));
    if (run.rotate) this.rotatedGlyphs(run, font);
    else this.levelGlyphs(run, font);
    this.put('ET');
  }

  private levelGlyphs(run: GlyphRun, font: PdfFont): void {
    const { glyphs, x, text } = run;
    const shown: Shown[] = [];
    for (let i = 0; i < glyphs.length; i++) shown.push(font.showing(glyphs[i]!, text[i]!));
    // Of the size and the scale as written: a reader knows no others.
    const scale = round3((run.stretch ?? 1) * 100) / 100;
    const unit = (round3(run.size) * scale) / 1000;
    const spacing = round4(evenGap(shown, x, unit) / scale);
    if (spacing !== this.spacing) this.put(`${spacing} Tc`);
    this.spacing = spacing;
    const start = round3(this.left + x[0]!);
    let reached = start - this.left;
    this.out.text(`${fixed3(start)} ${this.y(run.y)} Td\n[<`);
    for (let i = 0; i < shown.length; i++) {
      const { cid, width } = shown[i]!;
      const off = reached - x[i]!;
      if (off > tolerance || off < -tolerance) {
        const back = round2(off / unit);
        this.out.text(`>${back}<`);
        reached -= back * unit;
      }
      this.out.hex(cid);
      reached += width * unit + spacing * scale;
    }
    this.put('>] TJ');
  }

  /** Turned clockwise about each origin, the glyph's baseline runs down the page. */
  private rotatedGlyphs(run: GlyphRun, font: PdfFont): void {
    run.glyphs.forEach((glyph, i) => {
      this.out.text(`0 -1 1 0 ${this.x(run.x[i]!)} ${this.y(run.y)} Tm <`);
      this.out.hex(font.showing(glyph, run.text[i]!).cid);
      this.put('> Tj');
    });
  }

  private setFont(name: string, size: number, stretch: number): void {
    if (this.font !== name || this.size !== size) this.put(`/${name} ${fixed3(size)} Tf`);
    if (this.stretch !== stretch) this.put(`${fixed3(stretch * 100)} Tz`);
    this.font = name;
    this.size = size;
    this.stretch = stretch;
  }

  private setFill(colour: Colour): void {
    if (colour !== this.filled) {
      const operators = this.colourOperators(colour, 'k', 'cs', 'scn');
      if (this.fillColour !== operators) this.put(operators);
      this.fillColour = operators;
      this.filled = colour;
    }
    this.setOverprint(isSolidBlack(colour));
  }

  /** A line on a picture knocks out: with the picture's ink it would pass the limit. */
  private setStroke({ colour, weight, ofPicture }: Pick<Rule, 'colour' | 'weight' | 'ofPicture'>): void {
    const operators = this.colourOperators(colour, 'K', 'CS', 'SCN');
    if (this.strokeColour !== operators) this.put(operators);
    this.strokeColour = operators;
    this.setOverprint(isSolidBlack(colour) && !ofPicture);
    const width = `${fixed3(weight)} w`;
    if (this.lineWidth !== width) this.put(width);
    this.lineWidth = width;
  }

  private colourOperators(colour: Colour, process: string, space: string, tint: string): string {
    const plate = colour.spot && !isWhite(colour) ? this.names.spot(colour.spot) : undefined;
    if (plate) return `/${plate.name} ${space} ${fixed3(tintOf(colour, plate.spot))} ${tint}`;
    return `${fixed3(colour.c)} ${fixed3(colour.m)} ${fixed3(colour.y)} ${fixed3(colour.k)} ${process}`;
  }

  private setOverprint(overprint: boolean): void {
    if (this.overprint !== overprint) this.put(`/${overprint ? overprintState : knockoutState} gs`);
    this.overprint = overprint;
  }

  private rule(rule: Rule): void {
    this.setStroke(rule);
    this.put(`${this.x(rule.x1)} ${this.y(rule.y1)} m ${this.x(rule.x2)} ${this.y(rule.y2)} l S`);
  }

  private fill(fill: Fill): void {
    this.setFill(fill.colour);
    this.put(`${this.rectangle(fill)} f`);
  }

  private frame(frame: Frame): void {
    this.setStroke(frame);
    this.put(`${this.rectangle(frame)} S`);
  }

  private rectangle(box: { x: number; y: number; width: number; height: number }): string {
    return `${this.x(box.x)} ${this.y(box.y + box.height)} ${fixed3(box.width)} ${fixed3(box.height)} re`;
  }

  private disc({ cx, cy, radius: r, colour }: Disc): void {
    this.setFill(colour);
    const k = r * kappa;
    const point = (dx: number, dy: number) => `${this.x(cx + dx)} ${this.y(cy + dy)}`;
    this.put(
      [
        `${point(r, 0)} m`,
        `${point(r, k)} ${point(k, r)} ${point(0, r)} c`,
        `${point(-k, r)} ${point(-r, k)} ${point(-r, 0)} c`,
        `${point(-r, -k)} ${point(-k, -r)} ${point(0, -r)} c`,
        `${point(k, -r)} ${point(r, -k)} ${point(r, 0)} c f`,
      ].join(' '),
    );
  }

  /** The prepared picture is already cropped and fills its frame. */
  private picture(picture: Picture): void {
    const name = this.names.image(picture);
    if (!name) return;
    this.setOverprint(false);
    const place = `${fixed3(picture.width)} 0 0 ${fixed3(picture.height)} ${this.x(picture.x)} ${this.y(picture.y + picture.height)}`;
    this.put(`q ${place} cm /${name} Do Q`);
  }
}

/** The gap that most glyphs of a level run keep from the advance before them, points; 0 when few do (majority vote of Boyer and Moore). */
function evenGap(shown: readonly Shown[], x: GlyphRun['x'], unit: number): number {
  let gap = 0;
  let votes = 0;
  let rivals = -1;
  let equal = 0;
  let sum = 0;
  for (let i = 1; i < shown.length; i++) {
    const found = x[i]! - x[i - 1]! - shown[i - 1]!.width * unit;
    if (votes === 0) {
      gap = found;
      rivals++;
    }
    const off = found - gap;
    if (off >= tolerance || off <= -tolerance) votes--;
    else {
      votes++;
      equal++;
      sum += found;
    }
  }
  // As a rule the first gap wins, and is counted already.
  if (rivals > 0) {
    equal = 0;
    sum = 0;
    for (let i = 1; i < shown.length; i++) {
      const found = x[i]! - x[i - 1]! - shown[i - 1]!.width * unit;
      if (Math.abs(found - gap) >= tolerance) continue;
      equal++;
      sum += found;
    }
  }
  return equal < leastGaps || Math.abs(gap) < tolerance / 2 ? 0 : sum / equal;
}
