import { InputError } from '../../engine/errors';

/** Bytes of one of the program's resources, at once: in a worker, waiting for a file blocks nobody. Throws InputError when there is none. */
export function fetchNow(address: string): Uint8Array<ArrayBuffer> {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) throw new InputError('fonts.fileUnreadable', { file: address, reason: String(request.status) });
  return new Uint8Array(request.response as ArrayBuffer);
}

/** Glyphs as an address names them: four hexadecimal digits each. */
export function glyphList(glyphs: readonly number[]): string {
  return glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('');
}
