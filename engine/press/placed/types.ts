import type { Inflate } from '../inspect/filters';
import type { DecodeFormat } from '../raster/picture-samples';
import type { RefusalReason } from './refusal';

/** What placing needs of the machine: compression, picture formats and colour. */
export interface PlaceTools {
  readonly inflate: Inflate;
  deflate(bytes: Uint8Array): Uint8Array;
  readonly decodeFormat: DecodeFormat;
  /** RGB samples → CMYK samples of the press; `profile` is their own, sRGB when undefined or damaged. */
  rgbToInks(rgb: Uint8Array, profile: Uint8Array | undefined): Uint8Array;
  /** CIE L*a*b* samples (D50; a and b from −128 on) → CMYK samples of the press. */
  labToInks(lab: Uint8Array): Uint8Array;
  /** CMYK samples of the press → greys (255 paper) that look as dark in black ink alone. */
  inksToGrey(inks: Uint8Array): Uint8Array;
  /** CMYK samples as a JPEG that stores them inverted, with Adobe's marker. */
  encodeInks(inks: Uint8Array, width: number, height: number): Uint8Array;
}

export interface PlaceSettings {
  /** False on pages of black ink alone. */
  readonly colour: boolean;
  /** False where the standard knows no transparency (PDF/X-1a): translucent parts of a page become pictures. */
  readonly transparency: boolean;
  /** Most ink on one spot, 2.2 is 220 %. */
  readonly inkLimit: number;
}

/**
 * What an editor should know of a page that was placed: colours were converted, spot plates became process inks, ink was
 * taken back, thin lines were made printable, comments and form fields are not printed, only the first page is, translucent
 * parts were flattened to pictures: since the standard knows none, or since they passed the ink limit together; black type
 * that has no outlines, or is too much, knocks out of its dark ground.
 */
export type PlaceRemark =
  | 'rgb-converted'
  | 'spot-converted'
  | 'page-ink-limited'
  | 'lines-thickened'
  | 'annotations-dropped'
  | 'first-page-only'
  | 'page-low-resolution'
  | 'page-small-type'
  | 'page-flattened'
  | 'blends-flattened'
  | 'type-knocks-out';

export type PlacedResult =
  | {
      /** A PDF whose catalogue names the form XObject `Form`: the page in the unit square. */
      readonly page: Uint8Array;
      readonly remarks: readonly PlaceRemark[];
      /** Lowest resolution of its pictures as placed, pixels per inch; infinite without pictures. */
      readonly ppi: number;
    }
  | { readonly refused: RefusalReason; readonly detail: string };
