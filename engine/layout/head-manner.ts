/** How a paper writes its headlines: marks, limits of narrowed and widened type, lines in steps. */
import type { HeadlineStyle } from '../issue/types';
import { LEAST_STRETCH } from './styles';

export interface HeadManner {
  readonly words: readonly string[];
  readonly commaAsSpace: boolean;
  readonly stepped: boolean;
  /** Horizontal scale of headlines: 长体 down to `narrowest`, 平体 up to `widest`. */
  readonly narrowest: number;
  readonly widest: number;
}

/** Scales within which type keeps its face. */
const STRETCH_LIMITS = { least: 0.8, most: 1.2 };
const NO_WORDS: readonly string[] = [];

/** A paper that says nothing follows the page design. */
export function mannerOf(style: HeadlineStyle = {}): HeadManner {
  return {
    words: style.words ?? NO_WORDS,
    commaAsSpace: style.comma === 'space',
    stepped: style.lines === 'stepped',
    narrowest: limited(style.narrowest ?? LEAST_STRETCH, 1),
    widest: Math.max(1, limited(style.widest ?? STRETCH_LIMITS.most, STRETCH_LIMITS.most)),
  };
}

function limited(value: number, most: number): number {
  return Math.min(most, Math.max(STRETCH_LIMITS.least, value));
}

/** Scale that a form asks for, within the limits that type bears: an editor may narrow further than the layout on its own. */
export function stretchOf(asked: number | undefined): number {
  return limited(asked ?? 1, STRETCH_LIMITS.most);
}

/** Phrases separated by one space stand 1 字 apart. */
export function phrases(text: string): string {
  return text.trim().replace(/(?<=[^\x20-\x7e])[ \u3000]+|[ \u3000]+(?=[^\x20-\x7e])/gu, '\u3000');
}

/**
 * A line as it is set: no full stop at its end, and where the paper says so a space for each comma. ！？ stay, and so do
 * stops inside quotations.
 */
export function shownLine(text: string, manner: Pick<HeadManner, 'commaAsSpace'>): string {
  const stopped = text.trim().replace(/(?<=.)。$/u, '');
  if (!manner.commaAsSpace) return phrases(stopped);
  return phrases(stopped.replace(/[，；]$/u, '').replace(/[，；]/gu, ' '));
}
