/** Looks at what a page draws for what would go wrong at the press. Rules of `Limits`; positions in mm from the trim's top left. */
import { type Box, boxAround, inverse, lengths, type Matrix, meets, times } from '../geometry';
import type { ColourSpace } from '../inspect/colour-space';
import { isNormal } from '../inspect/contents';
import { filtersOf } from '../inspect/filters';
import type { Clip, GraphicsState, Paint } from '../inspect/graphics-state';
import type { Group, PageSink, SampledPicture, ShownGlyph, Tiling } from '../inspect/page-sink';
import { boxOf, type Path } from '../inspect/path';
import type { PageFont } from '../inspect/pdf-font';
import type { Shading } from '../inspect/shading';
import { strokeWidth } from '../inspect/stroke';
import type { Limits } from './limits';
import type { Place } from './types';

/** The same thing found once or often on a page. */
export interface Sighting {
  readonly rule: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The first place; undefined for what has none. */
  readonly place: Place | undefined;
  count: number;
}

/** Text that is not on the black plate alone. */
export interface ColouredText {
  text: string;
  /** Type size, points. */
  readonly size: number;
  readonly font: string;
  /** Plates with their tints, per cent. */
  readonly plates: Readonly<Record<string, number>>;
  readonly place: Place;
}

const mostQuoted = 30;
const mostTexts = 2000;
const mostVersions = 8;
/** An object this near to the trimmed edge, points, is meant to reach it. */
const atEdge = 0.3;
const unwantedCodings: ReadonlySet<string> = new Set(['JPXDecode', 'JBIG2Decode', 'LZWDecode']);
const solid = 0.995;
const visible = 0.004;
const pointsPerMm = 72 / 25.4;
const boldName = /bold|black|heavy|semi|hei|黑|粗/i;

/** Notes what a page draws that a press may spoil, each kind once with how often and where first. */
export class PageExaminer implements PageSink {
  readonly sightings = new Map<string, Sighting>();
  readonly colouredTexts: ColouredText[] = [];
  /** With the first place where each is used. */
  readonly fonts = new Map<PageFont, Place>();
  /** Process inks that stand for each spot plate, every version once, with the first place of each. */
  readonly spots = new Map<string, Map<string, Place>>();
  readonly spaces = new Set<string>();
  readonly plates = new Set<string>();
  /** Where the first soft mask, blend mode or translucency is met. */
  transparent: Place | undefined;
  private readonly clips = new WeakMap<Clip, Box>();
  private readonly inks = new Map<Paint, Readonly<Record<string, number>>>();
  private run: { key: string; entry: ColouredText } | undefined;

  /**
   * @param trim the trimmed page; what lies outside the bleed is not looked at (marks)
   * @param bleed the trimmed page with its bleed
   */
  constructor(
    private readonly trim: Box,
    private readonly bleed: Box,
    private readonly limits: Limits,
  ) {}

  fill(path: Path, _evenOdd: boolean, state: GraphicsState): void {
    const box = boxOf(path);
    if (!box || !meets(box, this.bleed)) return;
    this.note(state, state.alphaFill, box);
    this.colour(state.fill.space, box);
    const inks = this.inksOf(state.fill);
    if (platesIn(inks) > 0) this.edges(box, state);
    else if (state.overprintFill && vanishes(state.fill, state)) this.see('whiteObjectOverprints', {}, box);
    const [wide, high] = [box.right - box.left, box.top - box.bottom];
    const thin = Math.min(wide, high);
    if (thin < this.limits.leastLine && Math.max(wide, high) > 4 * thin) this.see('thinLine', { width: round2(thin) }, box);
    this.tint(inks, box);
    this.ground(inks, state.fill, box, wide * high);
  }

  stroke(path: Path, state: GraphicsState): void {
    const box = boxOf(path);
    if (!box || !meets(box, this.bleed)) return;
    this.note(state, state.alphaStroke, box);
    this.colour(state.stroke.space, box);
    const width = strokeWidth(state);
    const inks = this.inksOf(state.stroke);
    if (width < this.limits.leastLine) this.see('thinLine', { width: round2(width) }, box);
    else if (platesIn(inks) > 1 && width < this.limits.leastColouredLine)
      this.see('colouredLine', { width: round2(width), plates: platesIn(inks) }, box);
    this.tint(inks, box);
  }

  glyph({ font, code, matrix, size }: ShownGlyph, state: GraphicsState): void {
    if (state.renderMode === 3) return;
    const width = Math.max(0.1, code.width);
    const box = boxAround(matrix, { left: 0, bottom: -0.12, right: width, top: 0.88 });
    if (!meets(box, this.bleed)) return;
    if (!this.fonts.has(font)) this.fonts.set(font, this.placeOf(box));
    const paint = state.renderMode % 4 === 1 ? state.stroke : state.fill;
    this.note(state, state.alphaFill, box);
    // What a pattern lays on its glyphs, and what a Type 3 glyph draws, is told by itself.
    if (paint.space.family === 'pattern' || font.drawing(code.code)) return;
    this.colour(paint.space, box);
    this.type(code.text, size, font, paint, state, box);
  }

