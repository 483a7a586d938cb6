/**
 * Readers of untrusted data. A reader takes any value and gives the typed one, rebuilt with its keys in the order of the
 * schema, or throws `Fault` with the place and the kind of the first thing that is wrong.
 */

/** What can be wrong at a place of the document; `issue.<kind>` is its sentence. */
export type FaultKind = 'missing' | 'unknownKey' | 'type' | 'length' | 'range' | 'pattern' | 'duplicate' | 'reference' | 'grid';

export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    /** Such as `articles[3].headline[0]`. */
    readonly path: string,
    /** The bound, the allowed words or the name at fault. */
    readonly detail: string = '',
  ) {
    super(`${kind} at ${path} ${detail}`);
    this.name = 'Fault';
  }
}

export type Reader<T> = (value: unknown, path: string) => T;

/** A string of at most `most` UTF-16 units. */
export function text(most: number): Reader<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw wrongType(value, path, 'string');
    if (value.length > most) throw new Fault('length', path, String(most));
    return value;
  };
}

/** A string in which the pattern is found. */
export function matching(pattern: RegExp): Reader<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw wrongType(value, path, 'string');
    if (!pattern.test(value)) throw new Fault('pattern', path, pattern.source);
    return value;
  };
}

/** One of these words or numbers. */
export function oneOf<const T extends string | number>(...words: readonly T[]): Reader<T> {
  return (value, path) => {
    const word = words.find((candidate) => candidate === value);
    if (value === undefined) throw new Fault('missing', path);
    if (word === undefined) throw new Fault('range', path, words.join(' | '));
    return word;
  };
}

/** A finite number from `least` to `most`. */
export function number(least: number, most: number): Reader<number> {
  return (value, path) => {
    if (typeof value !== 'number') throw wrongType(value, path, 'number');
    if (!(value >= least && value <= most)) throw new Fault('range', path, `${least}–${most}`);
    return value;
  };
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Reader<number> {
  const inBounds = number(least, most);
  return (value, path) => {
    const read = inBounds(value, path);
    if (!Number.isInteger(read)) throw new Fault('type', path, 'integer');
    return read;
  };
}

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw wrongType(value, path, 'boolean');
  return value;
};

/** An array of `least` to `most` entries. */
export function list<T>(item: Reader<T>, most: number, least = 0): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrongType(value, path, 'array');
    if (value.length < least || value.length > most) throw new Fault('length', path, `${least}–${most}`);
    return value.map((entry, index) => item(entry, `${path}[${index}]`));
  };
}

/** An object with exactly these keys; a key whose reader allows undefined may be absent. */
export function record<T extends object>(shape: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  const keys = Object.keys(shape) as (keyof T & string)[];
  const known = new Set<string>(keys);
  return (value, path) => {
    const source = plainObject(value, path);
    for (const key of Object.keys(source)) if (!known.has(key)) throw new Fault('unknownKey', join(path, key));
    const read: Partial<T> = {};
    for (const key of keys) {
      const field = shape[key](Object.hasOwn(source, key) ? source[key] : undefined, join(path, key));
      if (field !== undefined) read[key] = field;
    }
    return read as T;
  };
}

/** A value that may be left out; null is not left out. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, path) => (value === undefined ? undefined : reader(value, path));
}

/** An object whose key `tag` says which of the readers it is for. */
export function variant<T>(tag: string, readers: Readonly<Record<string, Reader<T>>>): Reader<T> {
  return (value, path) => {
    const word = plainObject(value, path)[tag];
    const reader = typeof word === 'string' && Object.hasOwn(readers, word) ? readers[word] : undefined;
    if (!reader) throw new Fault('range', join(path, tag), Object.keys(readers).join(' | '));
    return reader(value, path);
  };
}

function plainObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(value, path, 'object');
  return value as Readonly<Record<string, unknown>>;
}

function wrongType(value: unknown, path: string, expected: string): Fault {
  return value === undefined ? new Fault('missing', path) : new Fault('type', path, expected);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
