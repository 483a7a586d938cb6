import type { FaceId, FaceMetrics, FontSet } from '../fonts/types';
import { CharacterClass as C, IS_BREAKING_SPACE, IS_CLOSING, IS_HALF_BODIED, IS_LATIN } from './character-classes';
import { type Characters, collect } from './collect';
import { DASH_OVERLAP } from './dash';
import { WORD_SPACE } from './gaps';
import type { GlyphFallback, ParagraphStyle, StyledText } from './types';
import { inkAlong, LOW_MARKS, type SetGlyph, VerticalForms } from './vertical-forms';

/** A glyph of a vertical line. Points: x from the column's left edge (the column is one em wide), y from its top, downwards. */
export interface VerticalGlyph {
  readonly face: FaceId;
  readonly size: number;
  readonly tag?: string;
  readonly glyph: number;
  readonly text: number;
  /** Origin of the glyph. */
  readonly x: number;
  readonly y: number;
  /** Turned clockwise about its origin. */
  readonly rotate?: 90;
  /** Horizontal scale, for figures side by side in one em. */
  readonly stretch?: number;
}

export interface VerticalLine {
  readonly glyphs: readonly VerticalGlyph[];
  /** From the top of the first character to the foot of the last, points. */
  readonly height: number;
  /** Glyphs, by index, before which the line may be opened to fill its measure. */
  readonly gaps: readonly number[];
  readonly fallbacks: readonly GlyphFallback[];
}

/** White along the line that a mark keeps around its ink, em. */
const INK_WHITE = 1 / 8;
/** From the left of the em box to the right, em, when a face has no vertical 、，。 of its own. */
const LOW_MARK_MOVE = 0.56;
/** Figures that stand side by side in one em (纵中横). */
const MOST_UPRIGHT_FIGURES = 3;
/** Capitals of an acronym that stand one below the other; longer ones are turned as words are. */
const MOST_UPRIGHT_CAPITALS = 4;

/**
 * Sets text as one column of characters from top to bottom (竖排, CLREQ §2.3): Han and marks upright, marks in their
 * vertical forms, two or three figures side by side in one em, acronyms upright, words and long numbers turned.
 * Uses size, policy, tracking and latinGap of the style. Line breaks in the text are blanks.
 */
export function composeVertical(text: readonly StyledText[], style: ParagraphStyle, fonts: FontSet): VerticalLine {
  return new VerticalSetter(collect(text), text, style, fonts).set();
}

/** White may come between two characters, but not behind an opening mark, before a closing one or inside …… and ——. */
function opens(before: number, next: number): boolean {
  if (before === C.LineBreak || before === C.Opener || IS_CLOSING[next]) return false;
  return before !== next || (next !== C.Ellipsis && next !== C.Dash);
}

class VerticalSetter {
  private readonly glyphs: VerticalGlyph[] = [];
  private readonly forms: VerticalForms;
  private readonly gaps: number[] = [];
  private y = 0;
  /** White that the last mark left; it is dropped at the end and shared with the next mark. */
  private white = 0;

  constructor(
    private readonly characters: Characters,
    private readonly sources: readonly StyledText[],
    private readonly style: ParagraphStyle,
    fonts: FontSet,
  ) {
    this.forms = new VerticalForms(characters, sources, fonts);
  }

  set(): VerticalLine {
    const { count, classes } = this.characters;
    let i = 0;
    while (i < count) {
      const before = i > 0 ? classes[i - 1]! : C.LineBreak;
      const end = this.endOfPiece(i);
      if (i > 0) this.y += this.style.tracking * this.sizeOf(i - 1);
      if (opens(before, classes[i]!)) this.gaps.push(this.glyphs.length);
      this.setPiece(i, end, before);
      i = end;
    }
    return { glyphs: this.glyphs, height: this.y, gaps: this.gaps, fallbacks: this.forms.fallbacks() };
  }

  /** Words, numbers, and the two halves of a dash are set as one piece; everything else character by character. */
  private endOfPiece(start: number): number {
    const { count, classes } = this.characters;
    const cls = classes[start]!;
    let end = start + 1;
    if (cls === C.Dash && classes[end] === C.Dash) return end + 1;
    if (IS_LATIN[cls]) while (end < count && IS_LATIN[classes[end]!]) end++;
    return end;
  }

  private setPiece(start: number, end: number, before: number): void {
    const cls = this.characters.classes[start]!;
    if (IS_LATIN[cls]) this.setLatin(start, end, before);
    else if (IS_BREAKING_SPACE[cls] || cls === C.NoBreakSpace || cls === C.LineBreak) this.setSpace(start, cls);
    else if (IS_HALF_BODIED[cls]) this.setMark(start, cls, before);
    else if (cls === C.Dash && end - start === 2) this.setDash(start);
    else this.setUpright(start, cls === C.LongDash ? 2 : 1);
  }

  private setSpace(index: number, cls: number): void {
    this.takeWhite();
    this.y += this.sizeOf(index) * (cls === C.WideSpace ? 1 : WORD_SPACE);
  }

  /** White of the mark before, wholly. */
  private takeWhite(): void {
    this.y += this.white;
    this.white = 0;
  }

  private setUpright(index: number, heightInEm: number): void {
    this.takeWhite();
    const em = this.sizeOf(index);
    const set = this.forms.resolve(index);
    this.put(index, set, set.turned || heightInEm > 1 ? this.centred(set, em, heightInEm * em) : this.y);
    this.y += heightInEm * em;
  }

