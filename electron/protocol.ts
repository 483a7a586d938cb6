/** Serves `app://banxin/…` (bridge.ts lists the addresses): the window's own files, the faces, photographs of open issues. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { InputError } from '../engine/errors';
import { readAsset } from '../engine/store';
import type { Fonts } from '../engine/store/font-files';
import { inkOf, metricsOf, outlinesOf } from './face-parts';

export const ORIGIN = 'app://banxin';

/** `wasm-unsafe-eval` lets WebAssembly run; nothing else is evaluated. `style-src` allows the style attributes of positions. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.tif': 'image/tiff',
  '.heic': 'image/heic',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

const BINARY = 'application/octet-stream';

export interface Sources {
  /** Folder of the window's own files. */
  readonly window: string;
  readonly fonts: () => Fonts;
  /** Folder of an open issue. */
  readonly folderOf: (handle: string) => string | undefined;
}

/** Before the program is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

export function serve(sources: Sources): void {
  protocol.handle('app', (request) => answer(request, sources));
}

async function answer(request: Request, sources: Sources): Promise<Response> {
  if (request.method !== 'GET') return failure(405);
  const path = pathOf(request.url);
  if (path === undefined) return failure(404);
  try {
    const { bytes, type } = await resource(path, sources);
    return new Response(bytes, { headers: headers(type) });
  } catch (error) {
    return failure(isMissing(error) ? 404 : 500);
  }
}

/** Path of an address in plain segments, without the first slash. Undefined for another host and anything that could climb. */
function pathOf(address: string): string | undefined {
  const url = new URL(address);
  if (url.host !== 'banxin') return undefined;
  const path = url.pathname.slice(1) || 'index.html';
  const segments = path.split('/');
  return segments.every((segment) => /^[\w@-][\w@.-]*$/.test(segment)) ? path : undefined;
}

interface Resource {
  readonly bytes: Uint8Array<ArrayBuffer> | string;
  readonly type: string;
}

async function resource(path: string, sources: Sources): Promise<Resource> {
  const [room, ...rest] = path.split('/');
  if (path === 'fonts.json') return fontList(sources.fonts());
  if (room === 'fonts' && rest.length === 1) return { bytes: sources.fonts().bytesOf(rest[0]!), type: 'font/sfnt' };
  if (room === 'metrics' && rest.length === 1) return { bytes: metricsOf(sources.fonts(), rest[0]!), type: BINARY };
  if (room === 'outlines' && rest.length === 2) return { bytes: outlinesOf(sources.fonts(), rest[0]!, rest[1]!), type: BINARY };
  if (room === 'ink' && rest.length === 2) return { bytes: inkOf(sources.fonts(), rest[0]!, rest[1]!), type: TYPES['.json']! };
  if (room === 'assets') return asset(rest, sources);
  return { bytes: await readFile(join(sources.window, path)), type: typeOf(path) };
}

function fontList({ faces, fallbacks, own }: Fonts): Resource {
  return { bytes: JSON.stringify({ faces, fallbacks, own: own.map(({ id }) => id) }), type: TYPES['.json']! };
}

async function asset([handle, name, ...more]: readonly string[], sources: Sources): Promise<Resource> {
  const folder = handle === undefined ? undefined : sources.folderOf(handle);
  if (folder === undefined || name === undefined || more.length > 0) throw new InputError('store.badName', { file: name ?? '' });
  return { bytes: new Uint8Array(await readAsset(folder, name)), type: typeOf(name) };
}

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? BINARY;
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof InputError ||
    (error instanceof Error && 'code' in error && /^(ENOENT|ENOTDIR|EISDIR)$/.test(String(error.code)))
  );
}

function headers(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
}

function failure(status: number): Response {
  return new Response(String(status), { status, headers: headers('text/plain') });
}
