/**
 * An article whose text runs from top to bottom (竖排): lines from right to left, a vertical headline on the right or a
 * level one above; where the room is high, tiers one below the other.
 */
import { isBoxed } from '../issue/contents';
import type { Article, ArticleForm, ArticleParagraph } from '../issue/types';
import { composeVerticalParagraph, type VerticalTextLine } from '../typeset/index';
import type { StyledText } from '../typeset/types';
import type { ArticleSpace } from './article-space';
import { textWidth } from './article-space';
import { authorOf, bylineText, endOfGroup } from './body';
import type { Context } from './context';
import { FACE } from './faces';
import { type Setting, settingOf } from './form-setting';
import { formTexts } from './form-texts';
import { rowsHeight } from './grid';
import { type Head, headOf, headSetting } from './head';
import { DOT_RADIUS } from './marks';
import { HEAD_FOOT } from './styles';
import { type FormLine, verticalNames, verticalRows } from './vertical-forms';
import { fitVertical, planVertical, type VerticalHead } from './vertical-head';

/** Longest line that is read with ease, and the white between tiers, 字. */
const LONGEST_LINE = 32;
const TIER_GAP = 1;
/** Share of the width that a vertical headline may take, and the white beside it, 字. */
const HEAD_SHARE = 0.6;
const HEAD_GAP = 1.5;
/** How much lower than the text's head its author's name stands, as a share of the height. */
const AUTHOR_DROP = 1 / 4;

/** A line of text with its middle and top from the top left of the room inside the block, points. */
export interface PlacedVertical {
  readonly line: Pick<VerticalTextLine, 'glyphs' | 'height' | 'fallbacks'>;
  readonly middle: number;
  readonly top: number;
}

export interface VerticalFlow {
  readonly lines: readonly PlacedVertical[];
  /** A vertical headline with its left edge and its top from the room's. */
  readonly head: { readonly vertical: VerticalHead; readonly left: number; readonly down: number } | undefined;
  readonly lost: string;
  readonly emptyRows: number;
}

/** The level headline over the whole width, or none where a vertical one stands in the flow. */
export function headOverFlow(context: Context, space: ArticleSpace, article: Article, form: ArticleForm): Head {
  if (form.head !== 'vertical') return headOf(context, space, article, { ...form, headColumns: 0 });
  return { stack: undefined, vertical: undefined, columns: 0, endRow: space.firstRow, remarks: [], lost: [] };
}

/** Sets an article's body from top to bottom, right to left, below the row `top` of its block; in tiers where it is high. */
export function flowVertical(
  context: Context,
  space: ArticleSpace,
  article: Article,
  form: ArticleForm,
  top: number,
): VerticalFlow {
  const { grid } = context;
  const width = textWidth(space, space.columns);
  const height = rowsHeight(grid, Math.max(0, space.endRow - top));
  const head = form.head === 'vertical' ? headBeside(context, space, article, form, width) : undefined;
  const extent = head ? extentOf(head) : undefined;
  // Marks of the outermost lines stay inside the block.
  const aside = isMarked(article) ? (grid.pitch - grid.em) / 2 + DOT_RADIUS * grid.em : 0;
  const room = (extent ? width - (extent.right - extent.left) - HEAD_GAP * grid.em : width) - 2 * aside;
  const tiers = tiersOf(grid.em, height);
  const capacity = Math.max(0, Math.floor((room + grid.pitch - grid.em) / grid.pitch + 1e-6));
  const setting = settingOf(context, tiers.measure);
  const { lines, lost } = textLines(article, setting, capacity * tiers.count, head !== undefined);
  const used = Math.min(capacity, lines.length);
  // What is left over stands on both sides.
  const shift = tiers.count === 1 || lines.length < capacity ? ((capacity - used) * grid.pitch) / 2 : 0;
  const right = room + aside - shift;
  const deepest = Math.max(0, head ? headDepth(head, grid.scale) : 0, ...lines.map((line) => line.offset + line.height));
  // What is shorter than its box stands in the middle of it.
  const down = tiers.count === 1 && isBoxed(form) ? Math.max(0, (height - deepest) / 2) : 0;
  const placed = lines.map((line, i) => ({
    line,
    middle: right - grid.em / 2 - (i % Math.max(1, capacity)) * grid.pitch,
    top: down + Math.floor(i / Math.max(1, capacity)) * (tiers.measure + TIER_GAP * grid.em) + line.offset,
  }));
  const missing = head === undefined && form.head === 'vertical' ? article.headline.join('') : '';
  return {
    lines: placed,
    head: head && extent ? { vertical: head, left: width - extent.right - shift, down } : undefined,
    lost: [missing, lost].filter((text) => text !== '').join('\n'),
    emptyRows: Math.floor((Math.max(0, capacity * tiers.count - lines.length) * tiers.measure) / grid.columnWidth),
  };
}

