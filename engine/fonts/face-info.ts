/** The small tables of a face: what a PDF's font descriptor and the em box need. */
import { readNames } from './names';
import type { Sfnt } from './sfnt';
import type { InkBox } from './types';

export interface FaceInfo {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  readonly longLoca: boolean;
  /** Count of full records in `hmtx`. */
  readonly advanceCount: number;
  readonly bbox: InkBox;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly weightClass: number;
  /** Degrees, counter-clockwise from the vertical. */
  readonly italicAngle: number;
  /** OS/2.fsType, 0 (installable) when the face has no OS/2 table. */
  readonly fsType: number;
  readonly postScriptName: string | undefined;
}

/** Facts of a face, lengths in font units. Throws RangeError when a table has what OpenType does not allow. */
export function readFaceInfo(sfnt: Sfnt): FaceInfo {
  const head = sfnt.table('head');
  const hhea = sfnt.table('hhea');
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new RangeError('head: unitsPerEm');
  const glyphCount = sfnt.table('maxp').getUint16(4);
  const advanceCount = hhea.getUint16(34);
  if (glyphCount === 0 || advanceCount === 0 || advanceCount > glyphCount) throw new RangeError('glyph count');
  const os2 = sfnt.has('OS/2') ? sfnt.table('OS/2') : undefined;
  return {
    unitsPerEm,
    glyphCount,
    advanceCount,
    longLoca: head.getInt16(50) === 1,
    bbox: { xMin: head.getInt16(36), yMin: head.getInt16(38), xMax: head.getInt16(40), yMax: head.getInt16(42) },
    ...emBox(unitsPerEm, hhea, os2),
    capHeight: capHeightOf(unitsPerEm, os2),
    weightClass: os2?.getUint16(4) || 400,
    italicAngle: sfnt.has('post') ? sfnt.table('post').getInt32(4) / 65536 : 0,
    fsType: os2?.getUint16(8) ?? 0,
    postScriptName: sfnt.has('name') ? readNames(sfnt.table('name')).postScript : undefined,
  };
}

/**
 * Embedding permission (OpenType specification, OS/2.fsType): bits 0–3 hold one level, 2 meaning restricted; where an old
 * font sets several, the most liberal counts. Bit 8 forbids subsetting, bit 9 allows bitmaps only; a press PDF needs both.
 */
export function mayEmbed(fsType: number): boolean {
  return (fsType & 0xf) !== 2 && (fsType & 0x300) === 0;
}

/** The em box of CJK faces is one em high; line metrics that are taller (hhea of Noto) describe something else. */
function emBox(unitsPerEm: number, hhea: DataView, os2: DataView | undefined): { ascent: number; descent: number } {
  const candidates = [{ ascent: hhea.getInt16(4), descent: hhea.getInt16(6) }];
  if (os2 && os2.byteLength >= 72) candidates.unshift({ ascent: os2.getInt16(68), descent: os2.getInt16(70) });
  const usual = { ascent: Math.round(0.88 * unitsPerEm), descent: -Math.round(0.12 * unitsPerEm) };
  return candidates.find((box) => box.descent < 0 && box.ascent - box.descent === unitsPerEm) ?? usual;
}

/** OS/2 version 2 and later; FandolFang, among others, says 0. */
function capHeightOf(unitsPerEm: number, os2: DataView | undefined): number {
  const stated = os2 && os2.getUint16(0) >= 2 && os2.byteLength >= 90 ? os2.getInt16(88) : 0;
  return stated > 0 ? stated : Math.round(0.7 * unitsPerEm);
}

/** Gives the advance width of a glyph, font units; 0 of one that there is not. Throws RangeError when the table is too short for the face. */
export function advancesOf(hmtx: DataView, { glyphCount, advanceCount }: Pick<FaceInfo, 'glyphCount' | 'advanceCount'>) {
  if (hmtx.byteLength < 4 * advanceCount - 2) throw new RangeError('hmtx');
  const last = advanceCount - 1;
  const lastAdvance = hmtx.getUint16(4 * last);
  return (glyph: number): number => (glyph < last ? hmtx.getUint16(4 * glyph) : glyph < glyphCount ? lastAdvance : 0);
}

/** Advance width of every glyph, font units. Throws as `advancesOf`. */
export function readAdvances(hmtx: DataView, info: Pick<FaceInfo, 'glyphCount' | 'advanceCount'>): Uint16Array {
  const advanceOf = advancesOf(hmtx, info);
  const advances = new Uint16Array(info.glyphCount);
  for (let glyph = 0; glyph < advances.length; glyph++) advances[glyph] = advanceOf(glyph);
  return advances;
}
