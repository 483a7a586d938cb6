/**
 * What stands in a file that the user gives: a manuscript or a photograph; a Word document with its text and pictures; an
 * archive with any of these. The content tells the kind, the name is never believed.
 */
import { InputError } from '../errors';
import type { CleanRule } from '../issue/text-rules';
import { decodeText, type Encoding, type Finding, maxBytes, type Reading, readManuscript } from '../manuscript';
import { isHtml, readHtml, statedEncoding } from '../manuscript/html';
import { isPdf, largest, sniffFormat } from '../press/image-header';
import { contentHash, openZip, readUserFile, readUserHead, type ZipMember } from '../store';
import { isWordFile, packageKind, unreadableKind, xmlKind } from './file-kinds';
import { PAGE_EXTENSION, pageFrom } from './pages';
import { basename } from './paths';
import { EXTENSIONS, type Inspect, type PhotoFacts, photoFrom } from './photos';
import { orRefusal } from './refusal';
import { type Beside, dataOf, memberBeside, pictureBeside } from './web-pictures';
import { readWord } from './word-file';

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

interface WebPage {
  readonly page: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
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
  /** Path of the manuscript that it came inside: a Word document, a web page. */
  readonly document?: string;
  /** The reason, when it is refused. */
  readonly content: Understood | InputError;
}

const PICTURE_NAME = /\.(?:jpe?g|png|gif|bmp|tiff?|webp|hei[cf]|avif)$/i;
/**
 * Everything in a file, in its order. A part that cannot be read is refused by itself, and so is a file that the program stumbles
 * over: the others come in all the same. Never throws InputError.
 */
export async function* comeFrom(path: string, reader: FileReader): AsyncGenerator<Came> {
  try {
    yield* everythingIn(path, reader);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    yield { path, content: new InputError('intake.failed', { file: path }, { cause: error }) };
  }
}

async function* everythingIn(path: string, reader: FileReader): AsyncGenerator<Came> {
  const head = await orRefusal(() => readUserHead(path));
  if (head instanceof InputError) yield { path, content: head };
  else if (isZip(head)) yield* packed(path, path, reader, true);
  else yield* plainFile(path, await orRefusal(() => readUserFile(path, limitOf)), reader, (name) => pictureBeside(path, name));
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
    if (bytes instanceof Uint8Array && isZip(bytes)) yield* packed(inner, bytes, reader, false);
    else yield* plainFile(inner, bytes, reader, (name) => memberBeside(members, member.name, name));
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
    yield { path: inner, document: path, content: await orRefusal(async () => picture(inner, await member.read(), reader)) };
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

/** A file that is no archive. `beside` finds what a web page names. */
async function* plainFile(
  path: string,
  bytes: Uint8Array | InputError,
  reader: FileReader,
  beside: Beside,
): AsyncGenerator<Came> {
  const read = await orRefusal(async () => {
    if (bytes instanceof InputError) throw bytes;
    return understood(path, bytes, reader);
  });
  if (read instanceof InputError || !('page' in read)) yield { path, content: read };
  else yield* webPage(path, read, beside, reader);
}

async function understood(path: string, bytes: Uint8Array, reader: FileReader): Promise<Understood | WebPage> {
  if (sniffFormat(bytes)) return picture(path, bytes, reader);
  if (isPdf(bytes)) return { kind: 'page', bytes, ext: PAGE_EXTENSION, ...(await pageFrom(bytes, path, reader.inspect)) };
  const strange = unreadableKind(bytes);
  if (strange) throw new InputError(strange.code, { file: path, kind: strange.kind });
  // Bytes of a spoilt picture mean something in one encoding or another, and are no manuscript.
  if (PICTURE_NAME.test(path)) throw new InputError('intake.damaged', { file: path });
  const { text, encoding } = decodeText(bytes, path, statedEncoding(bytes));
  const kind = xmlKind(text);
  if (kind !== undefined) throw new InputError('manuscript.otherKind', { file: path, kind });
  if (isHtml(text)) return { page: text, bytes, encoding };
  return { ...manuscript(text, path, bytes, reader), encoding };
}

/** The text first, then the pictures in it and beside it under the page's name; those that are elsewhere are told. */
async function* webPage(
  path: string,
  { page, bytes, encoding }: WebPage,
  beside: Beside,
  reader: FileReader,
): AsyncGenerator<Came> {
  const { text, sources } = readHtml(page);
  const pictures: { extension: string; bytes: Uint8Array }[] = [];
  let isElsewhere = false;
  for (const source of sources) {
    const found = dataOf(source) ?? (await beside(source));
    if (found && sniffFormat(found)) pictures.push({ extension: EXTENSIONS[sniffFormat(found)!], bytes: found });
    else isElsewhere = true;
  }
  const lost = isElsewhere ? ['web'] : [];
  const content = await orRefusal(async () => ({ ...withLost(manuscript(text, path, bytes, reader), lost), encoding }));
  if (content instanceof InputError || text.trim() !== '' || pictures.length === 0) yield { path, content };
  const stem = basename(path).replace(/\.[^.]*$/, '');
  for (const [index, { extension, bytes: found }] of pictures.entries()) {
    const inner = `${path}/${stem} 图${index + 1}.${extension}`;
    yield { path: inner, document: path, content: await orRefusal(() => picture(inner, found, reader)) };
  }
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
