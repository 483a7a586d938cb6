/** Damage to files, the same for the same seed. */

export type Random = () => number;

/** Mulberry32: numbers 0–1. */
export function random(seed: number): Random {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const extremes = [0, 1, 0x7f, 0x80, 0xfe, 0xff];

/** The file with one to four kinds of damage, near its start as often as anywhere. */
export function mutated(file: Uint8Array, next: Random): Uint8Array {
  let bytes: Uint8Array = file.slice();
  const times = 1 + Math.floor(next() * 4);
  for (let i = 0; i < times; i++) bytes = damages[Math.floor(next() * damages.length)]!(bytes, next);
  return bytes;
}

const place = (bytes: Uint8Array, next: Random): number =>
  Math.floor(next() * (next() < 0.5 ? Math.min(600, bytes.length) : bytes.length));

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const damages: readonly ((bytes: Uint8Array, next: Random) => Uint8Array)[] = [
  function flip(bytes, next) {
    for (let i = 0; i <= next() * 20; i++) bytes[place(bytes, next)]! ^= 1 << Math.floor(next() * 8);
    return bytes;
  },
  function extreme(bytes, next) {
    const value = extremes[Math.floor(next() * extremes.length)]!;
    const at = place(bytes, next);
    bytes.fill(value, at, at + 1 + Math.floor(next() * 4));
    return bytes;
  },
  function noise(bytes, next) {
    const at = place(bytes, next);
    for (let i = at; i < Math.min(bytes.length, at + next() * 60); i++) bytes[i] = Math.floor(next() * 256);
    return bytes;
  },
  function cut(bytes, next) {
    return bytes.slice(0, Math.max(1, Math.floor(next() * bytes.length)));
  },
  function drop(bytes, next) {
    const at = place(bytes, next);
    const rest = bytes.subarray(at + Math.floor(next() * 40));
    return joined(bytes.subarray(0, at), rest);
  },
  function repeat(bytes, next) {
    const at = place(bytes, next);
    const part = bytes.subarray(at, at + Math.floor(next() * 200));
    return joined(bytes.subarray(0, at), part, bytes.subarray(at));
  },
  function digits(bytes, next) {
    const from = place(bytes, next);
    const at = bytes.findIndex((byte, i) => i >= from && byte >= 0x30 && byte <= 0x39);
    if (at >= 0) bytes[at] = 0x30 + Math.floor(next() * 10);
    return bytes;
  },
];
