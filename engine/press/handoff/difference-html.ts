/** The sheet that goes with a page sent again: before, after, what changed. */
import type { ChangedArea, TextChange } from './difference';
import { escaped, htmlDocument } from './html';
import type { Voice } from './voice';

export interface PageDifference {
  readonly page: number;
  /** Data addresses; before is undefined for a page that was not delivered then. */
  readonly before: string | undefined;
  readonly after: string;
  readonly areas: readonly ChangedArea[];
  readonly lines: readonly TextChange[];
  readonly file: string;
  readonly replaces: string;
  readonly sha256: string;
}

/** Lines of unchanged text around a change. */
const context = 1;

/** One page of HTML without outside parts: each page sent again, before and after, with what changed. */
export function differenceHtml(
  paper: string,
  date: string,
  version: number,
  pages: readonly PageDifference[],
  { words, language }: Voice,
): string {
  const title = words('differenceTitle', { version });
  const sections = pages.map((page) => section(page, words));
  const note = `<p class="verdict fair">${escaped(words('differenceNote', { count: pages.length, pages: pages.map(({ page }) => `A${String(page).padStart(2, '0')}`).join(' ') }))}</p>`;
  const head = `<h1>${escaped(title)}</h1><p>${escaped(`${paper}　${date}`)}</p>`;
  return htmlDocument(`${paper} ${date} ${title}`, language, [head, note, ...sections].join('\n'));
}

function section({ page, before, after, areas, lines, file, replaces, sha256 }: PageDifference, words: Voice['words']): string {
  const boxes = areas
    .map(
      ({ x, y, width, height }) =>
        `<i style="left:${percent(x)};top:${percent(y)};width:${percent(width)};height:${percent(height)}"></i>`,
    )
    .join('');
  const old = before
    ? `<div class="sheet"><img src="${before}" alt="">${boxes}</div>`
    : `<p class="soft">${escaped(words('notDelivered'))}</p>`;
  return `<h2>${escaped(words('pageTitle', { page }))}</h2>
<p>${escaped(words('replaces', { file, replaces: replaces || '—' }))}<br><code>${sha256}</code></p>
<div class="pair"><figure><figcaption>${escaped(words('before'))}</figcaption>${old}</figure>
<figure><figcaption>${escaped(words('after'))}</figcaption><div class="sheet"><img src="${after}" alt="">${boxes}</div></figure></div>
<h3>${escaped(words('changedText'))}</h3><div class="text">${textChanges(lines, words)}</div>`;
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

function textChanges(lines: readonly TextChange[], words: Voice['words']): string {
  const near = lines.map((_, i) => lines.slice(Math.max(0, i - context), i + context + 1).some(({ kind }) => kind !== 'same'));
  const shown = lines.flatMap(({ kind, text }, i) => {
    if (!near[i]) return [];
    if (kind === 'same') return [`<p class="soft">${escaped(text)}</p>`];
    return [kind === 'removed' ? `<del>− ${escaped(text)}</del>` : `<ins>+ ${escaped(text)}</ins>`];
  });
  return shown.length === 0 ? `<p class="soft">${escaped(words('sameText'))}</p>` : shown.join('');
}
