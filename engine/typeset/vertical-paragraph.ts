/** A paragraph of vertical text (竖排): lines from top to bottom, as long as the measure, ended where the level allows. */
import type { FontSet } from '../fonts/types';
import { BreakKind, findBreaks } from './breaks';
import { CharacterClass, IS_BREAKING_SPACE, IS_LATIN } from './character-classes';
import { type Characters, collect } from './collect';
import type { ParagraphStyle, StyledText } from './types';
import { composeVertical, type VerticalLine } from './vertical';

export interface VerticalTextLine extends VerticalLine {
  /** Offsets (UTF-16) in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Top of the first character below the line's, points: the indent. */
  readonly offset: number;
}

/** White between characters that a line may be opened by, em; a line that needs more stays short. */
const MOST_OPENING = 0.25;
/** Share of its room that a line keeps when it lends characters to the last one. */
const LEAST_FILL = 0.7;

/**
 * Sets a paragraph in vertical lines, first line indented, the last one not justified. Each line takes what it holds; a
 * last line of fewer than `lastLineLeast` characters takes one more from the line before it. At most `most` lines are
 * set. Uses the style's measure and indent as heights.
 */
export function composeVerticalParagraph(
  sources: readonly StyledText[],
  style: ParagraphStyle,
  fonts: FontSet,
  most = Number.POSITIVE_INFINITY,
): VerticalTextLine[] {
  const characters = collect(sources);
  const breaker = new VerticalBreaker(characters, sources, style, fonts);
  const lines: VerticalTextLine[] = [];
  let start = 0;
  while (start < characters.count && lines.length < most) {
    const end = breaker.endOfLine(start, lines.length === 0 ? style.indent * style.size : 0);
    lines.push(breaker.line(start, end, lines.length === 0));
    start = end;
  }
  return lines;
}

class VerticalBreaker {
  /** Places where a line may end, ascending; the last is the end of the text. */
  private readonly places: readonly number[];

  constructor(
    private readonly characters: Characters,
    private readonly sources: readonly StyledText[],
    private readonly style: ParagraphStyle,
    private readonly fonts: FontSet,
  ) {
    const kinds = findBreaks(characters, sources, { level: style.level });
    const places: number[] = [];
    for (let i = 1; i < characters.count; i++) if (kinds[i]! <= BreakKind.Reluctant) places.push(i);
    this.places = [...places, characters.count];
  }

  /** The last place at which the text from `start` on still fits; what no place divides is divided where it has to be. */
  endOfLine(start: number, indent: number): number {
    const room = this.style.measure - indent;
    const first = this.places.findIndex((place) => place > start);
    const reach = this.lastFitting(start, this.places.slice(first, first + this.reach()), room);
    if (reach === undefined) return this.lastFitting(start, range(start + 1, this.places[first]!), room) ?? start + 1;
    return this.spare(start, reach, room);
  }

  /** No line holds more characters than this: figures stand three in one em. */
  private reach(): number {
    return Math.ceil(this.style.measure / this.style.size) * 4 + 4;
  }

  private lastFitting(start: number, ends: readonly number[], room: number): number | undefined {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.set(start, ends[middle]!).height <= room + 1e-6) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1];
  }

  /** An earlier place when the rest of the paragraph would be too short for a line of its own. */
  private spare(start: number, end: number, room: number): number {
    if (!this.isShort(end)) return end;
    const earlier = this.places.filter((place) => place > start && place < end && !this.isShort(place)).at(-1);
    return earlier !== undefined && this.set(start, earlier).height > room * LEAST_FILL ? earlier : end;
  }

  /** Whether what follows a place is something, but fewer than the least characters, marks not counted. */
  private isShort(from: number): boolean {
    const { count, classes } = this.characters;
    if (from === count) return false;
    let found = 0;
    for (let i = from; i < count && found < this.style.lastLineLeast; i++) {
      if (classes[i] === CharacterClass.Han || IS_LATIN[classes[i]!]) found++;
    }
    return found < this.style.lastLineLeast;
  }

  line(start: number, end: number, first: boolean): VerticalTextLine {
    const { count, offsets } = this.characters;
    const offset = first ? this.style.indent * this.style.size : 0;
    const set = this.set(start, end);
    const room = this.style.measure - offset;
    const filled = end === count || this.style.align !== 'justify' ? set : opened(set, room, this.style.size);
    return { ...filled, start: offsets[start]!, end: offsets[end]!, offset };
  }

  /** The characters from one to another as one line, without the spaces at its end. */
  private set(start: number, end: number): VerticalLine {
    const { classes, offsets, text } = this.characters;
    let last = end;
    while (last > start && IS_BREAKING_SPACE[classes[last - 1]!]) last--;
    return composeVertical(slice(this.sources, text.length, offsets[start]!, offsets[last]!), this.style, this.fonts);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** The styled texts between two offsets of their whole. */
function slice(sources: readonly StyledText[], length: number, from: number, to: number): StyledText[] {
  if (from === 0 && to === length) return [...sources];
  const parts: StyledText[] = [];
  let start = 0;
  for (const source of sources) {
    const end = start + source.text.length;
    if (end > from && start < to) parts.push({ ...source, text: source.text.slice(Math.max(0, from - start), to - start) });
    start = end;
  }
  return parts;
}

/** Opened equally between its characters until it is as high as the room. */
function opened(line: VerticalLine, room: number, size: number): VerticalLine {
  const gaps = line.gaps.filter((gap) => gap > 0 && gap < line.glyphs.length);
  const slack = room - line.height;
  if (gaps.length === 0 || slack <= 0 || slack / gaps.length > MOST_OPENING * size) return line;
  const step = slack / gaps.length;
  let passed = 0;
  const glyphs = line.glyphs.map((glyph, i) => {
    while (gaps[passed]! <= i) passed++;
    return { ...glyph, y: glyph.y + passed * step };
  });
  return { ...line, glyphs, height: room };
}
