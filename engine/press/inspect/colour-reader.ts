/** Finds what colour space an object of a PDF names (ISO 32000-1 §8.6). */
import { PDFArray, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import {
  type ColourSpace,
  deviceSpaces,
  indexedSpace,
  labSpace,
  nameOf,
  platesSpace,
  rgbSpace,
  type Separate,
  unknownSpace,
} from './colour-space';
import type { Inflate } from './filters';
import { numbersOf } from './functions';

const mostDepth = 6;
const { cmyk, grey, pattern } = deviceSpaces;

/** Reads the colour spaces of a file. */
export class ColourReader {
  private readonly rgb: ColourSpace;
  private readonly byName: Readonly<Record<string, ColourSpace>>;
  private readonly known = new Map<PDFObject, ColourSpace>();

  /** @param separate how RGB and Lab become inks */
  constructor(
    private readonly inflate: Inflate,
    private readonly separate: Separate,
  ) {
    const rgb = rgbSpace(separate);
    this.rgb = rgb;
    const short = { CMYK: cmyk, G: grey, RGB: rgb };
    this.byName = { DeviceCMYK: cmyk, DeviceGray: grey, DeviceRGB: rgb, Pattern: pattern, CalGray: grey, CalRGB: rgb, ...short };
  }

  /** Of a number of samples a pixel; what a picture format says by itself. */
  ofChannels(channels: number): ColourSpace {
    return { 1: grey, 3: this.rgb, 4: cmyk }[channels] ?? unknownSpace;
  }

  /** @param named looks a name up in the page's resources */
  read(object: PDFObject | undefined, named: (name: string) => PDFObject | undefined, depth = 0): ColourSpace {
    if (depth > mostDepth) return unknownSpace;
    if (object instanceof PDFName) {
      const name = object.decodeText();
      const device = this.byName[name];
      if (device) return device;
      const resource = named(name);
      return resource === undefined || resource === object ? { ...unknownSpace, name } : this.read(resource, named, depth + 1);
    }
    if (!(object instanceof PDFArray) || object.size() === 0) return unknownSpace;
    const before = this.known.get(object);
    if (before) return before;
    const space = this.readArray(object, (inner) => this.read(inner, named, depth + 1));
    this.known.set(object, space);
    return space;
  }

  private readArray(array: PDFArray, base: (inner: PDFObject | undefined) => ColourSpace): ColourSpace {
    const [kind, ...rest] = array.asArray().map((_, i) => array.lookup(i));
    const word = kind instanceof PDFName ? kind.decodeText() : '';
    switch (word) {
      case 'ICCBased':
        return this.iccBased(rest[0], base);
      case 'CalGray':
        return { ...grey, name: word, managed: true };
      case 'CalRGB':
        return { ...this.rgb, name: word, managed: true };
      case 'Lab':
        return labSpace(rest[0], this.separate);
      case 'Indexed':
      case 'I':
        return indexedSpace(base(rest[0]), rest, this.inflate);
      case 'Separation':
        return platesSpace([nameOf(rest[0])], base(rest[1]), rest[2], this.inflate);
      case 'DeviceN':
        return platesSpace(
          rest[0] instanceof PDFArray ? rest[0].asArray().map(nameOf) : [],
          base(rest[1]),
          rest[2],
          this.inflate,
        );
      case 'Pattern':
        return rest[0] ? patternOver(base(rest[0])) : pattern;
      default:
        return this.byName[word] ?? unknownSpace;
    }
  }

  private iccBased(stream: PDFObject | undefined, base: (inner: PDFObject | undefined) => ColourSpace): ColourSpace {
    if (!(stream instanceof PDFRawStream)) return unknownSpace;
    const count = numbersOf(stream.dict.lookup(PDFName.of('N')))[0];
    const alternate = stream.dict.lookup(PDFName.of('Alternate'));
    if (alternate instanceof PDFArray && alternate.lookup(0)?.toString() === '/Lab')
      return { ...base(alternate), name: 'ICCBased(Lab)' };
    const own = this.ofChannels(count ?? 0);
    const space = own === unknownSpace && alternate ? base(alternate) : own;
    return { ...space, name: `ICCBased(${count ?? '?'})`, managed: true };
  }
}

/** Of uncoloured patterns, which take their colour from another space. */
const patternOver = (under: ColourSpace): ColourSpace => ({ ...under, family: 'pattern', name: 'Pattern', under });
