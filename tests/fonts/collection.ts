/** A TTC of whole fonts, one behind the other, with their tables' offsets moved. */
export function collectionOf(fonts: readonly Uint8Array[]): Uint8Array {
  const header = 12 + 4 * fonts.length;
  const out = new Uint8Array(header + fonts.reduce((sum, font) => sum + font.length, 0));
  const view = new DataView(out.buffer);
  out.set([0x74, 0x74, 0x63, 0x66, 0, 1, 0, 0]);
  view.setUint32(8, fonts.length);
  let start = header;
  fonts.forEach((font, i) => {
    out.set(font, start);
    view.setUint32(12 + 4 * i, start);
    for (let table = 0; table < view.getUint16(start + 4); table++) {
      const entry = start + 12 + 16 * table + 8;
      view.setUint32(entry, view.getUint32(entry) + start);
    }
    start += font.length;
  });
  return out;
}
