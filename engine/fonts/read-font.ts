/** Font files: TrueType and OpenType, alone or in a collection. */
import { InputError } from '../errors';
import { readCff } from './cff';
import { cffInk, cffOutline, isBlankCff } from './cff-outline';
import { subsetCff } from './cff-subset';
import { type CharacterMap, readCmap, withoutBlanks } from './cmap';
import { advancesOf, type FaceInfo, mayEmbed, readAdvances, readFaceInfo } from './face-info';
import { glyfInk, glyfOutline, readGlyf } from './glyf';
import { subsetGlyf } from './glyf-subset';
import { readVertical } from './gsub';
import { TypedMetrics } from './metrics';
import { readNames } from './names';
import { bytesOf, countFaces, type FontBytes, inMemory, readSfnt, type Sfnt, writeSfnt } from './sfnt';
import type { FaceId, FontFile, FontSubset, InkBox, OutlineSink } from './types';

/** What the two kinds of outlines have in common. */
interface Outlines {
  readonly format: FontFile['format'];
  ink(glyph: number): InkBox | undefined;
  isBlank(glyph: number): boolean;
  draw(glyph: number, sink: OutlineSink): void;
  subset(glyphs: readonly number[]): Uint8Array;
}

/** A font file whose metrics can be packed for another thread. */
export interface LoadedFont extends FontFile {
  readonly metrics: TypedMetrics;
}

/**
 * Reads a font file. The tables of characters and advance widths are read at once, everything else when it is first asked for.
 *
 * @param id role of the face in the paper
 * @param bytes the file; kept, not copied. Of one on disk the outlines are read one by one
 * @param index face of a collection (TTC), from 0
 * @param file name for error messages
 * @throws InputError `fonts.notFont`, `fonts.noSuchIndex`, `fonts.noOutlines`, `fonts.damaged`, `fonts.embeddingForbidden`; the methods
 * of the result throw `fonts.damaged` where their part of the file is
 */
export function readFont(id: FaceId, bytes: Uint8Array | FontBytes, index = 0, file: string = id): LoadedFont {
  const source = bytes instanceof Uint8Array ? inMemory(bytes) : bytes;
  return reportDamage(file, () => openFace(id, sfntAt(source, index, file), file, (characters) => characters));
}

/** As `readFont`, of a font that the program did not choose itself: characters whose glyph is blank count as lacking. */
export function readOwnFont(id: FaceId, bytes: Uint8Array | FontBytes, index = 0, file: string = id): LoadedFont {
  const source = bytes instanceof Uint8Array ? inMemory(bytes) : bytes;
  return reportDamage(file, () => openFace(id, sfntAt(source, index, file), file, withoutBlanks));
}

/** What a list of fonts says of a face. */
export interface FaceDescription {
  readonly postScriptName: string | undefined;
  /** Full name, Chinese where there is one. */
  readonly fullName: string | undefined;
}

/** Reads the small tables alone: tells whether a face may be used, and its names. Throws as `readFont`. */
export function describeFace(bytes: FontBytes, index: number, file: string): FaceDescription {
  return reportDamage(file, () => {
    const sfnt = sfntAt(bytes, index, file);
    requireUsable(sfnt, readFaceInfo(sfnt), file);
    const names = sfnt.has('name') ? readNames(sfnt.table('name')) : undefined;
    return { postScriptName: names?.postScript, fullName: names?.full };
  });
}

/** Number of faces in a font file. Throws InputError `fonts.notFont`. */
export function facesIn(bytes: FontBytes, file: string): number {
  const count = countFaces(bytes);
  if (count === undefined) throw new InputError('fonts.notFont', { file });
  return count;
}

/** A face of a collection as a plain font file: what reads one face at a time need not know collections. Throws as `readFont`. */
export function extractFace(bytes: Uint8Array, index: number, file: string): Uint8Array<ArrayBuffer> {
  return reportDamage(file, () => {
    const sfnt = sfntAt(inMemory(bytes), index, file);
    return writeSfnt(new Map(sfnt.tags.map((tag) => [tag, bytesOf(sfnt.table(tag))])));
  });
}

function sfntAt(bytes: FontBytes, index: number, file: string): Sfnt {
  const count = facesIn(bytes, file);
  if (index < 0 || index >= count) throw new InputError('fonts.noSuchIndex', { file, index, count });
  return readSfnt(bytes, index);
}

