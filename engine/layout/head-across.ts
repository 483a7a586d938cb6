/**
 * A headline over two facing pages (通版). Each page carries its half, since every page is pressed by itself; a line is parted
 * between two characters, by sense where it can, and both halves keep off the fold. On the innermost sheet, which is one piece
 * of paper, they stand close to it; on other pages, which two sheets show, they stay inside their type areas.
 */
import { innermost } from '../issue/facing';
import type { Article, ArticleForm } from '../issue/types';
import { type ArticleSpace, textLeft, textWidth } from './article-space';
import type { Context } from './context';
import { MM } from './grid';
import { type Head, headOf, headSetting } from './head';
import { shownLine } from './head-manner';
import { headPlaces } from './head-places';
import type { HeadSense } from './head-sense';
import type { StackLine } from './head-stack';
import { type SetLine, setOnOneLine } from './set-text';
import { AUTHOR, HEAD_STYLES } from './styles';

/** White at each side of the fold of the innermost sheet. */
const FOLD_WHITE = 2 * MM;
/** A planned headline over two pages is larger than one over a single page, as far as this share of the measure allows. */
const GROWTH = 1.6;
const MOST_FILL = 0.85;
/** What a part between two characters of a word costs, in characters that a half is moved from the middle. */
const INSIDE_WORD = 1;
const NO_ROOM = 1000;

/** A half of a line on its page: its right end at x on the left page, its left end on the right one; points. */
export interface HalfLine {
  readonly part: StackLine['part'];
  readonly set: SetLine;
  readonly x: number;
  readonly align: 'left' | 'right';
  /** As in a stack: the em box below its top, size, horizontal scale. */
  readonly top: number;
  readonly size: number;
  readonly stretch: number;
}

export interface AcrossHead {
  /** The whole stack, planned for both pages; its columns and rows are those of the left block. */
  readonly head: Head;
  readonly rows: number;
  readonly left: readonly HalfLine[];
  readonly right: readonly HalfLine[];
}

/** Edges between which the halves stand, points from the left edges of their pages. */
interface Fold {
  readonly from: number;
  readonly leftEnd: number;
  readonly rightStart: number;
  readonly to: number;
}

/** `left` and `right` are the spaces of the two blocks, `page` the number of the left page. */
export function headAcross(
  context: Context,
  left: ArticleSpace,
  right: ArticleSpace,
  page: number,
  article: Article,
  form: ArticleForm,
): AcrossHead {
  const fold = foldOf(context, left, right, page);
  const measure = context.grid.width - fold.from + fold.to;
  const wide = { ...left, columns: 1, left: fold.from, measure, step: 0 };
  const head = { ...headAt(context, wide, article, form), columns: left.columns };
  const setting = headSetting(context, article, form.stretch);
  const halves = (head.stack?.lines ?? []).map((line) => {
    const texts = parted(line, setting.sense, (text) => halfOf(context, line, form, shownLine(text, setting.manner)), {
      ...fold,
      start: startOf(line, form, fold.from, measure),
    });
    const { part, top, size, stretch } = line;
    return texts.map((set, i) => ({
      part,
      set,
      x: i === 0 ? fold.leftEnd : fold.rightStart,
      align: i === 0 ? ('right' as const) : ('left' as const),
      top,
      size,
      stretch,
    }));
  });
  return {
    head,
    rows: head.endRow - left.firstRow,
    left: halves.flatMap(([half]) => half ?? []),
    right: halves.flatMap(([, half]) => half ?? []),
  };
}

function foldOf({ grid, issue }: Context, left: ArticleSpace, right: ArticleSpace, page: number): Fold {
  const pages = issue.pages.length;
  const inner = pages > 2 && page === innermost(pages);
  const from = textLeft(left, 0);
  return {
    from,
    leftEnd: inner ? grid.width - FOLD_WHITE : from + textWidth(left, left.columns),
    rightStart: inner ? FOLD_WHITE : textLeft(right, 0),
    to: textLeft(right, 0) + textWidth(right, right.columns),
  };
}

/** A headline without a size is planned, and set as much larger as two pages bear. */
function headAt(context: Context, space: ArticleSpace, article: Article, form: ArticleForm): Head {
  const head = headOf(context, space, article, { ...form, headColumns: 0 });
  const { stack } = head;
  if (form.size > 0 || !stack || stack.fill === 0) return head;
  const lines = stack.lines.filter(({ part }) => part === 'headline').map(({ text }) => text);
  const size = Math.floor(stack.size * Math.max(1, Math.min(GROWTH, MOST_FILL / stack.fill)));
  return headOf(context, space, article, { ...form, size, lines, headRows: 0, headColumns: 0 });
}

function startOf({ set, stretch, shift }: StackLine, form: ArticleForm, from: number, measure: number): number {
  const centred = HEAD_STYLES[form.head].align === 'centre';
  return from + (centred ? (measure - set.width * stretch) / 2 + shift : 0);
}

function halfOf({ fonts }: Context, { part, size }: StackLine, form: ArticleForm, text: string): SetLine {
  const style = part === 'author' ? AUTHOR.part : HEAD_STYLES[form.head][part];
  const set = setOnOneLine([{ text, face: style.face }], size, style.tracking, fonts);
  return { ...set, width: set.line?.set ?? 0 };
}

/** The two halves where the line is parted best; all of it on the left page where it is a single character. */
function parted(
  line: StackLine,
  sense: HeadSense,
  set: (text: string) => SetLine,
  fold: Fold & { readonly start: number },
): readonly SetLine[] {
  let best: readonly SetLine[] = [set(line.text)];
  let least = Number.POSITIVE_INFINITY;
  for (const { at, cost } of placesOf(line.text, sense)) {
    const halves = [set(line.text.slice(0, at).trim()), set(line.text.slice(at).trim())];
    const [one, other] = halves.map(({ width }) => width * line.stretch) as [number, number];
    const tooWide = Math.max(0, one - (fold.leftEnd - fold.from)) + Math.max(0, other - (fold.to - fold.rightStart));
    const moved = Math.abs(fold.leftEnd - one - fold.start) / line.size;
    const price = moved + cost * INSIDE_WORD + (tooWide > 0 ? NO_ROOM + tooWide : 0);
    if (price < least) [least, best] = [price, halves];
  }
  return best;
}

/** Places by sense, and all others between two characters that are no mark, figure or letter. */
function placesOf(text: string, sense: HeadSense): { readonly at: number; readonly cost: number }[] {
  const places = new Map<number, number>();
  for (let at = 1; at < text.length; at++) if (/^\p{Script=Han}{2}$/u.test(text.slice(at - 1, at + 1))) places.set(at, 1);
  for (const { at, cost } of headPlaces(text, sense)) places.set(at, cost);
  return [...places].map(([at, cost]) => ({ at, cost }));
}
