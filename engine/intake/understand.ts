/**
 * What stands in a file that the user gives: a manuscript or a photograph; a Word document with its text and pictures; an
 * archive with any of these. The content tells the kind, the name is never believed.
 */
import { InputError } from '../errors';
import type { CleanRule } from '../issue/text-rules';
import { decodeText, type Encoding, type Finding, maxBytes, type Reading, readManuscript } from '../manuscript';
import { isTextPart, readDocx } from '../manuscript/docx';
import { htmlText, isHtml, statedEncoding } from '../manuscript/html';
import { isPdf, largest, sniffFormat } from '../press/image-header';
import { contentHash, openZip, readUserFile, readUserHead, type ZipMember } from '../store';
import { isWordFile, packageKind, unreadableKind, xmlKind } from './file-kinds';
import { PAGE_EXTENSION, pageFrom } from './pages';
import { basename } from './paths';
import { EXTENSIONS, type Inspect, type PhotoFacts, photoFrom } from './photos';

export type Understood = UnderstoodText | UnderstoodPhoto;

export interface UnderstoodText {
  readonly kind: 'text';
  readonly hash: string;
  readonly reading: Reading;
  /** Of a plain text or web page: how its bytes were read. */
  readonly encoding?: Encoding;
}

export interface UnderstoodPhoto {
  /** A page is a finished advertisement as a PDF. */
  readonly kind: 'photo' | 'page';
  readonly bytes: Uint8Array;
  readonly ext: string;
  readonly photo: PhotoFacts;
  /** A JPEG of a page for the screen. */
  readonly preview?: Uint8Array | undefined;
}

/** How files are read. */
export interface FileReader {
  readonly inspect: Inspect;
  /** Rules of cleaning that are not applied. */
  readonly off: ReadonlySet<CleanRule>;
}

/** One thing that came, by its path: the file's, or that of its place inside the file. */
export interface Came {
  readonly path: string;
  /** The reason, when it is refused. */
  readonly content: Understood | InputError;
}

const PICTURE_NAME = /\.(?:jpe?g|png|gif|bmp|tiff?|webp|hei[cf]|avif)$/i;
/** Text that a Word document may hold: its XML is a hundred times as long as what it says. */
const MOST_XML = 100_000_000;
/** Everything in a file, in its order. A part that cannot be read is refused by itself. Never throws InputError. */
export async function* comeFrom(path: string, reader: FileReader): AsyncGenerator<Came> {
  const head = await orRefusal(() => readUserHead(path));
  if (head instanceof InputError) yield { path, content: head };
  else if (isZip(head)) yield* packed(path, path, reader, true);
  else yield { path, content: await orRefusal(async () => plainFile(path, await readUserFile(path, limitOf), reader)) };
}

const limitOf = (head: Uint8Array): number => (sniffFormat(head) || isPdf(head) ? largest.bytes : maxBytes);

/** A Word document, or an archive. Archives inside archives are refused: nobody sends them, and they can be endless. */
async function* packed(path: string, source: string | Uint8Array, reader: FileReader, mayUnpack: boolean): AsyncGenerator<Came> {
  const zip = await orRefusal(() => openZip(source, path));
  if (zip instanceof InputError) {
    yield { path, content: zip };
    return;
  }
  try {
    if (isWordFile(zip.members)) yield* wordDocument(path, source, zip.members, reader);
    else if (mayUnpack) yield* archive(path, zip.members, reader);
    else yield { path, content: new InputError('intake.nested', { file: path }) };
  } finally {
    zip.close();
  }
}

async function* archive(path: string, members: readonly ZipMember[], reader: FileReader): AsyncGenerator<Came> {
  if (members.length === 0) yield { path, content: new InputError('intake.emptyArchive', { file: path }) };
  const [first] = members;
  const type = first?.name === 'mimetype' ? await orRefusal(() => first.read()) : undefined;
  const kind = type instanceof Uint8Array ? packageKind('mimetype', type) : undefined;
  if (kind !== undefined) {
    yield { path, content: new InputError('manuscript.otherKind', { file: path, kind }) };
    return;
  }
  for (const member of members) {
    const inner = `${path}/${member.name}`;
    const bytes = await orRefusal(() => member.read());
    if (bytes instanceof InputError) yield { path: inner, content: bytes };
    else if (isZip(bytes)) yield* packed(inner, bytes, reader, false);
    else yield { path: inner, content: await orRefusal(() => plainFile(inner, bytes, reader)) };
  }
}

