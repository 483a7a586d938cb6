/** The sheet that goes with a page sent again: before, after, what changed. */
import type { ChangedArea, ChangedPassage } from './difference';
import { escaped, htmlDocument } from './html';
import type { Voice } from './voice';

export interface PageDifference extends ReplacedFile {
  readonly page: number;
  /** Data addresses; before is undefined for a page that was not delivered then. */
  readonly before: string | undefined;
  readonly after: string;
  readonly areas: readonly ChangedArea[];
  readonly passages: readonly ChangedPassage[];
}

/** A file that goes out again, and the one that it takes the place of; empty where there was none. */
export interface ReplacedFile {
  readonly file: string;
  readonly replaces: string;
  readonly sha256: string;
}

/** Characters of unchanged text shown at each end of a stretch between two changes. */
const mostKept = 24;

/** One page of HTML without outside parts: each page sent again, before and after, with what changed; and the imposed sheets. */
export function differenceHtml(
  paper: string,
  date: string,
  version: number,
  pages: readonly PageDifference[],
  sheets: readonly ReplacedFile[],
  { words, language }: Voice,
): string {
  const title = words('differenceTitle', { version });
  const sections = pages.map((page) => section(page, words));
  const note = `<p class="verdict fair">${escaped(words('differenceNote', { count: pages.length, pages: pages.map(({ page }) => `A${String(page).padStart(2, '0')}`).join(' ') }))}</p>`;
  const head = `<h1>${escaped(title)}</h1><p>${escaped(`${paper}　${date}`)}</p>`;
  const imposed = sheets.map((sheet) => replacement(sheet, words)).join('');
  const sheetList = sheets.length === 0 ? '' : `<h3>${escaped(words('sheets'))}</h3>${imposed}`;
  return htmlDocument(`${paper} ${date} ${title}`, language, [head, note, sheetList, ...sections].join('\n'));
}

function replacement({ file, replaces, sha256 }: ReplacedFile, words: Voice['words']): string {
  return `<p>${escaped(words('replaces', { file, replaces: replaces || '—' }))}<br><code>${sha256}</code></p>`;
}

function section(difference: PageDifference, words: Voice['words']): string {
  const { page, before, after, areas, passages } = difference;
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
${replacement(difference, words)}
<div class="pair"><figure><figcaption>${escaped(words('before'))}</figcaption>${old}</figure>
<figure><figcaption>${escaped(words('after'))}</figcaption><div class="sheet"><img src="${after}" alt="">${boxes}</div></figure></div>
<h3>${escaped(words('changedText'))}</h3><div class="text">${textChanges(passages, words)}</div>`;
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

function textChanges(passages: readonly ChangedPassage[], words: Voice['words']): string {
  if (passages.length === 0) return `<p class="soft">${escaped(words('sameText'))}</p>`;
  return passages
    .map(({ above, below, pieces }) => {
      const changed = pieces.map(({ kind, text }, i) => {
        if (kind === 'removed') return `<del>${escaped(text)}</del>`;
        if (kind === 'added') return `<ins>${escaped(text)}</ins>`;
        return escaped(shortened(text, i === 0, i === pieces.length - 1));
      });
      return `<p>${aside(above)}${changed.join('')}${aside(below)}</p>`;
    })
    .join('');
}

const aside = (line: string): string => (line === '' ? '' : ` <span class="soft">${escaped(line)}</span> `);

/** What stands beside a change is shown as far as it leads to it. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...text];
  const [head, tail] = [isFirst ? 0 : mostKept, isLast ? 0 : mostKept];
  if (characters.length <= head + tail + 1) return text;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
