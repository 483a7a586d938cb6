/** Text composed once and kept: paragraphs, single lines and their widths, by content and measure. */
import type { FontSet } from '../fonts/types';
import { composeParagraph } from '../typeset/index';
import type { Line, Paragraph, ParagraphStyle, StyledText } from '../typeset/types';

/**
 * Characters of the compositions kept for a set of faces, each of which takes some sixty bytes: an issue of eight full pages has fewer
 * than 100,000 in all the measures that are tried, and a key makes a paragraph anew.
 */
const MOST_CHARACTERS = 400_000;
/** A composition takes as much as so many characters more. */
const ENTRY = 10;

/** Measure of a line that never breaks, points. */
const ENDLESS = 1e6;

interface Kept {
  /** By content and measure, the oldest first. */
  readonly paragraphs: Map<string, Paragraph>;
  characters: number;
}

const keptOf = new WeakMap<FontSet, Kept>();

/** Composes a paragraph, or takes it from what was composed before. */
export function compose(text: readonly StyledText[], style: ParagraphStyle, fonts: FontSet): Paragraph {
  const kept = keptOf.get(fonts) ?? { paragraphs: new Map(), characters: 0 };
  keptOf.set(fonts, kept);
  const key = keyOf(text, style);
  const known = kept.paragraphs.get(key);
  if (known) return known;
  const paragraph = composeParagraph(text, style, fonts);
  kept.paragraphs.set(key, paragraph);
  kept.characters += weightOf(paragraph);
  if (kept.characters > MOST_CHARACTERS) forgetOldest(kept);
  return paragraph;
}

const weightOf = ({ text }: Paragraph): number => ENTRY + text.length;

/** All that a paragraph depends on; words are divided by one language's rules or not at all. */
function keyOf(text: readonly StyledText[], style: ParagraphStyle): string {
  let key = `${style.size} ${style.measure} ${style.indent} ${style.level} ${style.policy} ${style.align} ${style.latinGap} ${style.tracking} ${style.hang} ${style.lastLineLeast} ${style.keepDates ?? false} ${style.hyphenator !== undefined}`;
  // The length before the text keeps a text from passing for two parts.
  for (const { face, size = '', keep = false, closes = false, attached = false, tag = '', text: t } of text)
    key += `\n${face} ${size} ${keep} ${closes} ${attached} ${tag} ${t.length} ${t}`;
  return key;
}

function forgetOldest(kept: Kept): void {
  for (const [key, paragraph] of kept.paragraphs) {
    if (kept.characters <= MOST_CHARACTERS / 2) return;
    kept.paragraphs.delete(key);
    kept.characters -= weightOf(paragraph);
  }
}

/** Style of headlines, labels and furniture: marks half width, 1/8 em around figures, no indent. */
export function displayStyle(size: number, tracking = 0): ParagraphStyle {
  return {
    size,
    measure: ENDLESS,
    indent: 0,
    level: 'gb',
    policy: 'half',
    align: 'left',
    latinGap: 1 / 8,
    tracking,
    hang: false,
    lastLineLeast: 0,
  };
}

/** A single line with its width, without tracking after the last character. */
export interface SetLine {
  readonly paragraph: Paragraph;
  readonly line: Line | undefined;
  readonly width: number;
}

/** Sets text on one line. Line breaks inside it count as spaces. */
export function setOnOneLine(text: readonly StyledText[], size: number, tracking: number, fonts: FontSet): SetLine {
  const flat = text.map((part) => (/[\r\n]/.test(part.text) ? { ...part, text: part.text.replace(/[\r\n]+/g, ' ') } : part));
  const paragraph = compose(flat, displayStyle(size, tracking), fonts);
  const line = paragraph.lines[0];
  return { paragraph, line, width: line?.set ?? 0 };
}
