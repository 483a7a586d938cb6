import { PDFParser } from 'pdf-lib';
import type { PlacedPage } from '../types';

/** A page that `placePage` made, ready to be drawn. */
export async function openPlaced(pdf: Uint8Array): Promise<PlacedPage> {
  return { space: 'page', file: await PDFParser.forBytesWithOptions(pdf).parseDocument() };
}
