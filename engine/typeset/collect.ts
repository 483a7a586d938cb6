import { CharacterClass as C, classOf, SPECIAL, TABLE } from './character-classes';
import { Scratch } from './scratch';
import { settleClasses } from './settle';
import type { StyledText } from './types';

/** First stage: the characters of a paragraph, one after the other, each with its class settled. Ignored ones are left out. */
export interface Characters {
  readonly text: string;
  readonly count: number;
  readonly codePoints: Uint32Array;
  readonly classes: Uint8Array;
  /** Offset of each character in `text`, UTF-16; one more entry for the end. */
  readonly offsets: Int32Array;
  /** Index of the styled text that each character stands in. */
  readonly sources: Uint16Array;
  /** What a character without a glyph says of the break before each character, a sum of `Joint`. */
  readonly joints: Uint8Array;
  /** Some class depends on its neighbours, or some joint is set. */
  readonly special: boolean;
}

/** Characters that have no cell but a say in breaks. */
export const Joint = {
  /** U+200B: a line may end here. */
  Opens: 1,
  /** U+2060, U+FEFF, U+200D: no line ends here. */
  Holds: 2,
  /** U+00AD: a word may be divided here. */
  Soft: 4,
  /** U+200D between two pictures makes them one. */
  Joins: 8,
} as const;

const JOINTS: ReadonlyMap<number, number> = new Map([
  [0x200b, Joint.Opens],
  [0x2060, Joint.Holds],
  [0xfeff, Joint.Holds],
  [0x200d, Joint.Holds | Joint.Joins],
  [0x00ad, Joint.Soft],
]);

const REPLACEMENT = 0xfffd;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const MAX_SOURCES = 0xffff;

/** Reads styled text character by character and settles the classes that depend on context. */
export function collect(sources: readonly StyledText[], scratch = new Scratch()): Characters {
  if (sources.length > MAX_SOURCES) throw new RangeError(`a paragraph has at most ${MAX_SOURCES} styled texts`);
  const text = sources.length === 1 ? sources[0]!.text : sources.map((s) => s.text).join('');
  const characters = new Collector(text, scratch);
  let end = 0;
  sources.forEach((source, index) => {
    const start = end;
    end += source.text.length;
    characters.read(start, end, index);
  });
  characters.close();
  return characters;
}

class Collector implements Characters {
  count = 0;
  special = false;
  readonly codePoints: Uint32Array;
  readonly classes: Uint8Array;
  readonly offsets: Int32Array;
  readonly sources: Uint16Array;
  readonly joints: Uint8Array;

  constructor(
    readonly text: string,
    scratch: Scratch,
  ) {
    const { length } = text;
    this.codePoints = scratch.uint32('codePoints', length);
    this.classes = scratch.uint8('classes', length);
    this.offsets = scratch.int32('offsets', length + 1);
    this.sources = scratch.uint16('sources', length);
    this.joints = scratch.uint8('joints', length + 1);
  }

  /** Reads text from `start` to `end`, UTF-16, that stands in styled text `source`. */
  read(start: number, end: number, source: number): void {
    const { text, codePoints, classes, offsets, sources } = this;
    let count = this.count;
    for (let offset = start; offset < end; offset++) {
      const code = text.charCodeAt(offset);
      const entry = TABLE[code]!;
      if (entry < SPECIAL) {
        codePoints[count] = code;
        classes[count] = entry;
        offsets[count] = offset;
        sources[count++] = source;
      } else {
        this.count = count;
        if (this.readSpecial(code, offset, end, source)) offset++;
        count = this.count;
      }
    }
    this.count = count;
  }

  /** Reads a character that is more than its class; tells whether it took two code units. */
  private readSpecial(code: number, offset: number, end: number, source: number): boolean {
    this.special = true;
    const codePoint = code >= 0xd800 && code <= 0xdfff && offset + 1 < end ? this.text.codePointAt(offset)! : code;
    const cls = classOf(codePoint);
    if (cls === C.Ignored) this.joints[this.count]! |= JOINTS.get(codePoint) ?? 0;
    else {
      this.codePoints[this.count] = codePoint >= 0xd800 && codePoint <= 0xdfff ? REPLACEMENT : codePoint;
      this.classes[this.count] = cls;
      this.offsets[this.count] = offset;
      this.sources[this.count++] = source;
    }
    if (code === CARRIAGE_RETURN) return offset + 1 < end && this.text.charCodeAt(offset + 1) === LINE_FEED;
    return codePoint > 0xffff;
  }

  close(): void {
    this.offsets[this.count] = this.text.length;
    if (this.special) settleClasses(this);
  }
}
