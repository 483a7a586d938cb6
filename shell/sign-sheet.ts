/** The sheet of an issue's reviews for the archive (审校记录单): a web page that prints on A4. */
import type { Issue } from '../engine/issue';
import type { SignEntry } from '../engine/issue/sign-off';
import { escaped } from '../engine/press/handoff/html';
import { pageHtml } from './article-pages';
import { type Language, localTime, sentence } from './say';
import { pageStates, stepName } from './sign-off-report';

const STYLE = [
  '@page{size:A4;margin:18mm 16mm}body{max-width:178mm;margin:1em auto;font:13px/1.6 sans-serif;color:#1a1a1a}',
  'h1{font-size:20px;margin:0}h2{font-size:15px;margin:1.4em 0 .4em;break-after:avoid}',
  'table{width:100%;border-collapse:collapse}td,th{border:1px solid #999;padding:3px 6px;text-align:left;vertical-align:top}',
  'th{font-weight:600;background:#f3f3f3}td.hash{font:11px monospace}tr{break-inside:avoid}.soft{color:#565656}',
].join('');

/** All entries of the record, page by page, in their order, with who, when, remark and the first figures of what was seen. */
export async function signSheet(issue: Issue, entries: readonly SignEntry[], language: Language): Promise<string> {
  const say = (code: string, params = {}) => sentence(`shell.${code}`, params, language);
  const { paper, date, number } = issue;
  const title = await say('sheet-title', { paper: paper.name, date, number });
  const heads = await Promise.all(['step', 'verdict', 'who', 'time', 'remark', 'seen'].map((key) => say(`sheet-${key}`)));
  const body: string[] = [`<h1>${escaped(title)}</h1>`];
  for (const state of pageStates(issue, entries)) {
    const { page, released, changed } = state;
    const verdict = await say(released ? 'sheet-released' : changed ? 'sheet-changed' : 'sheet-open');
    body.push(
      `<h2>${escaped(await say('sheet-page', { page, section: issue.pages[page - 1]?.section ?? '' }))}　${escaped(verdict)}</h2>`,
    );
    const own = entries.filter((entry) => entry.page === page);
    if (own.length === 0) body.push(`<p class="soft">${escaped(await say('sheet-nothing'))}</p>`);
    else body.push(table(heads, await Promise.all(own.map((entry) => row(entry, language)))));
  }
  return pageHtml(title, body, STYLE);
}

async function row({ step, verdict, who, host, time, remark, seen }: SignEntry, language: Language): Promise<string> {
  const cells = [
    await stepName(step, language),
    await sentence(`shell.verdict-${verdict}`, {}, language),
    host === '' ? who : `${who} (${host})`,
    localTime(time),
    remark,
  ];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}<td class="hash">${seen.slice(0, 16)}</td></tr>`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return `<table><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr>${rows.join('')}</table>`;
}
