/**
 * The display list: what a page shows, once, for the press and for the screen alike.
 *
 * All lengths are points (1/72 inch). The origin is the top left corner of the trimmed page, x grows to the right,
 * y grows downwards; negative values and values beyond the trim reach into the bleed. Items stand in reading order,
 * which is also the order of painting. Everything is plain data and typed arrays, so that a list can be transferred
 * between threads.
 */

/** Process colour, each ink 0–1. `spot` names a spot plate (专色) on which it prints instead when the press job asks for spots. */
export interface Colour {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
  readonly spot?: string;
}

/** What is drawn over a picture and goes with it: its keyline, its number. */
interface MayGoWithPicture {
  /** Belongs to the picture, or to the fill that awaits one, before it in its group: printed only where that picture is. */
  readonly ofPicture?: true;
}

/** Glyphs of one face, size and colour, set on one baseline. */
export interface GlyphRun extends MayGoWithPicture {
  readonly kind: 'glyphs';
  readonly face: string;
  /** Type size. */
  readonly size: number;
  readonly colour: Colour;
  /** Glyph ids of the face, never 0 (.notdef). */
  readonly glyphs: Uint16Array;
  /** Left end of each glyph's origin. */
  readonly x: Float32Array;
  /** Baseline. */
  readonly y: number;
  /** The character that each glyph shows, for text extraction: a code point. */
  readonly text: Uint32Array;
  /** Horizontal scale (平体/长体), 1 when absent. */
  readonly stretch?: number;
  /** Clockwise rotation of every glyph about its origin in degrees, for vertical text. */
  readonly rotate?: 90;
}

/** A photograph in its frame. */
export interface Picture {
  readonly kind: 'picture';
  /** Asset name in the issue folder: `<sha256>.<ext>`. */
  readonly asset: string;
  /** Asset that a screen shows instead. */
  readonly preview?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The part of the upright (EXIF-oriented) picture that fills the frame, in fractions 0–1 of its sides. */
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Effective resolution at this size, pixels per inch. */
  readonly ppi: number;
  /** Darkened from top to foot for type that stands on it, evenly from one stop to the next; not at all when absent. */
  readonly shade?: readonly ShadeStop[];
}

/** At this share of a picture's height every red, green and blue loses the share `dark`, 0–1. Stops come from top to foot. */
export interface ShadeStop {
  readonly at: number;
  readonly dark: number;
}

/** A straight line (线), horizontal or vertical. */
export interface Rule extends MayGoWithPicture {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Line width. */
  readonly weight: number;
  readonly colour: Colour;
}

/** A filled rectangle: tint (底纹), solid tab. */
export interface Fill extends MayGoWithPicture {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
  /** Stands where a picture has not come: shown on a screen and in proofs, never printed. */
  readonly awaits?: 'picture';
}

/** The outline of a rectangle (框线); the line is centred on the rectangle's edge. */
export interface Frame extends MayGoWithPicture {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly weight: number;
  readonly colour: Colour;
}

/** A filled circle. */
export interface Disc extends MayGoWithPicture {
  readonly kind: 'disc';
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  readonly colour: Colour;
}

export type DisplayItem = GlyphRun | Picture | Rule | Fill | Frame | Disc;

/** What one block of the page shows. */
export interface DisplayGroup {
  /** Id of the block in the issue; furniture drawn between blocks (column rules) carries an empty string. */
  readonly block: string;
  readonly items: readonly DisplayItem[];
}

/** One page. */
export interface DisplayPage {
  /** Trim width and height, points. */
  readonly width: number;
  readonly height: number;
  /** Bleed on each side, points. */
  readonly bleed: number;
  readonly groups: readonly DisplayGroup[];
}
