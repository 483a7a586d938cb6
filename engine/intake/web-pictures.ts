/** The pictures of a web page: written into it (data URLs, RFC 2397), or beside it, as browsers save them in `page_files/`. */
import { InputError } from '../errors';
import { largest } from '../press/image-header';
import { readUserFile, type ZipMember } from '../store';
import { folderOf } from './paths';

/** Gives the bytes of what a page names by a path of its own; undefined for what is elsewhere or cannot be read. */
export type Beside = (source: string) => Promise<Uint8Array | undefined>;

/** Bytes of a data URL in base64; undefined for anything else. */
export function dataOf(source: string): Uint8Array | undefined {
  const match = /^data:image\/[\w.+-]+(?:;[\w=.-]+)*;base64,/i.exec(source);
  if (!match || source.length > largest.bytes) return undefined;
  try {
    const binary = atob(
      source
        .slice(match[0].length)
        .replace(/%2[bB]/g, '+')
        .replace(/%2[fF]/g, '/')
        .replace(/%3[dD]|\s/g, ''),
    );
    return binary === '' ? undefined : Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** A picture in the page's own folder or below it, never elsewhere on this machine. */
export async function pictureBeside(page: string, source: string): Promise<Uint8Array | undefined> {
  const path = localPath(source);
  if (path === undefined) return undefined;
  try {
    return await readUserFile(`${folderOf(page)}/${path}`, largest.bytes);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The same inside an archive. */
export async function memberBeside(members: readonly ZipMember[], page: string, source: string): Promise<Uint8Array | undefined> {
  const path = localPath(source);
  if (path === undefined) return undefined;
  const folder = page.includes('/') ? `${folderOf(page)}/` : '';
  const member = members.find(({ name }) => name === folder + path);
  if (!member || member.size > largest.bytes) return undefined;
  try {
    return await member.read();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** A path that leads down from the page: no scheme, no root, no way up. */
function localPath(source: string): string | undefined {
  const plain = source.replace(/[?#].*$/, '').replaceAll('\\', '/');
  if (plain === '' || plain.startsWith('/') || /^[a-z][\w+.-]*:/i.test(plain)) return undefined;
  try {
    const segments = decodeURIComponent(plain)
      .split('/')
      .filter((segment) => segment !== '.' && segment !== '');
    return segments.includes('..') || segments.some((segment) => /[\\\0:]/.test(segment)) ? undefined : segments.join('/');
  } catch {
    return undefined;
  }
}
