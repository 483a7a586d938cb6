/** Where a page lets through what lies behind, for printing conditions that know no transparency. */
import { type Box, boxAround, identity, meets } from '../geometry';
import { ClipBoxes, commonBox } from '../inspect/clip-boxes';
import { isNormal } from '../inspect/contents';
import type { GraphicsState } from '../inspect/graphics-state';
import type { Group, PageSink, SampledPicture, ShownGlyph, Tiling } from '../inspect/page-sink';
import { boxOf, type Path } from '../inspect/path';
import type { Shading } from '../inspect/shading';
import { strokeOutline } from '../inspect/stroke';

/** Regions that are kept apart while the page is read, and at the end, when each is painted by itself. */
const mostNoted = 24;
const mostRegions = 6;

type Drawn = Pick<GraphicsState, 'blend' | 'softMask' | 'clip'>;

/** Collects the boxes of translucent objects while a page is interpreted; nothing is painted. */
export class TranslucencyFinder implements PageSink {
  /** Of all translucent objects together, points²: those that overlap count as often as they are painted. */
  painted = 0;
  /** Boxes, points, that do not overlap. */
  private boxes: Box[] = [];
  /** Groups that are open, and how many of them are translucent as a whole. */
  private readonly groups: boolean[] = [];
  private readonly clips: ClipBoxes;

  /**
   * @param page what is shown of the page, points
   * @param found called for each translucent object
   */
  constructor(
    private readonly page: Box,
    private readonly found: () => void,
  ) {
    this.clips = new ClipBoxes(page);
  }

  /** Few boxes that hold all that is translucent. */
  regions(): readonly Box[] {
    while (this.boxes.length > mostRegions) this.mergeNearest();
    return this.boxes;
  }

  fill(path: Path, _evenOdd: boolean, state: GraphicsState): void {
    this.look(state, state.alphaFill, () => boxOf(path));
  }

  stroke(path: Path, state: GraphicsState): void {
    this.look(state, state.alphaStroke, () => boxOf(strokeOutline(path, state)));
  }

  glyph({ font, code, matrix }: ShownGlyph, state: GraphicsState): void {
    if (state.renderMode === 3) return;
    const alpha = Math.min(state.alphaFill, state.renderMode % 4 === 0 ? 1 : state.alphaStroke);
    // Drawings reach out of their em; those of Type 3 tell their parts by themselves.
    const left = font.vertical ? -1 : -0.5;
    this.look(state, alpha, () => boxAround(matrix, { left, bottom: -0.7, right: Math.max(1, code.width) + 0.5, top: 1.4 }));
  }

  picture({ softMask }: SampledPicture, state: GraphicsState): void {
    const box = boxAround(state.matrix, { left: 0, bottom: 0, right: 1, top: 1 });
    this.look(state, softMask ? 0 : state.alphaFill, () => box);
  }

  shade(_shading: Shading, _matrix: unknown, state: GraphicsState): void {
    this.look(state, state.alphaFill, () => this.page);
  }

  tile({ draw }: Tiling, state: GraphicsState): void {
    let isInside = false;
    draw(new TranslucencyFinder(everywhere, () => (isInside = true)), identity);
    this.look(state, isInside ? 0 : state.alphaFill, () => this.page);
  }

  beginGroup(_group: Group, state: GraphicsState): void {
    this.groups.push(state.alphaFill < 1 || state.softMask !== undefined || !isNormal(state.blend));
  }

  endGroup(): void {
    this.groups.pop();
  }

  unread(): void {}

  private look({ blend, softMask, clip }: Drawn, alpha: number, boxOfObject: () => Box | undefined): void {
    if (alpha >= 1 && !softMask && isNormal(blend) && !this.groups.includes(true)) return;
    const box = boxOfObject();
    const shown = box && commonBox(box, this.clips.of(clip));
    if (!shown || !meets(shown, this.page)) return;
    this.found();
    this.painted += areaOf(commonBox(shown, this.page));
    this.note(commonBox(shown, this.page));
  }

  private note(box: Box): void {
    let whole = box;
    for (let i = 0; i < this.boxes.length; ) {
      if (!meets(this.boxes[i]!, whole)) i++;
      else {
        whole = around(this.boxes[i]!, whole);
        this.boxes.splice(i, 1);
        // It has grown: those before may meet it now.
        i = 0;
      }
    }
    this.boxes.push(whole);
    if (this.boxes.length > mostNoted) this.mergeNearest();
  }

  /** Makes one of the two that waste least. */
  private mergeNearest(): void {
    let best: { readonly waste: number; readonly pair: readonly [Box, Box] } | undefined;
    for (const [i, one] of this.boxes.entries()) {
      for (const other of this.boxes.slice(i + 1)) {
        const waste = areaOf(around(one, other)) - areaOf(one) - areaOf(other);
        if (!best || waste < best.waste) best = { waste, pair: [one, other] };
      }
    }
    if (!best) return;
    const { pair } = best;
    this.boxes = this.boxes.filter((box) => !pair.includes(box));
    this.note(around(...pair));
  }
}

const everywhere: Box = { left: -1e9, bottom: -1e9, right: 1e9, top: 1e9 };

/** Of a box, in the square of its unit. */
export const areaOf = ({ left, bottom, right, top }: Box): number => (right - left) * (top - bottom);

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  bottom: Math.min(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
  top: Math.max(one.top, other.top),
});
