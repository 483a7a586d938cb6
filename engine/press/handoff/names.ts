/** Names in a handoff. */

import type { Issue } from '../../issue/types';
import { pageName, safeName, sheetName, spreadName } from '../file-name';
import type { SheetSide } from '../imposition';

/** What stands in a file: a page, all pages, or what is imposed: a spread as a reader sees it, or one side of a sheet. */
export type Standing = number | 'all' | { readonly pages: readonly number[]; readonly side?: SheetSide };

/**
 * `报名_YYYYMMDD_A01` or the shop's own pattern; the version, from 2, at the end of what goes out again. What is imposed has
 * its sheet and pages in the place of the page: `报名_YYYYMMDD_拼1正_A04-A01`. A file of the whole issue has the pattern
 * without its page: `报名_YYYYMMDD`.
 */
export function pressStem({ paper, date }: Issue, what: Standing, pattern: string | undefined, version: number): string {
  const values: Readonly<Record<string, string>> = {
    paper: safeName(paper.name) || '版',
    date: date.replaceAll('-', ''),
    page: placeOf(what),
    version: String(version),
  };
  const asked = pattern ?? '{paper}_{date}_{page}';
  const name = (what === 'all' ? withoutPage(asked) : asked).replace(/\{(\w+)\}/g, (blank, key: string) => values[key] ?? blank);
  const again = version > 1 && !pattern?.includes('{version}') ? `_v${version}` : '';
  return `${safeName(name)}${again}`;
}

function placeOf(what: Standing): string {
  if (what === 'all') return '';
  if (typeof what === 'number') return pageName(what);
  return what.side ? sheetName(what.side) : spreadName(what.pages);
}

/** With the mark that parts the page from what stands beside it. */
function withoutPage(pattern: string): string {
  const left = pattern.replace(/[-_. ]?\{page\}/g, '').replace(/^[-_. ]+/, '');
  return left === '' ? '{paper}' : left;
}

export const folders = { press: 'press', imposed: 'imposed', proofs: 'proofs' } as const;
export const files = {
  report: 'report.html',
  findings: 'report.json',
  ticket: 'ticket.pdf',
  ticketData: 'ticket.json',
  sums: 'SHA256SUMS',
  manifest: 'handoff.json',
} as const;

/** `报名_YYYYMMDD.zip`; `报名_YYYYMMDD_v2.zip` for what goes out again. */
export function packageName({ paper, date }: Issue, version: number): string {
  return `${safeName(paper.name) || '版'}_${date.replaceAll('-', '')}${version > 1 ? `_v${version}` : ''}.zip`;
}

/** `A01–A04` of pages that follow one another, else each by itself: `A01 A03`. */
export function pageRange(pages: readonly number[]): string {
  const follow = pages.length > 2 && pages.every((page, i) => page === pages[0]! + i);
  return follow ? `${pageName(pages[0]!)}–${pageName(pages.at(-1)!)}` : pages.map(pageName).join(' ');
}

/** Size of a file for readers: `900 KB`, `12.3 MB`; `—` where it is not known. */
export function sizeText(bytes: number | null): string {
  if (bytes === null) return '—';
  return bytes < 1000 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
