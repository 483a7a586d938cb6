import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib';

const ascii = new TextEncoder();

/**
 * The bytes of a PDF file with a classic cross-reference table, which readers of PDF 1.4 understand.
 * Objects keep the order of their numbers; the trailer is taken from `context.trailerInfo`.
 */
export function serialize(context: PDFContext, version: '1.4' | '1.6' | '1.7'): Uint8Array {
  const header = concat([ascii.encode(`%PDF-${version}\n%`), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)]);
  const parts = [header];
  let offset = header.length;
  const rows = ['0000000000 65535 f \n'];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (ref.objectNumber !== rows.length) throw new Error(`object ${rows.length} was reserved and never written`);
    rows.push(`${String(offset).padStart(10, '0')} 00000 n \n`);
    const bytes = indirectObject(ref, object);
    parts.push(bytes);
    offset += bytes.length;
  }
  const trailer = context.obj({ Size: rows.length, ...context.trailerInfo }).toString();
  parts.push(ascii.encode(`xref\n0 ${rows.length}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${offset}\n%%EOF\n`));
  return concat(parts);
}

function indirectObject(ref: PDFRef, object: PDFObject): Uint8Array {
  const head = ascii.encode(`${ref.objectNumber} 0 obj\n`);
  const tail = ascii.encode('\nendobj\n');
  const bytes = new Uint8Array(head.length + object.sizeInBytes() + tail.length);
  bytes.set(head);
  object.copyBytesInto(bytes, head.length);
  bytes.set(tail, bytes.length - tail.length);
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