function isMarked({ paragraphs }: Article): boolean {
  return paragraphs.some(({ runs }) => runs.some(({ dots, underline }) => dots || underline));
}

function tiersOf(em: number, height: number): { readonly count: number; readonly measure: number } {
  const chars = Math.floor(height / em + 1e-6);
  const count = Math.max(1, Math.ceil((chars + TIER_GAP) / (LONGEST_LINE + TIER_GAP)));
  const each = Math.max(1, Math.floor((chars - (count - 1) * TIER_GAP) / count));
  return { count, measure: each * em };
}

/** The headline as high as the text; its author stands in the flow. */
function headBeside(
  context: Context,
  space: ArticleSpace,
  article: Article,
  form: ArticleForm,
  width: number,
): VerticalHead | undefined {
  const { grid } = context;
  const setting = headSetting(context, article, form.stretch);
  const unsigned = { ...article, byline: { lead: '', credit: '' } };
  const lines = form.lines.length > 0 ? form.lines : (planVertical(grid, setting, unsigned)[0]?.lines ?? article.headline);
  const room = {
    width: Math.max(width * HEAD_SHARE, Math.min(width, grid.columnWidth)),
    rows: space.endRow - space.firstRow,
    deck: form.deck && article.deck !== '',
  };
  return fitVertical(grid, setting, unsigned, lines, room, form.size > 0 ? form.size : undefined);
}

/** Depth without the white above and below, which the box brings. */
function headDepth({ depth }: VerticalHead, scale: number): number {
  return depth - HEAD_FOOT * scale;
}

function extentOf({ places }: VerticalHead): { readonly left: number; readonly right: number } {
  return {
    left: Math.min(...places.map(({ middle, line }) => middle - line.size / 2)),
    right: Math.max(...places.map(({ middle, line }) => middle + line.size / 2)),
  };
}

/** White of a line between two stanzas, and beside a table. */
const BLANK: VerticalTextLine = { glyphs: [], gaps: [], fallbacks: [], height: 0, start: 0, end: 0, offset: 0 };
const GAP: FormLine = { line: BLANK, text: '' };

interface FlowText {
  readonly texts: readonly StyledText[];
  readonly form: 'text' | 'verse' | 'blank' | 'foot' | 'centre' | 'author' | 'lines';
  /** Of the form `lines`: they are set already. */
  readonly lines?: readonly FormLine[];
}

/** Lines of the whole text that find room, and the text that does not. */
function textLines(
  article: Article,
  setting: Setting,
  most: number,
  signed: boolean,
): { lines: VerticalTextLine[]; lost: string } {
  const lines: VerticalTextLine[] = [];
  const lost: string[] = [];
  const texts = flowTexts(article, setting, signed);
  for (const { texts: own, form, lines: set = [] } of texts) {
    if (form === 'blank') {
      if (lines.length < most) lines.push(BLANK);
      continue;
    }
    if (form === 'lines') {
      const room = Math.max(0, most - lines.length);
      lines.push(...set.slice(0, room).map(({ line }) => line));
      if (set.length > room)
        lost.push(
          set
            .slice(room)
            .map(({ text }) => text)
            .filter((text) => text !== '')
            .join('\n'),
        );
      continue;
    }
    const style = { ...setting.style, indent: form === 'text' ? setting.style.indent : 0 };
    const broken = composeVerticalParagraph(own, style, setting.fonts, most - lines.length + 1);
    const kept = broken.slice(0, most - lines.length);
    lines.push(...kept.map((line) => ({ ...line, offset: offsetOf(form, line, setting.measure) })));
    if (kept.length < broken.length) {
      const text = own.map((part) => part.text).join('');
      lost.push(text.slice(kept.at(-1)?.end ?? 0));
    }
  }
  return { lines: lines.map((line, i) => authorAbove(line, texts[0]?.form, i, lines)), lost: lost.join('\n') };
}

