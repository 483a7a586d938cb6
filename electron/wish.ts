/** What a command line asks to open. */
import { basename, dirname, resolve } from 'node:path';
import { oneOf, type Reader, record, text, variant } from '../engine/issue/reading';
import { ISSUE_FILE } from '../engine/store';

export type Wish =
  | { readonly kind: 'sample' }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'nothing' };

/** @param packaged an unpacked program is itself named on the command line, before what it is to open */
export function wishOf(argv: readonly string[], cwd: string, packaged: boolean): Wish {
  if (argv.includes('--sample')) return { kind: 'sample' };
  const words = argv.slice(1).filter((argument) => !argument.startsWith('-'));
  const path = words[packaged ? 0 : 1];
  if (path === undefined) return { kind: 'nothing' };
  const full = resolve(cwd, path);
  return { kind: 'folder', folder: basename(full) === ISSUE_FILE ? dirname(full) : full };
}

/** For what a second start hands to the first. */
export const wishReader: Reader<Wish> = variant<Wish>('kind', {
  sample: record<Extract<Wish, { kind: 'sample' }>>({ kind: oneOf('sample') }),
  folder: record<Extract<Wish, { kind: 'folder' }>>({ kind: oneOf('folder'), folder: text(4096) }),
  nothing: record<Extract<Wish, { kind: 'nothing' }>>({ kind: oneOf('nothing') }),
});
