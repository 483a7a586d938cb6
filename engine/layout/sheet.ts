/** Collects what a block shows, in reading order. All lengths are points on the page. */
import type { Colour, DisplayGroup, DisplayItem, GlyphRun } from '../display/types';
import type { Id } from '../issue/types';
import type { GlyphFallback, Line, Paragraph, PlacedRun, StyledText } from '../typeset/types';
import { BLACK } from './colours';
import type { Context } from './context';
import { FACE } from './faces';
import type { Box } from './grid';
import { type SetLine, setOnOneLine } from './set-text';
import type { TextSpan } from './text-lines';
import type { TextRef, TextSource } from './text-source';

export type Align = 'left' | 'centre' | 'right';

/** Type of a single line: face, size in points, tracking in em. */
export interface Type {
  readonly face: string;
  readonly size: number;
  readonly tracking?: number;
  readonly colour?: Colour;
}

export class Sheet {
  readonly items: DisplayItem[] = [];
  readonly fallbacks: (GlyphFallback & { readonly block: Id })[] = [];
  /** Which items show which texts of the issue. */
  readonly spans: TextSpan[] = [];
  /** Places of texts that are empty. */
  readonly waits: { readonly ref: TextRef; readonly box: Box }[] = [];

  constructor(
    readonly context: Context,
    readonly block: Id,
  ) {}

  group(): DisplayGroup {
    return { block: this.block, items: this.items };
  }

  /** What `draw` draws is a line of a text of the issue. */
  shows(source: TextSource | undefined, draw: () => void, place: Pick<TextSpan, 'vertical' | 'slot'> = {}): void {
    const from = this.items.length;
    draw();
    if (source && this.items.length > from) this.spans.push({ source, from, to: this.items.length, ...place });
  }

  /** What `draw` draws goes with the picture or the stand-in that was drawn last. */
  ofPicture(draw: () => void): void {
    const from = this.items.length;
    draw();
    for (let at = from; at < this.items.length; at++) {
      const item = this.items[at]!;
      if (item.kind !== 'picture') this.items[at] = { ...item, ofPicture: true };
    }
  }

  /** A composed line of a paragraph whose measure starts at x. */
  line(line: Line, x: number, baseline: number): void {
    for (const run of line.runs) this.run(run, x, baseline);
  }

  /** A run of a line whose measure starts at x. */
  run(run: PlacedRun, x: number, baseline: number): void {
    this.items.push(glyphRun(run, x, baseline, BLACK, 1));
  }

  /** Reports the characters of a composed text that its faces lack. */
  report(composed: Pick<Paragraph, 'fallbacks'> | undefined): void {
    for (const fallback of composed?.fallbacks ?? []) this.fallbacks.push({ ...fallback, block: this.block });
  }

  /** A line set by `setOnOneLine`, with its left end, centre or right end at x. */
  set(set: SetLine, x: number, baseline: number, align: Align = 'left', colour = BLACK, stretch = 1): void {
    if (!set.line) return;
    const left = x - set.width * stretch * SHARE[align];
    this.report(set.paragraph);
    for (const run of set.line.runs) this.items.push(glyphRun(run, left, baseline, colour, stretch));
  }

  /** Sets and shows text on one line; returns its width. */
  text(text: string, type: Type, x: number, baseline: number, align: Align = 'left'): number {
    const parts: readonly StyledText[] = [{ text, face: type.face }];
    const set = setOnOneLine(parts, type.size, type.tracking ?? 0, this.context.fonts);
    this.set(set, x, baseline, align, type.colour ?? BLACK);
    return set.width;
  }

  /** Width of a text on one line, points. */
  width(text: string, type: Type): number {
    return setOnOneLine([{ text, face: type.face }], type.size, type.tracking ?? 0, this.context.fonts).width;
  }

  /** The face of the paper's name where it has every character of a text, otherwise the heaviest 宋. */
  titleFace(text: string): string {
    const { fonts } = this.context;
    const complete = [...text].every(
      (character) => /\s/.test(character) || !fonts.resolve(character.codePointAt(0)!, FACE.title).fallback,
    );
    return complete ? FACE.title : FACE.songBlack;
  }

  rule(x1: number, y1: number, x2: number, y2: number, weight: number, colour = BLACK): void {
    this.items.push({ kind: 'rule', x1, y1, x2, y2, weight, colour });
  }

  fill(box: Box, colour: Colour): void {
    this.items.push({ kind: 'fill', x: box.x, y: box.y, width: box.width, height: box.height, colour });
  }

  /** An outline that stays inside the box. */
  frame(box: Box, weight: number, colour = BLACK): void {
    const inside = weight / 2;
    this.items.push({
      kind: 'frame',
      x: box.x + inside,
      y: box.y + inside,
      width: box.width - weight,
      height: box.height - weight,
      weight,
      colour,
    });
  }

  disc(cx: number, cy: number, radius: number, colour: Colour): void {
    this.items.push({ kind: 'disc', cx, cy, radius, colour });
  }
}

const SHARE: Readonly<Record<Align, number>> = { left: 0, centre: 0.5, right: 1 };

function glyphRun(run: PlacedRun, left: number, y: number, colour: Colour, stretch: number): GlyphRun {
  const { face, size, glyphs, text } = run;
  const x = run.x.map((offset) => left + offset * stretch);
  return { kind: 'glyphs', face, size, colour, glyphs, x, y, text, ...(stretch === 1 ? {} : { stretch }) };
}
