/** What a page draws, as its interpreter tells it. Coordinates in points of the page's user space, y upwards. */
import type { PDFRawStream } from 'pdf-lib';
import type { Box, Matrix } from '../geometry';
import type { ColourSpace } from './colour-space';
import type { Decoded } from './filters';
import type { Clip, GraphicsState } from './graphics-state';
import type { Path } from './path';
import type { PageFont, ShownCode } from './pdf-font';
import type { Shading } from './shading';

/** A picture's samples as the file has them, and how to read them. */
export interface SampledPicture {
  readonly key: object;
  /** What the file has of it; inline pictures are rebuilt as such. */
  readonly stream: PDFRawStream;
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
  readonly load: () => Decoded;
  readonly softMask: SampledPicture | undefined;
  /** Colour that the samples were mixed with beforehand, by the soft mask (Matte). */
  readonly matte: readonly number[] | undefined;
  /** A stencil that hides where its samples are 1 (or 0, by Decode). */
  readonly stencilMask: SampledPicture | undefined;
  /** Ranges of samples that are not painted. */
  readonly colourKey: readonly number[] | undefined;
  /** Space of samples whose format alone says what they are. */
  readonly spaceOf: (channels: number) => ColourSpace;
}

export interface ShownGlyph {
  readonly font: PageFont;
  readonly code: ShownCode;
  /** Em of the glyph → page. */
  readonly matrix: Matrix;
  /** Height of the em on the page, points. */
  readonly size: number;
}

/** Content that is painted as one object (ISO 32000-1 §11.4). */
export interface Group {
  readonly isolated: boolean;
  readonly knockout: boolean;
}

/** Content whose lightness, or whose shape, lets other content through (§11.5). */
export interface SoftMask {
  readonly luminosity: boolean;
  /** Lightness outside the content, 0–1. */
  readonly backdrop: number;
  readonly transfer: (value: number) => number;
  readonly draw: (sink: PageSink) => void;
}

/** A cell of a pattern that is repeated (§8.7.3). */
export interface Tiling {
  readonly key: object;
  readonly box: Box;
  readonly xStep: number;
  readonly yStep: number;
  /** Pattern's space → page. */
  readonly matrix: Matrix;
  /** Draws the cell once; `matrix` leads from the pattern's space to the sink's. */
  readonly draw: (sink: PageSink, matrix: Matrix, clip?: Clip) => void;
}

export interface PageSink {
  fill(path: Path, evenOdd: boolean, state: GraphicsState): void;
  stroke(path: Path, state: GraphicsState): void;
  /**
   * Called for every glyph, also of invisible text (render mode 3). What a Type 3 glyph draws, and glyphs filled with
   * patterns, are told as fills besides.
   */
  glyph(glyph: ShownGlyph, state: GraphicsState): void;
  /** `state.matrix` maps the unit square to the page. */
  picture(picture: SampledPicture, state: GraphicsState): void;
  /** Fills what the clip leaves open; `matrix` leads from the shading's space to the page. */
  shade(shading: Shading, matrix: Matrix, state: GraphicsState): void;
  /** Fills what the clip leaves open. */
  tile(tiling: Tiling, state: GraphicsState): void;
  /** What follows up to `endGroup` is one object with this state's alpha, blend mode, soft mask and clip. */
  beginGroup(group: Group, state: GraphicsState): void;
  endGroup(): void;
  /** Something that is not interpreted: `shading`, `pattern`, `soft-mask`, `blend`, `depth`, `operations`. */
  unread(what: string, state: GraphicsState): void;
}
