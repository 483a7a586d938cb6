/** Looks at what a page draws for what would go wrong at the press. Rules of `Limits`; positions in mm from the trim's top left. */
import { type Box, boxAround, inverse, lengths, type Matrix, meets, times } from '../geometry';
import { ClipBoxes, commonBox } from '../inspect/clip-boxes';
import { isNormal } from '../inspect/contents';
import { filtersOf } from '../inspect/filters';
import type { GraphicsState, Paint } from '../inspect/graphics-state';
import type { Group, PageSink, SampledPicture, ShownGlyph, Tiling } from '../inspect/page-sink';
import { boxOf, type Path } from '../inspect/path';
import type { PageFont } from '../inspect/pdf-font';
import type { Shading } from '../inspect/shading';
import { strokeWidth } from '../inspect/stroke';
import { ColourNotes, type Inks, visible } from './colour-notes';
import type { Limits } from './limits';
import { Sightings } from './sightings';
import { solid, TypeRules } from './type-rules';
import type { Place } from './types';

/** An object this near to the trimmed edge, points, is meant to reach it. */
const atEdge = 0.3;
const unwantedCodings: ReadonlySet<string> = new Set(['JPXDecode', 'JBIG2Decode', 'LZWDecode']);
const pointsPerMm = 72 / 25.4;

/** Notes what a page draws that a press may spoil, each kind once with how often and where first. */
export class PageExaminer implements PageSink {
  readonly sightings: Sightings;
  readonly colours: ColourNotes;
  readonly type: TypeRules;
  /** With the first place where each is used. */
  readonly fonts = new Map<PageFont, Place>();
  /** Where the first soft mask, blend mode or translucency is met. */
  transparent: Place | undefined;
  /** All of the bleed without a clip. */
  private readonly clips: ClipBoxes;

  /**
   * @param trim the trimmed page; what lies outside the bleed is not looked at (marks)
   * @param bleed the trimmed page with its bleed
   */
  constructor(
    private readonly trim: Box,
    private readonly bleed: Box,
    private readonly limits: Limits,
  ) {
    this.clips = new ClipBoxes(bleed);
    this.sightings = new Sightings(trim);
    this.colours = new ColourNotes(this.sightings);
    this.type = new TypeRules(limits, this.sightings);
  }

  fill(path: Path, _evenOdd: boolean, state: GraphicsState): void {
    const box = boxOf(path);
    if (!box || !meets(box, this.bleed)) return;
    this.note(state, state.alphaFill, box);
    this.colours.object(state.fill.space, box);
    const inks = this.colours.inksOf(state.fill);
    if (platesIn(inks) > 0) this.edges(box, state);
    else if (state.overprintFill && vanishes(state.fill, state)) this.sightings.see('whiteObjectOverprints', {}, box);
    const [wide, high] = [box.right - box.left, box.top - box.bottom];
    const thin = Math.min(wide, high);
    if (thin < this.limits.leastLine && Math.max(wide, high) > 4 * thin)
      this.sightings.see('thinLine', { width: round2(thin) }, box);
    this.tint(inks, box);
    this.ground(inks, state.fill, box, wide * high);
  }

  stroke(path: Path, state: GraphicsState): void {
    const box = boxOf(path);
    if (!box || !meets(box, this.bleed)) return;
    this.note(state, state.alphaStroke, box);
    this.colours.object(state.stroke.space, box);
    const width = strokeWidth(state);
    const inks = this.colours.inksOf(state.stroke);
    if (width < this.limits.leastLine) this.sightings.see('thinLine', { width: round2(width) }, box);
    else if (platesIn(inks) > 1 && width < this.limits.leastColouredLine)
      this.sightings.see('colouredLine', { width: round2(width), plates: platesIn(inks) }, box);
    this.tint(inks, box);
  }

  glyph({ font, code, matrix, size }: ShownGlyph, state: GraphicsState): void {
    if (state.renderMode === 3) return;
    const width = Math.max(0.1, code.width);
    const box = boxAround(matrix, { left: 0, bottom: -0.12, right: width, top: 0.88 });
    if (!meets(box, this.bleed)) return;
    if (!this.fonts.has(font)) this.fonts.set(font, this.sightings.placeOf(box));
    if (font.lacks(code.code)) this.sightings.see('glyphAbsent', { what: font.name, text: '' }, box, code.text);
    const paint = state.renderMode % 4 === 1 ? state.stroke : state.fill;
    this.note(state, state.alphaFill, box);
    // What a pattern lays on its glyphs, and what a Type 3 glyph draws, is told by itself.
    if (paint.space.family === 'pattern' || font.drawing(code.code)) return;
    this.colours.object(paint.space, box);
    this.type.look({ text: code.text, size, font, inks: this.colours.inksOf(paint), box }, state);
  }

