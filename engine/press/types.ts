/** What the PDF writer is given beside the display list. */
import type { PDFContext } from 'pdf-lib';
import type { Picture } from '../display/types';
import type { FaceId, FontFile } from '../fonts/types';

/** A picture as it goes into the PDF: upright, cropped, separated, JPEG-coded. */
export interface PreparedImage {
  readonly space: 'cmyk' | 'grey';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly jpeg: Uint8Array;
  /** The samples are stored inverted (Adobe style, the rule for CMYK JPEG): the PDF needs the inverted Decode array. */
  readonly inverted: boolean;
}

/** A page of another PDF: the catalogue of `file` names a form XObject that fills the unit square. */
export interface PlacedPage {
  readonly space: 'page';
  readonly file: PDFContext;
}

export type PreparedPicture = PreparedImage | PlacedPage;

export interface PdfResources {
  /** Throws InputError when the face is not there. */
  fontFile(face: FaceId): FontFile;
  /** Undefined when the picture is missing or broken: its frame stays empty. Not needed for text-only files. */
  picture?(picture: Picture): PreparedPicture | undefined;
  /**
   * zlib (RFC 1950) compression.
   *
   * @param repeats whether pieces of the bytes stand in them again, as in text and outlines
   */
  deflate(bytes: Uint8Array, repeats?: boolean): Uint8Array;
  /** At least 16 bytes that depend on every byte of every chunk. */
  digest(chunks: readonly Uint8Array[]): Uint8Array;
}

/** A spot plate (专色) and its process equivalent at 100 %, the same wherever the plate's name occurs. */
export interface Spot {
  readonly name: string;
  readonly colour: { readonly c: number; readonly m: number; readonly y: number; readonly k: number };
}

/** The printing condition that a press file is made for. */
export interface OutputIntent {
  /** ICC output profile, CMYK. */
  readonly profile: Uint8Array;
  /** Name of the condition in a registry or in the trade. */
  readonly identifier: string;
  /** The condition in words. */
  readonly info: string;
}

export interface PdfOptions {
  readonly title: string;
  /** ISO 8601 in UTC, seconds: `2026-03-10T00:00:00Z`. From the issue or SOURCE_DATE_EPOCH, never the clock. */
  readonly date: string;
  /** Absent: a plain PDF (trim-sized pages, no claim). Present: PDF/X, and `intent` is needed. */
  readonly standard?: PressStandard;
  readonly intent?: OutputIntent;
  /** Colours that name one of these plates print on it; all others print in process inks. */
  readonly spots?: readonly Spot[];
  /** Room for marks outside the bleed on each side, points. */
  readonly slug?: number;
}

export type PressStandard = 'pdfx4' | 'pdfx1a';
