/** What an editor must know about a page that goes to press. Pure: looks at the layout and at how the pictures fared. */
import type { DisplayItem, GlyphRun, Picture } from '../display/types';
import type { Issue, Page } from '../issue/types';
import type { PageLayout } from '../layout/types';

export interface Finding {
  /** 0 for the issue as a whole. */
  readonly page: number;
  /** `error`: something is missing on paper. */
  readonly severity: 'error' | 'warning';
  /** Names a sentence in messages.ts, which `params` complete. */
  readonly rule: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Effective resolution below which newsprint shows the pixels. */
const leastPpi = 150;
/** Coloured type up to this size loses its edges when plates are a hair out of register, points. */
const mostSmallType = 14;
const mostQuoted = 40;

/** Blocks that every page carries; a page with nothing else is empty. */
const furniture = new Set(['masthead', 'folio', 'imprint']);

export const isEmptyPage = (page: Page): boolean => page.blocks.every((block) => furniture.has(block.content.kind));

export function layoutFindings(issue: Issue, layout: PageLayout): Finding[] {
  const { page, display, fits, fallbacks } = layout;
  const items = display.groups.flatMap((group) => group.items);
  const overset = fits
    .filter((fit) => fit.oversetChars > 0)
    .map(({ oversetChars, oversetText }) =>
      warning(page, 'overset', { chars: oversetChars, text: quoted(oversetText.replace(/\s+/g, ' ')) }),
    );
  const characters = new Map(fallbacks.map((fallback) => [fallback.codePoint, fallback]));
  const missing = [...characters.values()].filter((fallback) => fallback.from === undefined);
  const replaced = [...characters.values()].filter((fallback) => fallback.from !== undefined);
  return [
    ...overset,
    ...listed(
      page,
      'missingGlyph',
      missing.map(({ codePoint }) => codePoint),
    ),
    ...listed(
      page,
      'fallback',
      replaced.map(({ codePoint }) => codePoint),
    ),
    ...lowResolution(issue, page, items),
    ...colouredType(page, items),
  ];
}

/** Articles, groups, notices and advertisements that stand on no page. */
export function unplacedFindings(issue: Issue): Finding[] {
  const placed = new Set(issue.pages.flatMap((page) => page.blocks.flatMap((block) => contentIds(block.content))));
  const things = [
    ...issue.articles.map(({ id, headline }) => ({ id, name: headline.join('') })),
    ...issue.groups.map(({ id, label, caption }) => ({ id, name: label || caption })),
    ...issue.notices.map(({ id, title, text }) => ({ id, name: title || text })),
    ...issue.advertisements.map(({ id, title }) => ({ id, name: title })),
  ];
  return things.filter(({ id }) => !placed.has(id)).map(({ id, name }) => warning(0, 'unplaced', { name: quoted(name || id) }));
}

function contentIds(content: Page['blocks'][number]['content']): readonly string[] {
  switch (content.kind) {
    case 'article':
      return [content.article];
    case 'briefs':
      return content.articles;
    case 'group':
      return [content.group];
    case 'notice':
      return [content.notice];
    case 'advertisement':
      return [content.advertisement];
    default:
      return [];
  }
}

/** Name of a picture's file as the editor knows it. */
export function fileOf(issue: Issue, asset: string): string {
  return issue.photos.find((photo) => photo.asset === asset)?.file || asset;
}

function lowResolution(issue: Issue, page: number, items: readonly DisplayItem[]): Finding[] {
  return items
    .filter((item): item is Picture => item.kind === 'picture' && item.ppi < leastPpi)
    .map(({ asset, ppi }) =>
      warning(page, 'lowResolution', { file: fileOf(issue, asset), ppi: Math.round(ppi), least: leastPpi }),
    );
}

/** One finding a page is enough: the cure is in the page's design. */
function colouredType(page: number, items: readonly DisplayItem[]): Finding[] {
  const coloured = items.filter(
    (item): item is GlyphRun =>
      item.kind === 'glyphs' && item.size <= mostSmallType && item.colour.c + item.colour.m + item.colour.y > 0,
  );
  const first = coloured[0];
  if (!first) return [];
  const text = String.fromCodePoint(...first.text.subarray(0, mostQuoted));
  return [warning(page, 'colouredType', { text: quoted(text), size: Math.round(first.size * 10) / 10, count: coloured.length })];
}

function listed(page: number, rule: string, codePoints: readonly number[]): Finding[] {
  if (codePoints.length === 0) return [];
  return [
    warning(page, rule, { count: codePoints.length, text: quoted(String.fromCodePoint(...codePoints.slice(0, mostQuoted))) }),
  ];
}

function warning(page: number, rule: string, params: Finding['params']): Finding {
  return { page, severity: 'warning', rule, params };
}

const quoted = (text: string): string => (text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text);
