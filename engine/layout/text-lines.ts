/**
 * Where the characters of an issue's texts stand on the page, for the caret and the selection of an editor: read from what
 * is drawn, so that a place and what is seen there are the same. Characters are found again in order: what is drawn is the text with its white
 * space, and in some places its stops, left out.
 */
import type { DisplayItem, GlyphRun } from '../display/types';
import type { FontSet } from '../fonts/types';
import { BASELINE } from './grid';
import type { TextPart, TextRef, TextSource } from './text-source';

/** Items of a block that show a line of a text. */
export interface TextSpan {
  readonly source: TextSource;
  readonly from: number;
  readonly to: number;
  /** Of a line from top to bottom: its middle and the size of its type, points. */
  readonly vertical?: { readonly middle: number; readonly size: number };
  /** Column of text and row of the block, from 0, of running text. */
  readonly slot?: { readonly column: number; readonly row: number };
}

/** A stretch of one text on one line. Points on the page. */
export interface TextLine {
  readonly ref: TextRef;
  /** Offset (UTF-16) in the text of the first of `stops`. */
  readonly start: number;
  /** Places before each unit from `start` on and behind the last one: x, or y in a line from top to bottom. */
  readonly stops: readonly number[];
  /** Extent across the line: its top and foot, or its left and right edge. */
  readonly from: number;
  readonly to: number;
  readonly vertical: boolean;
  readonly slot?: TextSpan['slot'];
  /** Of a text that is empty: how far along the line the place reaches that waits for it. */
  readonly room?: number;
}

/** A drawn character: where it begins and ends along its line. */
interface Drawn {
  readonly codePoint: number;
  readonly from: number;
  readonly to: number;
}

/** A drawn character found in the text of a source. */
interface Found extends Drawn {
  readonly at: number;
  readonly end: number;
}

/** By code points, as everything here: strings would be made for each of a story's thousands of characters after every key. */
const OPENERS = codePoints('“‘（《〈【「『〔［｛');
const CLOSERS = codePoints('，。、；：？！”’）》〉】」』〕］｝');
/** What may stand in a text and not on the page: white space, what nobody sees, marks that are parted by columns or spaces. */
const UNDRAWN = /[\s\p{Cc}\p{Cf}\p{M}，；。、]/u;
/** Vertical text has brackets for quotes. */
const SAME: ReadonlyMap<number, number> = new Map(
  ['﹃“', '﹄”', '﹁‘', '﹂’'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

function codePoints(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.codePointAt(0)!));
}

/** The lines of all texts that a block's items show, in the order of drawing. */
export function textLines(items: readonly DisplayItem[], spans: readonly TextSpan[], fonts: FontSet): TextLine[] {
  const texts = new Map<TextSource, SourceText>();
  return spans.flatMap((span) => {
    const text = texts.get(span.source) ?? new SourceText(span.source);
    texts.set(span.source, text);
    const runs = items.slice(span.from, span.to).filter((item) => item.kind === 'glyphs');
    if (runs.length === 0) return [];
    const drawn = runs.flatMap((run) => (span.vertical ? drawnDown(run, fonts) : drawnAcross(run, fonts)));
    const found = text.find(drawn);
    const { from, to } = extentOf(span, runs);
    const place = { from, to, vertical: span.vertical !== undefined, ...(span.slot ? { slot: span.slot } : {}) };
    return text.stretches(found).map(({ part, start, stops }) => ({ ref: part.ref, start, stops, ...place }));
  });
}

function extentOf({ vertical }: TextSpan, runs: readonly GlyphRun[]): { from: number; to: number } {
  if (vertical) return { from: vertical.middle - vertical.size / 2, to: vertical.middle + vertical.size / 2 };
  const largest = runs.reduce((one, other) => (other.size > one.size ? other : one));
  const from = largest.y - BASELINE * largest.size;
  return { from, to: from + largest.size };
}

function drawnAcross(run: GlyphRun, fonts: FontSet): Drawn[] {
  const face = fonts.face(run.face);
  return [...run.glyphs].map((glyph, i) => {
    const codePoint = run.text[i]!;
    const advance = (face.advanceOf(glyph) / face.unitsPerEm) * run.size * (run.stretch ?? 1);
    return { codePoint, ...withoutWhite(codePoint, run.x[i]!, run.x[i]! + advance) };
  });
}

/** A mark's cell may be half as wide as its glyph: the side where it has no ink. */
function withoutWhite(codePoint: number, from: number, to: number): { from: number; to: number } {
  const half = (to - from) / 2;
  if (OPENERS.has(codePoint)) return { from: from + half, to };
  return CLOSERS.has(codePoint) ? { from, to: to - half } : { from, to };
}

function drawnDown(run: GlyphRun, fonts: FontSet): Drawn[] {
  const face = fonts.face(run.face);
  return [...run.glyphs].map((glyph, i) => {
    const unit = run.size / face.unitsPerEm;
    const from = run.rotate === undefined ? run.y - BASELINE * run.size : run.y;
    const length = run.rotate === undefined ? run.size : face.advanceOf(glyph) * unit;
    return { codePoint: run.text[i]!, from, to: from + length };
  });
}

