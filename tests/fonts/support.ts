import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OutlineSink } from '../../engine/fonts';
import { openFonts } from '../../engine/store/font-files';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const fonts = openFonts(root, '');

/** A segment as `['c', x1, y1, …]`. */
export type Segment = readonly [string, ...number[]];

/** Collects what is drawn. */
export function record(draw: (sink: OutlineSink) => void): Segment[] {
  const segments: Segment[] = [];
  draw({
    moveTo: (...points) => segments.push(['m', ...points]),
    lineTo: (...points) => segments.push(['l', ...points]),
    quadTo: (...points) => segments.push(['q', ...points]),
    cubicTo: (...points) => segments.push(['c', ...points]),
    close: () => segments.push(['z']),
  });
  return segments;
}

export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}
