/** Stream filters (ISO 32000-1 §7.4) with bounds, since a few bytes of a hostile file can stand for gigabytes. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { mostStreamBytes, un85, unHex, unLzw, unRunLength } from './byte-filters';
import { decodeFax, type FaxParameters } from './fax';
import { decodeJbig2 } from './jbig2';
import { numberOf, unpredicted } from './predictors';

/** zlib (RFC 1950) decompression; gives what could be read of damaged data, at most `most` bytes. */
export type Inflate = (bytes: Uint8Array, most: number) => Uint8Array;

/** What is left when only the filters of the picture format remain. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** `DCTDecode`, `JPXDecode`, a `JBIG2Decode` of a rare kind or another that is not undone here; empty when nothing is left. */
  readonly rest: string;
  /** What the file says of that format. */
  readonly parameters?: PDFDict | undefined;
}

const mostFilters = 8;

const fullNames: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  DCT: 'DCTDecode',
  CCF: 'CCITTFaxDecode',
};

/** The filters of a stream by their full names. */
export function filtersOf(dict: PDFDict): readonly string[] {
  const filter = entry(dict, 'Filter', 'F');
  const names = filter instanceof PDFArray ? filter.asArray().map((_, i) => filter.lookup(i)) : filter ? [filter] : [];
  return names.flatMap((name) => (name instanceof PDFName ? [fullName(name.decodeText())] : [])).slice(0, mostFilters);
}

const fullName = (name: string): string => fullNames[name] ?? name;

/** Undoes the filters of a stream as far as they are not a picture's. Damaged data is read as far as it goes. */
export function decodeStream({ dict, contents }: Pick<PDFRawStream, 'dict' | 'contents'>, inflate: Inflate): Decoded {
  const filters = filtersOf(dict);
  const parameters = entry(dict, 'DecodeParms', 'DP');
  let bytes = contents;
  for (const [i, filter] of filters.entries()) {
    const own = parameters instanceof PDFArray ? parameters.lookup(i) : parameters;
    const decoded = undo(filter, bytes, own instanceof PDFDict ? own : undefined, dict, inflate);
    if (!decoded) return { bytes, rest: filter, parameters: own instanceof PDFDict ? own : undefined };
    bytes = decoded;
  }
  return { bytes, rest: '' };
}

function entry(dict: PDFDict, long: string, short: string): PDFObject | undefined {
  return dict.lookup(PDFName.of(long)) ?? dict.lookup(PDFName.of(short));
}

function undo(
  filter: string,
  bytes: Uint8Array,
  parms: PDFDict | undefined,
  dict: PDFDict,
  inflate: Inflate,
): Uint8Array | undefined {
  switch (filter) {
    case 'FlateDecode':
      return unpredicted(inflate(bytes, mostStreamBytes), parms);
    case 'LZWDecode':
      return unpredicted(unLzw(bytes, numberOf(parms, 'EarlyChange', 1)), parms);
    case 'ASCIIHexDecode':
      return unHex(bytes);
    case 'ASCII85Decode':
      return un85(bytes);
    case 'RunLengthDecode':
      return unRunLength(bytes);
    case 'CCITTFaxDecode':
      return decodeFax(bytes, faxParameters(parms, dict));
    case 'JBIG2Decode':
      return unJbig2(bytes, parms, dict, inflate);
    case 'Crypt':
      // What was encrypted is read in clear text already.
      return bytes;
    default:
      return undefined;
  }
}

/** Undefined when the coding is damaged or not read. */
function unJbig2(bytes: Uint8Array, parms: PDFDict | undefined, dict: PDFDict, inflate: Inflate): Uint8Array | undefined {
  const shared = parms?.lookup(PDFName.of('JBIG2Globals'));
  const globals =
    shared instanceof PDFRawStream && !filtersOf(shared.dict).includes('JBIG2Decode')
      ? decodeStream(shared, inflate).bytes
      : undefined;
  try {
    return decodeJbig2(bytes, globals, numberOf(dict, 'Width', 0), numberOf(dict, 'Height', 0));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function faxParameters(parms: PDFDict | undefined, dict: PDFDict): FaxParameters {
  const flag = (key: string) => parms?.lookup(PDFName.of(key))?.toString() === 'true';
  const height = numberOf(dict, 'Height', numberOf(dict, 'H', 0));
  return {
    k: numberOf(parms, 'K', 0),
    columns: numberOf(parms, 'Columns', 1728),
    rows: height || numberOf(parms, 'Rows', 0),
    byteAligned: flag('EncodedByteAlign'),
    blackIs1: flag('BlackIs1'),
  };
}
