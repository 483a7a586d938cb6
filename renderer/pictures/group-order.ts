/** Pictures of a group in another order, or one less: their numbers and the parts of the shared caption follow. Pure functions. */
import type { PhotoGroup } from '../../engine/issue/index';

/** ① to ⑳, by their numbers. */
const FIRST_MARK = 0x2460;
const MOST_MARKS = 20;
const MARK = /图?([\u2460-\u2473])/gu;
/** What ends a part of a caption belongs to its place, not to its words. */
const END = /[。；，、;,.]?\s*$/u;

/** The picture at one place goes to another; numbers run on in the order of the places, and the caption tells them so. */
export function reordered(group: PhotoGroup, from: number, to: number): PhotoGroup {
  const { pictures } = group;
  if (from === to || !pictures[from] || !pictures[to]) return group;
  const order = pictures.toSpliced(from, 1).toSpliced(to, 0, pictures[from]);
  const numbers = pictures.map(({ number }) => number).sort((a, b) => a - b);
  const renumbered = new Map(order.map(({ number }, at) => [number, numbers[at]!]));
  return {
    ...group,
    pictures: order.map(({ photo }, at) => ({ number: numbers[at]!, photo })),
    caption: withMarks(group.caption, renumbered),
  };
}

/** The group without a picture and without what its caption says about it; later ones count down. */
export function withoutPicture(group: PhotoGroup, at: number): PhotoGroup {
  const gone = group.pictures[at];
  if (!gone) return group;
  const rest = group.pictures.toSpliced(at, 1);
  const numbers = group.pictures.map(({ number }) => number).sort((a, b) => a - b);
  const kept = rest.map(({ number }) => number).sort((a, b) => a - b);
  const renumbered = new Map(kept.map((number, index) => [number, numbers[index]!]));
  return {
    ...group,
    pictures: rest.map(({ number, photo }) => ({ number: renumbered.get(number)!, photo })),
    caption: withMarks(group.caption, renumbered, gone.number),
  };
}

/** A picture takes a number, and what had it takes that of the picture. */
export function numbered(group: PhotoGroup, at: number, number: number): PhotoGroup {
  const before = group.pictures[at]?.number;
  if (before === undefined || before === number) return group;
  const pictures = group.pictures.map((picture, index) => {
    if (index === at) return { ...picture, number };
    return picture.number === number ? { ...picture, number: before } : picture;
  });
  return { ...group, pictures };
}

interface Part {
  readonly number: number;
  /** `图` or nothing. */
  readonly sign: string;
  readonly words: string;
}

/**
 * The caption with other numbers at its marks. Where every part tells of one picture, the parts stand in the order of the
 * numbers and one that is gone leaves; otherwise the marks alone change.
 */
function withMarks(caption: string, renumbered: ReadonlyMap<number, number>, gone?: number): string {
  const marks = [...caption.matchAll(MARK)];
  const parts = marks.map((mark, at): Part => {
    const end = marks[at + 1]?.index ?? caption.length;
    const sign = mark[0].slice(0, -1);
    return { number: numberOf(mark[1]!), sign, words: caption.slice(mark.index + mark[0].length, end) };
  });
  const single = new Set(parts.map(({ number }) => number)).size === parts.length;
  if (!single || parts.some(({ words }) => words.replace(END, '') === ''))
    return caption.replace(MARK, (mark, sign: string) => mark.slice(0, -1) + markOf(renumbered.get(numberOf(sign)), sign));
  const ends = parts.map(({ words }) => END.exec(words)![0]);
  const kept = parts
    .filter(({ number }) => number !== gone)
    .map((part) => ({ ...part, number: renumbered.get(part.number) ?? part.number }))
    .sort((a, b) => a.number - b.number);
  // The last part ends as the last one did, the others as those before it.
  const endOf = (at: number) => (at === kept.length - 1 ? ends.at(-1) : ends[at])!;
  const lead = caption.slice(0, marks[0]?.index ?? caption.length);
  return (
    lead + kept.map(({ number, sign, words }, at) => sign + markOf(number, '') + words.replace(END, '') + endOf(at)).join('')
  );
}

function numberOf(mark: string): number {
  return mark.codePointAt(0)! - FIRST_MARK + 1;
}

function markOf(number: number | undefined, otherwise: string): string {
  return number === undefined || number > MOST_MARKS ? otherwise : String.fromCodePoint(FIRST_MARK + number - 1);
}
