import { InputError } from '../errors';
import { Fault } from '../issue/reading';
import { readOwnFile } from './files';

/** Reads a JSON file of at most `most` bytes. Throws InputError as `parseJson` does. */
export async function readJsonFile(file: string, most: number): Promise<unknown> {
  return parseJson(await readOwnFile(file, most), file);
}

/** The JSON in a file's bytes. Throws InputError with line and column when it is damaged. */
export function parseJson(bytes: Uint8Array, file: string): unknown {
  const text = decode(bytes, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError('store.damaged', { file, ...placeOf(error, text) });
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('store.notUtf8', { file });
  }
}

/** Line and column of a JSON mistake, from 1. The parser's message carries its offset, unless the text ends too early. */
function placeOf(error: unknown, text: string): { line: number; column: number } {
  const offset = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  const before = text.slice(0, offset === undefined ? text.length : Number(offset));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** Runs a reader of the document; the fault it finds becomes the user's error: the file, the place and what is wrong there. */
export function readingFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { kind, path, detail } = error;
    // What the value should be is a word of the sentence, not a figure in it.
    const code = kind === 'type' ? `store.type-${detail}` : `store.${kind}`;
    throw new InputError(code, { file, path: path || '{}', detail });
  }
}
