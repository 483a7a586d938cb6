import type { SheetSide } from './imposition';

/** Characters that some file system forbids, and those that would hide a file or steer a terminal. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;
/** Bytes of UTF-8 left for the paper's name of the 255 that a file name may have. */
const mostNameBytes = 200;

/** `报名_YYYYMMDD_A01.pdf`, the way print shops file pages. `date` is ISO; one section, A. */
export function pressFileName(paper: string, date: string, page: number): string {
  return `${stem(paper, date)}_${pageName(page)}.pdf`;
}

/** `报名_YYYYMMDD.pdf`: all pages of an issue. */
export function issueFileName(paper: string, date: string): string {
  return `${stem(paper, date)}.pdf`;
}

/** `报名_YYYYMMDD_跨A02-A03.pdf`: two pages as a reader sees them. */
export function spreadFileName(paper: string, date: string, pages: readonly number[]): string {
  return `${stem(paper, date)}_${spreadName(pages)}.pdf`;
}

/** `报名_YYYYMMDD_拼1正_A04-A01.pdf`: sheet and side, the pages from left to right; a half without a page is `空`. */
export function sheetFileName(paper: string, date: string, side: SheetSide): string {
  return `${stem(paper, date)}_${sheetName(side)}.pdf`;
}

const stem = (paper: string, date: string): string => `${safeName(paper) || '版'}_${date.replaceAll('-', '')}`;

/** `跨A02-A03` */
export const spreadName = (pages: readonly number[]): string => `跨${pages.map(pageName).join('-')}`;

/** `拼1正_A04-A01` */
export const sheetName = ({ sheet, front, left, right }: SheetSide): string =>
  `拼${sheet}${front ? '正' : '反'}_${pageName(left)}-${pageName(right)}`;

/** `A01`; `空` where no page stands. */
export const pageName = (page: number): string => (page === 0 ? '空' : `A${String(page).padStart(2, '0')}`);

/** A name without what a file system forbids; may be empty. */
export function safeName(name: string): string {
  let safe = '';
  for (const character of name.replace(forbidden, '').trim().replace(/^\.+/, '')) {
    if (new TextEncoder().encode(safe + character).length > mostNameBytes) break;
    safe += character;
  }
  return safe;
}