  /** ；：？！ of running text are as high as a character; every other mark as its ink with some white, at least half an em. */
  private setMark(index: number, cls: number, before: number): void {
    const em = this.sizeOf(index);
    const wide = this.style.policy === 'full' || (this.style.policy === 'open' && cls === C.Ender);
    const high = cls !== C.Opener && cls !== C.Closer && !LOW_MARKS.has(this.characters.codePoints[index]!);
    if (wide && high) {
      this.setUpright(index, 1);
      return;
    }
    const set = this.forms.resolve(index);
    const ink = inkAlong(set, em);
    const body = Math.min(em, Math.max(em / 2, ink.to - ink.from + INK_WHITE * em));
    const white = wide ? Math.max(0, em - body) : 0;
    if (IS_CLOSING[cls] && IS_CLOSING[before]) this.white = 0;
    else if (cls === C.Opener && before !== C.Opener && this.glyphs.length > 0) this.white = Math.max(this.white, white);
    this.takeWhite();
    this.put(index, set, this.centred(set, em, body));
    if (IS_CLOSING[cls]) this.white = white;
    this.y += body;
  }

  /** The halves meet in the middle of their two em. */
  private setDash(index: number): void {
    this.takeWhite();
    for (const k of [index, index + 1]) {
      const em = this.sizeOf(k);
      const set = this.forms.resolve(k);
      const ink = inkAlong(set, em);
      const over = (DASH_OVERLAP / 2) * em;
      this.put(k, set, k === index ? this.y + em - ink.to + over : this.y - ink.from - over);
      this.y += em;
    }
  }

  /** Place of a glyph whose ink stands in the middle of the next `height` points. */
  private centred(set: SetGlyph, em: number, height: number): number {
    const ink = inkAlong(set, em);
    return this.y + (height - ink.from - ink.to) / 2;
  }

  private setLatin(start: number, end: number, before: number): void {
    const { count, classes } = this.characters;
    const gap = this.style.latinGap * this.sizeOf(start);
    const kind = this.latinKind(start, end);
    this.takeWhite();
    if (kind === 'figures') this.setFigures(start, end);
    else if (kind === 'capitals') for (let i = start; i < end; i++) this.setUpright(i, 1);
    else {
      if (before === C.Han) this.y += gap;
      for (let i = start; i < end; i++) this.setTurned(i);
      if (end < count && classes[end] === C.Han) this.y += gap;
    }
  }

  private latinKind(start: number, end: number): 'figures' | 'capitals' | 'word' {
    const { classes, codePoints } = this.characters;
    const length = end - start;
    if (length <= MOST_UPRIGHT_FIGURES && classes.subarray(start, end).every((cls) => cls === C.Digit)) return 'figures';
    if (length === 1) return 'capitals';
    const capitals = codePoints.subarray(start, end).every((codePoint) => codePoint >= 0x41 && codePoint <= 0x5a);
    return capitals && length <= MOST_UPRIGHT_CAPITALS ? 'capitals' : 'word';
  }

  /** 纵中横: side by side, made narrower when they are wider than the em. */
  private setFigures(start: number, end: number): void {
    const em = this.sizeOf(start);
    const width = this.advances(start, end);
    const stretch = Math.min(1, em / width);
    let x = (this.style.size - width * stretch) / 2;
    for (let i = start; i < end; i++) {
      const { face, glyph } = this.forms.resolve(i);
      this.add(i, face, glyph, x, this.y + (face.ascent / face.unitsPerEm) * em, stretch < 1 ? { stretch } : {});
      x += this.advances(i, i + 1) * stretch;
    }
    this.y += em;
  }

  private advances(start: number, end: number): number {
    let width = 0;
    for (let i = start; i < end; i++) {
      const { face, glyph } = this.forms.resolve(i);
      width += (face.advanceOf(glyph) / face.unitsPerEm) * this.sizeOf(i);
    }
    return width;
  }

  private setTurned(index: number): void {
    const em = this.sizeOf(index);
    const { face, glyph } = this.forms.resolve(index);
    this.add(index, face, glyph, this.turnedBaseline(face, em), this.y, { rotate: 90 });
    this.y += (face.advanceOf(glyph) / face.unitsPerEm) * em;
  }

  /** The middle of the em box of a turned glyph stands on the middle of the column. */
  private turnedBaseline(face: FaceMetrics, em: number): number {
    return this.style.size / 2 - ((face.ascent + face.descent) / 2 / face.unitsPerEm) * em;
  }

  /** Sets a glyph with the top of its em box at `top`, or its origin there when it is turned; across, in the column's middle. */
  private put(index: number, { face, glyph, turned, moved }: SetGlyph, top: number): void {
    const em = this.sizeOf(index);
    if (turned) {
      this.add(index, face, glyph, this.turnedBaseline(face, em), top, { rotate: 90 });
      return;
    }
    const advance = (face.advanceOf(glyph) / face.unitsPerEm) * em;
    const x = (this.style.size - advance) / 2 + (moved ? LOW_MARK_MOVE * em : 0);
    this.add(index, face, glyph, x, top + (face.ascent / face.unitsPerEm) * em, {});
  }

  private add(
    index: number,
    face: FaceMetrics,
    glyph: number,
    x: number,
    y: number,
    form: { rotate?: 90; stretch?: number },
  ): void {
    const { tag } = this.sources[this.characters.sources[index]!]!;
    const text = this.characters.codePoints[index]!;
    this.glyphs.push({
      face: face.id,
      size: this.sizeOf(index),
      ...(tag === undefined ? {} : { tag }),
      glyph,
      text,
      x,
      y,
      ...form,
    });
  }

  private sizeOf(index: number): number {
    return this.sources[this.characters.sources[index]!]!.size ?? this.style.size;
  }
}