/** An author's name in front ends no lower than the text. */
function authorAbove(line: VerticalTextLine, first: FlowText['form'] | undefined, i: number, all: readonly VerticalTextLine[]) {
  if (i > 0 || first !== 'author' || all.length === 1) return line;
  const deepest = Math.max(...all.slice(1).map(({ offset, height }) => offset + height));
  return { ...line, offset: Math.max(0, Math.min(line.offset, deepest - line.height)) };
}

function offsetOf(form: FlowText['form'], line: VerticalTextLine, measure: number): number {
  const free = Math.max(0, measure - line.height);
  if (form === 'foot') return free;
  if (form === 'centre') return free / 2;
  return form === 'author' ? Math.min(free, measure * AUTHOR_DROP) : line.offset;
}

/** Paragraphs in reading order: an author's name first where no level headline carries it. */
function flowTexts(article: Article, setting: Setting, signed: boolean): FlowText[] {
  const author = authorOf(article);
  const byline = author === '' ? bylineText(article) : [];
  const opening: FlowText[] = author !== '' && signed ? [{ texts: [{ text: author, face: FACE.kai }], form: 'author' }] : [];
  const body = groupsOf(article.paragraphs)
    .flatMap((group, i, all) => groupTexts(group, setting, i > 0, i + 1 < all.length))
    .filter(({ texts, form }, i, all) =>
      form === 'blank'
        ? all[i - 1]?.form === 'verse' && all[i + 1]?.form === 'verse'
        : form === 'lines' || texts.some(({ text }) => text.trim() !== ''),
    );
  const [first, ...others] = body;
  if (byline.length > 0) opening.push({ texts: [...byline, ...(first?.form === 'text' ? first.texts : [])], form: 'text' });
  const rest = byline.length > 0 && first?.form === 'text' ? others : body;
  const jump: FlowText[] = article.jump === '' ? [] : [{ texts: [{ text: article.jump, face: FACE.kai }], form: 'foot' }];
  return [...opening, ...rest, ...jump];
}

/** Paragraphs that are set together stand together. */
function groupsOf(paragraphs: readonly ArticleParagraph[]): (readonly ArticleParagraph[])[] {
  const groups: (readonly ArticleParagraph[])[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const end = endOfGroup(paragraphs, at);
    groups.push(paragraphs.slice(at, end));
    at = end;
  }
  return groups;
}

function groupTexts(group: readonly ArticleParagraph[], setting: Setting, follows: boolean, goesOn: boolean): FlowText[] {
  const { form } = group[0]!;
  if (form === 'names') {
    const lines = verticalNames(group, setting);
    if (lines) return [{ texts: [], form: 'lines', lines }];
  }
  if (form === 'row') {
    const rows = verticalRows(group, setting);
    // White parts a table from the text, as rules do in level text.
    if (rows) return [{ texts: [], form: 'lines', lines: [...(follows ? [GAP] : []), ...rows, ...(goesOn ? [GAP] : [])] }];
  }
  return group.map((paragraph) => ({ texts: verticalText(setting, paragraph), form: formOf(paragraph) }));
}

/** Type that is larger than its line is wide would touch the lines beside it. */
function verticalText(setting: Setting, paragraph: ArticleParagraph): StyledText[] {
  return formTexts(setting, paragraph).map((text) =>
    text.size === undefined ? text : { ...text, size: Math.min(text.size, setting.pitch) },
  );
}

function formOf({ runs, verse, form }: ArticleParagraph): FlowText['form'] {
  if (verse && runs.every(({ text }) => text.trim() === '')) return 'blank';
  if (form === 'signature') return 'foot';
  if (form === 'centre' || form === 'quote') return 'centre';
  return verse || form === 'names' || form === 'row' ? 'verse' : 'text';
}
