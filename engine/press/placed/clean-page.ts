/** A page in process inks, as the press's own reader reads it. */
import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import type { Box, Matrix } from '../geometry';
import type { PdfPage } from '../inspect/document';
import type { Rewritten } from './rewriter';
import type { Work } from './work';

/** What was written of a page, and how it stands. */
export interface CleanPage extends Rewritten {
  /** Content's space → points on the press page. */
  readonly matrix: Matrix;
  /** Points, of what is shown; its lower left corner is the origin. */
  readonly width: number;
  readonly height: number;
}

export const wholeOf = ({ width, height }: CleanPage): Box => ({ left: 0, bottom: 0, right: width, top: height });

/** @param content of the page, or its beginning */
export function asPage({ resources, matrix, ...page }: CleanPage, content: Uint8Array, { context }: Work): PdfPage {
  const dict = context.obj({ Type: 'Page' });
  dict.set(PDFName.of('Contents'), PDFRawStream.of(PDFDict.withContext(context), content));
  const media = wholeOf({ resources, matrix, ...page });
  const unstated = { crop: undefined, bleed: undefined, trim: undefined, art: undefined };
  return { number: 1, dict, resources, upright: matrix, media, ...unstated, rotate: 0, hidden: new Set() };
}