  picture(picture: SampledPicture, state: GraphicsState): void {
    const box = boxAround(state.matrix, { left: 0, bottom: 0, right: 1, top: 1 });
    if (!meets(box, this.bleed)) return;
    this.note(state, state.alphaFill, box);
    if (picture.softMask) this.transparent ??= this.sightings.placeOf(box);
    this.edges(box, state);
    this.coding(picture, box);
    const { x, y } = lengths(state.matrix);
    const ppi = Math.round(Math.min((picture.width * 72) / Math.max(x, 0.01), (picture.height * 72) / Math.max(y, 0.01)));
    const size = { ppi, width: picture.width, height: picture.height };
    if (picture.stencil || picture.bits === 1) {
      if (ppi < this.limits.leastLinePpi)
        this.sightings.see('lineArtResolution', { ...size, least: this.limits.leastLinePpi }, box);
    } else if (ppi < this.limits.poorPpi) this.sightings.see('pictureTooCoarse', { ...size, least: this.limits.poorPpi }, box);
    else if (ppi < this.limits.leastPpi) this.sightings.see('pictureCoarse', { ...size, least: this.limits.leastPpi }, box);
    if (picture.stencil) this.colours.object(state.fill.space, box);
    else this.colours.picture(picture.space, box);
  }

  shade(shading: Shading, _matrix: Matrix, state: GraphicsState): void {
    const box = this.clips.of(state.clip);
    if (!meets(box, this.bleed)) return;
    this.note(state, state.alphaFill, box);
    this.edges(box, state);
    this.colours.object(shading.space, box);
  }

  /** One cell is looked at, where it shows. */
  tile({ box, xStep, yStep, matrix, draw }: Tiling, state: GraphicsState): void {
    const clip = this.clips.of(state.clip);
    if (!meets(clip, this.bleed)) return;
    this.note(state, state.alphaFill, clip);
    this.edges(clip, state);
    const back = inverse(matrix);
    if (!back) return;
    const seen = boxAround(back, clip);
    const [column, row] = [Math.ceil((seen.left - box.left) / xStep), Math.ceil((seen.bottom - box.bottom) / yStep)];
    draw(this, times([1, 0, 0, 1, column * xStep, row * yStep], matrix), state.clip);
  }

  beginGroup(_group: Group, state: GraphicsState): void {
    const box = this.clips.of(state.clip);
    if (meets(box, this.bleed)) this.note(state, state.alphaFill, box);
  }

  endGroup(): void {}

  unread(what: string): void {
    this.sightings.see('notExamined', { what });
  }

  private note({ blend, softMask }: GraphicsState, alpha: number, box: Box): void {
    if (alpha < 1 || softMask || !isNormal(blend)) this.transparent ??= this.sightings.placeOf(box);
  }

  /** What reaches the trimmed edge must go on beyond it: the cut is never exact. */
  private edges(box: Box, { clip }: GraphicsState): void {
    const wished = this.limits.bleed * pointsPerMm;
    if (wished === 0) return;
    const shown = commonBox(box, this.clips.of(clip));
    if (!meets(shown, this.trim)) return;
    const over = [
      this.trim.left - shown.left,
      this.trim.bottom - shown.bottom,
      shown.right - this.trim.right,
      shown.top - this.trim.top,
    ].filter((by) => by > -atEdge);
    const least = Math.min(Number.POSITIVE_INFINITY, ...over);
    if (least < wished - 0.3)
      this.sightings.see('bleedShort', { bleed: round1(Math.max(0, least / pointsPerMm)), least: this.limits.bleed }, shown);
  }

  /** Codings that PDF/X forbids or that old plate-setters do not know. */
  private coding({ stream }: SampledPicture, box: Box): void {
    const unwanted = filtersOf(stream.dict).find((filter) => unwantedCodings.has(filter));
    if (unwanted) this.sightings.see('pictureCoding', { what: unwanted.replace('Decode', '') }, box);
  }

  private tint(inks: Inks, box: Box): void {
    const most = Math.max(0, ...Object.values(inks));
    if (most > visible && most < this.limits.leastTint) this.sightings.see('weakTint', { percent: round1(most * 100) }, box);
  }

  private ground(inks: Inks, { space }: Paint, box: Box, area: number): void {
    const total = Object.entries(inks).reduce((sum, [name, ink]) => sum + (name === 'All' ? 0 : ink), 0);
    if (total * 100 > this.limits.inkLimit + 0.5) this.sightings.see('inkOfColour', { percent: Math.round(total * 100) }, box);
    else if ((inks.Black ?? 0) >= solid && total > 1.05 && area > 4 && space.family === 'cmyk')
      this.sightings.see('richBlack', { percent: Math.round(total * 100) }, box);
  }
}

/** Overprinting white: every process plate is left as it is. */
const vanishes = ({ space }: Paint, { overprintMode }: GraphicsState): boolean =>
  (overprintMode === 1 && space.family === 'cmyk' && !space.managed) || space.family === 'plate' || space.family === 'plates';

const platesIn = (inks: Inks): number => Object.keys(inks).length;
const round1 = (value: number): number => Math.round(value * 10) / 10;
const round2 = (value: number): number => Math.round(value * 100) / 100;
