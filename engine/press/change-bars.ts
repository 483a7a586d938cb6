/** Change bars (改动线) of a proof: a line at the left of every line of type that is another than on the proof before. */
import type { Colour, DisplayGroup, DisplayPage, GlyphRun, Picture, Rule } from '../display/types';
import { textDifference } from '../issue/text-difference';

/** Process red, which no text has. */
const red: Colour = { c: 0, m: 1, y: 1, k: 0 };
const weight = 1;
/** White between the bar and what it is about, points. */
const clear = 2.5;
/** Runs of one line whose gap is wider than so many ems stand in columns of their own. */
const columnGap = 1.2;

/** Names what a block of either page sets, so that a story that moved is compared with itself. */
export type KeyOf = (block: string) => string;

/** Bars for `after`; none where nothing differs. A block that was not there before has bars at all of its lines. */
export function changeBars(before: DisplayPage, after: DisplayPage, keyBefore: KeyOf, keyAfter: KeyOf): readonly Rule[] {
  const old = new Map<string, DisplayGroup[]>();
  for (const group of before.groups) {
    const key = keyBefore(group.block);
    old.set(key, [...(old.get(key) ?? []), group]);
  }
  return after.groups.flatMap((group) => groupBars(old.get(keyAfter(group.block)) ?? [], group));
}

function groupBars(before: readonly DisplayGroup[], after: DisplayGroup): readonly Rule[] {
  const runs = runsOf([after]);
  const changed = changedRuns(textOf(runsOf(before)), runs);
  const shown = new Set(before.flatMap(picturesOf).map(pictureKey));
  const pictures = picturesOf(after).filter((picture) => !shown.has(pictureKey(picture)));
  return [...lineBars(runs, changed), ...pictures.map(({ x, y, height }) => bar(x, y, y + height))];
}

/** Runs with a character that came, and those after which one went. */
function changedRuns(before: string, runs: readonly GlyphRun[]): ReadonlySet<GlyphRun> {
  const changed = new Set<GlyphRun>();
  const owners = runs.flatMap((run) => Array.from(run.text, () => run));
  let at = 0;
  for (const { kind, text } of textDifference(before, textOf(runs))) {
    const length = [...text].length;
    if (kind === 'removed') {
      const owner = owners[Math.max(0, at - 1)];
      if (owner) changed.add(owner);
      continue;
    }
    if (kind === 'added') for (const owner of owners.slice(at, at + length)) changed.add(owner);
    at += length;
  }
  return changed;
}

/** One bar a line, at its left end. */
function lineBars(runs: readonly GlyphRun[], changed: ReadonlySet<GlyphRun>): readonly Rule[] {
  const bars = new Map<string, Rule>();
  for (const run of changed) {
    const line = lineOf(run, runs);
    const size = Math.max(...line.map((part) => part.size));
    const left = Math.min(...line.map(leftOf));
    const one = run.rotate ? verticalBar(run) : bar(left, run.y - size * 0.9, run.y + size * 0.15);
    bars.set(`${one.x1.toFixed(1)} ${one.y1.toFixed(1)}`, one);
  }
  return [...bars.values()];
}

/** Runs on the same baseline, as far as no column's gap parts them. */
function lineOf(run: GlyphRun, runs: readonly GlyphRun[]): readonly GlyphRun[] {
  const beside = runs.filter(({ y, rotate }) => Math.abs(y - run.y) < 0.5 && rotate === run.rotate);
  const sorted = [...beside].sort((one, other) => leftOf(one) - leftOf(other));
  const at = sorted.indexOf(run);
  let first = at;
  while (first > 0 && leftOf(sorted[first]!) - rightOf(sorted[first - 1]!) < columnGap * run.size) first--;
  return sorted.slice(first, at + 1);
}

const leftOf = ({ x }: GlyphRun): number => x[0] ?? 0;
/** The last glyph is at most an em wide. */
const rightOf = ({ x, size, stretch = 1 }: GlyphRun): number => (x.at(-1) ?? 0) + size * stretch;

function bar(left: number, top: number, bottom: number): Rule {
  const x = left - clear;
  return { kind: 'rule', x1: x, y1: top, x2: x, y2: bottom, weight, colour: red };
}

function verticalBar({ x, y, size }: GlyphRun): Rule {
  return bar(x[0] ?? 0, y, y + size);
}

function runsOf(groups: readonly DisplayGroup[]): readonly GlyphRun[] {
  return groups.flatMap(({ items }) => items.filter((item): item is GlyphRun => item.kind === 'glyphs'));
}

function textOf(runs: readonly GlyphRun[]): string {
  return runs.map(({ text }) => String.fromCodePoint(...text)).join('');
}

const picturesOf = ({ items }: DisplayGroup): readonly Picture[] =>
  items.filter((item): item is Picture => item.kind === 'picture');

function pictureKey({ asset, crop }: Picture): string {
  return `${asset} ${Object.values(crop)
    .map((value) => value.toFixed(3))
    .join()}`;
}
