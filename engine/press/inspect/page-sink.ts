/** What a page draws, as its interpreter tells it. Coordinates in points of the page's user space, y upwards. */
import type { PDFDict } from 'pdf-lib';
import type { Matrix } from '../geometry';
import type { ColourSpace } from './colour-space';
import type { GraphicsState } from './graphics-state';
import type { Path } from './path';
import type { PageFont, ShownCode } from './pdf-font';
import type { Shading } from './shading';

/** A picture's samples as the file has them, and how to read them. */
export interface SampledPicture {
  readonly key: object;
  readonly dict: PDFDict | undefined;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** A stencil: painted with the fill colour where samples are 0 (or 1, by Decode). */
  readonly stencil: boolean;
  readonly space: ColourSpace;
  /** Ranges of the samples' values; the space's own when undefined. */
  readonly decode: readonly number[] | undefined;
  /** Bytes after all filters but a picture format's, and that filter (`DCTDecode` …), empty for plain samples. */
  readonly load: () => { readonly bytes: Uint8Array; readonly rest: string };
  readonly softMask: SampledPicture | undefined;
  /** Masked by a stencil or by colours. */
  readonly masked: boolean;
}

export interface ShownGlyph {
  readonly font: PageFont;
  readonly code: ShownCode;
  /** Em of the glyph → page. */
  readonly matrix: Matrix;
  /** Height of the em on the page, points. */
  readonly size: number;
}

export interface PageSink {
  fill(path: Path, evenOdd: boolean, state: GraphicsState): void;
  stroke(path: Path, state: GraphicsState): void;
  /** Called for every glyph, also of invisible text (render mode 3). */
  glyph(glyph: ShownGlyph, state: GraphicsState): void;
  /** `state.matrix` maps the unit square to the page. */
  picture(picture: SampledPicture, state: GraphicsState): void;
  /** Fills what the clip leaves open; `matrix` leads from the shading's space to the page. */
  shade(shading: Shading, matrix: Matrix, state: GraphicsState): void;
  /** Something that is not interpreted: `shading`, `pattern`, `soft-mask`, `group`, `blend`, `type3`, `depth`, `operations`. */
  unread(what: string, state: GraphicsState): void;
}