/** UTF-16 units of a character. */
function unitsOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

function isWhite(codePoint: number): boolean {
  return String.fromCodePoint(codePoint).trim() === '';
}

/** The text of a source while its drawn characters are found in it. */
class SourceText {
  private readonly text: string;
  /** Starts of the parts in the text. */
  private readonly starts: readonly number[];
  private readonly parts: readonly TextPart[];
  private readonly used: Uint8Array;
  private next: number;

  constructor({ parts, start = 0 }: TextSource) {
    const starts: number[] = [];
    let text = '';
    for (const part of parts) {
      starts.push(text.length);
      // Parts are apart by what is in no text.
      text += `${part.text}\0`;
    }
    this.parts = parts;
    this.text = text;
    this.starts = starts;
    this.used = new Uint8Array(text.length).fill(1, 0, start);
    this.next = start;
  }

  /** Finds a line's characters; those of a line that is no part of the text have no place, nor has a hyphen that was added. */
  find(drawn: readonly Drawn[]): Found[] {
    const found: Found[] = [];
    let at = this.firstUnused();
    for (const [i, glyph] of drawn.entries()) {
      const place = this.placeOf(glyph, at) ?? this.further(drawn, i, at);
      if (place === undefined) {
        // White before the first character belongs to no text: that behind the mark of a brief without a headline.
        if (found.length === 0 && !isWhite(glyph.codePoint)) return [];
        continue;
      }
      const end = place + unitsOf(this.text.codePointAt(place)!);
      this.used[place] = 1;
      this.used[end - 1] = 1;
      found.push({ codePoint: glyph.codePoint, from: glyph.from, to: glyph.to, at: place, end });
      at = end;
    }
    return found;
  }

  private firstUnused(): number {
    while (this.next < this.text.length && (this.used[this.next] || /\s/.test(this.text[this.next]!))) this.next++;
    return this.next;
  }

  private isUndrawn(at: number): boolean {
    return UNDRAWN.test(this.text[at]!);
  }

  /** The next place at or behind `at` with nothing but undrawn characters between. */
  private placeOf({ codePoint }: Drawn, at: number): number | undefined {
    for (let place = at; place < this.text.length; place++) {
      if (!this.used[place] && this.isHere(codePoint, place)) return place;
      if (!this.used[place] && !this.isUndrawn(place)) return undefined;
    }
    return undefined;
  }

  private isHere(codePoint: number, place: number): boolean {
    const here = this.text.codePointAt(place);
    return here === codePoint || here === (SAME.get(codePoint) ?? codePoint);
  }

  /** A table shows a line of one cell beside that of the next: two characters or a lone last one, further on in the paragraph. */
  private further(drawn: readonly Drawn[], i: number, at: number): number | undefined {
    const { codePoint } = drawn[i]!;
    const following = drawn[i + 1]?.codePoint;
    for (let place = at; place < this.text.length && this.text[place] !== '\n' && this.text[place] !== '\0'; place++) {
      if (this.used[place] || !this.isHere(codePoint, place) || this.text[place - 1] !== '\t') continue;
      const next = place + unitsOf(codePoint);
      if (following === undefined || this.isHere(following, next) || /\t|\n|\0/.test(this.text[place + 1]!)) return place;
    }
    return undefined;
  }

  /** Found characters as stretches of single texts without gaps but white space. */
  stretches(found: readonly Found[]): { part: TextPart; start: number; stops: number[] }[] {
    const groups: Found[][] = [];
    for (const character of found) {
      const last = groups.at(-1)?.at(-1);
      if (last && this.followsOn(last.end, character.at)) groups.at(-1)!.push(character);
      else groups.push([character]);
    }
    return groups.map((group, i) => this.stretch(group, i === groups.length - 1));
  }

  private followsOn(end: number, at: number): boolean {
    if (at < end) return false;
    for (let place = end; place < at; place++) {
      if (!this.isUndrawn(place) || this.text[place] === '\0' || this.text[place] === '\t') return false;
    }
    return true;
  }

  /** The last stretch of a line holds the white space at its end. */
  private stretch(group: readonly Found[], last: boolean) {
    const index = this.starts.findLastIndex((start) => start <= group[0]!.at);
    const base = this.starts[index]!;
    const part = this.parts[index]!;
    const stops: number[] = [];
    const end = { at: group.at(-1)!.end, from: group.at(-1)!.to };
    for (const [i, character] of group.entries()) {
      const next = group[i + 1] ?? end;
      stops.push(character.from);
      for (let unit = character.at + 1; unit < character.end; unit++) stops.push(character.from);
      const white = next.at - character.end;
      for (let unit = 0; unit < white; unit++) stops.push(character.to + ((next.from - character.to) * unit) / white);
    }
    stops.push(end.from);
    let behind = end.at;
    while (last && /[^\S\n\t]|[\p{Cf}。，；]/u.test(this.text[behind]!)) {
      behind++;
      stops.push(end.from);
    }
    return { part, start: group[0]!.at - base, stops };
  }
}
