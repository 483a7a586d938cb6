import { type PDFContext, type PDFObject, PDFRawStream } from 'pdf-lib';

/** A character a byte (Latin-1). */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/**
 * The bytes of a PDF file with a classic cross-reference table, which readers of PDF 1.4 understand.
 * Objects keep the order of their numbers; the trailer is taken from `context.trailerInfo`.
 */
export function serialize(context: PDFContext, version: '1.4' | '1.6' | '1.7'): Uint8Array {
  const parts = [bytesOf(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`)];
  let offset = parts[0]!.length;
  const rows = ['0000000000 65535 f \n'];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (ref.objectNumber !== rows.length) throw new Error(`object ${rows.length} was reserved and never written`);
    rows.push(`${String(offset).padStart(10, '0')} 00000 n \n`);
    const written = [bytesOf(`${ref.objectNumber} 0 obj\n`), ...bytesOfObject(object), bytesOf('\nendobj\n')];
    parts.push(...written);
    offset += sizeOf(written);
  }
  const trailer = context.obj({ Size: rows.length, ...context.trailerInfo }).toString();
  parts.push(bytesOf(`xref\n0 ${rows.length}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${offset}\n%%EOF\n`));
  return concat(parts);
}

/** The library writes a stream byte by byte; fonts and photographs are moved as a whole. */
function bytesOfObject(object: PDFObject): Uint8Array[] {
  if (object instanceof PDFRawStream) {
    object.updateDict();
    return [...bytesOfObject(object.dict), bytesOf('\nstream\n'), object.contents, bytesOf('\nendstream')];
  }
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return [bytes];
}

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(sizeOf(parts));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
