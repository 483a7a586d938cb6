/** What an ICC profile says of itself (ICC.1 §7.2). */

const text = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
/** Profiles of printing conditions have up to 3 MB. */
const mostBytes = 16 << 20;

/** Whether it is a profile at all (`acsp`), of an output device (`prtr`), for CMYK, whole, of version 2 or 4. */
export function isPressProfile(bytes: Uint8Array): boolean {
  if (bytes.length < 132 || bytes.length > mostBytes) return false;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const known = bytes[8] === 2 || bytes[8] === 4;
  return size <= bytes.length && known && text(bytes, 36) === 'acsp' && text(bytes, 12) === 'prtr' && text(bytes, 16) === 'CMYK';
}

/** The profile's version, 2 or 4. PDF/X-1a:2003 knows version 2 alone. */
export const profileVersion = (bytes: Uint8Array): number => bytes[8] ?? 0;