  picture(picture: SampledPicture, state: GraphicsState): void {
    const box = boxAround(state.matrix, { left: 0, bottom: 0, right: 1, top: 1 });
    if (!meets(box, this.bleed)) return;
    this.note(state, state.alphaFill, box);
    if (picture.softMask) this.transparent ??= this.placeOf(box);
    this.edges(box, state);
    this.coding(picture, box);
    const { x, y } = lengths(state.matrix);
    const ppi = Math.round(Math.min((picture.width * 72) / Math.max(x, 0.01), (picture.height * 72) / Math.max(y, 0.01)));
    const size = { ppi, width: picture.width, height: picture.height };
    if (picture.stencil || picture.bits === 1) {
      if (ppi < this.limits.leastLinePpi) this.see('lineArtResolution', { ...size, least: this.limits.leastLinePpi }, box);
    } else if (ppi < this.limits.poorPpi) this.see('pictureTooCoarse', { ...size, least: this.limits.poorPpi }, box);
    else if (ppi < this.limits.leastPpi) this.see('pictureCoarse', { ...size, least: this.limits.leastPpi }, box);
    if (picture.stencil) this.colour(state.fill.space, box);
    else this.pictureColour(picture.space, box);
  }

  shade(shading: Shading, _matrix: Matrix, state: GraphicsState): void {
    const box = this.clipBox(state.clip);
    if (!meets(box, this.bleed)) return;
    this.note(state, state.alphaFill, box);
    this.edges(box, state);
    this.colour(shading.space, box);
  }

  /** One cell is looked at, where it shows. */
  tile({ box, xStep, yStep, matrix, draw }: Tiling, state: GraphicsState): void {
    const clip = this.clipBox(state.clip);
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
    const box = this.clipBox(state.clip);
    if (meets(box, this.bleed)) this.note(state, state.alphaFill, box);
  }

  endGroup(): void {}

  unread(what: string): void {
    this.see('notExamined', { what });
  }

  private note({ blend, softMask }: GraphicsState, alpha: number, box: Box): void {
    if (alpha < 1 || softMask || !isNormal(blend)) this.transparent ??= this.placeOf(box);
  }

  /** The box of what a clip leaves open; all of the bleed without one. */
  private clipBox(clip: Clip | undefined): Box {
    if (!clip) return this.bleed;
    let box = this.clips.get(clip);
    if (!box) {
      box = shared(boxOf(clip.path) ?? nowhere, this.clipBox(clip.outer));
      this.clips.set(clip, box);
    }
    return box;
  }

  /** What reaches the trimmed edge must go on beyond it: the cut is never exact. */
  private edges(box: Box, { clip }: GraphicsState): void {
    const wished = this.limits.bleed * pointsPerMm;
    if (wished === 0) return;
    const shown = shared(box, this.clipBox(clip));
    if (!meets(shown, this.trim)) return;
    const over = [
      this.trim.left - shown.left,
      this.trim.bottom - shown.bottom,
      shown.right - this.trim.right,
      shown.top - this.trim.top,
    ].filter((by) => by > -atEdge);
    const least = Math.min(Number.POSITIVE_INFINITY, ...over);
    if (least < wished - 0.3)
      this.see('bleedShort', { bleed: round1(Math.max(0, least / pointsPerMm)), least: this.limits.bleed }, shown);
  }

  /** Codings that PDF/X forbids or that old plate-setters do not know. */
  private coding({ stream }: SampledPicture, box: Box): void {
    const unwanted = filtersOf(stream.dict).find((filter) => unwantedCodings.has(filter));
    if (unwanted) this.see('pictureCoding', { what: unwanted.replace('Decode', '') }, box);
  }

  private colour(space: ColourSpace, box: Box): void {
    this.noteSpace(space, box);
    if (space.family === 'rgb' || space.family === 'lab') this.see('rgbColour', { space: space.name }, box);
    else if (space.managed) this.see('managedColour', { space: space.name }, box);
    else if (space.family === 'unknown') this.see('unknownColour', { space: space.name }, box);
  }

  private noteSpace(space: ColourSpace, box: Box): void {
    this.spaces.add(space.name);
    for (const plate of space.plates) this.plates.add(plate);
    for (const [name, inks] of space.equivalents) {
      const versions = this.spots.get(name) ?? new Map<string, Place>();
      this.spots.set(name, versions);
      const key = inks.map((ink) => Math.round(ink * 100)).join(' ');
      if (!versions.has(key) && versions.size < mostVersions) versions.set(key, this.placeOf(box));
    }
  }

  private pictureColour(space: ColourSpace, box: Box): void {
    this.noteSpace(space, box);
    if (space.family === 'rgb' || space.family === 'lab' || space.name === 'JPX')
      this.see('rgbPicture', { space: space.name }, box);
    else if (space.managed) this.see('managedColour', { space: space.name }, box);
  }