/** The text first, then the pictures under the document's name, so that they find their article by it. */
async function* wordDocument(
  path: string,
  source: string | Uint8Array,
  members: readonly ZipMember[],
  reader: FileReader,
): AsyncGenerator<Came> {
  const word = await orRefusal(() => readWord(path, members));
  if (word instanceof InputError) {
    yield { path, content: word };
    return;
  }
  const { text, pictures, lost } = word;
  if (text.trim() !== '') {
    const whole = typeof source === 'string' ? () => readUserFile(path, largest.bytes) : async () => source;
    yield { path, content: await orRefusal(async () => withLost(manuscript(text, path, await whole(), reader), lost)) };
  }
  const stem = basename(path).replace(/\.[^.]*$/, '');
  for (const [index, member] of pictures.entries()) {
    const extension = /\.[a-z0-9]{1,5}$/i.exec(member.name)?.[0] ?? '';
    const inner = `${path}/${stem} 图${index + 1}${extension}`;
    yield { path: inner, content: await orRefusal(async () => picture(inner, await member.read(), reader)) };
  }
}

/** What the document has and the manuscript has not, told with what was read. */
function withLost(understood: UnderstoodText, lost: readonly string[]): UnderstoodText {
  if (lost.length === 0) return understood;
  const told = lost.map(
    (kind): Finding => ({
      kind: 'doubt',
      code: `manuscript.lost-${kind}`,
      params: {},
      span: { from: 0, to: 0 },
      confidence: 1,
    }),
  );
  const { reading } = understood;
  return { ...understood, reading: { ...reading, report: [...reading.report, ...told] } };
}

async function readWord(path: string, members: readonly ZipMember[]) {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const member of members) {
    const isText = isTextPart(member.name);
    if (isText) total += member.size;
    if (total > MOST_XML)
      throw new InputError('manuscript.large', { file: path, size: Math.ceil(total / 1e6), limit: MOST_XML / 1e6 });
    parts.set(member.name, isText ? await member.read() : new Uint8Array(0));
  }
  const { text, pictures, lost } = readDocx(parts, path);
  return { text, lost, pictures: pictures.map((name) => members.find((member) => member.name === name)!) };
}

async function plainFile(path: string, bytes: Uint8Array, reader: FileReader): Promise<Understood> {
  if (sniffFormat(bytes)) return picture(path, bytes, reader);
  if (isPdf(bytes)) return { kind: 'page', bytes, ext: PAGE_EXTENSION, ...(await pageFrom(bytes, path, reader.inspect)) };
  const strange = unreadableKind(bytes);
  if (strange) throw new InputError(strange.code, { file: path, kind: strange.kind });
  // Bytes of a spoilt picture mean something in one encoding or another, and are no manuscript.
  if (PICTURE_NAME.test(path)) throw new InputError('intake.damaged', { file: path });
  const { text, encoding } = decodeText(bytes, path, statedEncoding(bytes));
  const kind = xmlKind(text);
  if (kind !== undefined) throw new InputError('manuscript.otherKind', { file: path, kind });
  return { ...manuscript(isHtml(text) ? htmlText(text) : text, path, bytes, reader), encoding };
}

function manuscript(text: string, path: string, bytes: Uint8Array, { off }: FileReader): UnderstoodText {
  return { kind: 'text', hash: contentHash(bytes), reading: readManuscript(text, basename(path), off) };
}

async function picture(path: string, bytes: Uint8Array, { inspect }: FileReader): Promise<Understood> {
  const format = sniffFormat(bytes);
  if (!format) throw new InputError('intake.noPicture', { file: path });
  return { kind: 'photo', bytes, ext: EXTENSIONS[format], photo: await photoFrom(bytes, format, path, inspect) };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/** What the work gives, or the `InputError` that it ends with as a value, so that other files go on; other errors stay thrown. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | InputError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
