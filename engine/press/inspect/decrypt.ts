/** Files that are encrypted but open without a password (ISO 32000-1 §7.6). A module of its own, loaded when one comes. */
import { type PDFContext, PDFDocument } from 'pdf-lib';

/** The objects in clear text; undefined when a password is needed. */
export async function decrypted(bytes: Uint8Array): Promise<PDFContext | undefined> {
  try {
    const options = { password: '', updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY };
    return (await PDFDocument.load(bytes, options)).context;
  } catch {
    return undefined;
  }
}