  private type(text: string, size: number, font: PageFont, paint: Paint, state: GraphicsState, box: Box): void {
    const inks = this.inksOf(paint);
    const names = Object.keys(inks);
    const params = { size: Math.round(size * 10) / 10, text: '' };
    const black = inks.Black ?? 0;
    if (names.length === 0) {
      if (state.overprintFill && state.overprintMode === 1) this.see('whiteOverprints', params, box, text);
      else if (size < this.limits.leastReversedType && !boldName.test(font.name)) this.see('reversedType', params, box, text);
      return;
    }
    const isBlackAlone = names.length === 1 && black > 0;
    if (!isBlackAlone) this.coloured(text, size, font, inks, box);
    if (names.includes('All')) return;
    if (isBlackAlone && black >= solid && !state.overprintFill && size < this.limits.knockoutType)
      this.see('blackKnocksOut', params, box, text);
    if (isBlackAlone && black < solid && size < this.limits.leastTintType) this.see('tintType', params, box, text);
    const process = ['Cyan', 'Magenta', 'Yellow', 'Black'].filter((name) => inks[name] !== undefined).length;
    const rich = black >= 0.85 && names.length > 1;
    if (rich) this.see('richBlackType', params, box, text);
    else if (process === 4 && size < this.limits.leastColouredType) this.see('fourColourType', params, box, text);
    else if (names.length > 1 && size < this.limits.leastColouredType) this.see('multiPlateType', params, box, text);
  }

  /** Neighbouring characters of one look become one entry. */
  private coloured(text: string, size: number, font: PageFont, inks: Readonly<Record<string, number>>, box: Box): void {
    const key = `${font.name} ${size.toFixed(1)} ${JSON.stringify(inks)} ${Math.round(box.bottom)}`;
    if (this.run?.key === key) {
      if (this.run.entry.text.length < mostQuoted) this.run.entry.text += text;
      return;
    }
    if (this.colouredTexts.length >= mostTexts) return;
    const plates = Object.fromEntries(Object.entries(inks).map(([name, ink]) => [name, Math.round(ink * 100)]));
    const entry = { text, size: Math.round(size * 10) / 10, font: font.name, plates, place: this.placeOf(box) };
    this.colouredTexts.push(entry);
    this.run = { key, entry };
  }

  private tint(inks: Readonly<Record<string, number>>, box: Box): void {
    const most = Math.max(0, ...Object.values(inks));
    if (most > visible && most < this.limits.leastTint) this.see('weakTint', { percent: round1(most * 100) }, box);
  }

  private ground(inks: Readonly<Record<string, number>>, { space }: Paint, box: Box, area: number): void {
    const total = Object.entries(inks).reduce((sum, [name, ink]) => sum + (name === 'All' ? 0 : ink), 0);
    if (total * 100 > this.limits.inkLimit + 0.5) this.see('inkOfColour', { percent: Math.round(total * 100) }, box);
    else if ((inks.Black ?? 0) >= solid && total > 1.05 && area > 4 && space.family === 'cmyk')
      this.see('richBlack', { percent: Math.round(total * 100) }, box);
  }

  /** Plates with ink, 0–1. */
  private inksOf(paint: Paint): Readonly<Record<string, number>> {
    let known = this.inks.get(paint);
    if (!known) {
      const amounts = new Float64Array(Math.max(4, paint.space.plates.length));
      paint.space.inks(paint.values, amounts);
      known = Object.fromEntries(paint.space.plates.flatMap((name, i) => (amounts[i]! > visible ? [[name, amounts[i]!]] : [])));
      if (this.inks.size > 4096) this.inks.clear();
      this.inks.set(paint, known);
    }
    return known;
  }

  private see(rule: string, params: Sighting['params'], box?: Box, text = ''): void {
    const size = params.size ?? params.width ?? params.space ?? params.percent ?? params.what ?? params.ppi ?? '';
    const key = `${rule} ${size}`;
    const before = this.sightings.get(key);
    if (!before) {
      const place = box && this.placeOf(box);
      this.sightings.set(key, { rule, params: text ? { ...params, text } : params, place, count: 1 });
      return;
    }
    before.count++;
    const quoted = before.params.text;
    if (text && typeof quoted === 'string' && quoted.length < mostQuoted)
      this.sightings.set(key, { ...before, params: { ...before.params, text: quoted + text } });
  }

  private placeOf({ left, top, right, bottom }: Box): Place {
    const mm = (points: number) => Math.round((points / pointsPerMm) * 10) / 10;
    return { x: mm(left - this.trim.left), y: mm(this.trim.top - top), width: mm(right - left), height: mm(top - bottom) };
  }
}

/** Overprinting white: every process plate is left as it is. */
const vanishes = ({ space }: Paint, { overprintMode }: GraphicsState): boolean =>
  (overprintMode === 1 && space.family === 'cmyk' && !space.managed) || space.family === 'plate' || space.family === 'plates';

const nowhere: Box = { left: 0, bottom: 0, right: 0, top: 0 };

const shared = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
});

const platesIn = (inks: Readonly<Record<string, number>>): number => Object.keys(inks).length;
const round1 = (value: number): number => Math.round(value * 10) / 10;
const round2 = (value: number): number => Math.round(value * 100) / 100;
