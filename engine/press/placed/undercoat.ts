/**
 * Undercoats of black type: where it would pass the ink limit with its ground, the outlines of its characters are laid first,
 * in the colours of the ground, so light that black can overprint them. So black type overprints on any ground, and where
 * the plates do not meet, no paper shows but a lighter ground.
 */
import { PDFDict, PDFName } from 'pdf-lib';
import type { OutlineSink } from '../../fonts/types';
import { type Matrix, transformed } from '../geometry';
import { decodeStream } from '../inspect/filters';
import { Name, operationsOf } from '../inspect/lexer';
import { towards } from '../inspect/path';
import { ContentWriter } from './content-writer';
import type { BlackGlyph, BlackTypes, InkOfPage } from './ink-of-page';
import type { Rewritten } from './rewriter';
import type { Work } from './work';

/** States of a page that no name of its own has: those begin with one letter. */
const [out, over, opaque] = ['KnockOut', 'OverPrint', 'Undercoat'] as const;
/** Steps of a colour, so that characters on a photograph share some. */
const steps = 50;
/** Characters that get an undercoat: a full page of text has no more. Those of a file made to keep us busy knock out. */
const mostCoated = 10_000;

/** The same page with undercoats below black type on dark grounds. Type without outlines, or too much of it, knocks out instead. */
export function withUndercoats(page: Rewritten, { blackTypes }: InkOfPage, work: Work): Rewritten {
  const { context, tools } = work;
  let { content } = page;
  const isTooMuch = countOnDark(blackTypes) > mostCoated;
  for (const [place, types] of blackTypes) {
    const onDark = new Map([...types].filter(([, { glyphs }]) => glyphs.some(({ isOnDark }) => isOnDark)));
    if (onDark.size === 0) continue;
    if (place === 'page') {
      content = coated(page, onDark, isTooMuch, work);
      continue;
    }
    const { dict } = place;
    const [ref, resources] = [context.getObjectRef(place), dict.lookup(PDFName.of('Resources'))];
    if (!ref || !(resources instanceof PDFDict)) continue;
    const form = { content: decodeStream(place, tools.inflate).bytes, resources };
    context.assign(ref, work.packed(dict, coated(form, onDark, isTooMuch, work)));
  }
  return { ...page, content };
}

function countOnDark(blackTypes: InkOfPage['blackTypes']): number {
  let count = 0;
  for (const types of blackTypes.values()) {
    for (const { glyphs } of types.values()) for (const { isOnDark } of glyphs) if (isOnDark) count++;
  }
  return count;
}

/** Content with undercoats before its text objects, in states that are added to its resources. */
function coated({ content, resources }: Rewritten, onDark: BlackTypes, isTooMuch: boolean, work: Work): Uint8Array {
  addStates(resources, work);
  const coats = new Map<number, BlackGlyph[]>();
  const knockouts = new Set<number>();
  for (const [at, { begin, glyphs, isDrawn }] of onDark) {
    // Of what is shown outside of a text object, the line around it goes on overprinting.
    if (isTooMuch || isDrawn || begin === 0) {
      knockouts.add(at);
      work.remarks.add('type-knocks-out');
      continue;
    }
    const coat = coats.get(begin) ?? [];
    coats.set(begin, coat);
    for (const glyph of glyphs) if (glyph.isOnDark) coat.push(glyph);
  }
  const writer = new ContentWriter();
  let at = 0;
  for (const { operator, operands } of operationsOf(content)) {
    at++;
    const coat = coats.get(at);
    if (coat) lay(coat, writer, work.settings.inkLimit - 1);
    const knocksOut = knockouts.has(at);
    if (knocksOut) writer.put('gs', new Name(out));
    writer.put(operator, ...operands);
    if (knocksOut) writer.put('gs', new Name(over));
  }
  return writer.take();
}

function addStates(resources: PDFDict, { context, settings }: Work): void {
  const category = PDFName.of('ExtGState');
  const known = resources.lookup(category);
  const states = known instanceof PDFDict ? known : PDFDict.withContext(context);
  resources.set(category, states);
  const type = { Type: 'ExtGState' };
  states.set(PDFName.of(out), context.obj({ ...type, op: false }));
  states.set(PDFName.of(over), context.obj({ ...type, op: true }));
  const plain = settings.transparency ? { ca: 1, CA: 1, BM: 'Normal', SMask: 'None' } : {};
  states.set(PDFName.of(opaque), context.obj({ ...type, OP: false, op: false, ...plain }));
}

/** @param most ink of an undercoat, 1 is 100 % */
function lay(glyphs: readonly BlackGlyph[], writer: ContentWriter, most: number): void {
  let colour = '';
  writer.put('q');
  writer.put('gs', new Name(opaque));
  for (const { font, code, matrix, fills, strokes, lineWidth, ground } of glyphs) {
    const sum = ground[0] + ground[1] + ground[2];
    const lighter = ground.map((ink) => Math.floor(ink * Math.min(1, most / sum) * steps) / steps);
    if (colour !== lighter.join()) {
      writer.put('k', ...lighter, 0);
      writer.put('K', ...lighter, 0);
      colour = lighter.join();
    }
    if (strokes) writer.put('w', lineWidth);
    const outline = new OutlineWriter(writer, matrix);
    font.draw(code, outline);
    if (outline.isBegun) writer.put(fills && strokes ? 'B' : fills ? 'f' : 'S');
  }
  writer.put('Q');
}

/** Writes an outline as a path. */
class OutlineWriter implements OutlineSink {
  isBegun = false;
  private x = 0;
  private y = 0;

  /** @param matrix the outline's space → the content's */
  constructor(
    private readonly writer: ContentWriter,
    private readonly matrix: Matrix,
  ) {}

  moveTo(x: number, y: number): void {
    this.isBegun = true;
    this.put('m', x, y);
  }

  lineTo(x: number, y: number): void {
    this.put('l', x, y);
  }

  quadTo(cx: number, cy: number, x: number, y: number): void {
    this.cubicTo(towards(this.x, cx), towards(this.y, cy), towards(x, cx), towards(y, cy), x, y);
  }

  cubicTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.put('c', ax, ay, bx, by, x, y);
  }

  close(): void {
    this.writer.put('h');
  }

  private put(operator: string, ...coordinates: readonly number[]): void {
    const placed: number[] = [];
    for (let i = 0; i < coordinates.length; i += 2) {
      const { x, y } = transformed(this.matrix, coordinates[i]!, coordinates[i + 1]!);
      placed.push(x, y);
    }
    this.writer.put(operator, ...placed);
    this.x = coordinates.at(-2)!;
    this.y = coordinates.at(-1)!;
  }
}
