/** A Word document out of its package, with the documents that are chunks of it. */
import { InputError } from '../errors';
import { isTextPart, readDocx } from '../manuscript/docx';
import { openZip, type ZipMember } from '../store';
import { orRefusal } from './refusal';

/** Text that a Word document may hold: its XML is a hundred times as long as what it says. */
const MOST_XML = 100_000_000;
const CHUNK_NAME = /\.docx?$/i;

export interface Word {
  readonly text: string;
  readonly pictures: readonly ZipMember[];
  /** What it has and the text has not. */
  readonly lost: readonly string[];
}

/**
 * A document inside a document has none inside it.
 * @throws InputError manuscript.large and what `readDocx` throws
 */
export async function readWord(path: string, members: readonly ZipMember[], isInner = false): Promise<Word> {
  const parts = new Map<string, Uint8Array>();
  const inner: Word[] = [];
  let total = 0;
  for (const member of members) {
    const isChunk = !isInner && CHUNK_NAME.test(member.name);
    const isText = isChunk || isTextPart(member.name);
    if (isText) total += member.size;
    if (total > MOST_XML)
      throw new InputError('manuscript.large', { file: path, size: Math.ceil(total / 1e6), limit: MOST_XML / 1e6 });
    const bytes = isText ? await member.read() : new Uint8Array(0);
    const word = isChunk ? await innerWord(`${path}/${member.name}`, bytes) : undefined;
    if (word) inner.push(word);
    parts.set(member.name, word ? new TextEncoder().encode(word.text) : bytes);
  }
  const { text, pictures, lost } = readDocx(parts, path);
  const own = pictures.map((name) => members.find((member) => member.name === name)!);
  return {
    text,
    lost: [...lost, ...inner.flatMap((word) => word.lost)],
    pictures: [...own, ...inner.flatMap((word) => word.pictures)],
  };
}

/** A Word document that is a chunk of another (altChunk), with its pictures unpacked; undefined when it cannot be read. */
async function innerWord(path: string, bytes: Uint8Array): Promise<Word | undefined> {
  const word = await orRefusal(async () => {
    const zip = await openZip(bytes, path);
    try {
      const read = await readWord(path, zip.members, true);
      const pictures: ZipMember[] = [];
      for (const member of read.pictures) {
        const unpacked = await member.read();
        pictures.push({ ...member, read: async () => unpacked });
      }
      return { ...read, pictures };
    } finally {
      zip.close();
    }
  });
  return word instanceof InputError ? undefined : word;
}
