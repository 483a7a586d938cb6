/** Where content may paint: its clipping paths, and the soft mask in force, as one mask of pixels. */
import { boxAround, type Matrix } from '../geometry';
import { lightness } from '../inspect/colour-space';
import type { Clip, GraphicsState } from '../inspect/graphics-state';
import type { PageSink, SoftMask } from '../inspect/page-sink';
import { uprightRectangle } from '../inspect/path';
import { isEmpty, overlap, type PixelBox, type Scanner } from './coverage';
import type { ClipMask, Plates } from './plates';

export const areaOf = ({ left, top, right, bottom }: PixelBox): number => Math.max(0, right - left) * Math.max(0, bottom - top);

/** Soft masks that are kept: programs set the same one again for every object that it covers. */
const mostKept = 8;

interface KeptMask {
  readonly softMask: SoftMask;
  readonly within: ClipMask;
  readonly result: ClipMask;
}

/** Makes masks and keeps them, since thousands of objects share one clip. */
export class Clipping {
  private readonly clips = new WeakMap<Clip, ClipMask>();
  private readonly unclipped: ClipMask;
  private kept: readonly KeptMask[] = [];

  /** @param paint a sink that paints on plates of its own, which cover a part of the page; undefined when there is none left */
  constructor(
    whole: PixelBox,
    private readonly toPixels: Matrix,
    private readonly scanner: Scanner,
    private readonly paint: (box: PixelBox) => { readonly sink: PageSink; readonly plates: Plates } | undefined,
  ) {
    this.unclipped = { box: whole };
  }

  of({ clip, softMask }: Pick<GraphicsState, 'clip' | 'softMask'>): ClipMask {
    const open = this.clipOf(clip);
    if (!softMask || isEmpty(open.box)) return open;
    const known = this.kept.find(({ softMask: mask, within }) => mask === softMask && within === open);
    if (known) return known.result;
    const result = this.through(open, softMask);
    this.kept = [{ softMask, within: open, result }, ...this.kept.slice(0, mostKept - 1)];
    return result;
  }

  private clipOf(clip: Clip | undefined): ClipMask {
    if (!clip) return this.unclipped;
    let mask = this.clips.get(clip);
    if (!mask) {
      mask = this.intersected(clip);
      this.clips.set(clip, mask);
    }
    return mask;
  }

  private intersected(clip: Clip): ClipMask {
    const outer = this.clipOf(clip.outer);
    const rectangle = uprightRectangle(clip.path);
    if (rectangle) {
      const { left, right, top, bottom } = boxAround(this.toPixels, rectangle);
      const box = { left: Math.round(left), right: Math.round(right), top: Math.round(bottom), bottom: Math.round(top) };
      return narrowed(outer, box);
    }
    const mask = this.scanner.cover(clip.path, this.toPixels, clip.evenOdd, outer.box);
    if (!mask) return { box: { left: 0, top: 0, right: 0, bottom: 0 } };
    const size = areaOf(mask.box);
    const data = mask.data.slice(0, size);
    const inner = narrowed(outer, mask.box).data;
    if (inner) for (let i = 0; i < size; i++) data[i] = (data[i]! * inner[i]!) / 255;
    return { box: mask.box, data };
  }

  /** The clip as it is when the mask's content cannot be painted. */
  private through(open: ClipMask, { luminosity, backdrop, transfer, draw }: SoftMask): ClipMask {
    const target = this.paint(open.box);
    if (!target) return open;
    draw(target.sink);
    const { plates, opacity } = target.plates;
    const curve = Uint8Array.from({ length: 256 }, (_, i) => Math.round(255 * transfer(i / 255)));
    const [c, m, y, k] = plates.map(({ ink }) => ink);
    const data = Uint8Array.from(opacity!, (own, i) => {
      if (!luminosity) return curve[own]!;
      const light = lightness(c![i]! / 255, m![i]! / 255, y![i]! / 255, k![i]! / 255);
      // Thinned inks on paper: what shows through the content is the backdrop, not paper.
      return curve[Math.round(255 * Math.max(0, light - (1 - own / 255) * (1 - backdrop)))]!;
    });
    if (open.data) for (let i = 0; i < data.length; i++) data[i] = (data[i]! * open.data[i]!) / 255;
    return { box: open.box, data };
  }
}

/** The part of a clip inside a box. */
function narrowed(clip: ClipMask, box: PixelBox): ClipMask {
  const inside = overlap(clip.box, box);
  if (!clip.data || isEmpty(inside)) return { box: inside };
  const [wide, width] = [clip.box.right - clip.box.left, inside.right - inside.left];
  const data = new Uint8Array(width * (inside.bottom - inside.top));
  for (let y = inside.top; y < inside.bottom; y++) {
    const from = (y - clip.box.top) * wide + inside.left - clip.box.left;
    data.set(clip.data.subarray(from, from + width), (y - inside.top) * width);
  }
  return { box: inside, data };
}
