import type { FontSet } from '../fonts/types';
import { findBreaks } from './breaks';
import { buildCells } from './cells';
import { CharacterClass as C, IS_BREAKING_SPACE } from './character-classes';
import { type Characters, collect } from './collect';
import { type Adjustment, Fitter } from './fit';
import { findGaps } from './gaps';
import { hyphenRun, hyphenWidths } from './hyphens';
import { chooseLines } from './optimum';
import { type Placing, placeLine } from './place';
import { reasonOf } from './reasons';
import { findPlaces, indentAt, type Passage } from './relax';
import { Scratch } from './scratch';
import type { BreakReason, Line, Paragraph, ParagraphStyle, StyledText } from './types';

const SPACE = /[\t\u3000\p{Zs}]/u;

/** Shared by all paragraphs: composition is never entered while it runs. */
const scratch = new Scratch();

interface Prepared extends Placing {
  readonly style: ParagraphStyle;
  readonly breaks: Uint8Array;
  readonly fitter: Fitter;
  readonly hyphens: Float64Array | undefined;
}

function prepare(sources: readonly StyledText[], style: ParagraphStyle, fonts: FontSet): Prepared {
  const characters = collect(sources, scratch);
  const cells = buildCells(characters, sources, style, fonts, scratch);
  const breaks = findBreaks(characters, sources, style, scratch);
  const gaps = findGaps(characters, sources, cells, breaks, style, scratch);
  const hyphens = hyphenWidths(characters, cells, breaks, style.hyphenator !== undefined);
  return {
    hyphens,
    sources,
    style,
    characters,
    cells,
    breaks,
    gaps,
    fitter: new Fitter(characters, cells, gaps, style, hyphens, scratch),
  };
}

/**
 * Sets a paragraph: breaks it into lines whose spacing is best over the whole paragraph and places every glyph.
 * A line break in the text starts a new line without indent. An empty text gives no line.
 */
export function composeParagraph(text: readonly StyledText[], style: ParagraphStyle, fonts: FontSet): Paragraph {
  const prepared = prepare(text, style, fonts);
  const { characters, cells } = prepared;
  const lineEnd = findLineEnds(characters);
  const lines: Line[] = [];
  let start = 0;
  while (start < characters.count) {
    let end = start;
    while (end < characters.count && characters.classes[end] !== C.LineBreak) end++;
    const hard = end < characters.count;
    setPassage(prepared, start, end, lineEnd, hard ? 'hard' : 'end', lines);
    start = end + 1;
  }
  // A text, or what follows its last line break, may have no character with a glyph.
  if (start === characters.count && startOffset(characters, start) < characters.text.length)
    lines.push(emptyLine(characters, start, start, 'end', 0));
  return { text: characters.text, lines, fallbacks: cells.fallbacks };
}

/** Width of the text set on one line, points, without indent; line breaks in it count as nothing. */
export function naturalWidth(text: readonly StyledText[], style: ParagraphStyle, fonts: FontSet): number {
  const { characters, fitter } = prepare(text, style, fonts);
  return characters.count === 0 ? 0 : fitter.natural(0, characters.count);
}

/** For a break before each character: where the line before it ends, its spaces dropped. */
function findLineEnds({ count, classes }: Characters): Int32Array {
  const ends = scratch.int32('lineEnds', count + 1);
  for (let i = 1; i <= count; i++) ends[i] = IS_BREAKING_SPACE[classes[i - 1]!] ? ends[i - 1]! : i;
  return ends;
}

function setPassage(p: Prepared, start: number, end: number, lineEnd: Int32Array, closing: BreakReason, lines: Line[]): void {
  if (lineEnd[end]! <= start) {
    lines.push(emptyLine(p.characters, start, end, closing, indentAt(start, p.style)));
    return;
  }
  const passage = findPlaces(start, end, p.breaks, lineEnd, p.fitter, scratch);
  const way = chooseLines(passage, p.fitter, scratch);
  for (let k = 0; k + 1 < way.length; k++) lines.push(setLine(p, passage, way[k]!, way[k + 1]!, closing));
}

function emptyLine(characters: Characters, start: number, end: number, reason: BreakReason, offset: number): Line {
  return { start: startOffset(characters, start), end: characters.offsets[end]!, reason, natural: 0, set: 0, offset, runs: [] };
}

function setLine(p: Prepared, passage: Passage, from: number, to: number, closing: BreakReason): Line {
  const { characters, style, fitter } = p;
  const indent = from === 0 ? passage.indent : 0;
  const start = passage.places[from]!;
  const end = passage.ends[to]!;
  const isLast = to === passage.count - 1;
  const measure = style.measure - indent;
  const reason = isLast ? closing : reasonOf(passage, start, to, measure, p.breaks, fitter);
  const { heads } = passage;
  const broken = heads !== undefined && (heads[from] !== 0 || heads[to] !== 0);
  const adjustment = fitter.fit(start, end, measure, isLast, broken);
  const offset = indent + alignedBy(adjustment, measure, style);
  const runs = placeLine(p, start, end, offset, adjustment);
  const hyphen = isLast ? 0 : (p.hyphens?.[end - 1] ?? 0);
  if (hyphen > 0) {
    const face = p.cells.faces[p.cells.faceOf[end - 1]!]!;
    runs.push(hyphenRun(runs.at(-1)!, face.glyphOf(0x2d), offset + adjustment.set - hyphen));
  }
  return {
    start: startOffset(characters, start),
    end: endOffset(characters, end, passage.places[to]!),
    reason,
    natural: adjustment.natural,
    set: adjustment.set,
    offset,
    runs,
  };
}

/** Offset of a line's first character, or of what has no glyph before it at the beginning of a text or after a line break. */
function startOffset({ text, offsets, classes }: Characters, start: number): number {
  if (start === 0) return 0;
  if (classes[start - 1] !== C.LineBreak) return offsets[start]!;
  const mark = offsets[start - 1]!;
  return text.startsWith('\r\n', mark) ? mark + 2 : mark + 1;
}

/** Offset after a line's last character. Spaces before the next line fall away; what has no glyph among them does not. */
function endOffset({ text, offsets }: Characters, end: number, next: number): number {
  let offset = offsets[next]!;
  while (offset > offsets[end]! && SPACE.test(text[offset - 1]!)) offset--;
  return offset;
}

function alignedBy(adjustment: Adjustment, measure: number, style: ParagraphStyle): number {
  const free = measure - adjustment.set;
  if (style.align === 'centre') return free / 2;
  return style.align === 'right' ? free : 0;
}
