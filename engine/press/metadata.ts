/** Who made the file, when, and what it claims to be: Info dictionary and XMP packet, which must agree. */
import { type PDFContext, PDFHexString, PDFName, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib';
import type { PdfOptions } from './types';

const program = '版心 Banxin';

/** `2026-03-10T08:00:00Z` → `D:20260310080000Z` (ISO 32000-1 §7.9.4). */
const pdfDate = (iso: string): string => `D:${iso.replace(/\D/g, '').slice(0, 14)}Z`;

export function infoDictionary(context: PDFContext, options: PdfOptions): PDFRef {
  const info = context.obj({
    Title: PDFHexString.fromText(options.title),
    Creator: PDFHexString.fromText(program),
    Producer: PDFHexString.fromText(program),
    CreationDate: PDFString.of(pdfDate(options.date)),
    ModDate: PDFString.of(pdfDate(options.date)),
  });
  if (options.standard) info.set(PDFName.of('Trapped'), PDFName.of('False'));
  if (options.standard === 'pdfx1a') {
    info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of('PDF/X-1a:2003'));
  }
  return context.register(info);
}

/** XMP as ISO 15930-7 asks for it; not compressed, so that readers that scan the file see it. `id` is 16 bytes. */
export function xmpStream(context: PDFContext, options: PdfOptions, id: Uint8Array): PDFRef {
  const bytes = new TextEncoder().encode(xmpPacket(options, uuid(id)));
  return context.register(PDFRawStream.of(context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length }), bytes));
}

function xmpPacket(options: PdfOptions, documentId: string): string {
  const title = escapeXml(options.title);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>${program}</xmp:CreatorTool>
<xmp:CreateDate>${options.date}</xmp:CreateDate>
<xmp:ModifyDate>${options.date}</xmp:ModifyDate>
<xmp:MetadataDate>${options.date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:${documentId}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${program}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** XML text; characters that XML 1.0 cannot carry are dropped. */
function escapeXml(text: string): string {
  const allowed = Array.from(text).filter((character) =>
    /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}]/u.test(character),
  );
  return allowed.join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** 16 bytes as a UUID of version 8 (made from the content, RFC 9562 §5.8). */
function uuid(id: Uint8Array): string {
  const hex = Array.from(id.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((id[8]! & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
