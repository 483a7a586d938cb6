/** Pictures of a PDF (ISO 32000-1 §8.9): image XObjects and inline pictures. */
import { PDFArray, PDFBool, PDFContext, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import type { ColourReader } from './colour-reader';
import { type ColourSpace, deviceSpaces, processPlates, unknownSpace } from './colour-space';
import { decodeStream, filtersOf, type Inflate } from './filters';
import { numbersOf } from './functions';
import { Name, type Operand } from './lexer';
import type { SampledPicture } from './page-sink';

const mostSide = 60_000;
type SpaceOf = (object: PDFObject | undefined) => ColourSpace;

/** Undefined for a picture without pixels. */
export function pictureFrom(
  stream: PDFRawStream,
  spaceOf: SpaceOf,
  colours: ColourReader,
  inflate: Inflate,
  masks = true,
): SampledPicture | undefined {
  const { dict } = stream;
  const value = (key: string) => dict.lookup(PDFName.of(key));
  const number = (key: string, otherwise: number) => numbersOf(value(key))[0] ?? otherwise;
  const [width, height] = [number('Width', 0), number('Height', 0)];
  if (!isSide(width) || !isSide(height)) return undefined;
  const stencil = value('ImageMask') instanceof PDFBool && value('ImageMask')?.toString() === 'true';
  const soft = value('SMask');
  const mask = value('Mask');
  const inner = (object: PDFObject | undefined) =>
    masks && object instanceof PDFRawStream ? pictureFrom(object, spaceOf, colours, inflate, false) : undefined;
  const matte = soft instanceof PDFRawStream ? numbersOf(soft.dict.lookup(PDFName.of('Matte'))) : [];
  const decode = numbersOf(value('Decode'));
  return {
    key: stream,
    stream,
    width,
    height,
    bits: stencil ? 1 : number('BitsPerComponent', filtersOf(dict).some((filter) => bilevel.has(filter)) ? 1 : 8),
    stencil,
    space: stencil ? deviceSpaces.grey : spaceFor(value('ColorSpace'), dict, spaceOf),
    decode: decode.length > 0 ? decode : undefined,
    load: () => decodeStream(stream, inflate),
    softMask: inner(soft),
    matte: matte.length > 0 ? matte : undefined,
    stencilMask: inner(mask),
    colourKey: mask instanceof PDFArray ? numbersOf(mask) : undefined,
    spaceOf: (channels) => colours.ofChannels(channels),
  };
}

/** Formats of one bit a pixel. */
const bilevel: ReadonlySet<string> = new Set(['CCITTFaxDecode', 'JBIG2Decode']);

const isSide = (value: number): boolean => Number.isInteger(value) && value > 0 && value <= mostSide;

/** JPEG 2000 may leave its colour space to the file inside. */
function spaceFor(object: PDFObject | undefined, dict: PDFDict, spaceOf: SpaceOf): ColourSpace {
  if (object === undefined && filtersOf(dict).includes('JPXDecode'))
    return { ...unknownSpace, name: 'JPX', plates: processPlates };
  return spaceOf(object);
}

const longKeys: Readonly<Record<string, string>> = {
  W: 'Width',
  H: 'Height',
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  IM: 'ImageMask',
  D: 'Decode',
  F: 'Filter',
  DP: 'DecodeParms',
};

/** Inline pictures become the same as the others; their few keys are rebuilt as an object. */
export function inlinePicture(
  entries: Operand | undefined,
  data: Uint8Array | undefined,
  spaceOf: SpaceOf,
  colours: ColourReader,
  inflate: Inflate,
): SampledPicture | undefined {
  if (!(entries instanceof Map) || !data) return undefined;
  const stream = PDFRawStream.of(emptyDict(), data);
  stream.dict.set(PDFName.of('Subtype'), PDFName.of('Image'));
  for (const [key, value] of entries as ReadonlyMap<string, Operand>) {
    const object = objectOf(value);
    if (object) stream.dict.set(PDFName.of(longKeys[key] ?? key), object);
  }
  const picture = pictureFrom(stream, spaceOf, colours, inflate);
  return picture && { ...picture, key: data };
}

function objectOf(operand: Operand): PDFObject | undefined {
  if (typeof operand === 'number') return PDFNumber.of(operand);
  if (typeof operand === 'boolean') return operand ? PDFBool.True : PDFBool.False;
  if (operand instanceof Name) return PDFName.of(operand.text);
  if (operand instanceof Uint8Array) return PDFHexString.of(hex(operand));
  if (operand instanceof Map) {
    const dict = emptyDict();
    for (const [key, value] of operand as ReadonlyMap<string, Operand>) {
      const object = objectOf(value);
      if (object) dict.set(PDFName.of(key), object);
    }
    return dict;
  }
  if (!Array.isArray(operand)) return undefined;
  const array = PDFArray.withContext(PDFContext.create());
  for (const item of operand as readonly Operand[]) {
    const object = objectOf(item);
    if (object) array.push(object);
  }
  return array;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const emptyDict = (): PDFDict => PDFDict.withContext(PDFContext.create());
