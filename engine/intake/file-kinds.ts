/** Kinds of files that are no manuscripts and no photographs, by their first bytes, with the sentence that names the cure. */

interface Kind {
  readonly code: string;
  readonly kind: string;
}

/** OLE compound files: Word 97, WPS, and Office documents under a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const KINDS: readonly (readonly [magic: readonly number[], kind: Kind])[] = [
  [OLE, { code: 'manuscript.oldWord', kind: 'DOC' }],
  [ascii('Rar!'), { code: 'manuscript.archive', kind: 'RAR' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { code: 'manuscript.archive', kind: '7z' }],
  [[0x1f, 0x8b], { code: 'manuscript.archive', kind: 'gzip' }],
  [ascii('{\\rtf'), { code: 'manuscript.otherKind', kind: 'RTF' }],
  [ascii('%!PS'), { code: 'manuscript.otherKind', kind: 'PostScript' }],
];

/** What an archive that says what it is may be (`mimetype` is its first member and not compressed). */
const PACKAGES: readonly (readonly [type: string, kind: string])[] = [
  ['application/vnd.oasis.opendocument', 'OpenDocument'],
  ['application/epub', 'EPUB'],
];
/** Kinds of XML that are no text for a newspaper. */
const XML_KINDS: readonly (readonly [sign: RegExp, kind: string])[] = [
  [/<(?:pkg:package|w:wordDocument)\b/, 'Word XML'],
  [/<svg[\s>]/i, 'SVG'],
  [/<office:document\b/, 'OpenDocument'],
];

/** The kind of an archive that is a document and no archive of manuscripts; `first` are the bytes of its first member. */
export function packageKind(name: string, first: Uint8Array): string | undefined {
  if (name !== 'mimetype') return undefined;
  const type = new TextDecoder('latin1').decode(first.subarray(0, 100));
  return PACKAGES.find(([start]) => type.startsWith(start))?.[1];
}

/** The kind of a text that is a document written as XML; undefined for all others. */
export function xmlKind(text: string): string | undefined {
  const head = text.slice(0, 2000);
  if (!/^\s*(?:<\?xml|<svg)/i.test(head)) return undefined;
  return XML_KINDS.find(([sign]) => sign.test(head))?.[1];
}

/** The kind of a file that is known by its first bytes and cannot be read; undefined for all others. */
export function unreadableKind(bytes: Uint8Array): Kind | undefined {
  return KINDS.find(([magic]) => magic.every((byte, at) => bytes[at] === byte))?.[1];
}

/** Whether an archive is a document of Office: Word, or one that is refused as no Word document. */
export function isWordFile(members: readonly { readonly name: string }[]): boolean {
  return members.some(({ name }) => name === '[Content_Types].xml');
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