function requireUsable(sfnt: Sfnt, info: FaceInfo, file: string): void {
  if (!sfnt.has('glyf') && !sfnt.has('CFF ')) throw new InputError('fonts.noOutlines', { file });
  if (!mayEmbed(info.fsType)) throw new InputError('fonts.embeddingForbidden', { file, fsType: info.fsType });
}

/** Which characters of a map a face has; `isBlank` tells of a glyph. */
type Choosing = (characters: CharacterMap, isBlank: (glyph: number) => boolean) => CharacterMap;

function openFace(id: FaceId, sfnt: Sfnt, file: string, choose: Choosing): LoadedFont {
  const info = readFaceInfo(sfnt);
  requireUsable(sfnt, info, file);
  const hmtx = sfnt.table('hmtx');
  const postScriptName = info.postScriptName ?? id;
  const guard = <T>(work: () => T): T => reportDamage(file, work);
  const outlines = once(() => guard(() => readOutlines(sfnt, info, hmtx, postScriptName)));
  const characters = choose(readCmap(sfnt.table('cmap'), info.glyphCount), (glyph) => outlines().isBlank(glyph));
  const vertical = once(() =>
    guard(() => (sfnt.has('GSUB') ? readVertical(sfnt.table('GSUB'), info.glyphCount) : new Map<number, number>())),
  );
  return {
    id,
    format: sfnt.has('CFF ') ? 'cff' : 'glyf',
    postScriptName,
    bbox: info.bbox,
    capHeight: info.capHeight,
    weightClass: info.weightClass,
    italicAngle: info.italicAngle,
    metrics: new TypedMetrics({
      id,
      unitsPerEm: info.unitsPerEm,
      ascent: info.ascent,
      descent: info.descent,
      characters,
      advanceOf: advancesOf(hmtx, info),
      advances: () => readAdvances(hmtx, info),
      inkOf: (glyph) => guard(() => outlines().ink(glyph)),
      verticalOf: (glyph) => vertical().get(glyph) ?? glyph,
      verticalForms: vertical,
    }),
    outline: (glyph, sink) => guard(() => outlines().draw(glyph, sink)),
    subset: (glyphs) => guard(() => subsetOf(outlines(), [...glyphs])),
  };
}

function readOutlines(sfnt: Sfnt, info: FaceInfo, hmtx: DataView, name: string): Outlines {
  return sfnt.has('CFF ') ? cffOutlines(sfnt, name) : glyfOutlines(sfnt, info, hmtx);
}

function glyfOutlines(sfnt: Sfnt, info: FaceInfo, metrics: DataView): Outlines {
  const table = readGlyf(sfnt, info);
  return {
    format: 'glyf',
    ink: (glyph) => glyfInk(table, glyph),
    isBlank: (glyph) => table.isBlank(glyph),
    draw: (glyph, sink) => glyfOutline(table, glyph, sink),
    subset: (glyphs) => subsetGlyf(sfnt, info, { table, metrics }, glyphs),
  };
}

/** Ink of a CFF glyph is found by drawing it, hence the memory. */
function cffOutlines(sfnt: Sfnt, name: string): Outlines {
  const cff = readCff(sfnt.table('CFF '));
  const inks = new Map<number, InkBox | undefined>();
  return {
    format: 'cff',
    ink(glyph) {
      if (!inks.has(glyph)) inks.set(glyph, cffInk(cff, glyph));
      return inks.get(glyph);
    },
    isBlank: (glyph) => isBlankCff(cff, glyph),
    draw: (glyph, sink) => cffOutline(cff, glyph, sink),
    subset: (glyphs) => subsetCff(cff, name, glyphs),
  };
}

function subsetOf(outlines: Outlines, glyphs: readonly number[]): FontSubset {
  const codes = new Map<number, number>([[0, 0]]);
  glyphs.forEach((glyph, i) => {
    if (!codes.has(glyph)) codes.set(glyph, i + 1);
  });
  return { program: outlines.subset(glyphs), format: outlines.format, cidOf: (glyph) => codes.get(glyph) ?? 0 };
}

/** Readers throw RangeError where a font contradicts itself, as DataView does beyond its end. */
function reportDamage<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new InputError('fonts.damaged', { file, place: error.message }, { cause: error });
    throw error;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
