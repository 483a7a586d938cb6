/** Published articles as clean text and as web pages that need nothing but the pictures beside them. */
import type { Article, ArticleParagraph, Issue, LinkCode, Photo, Run } from '../engine/issue';
import { escaped } from '../engine/press/handoff/html';

/** Plain text: headlines, byline, a line a paragraph, captions and the link of the code at the end. */
export function articleText(article: Article, photos: readonly Photo[]): string {
  const { kicker, headline, deck, byline, paragraphs, jump, code } = article;
  const opening = `${byline.lead}${byline.credit}`;
  const body = paragraphs.map((paragraph) => textOf(paragraph));
  const captions = photos.map(captionOf).filter((text) => text !== '');
  const first = body[0] === undefined ? opening : `${opening}${opening === '' ? '' : '　'}${body[0]}`;
  const lines = [kicker, ...headline, deck, '', first, ...body.slice(1), jump, ...(captions.length > 0 ? ['', ...captions] : [])];
  if (code) lines.push('', ...[code.label, code.link].filter((words) => words !== ''));
  const text = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== '')).join('\n');
  return `${text.trim()}\n`;
}

/** @param pictures addresses of the photographs, in their order; one without is left out */
export function articlePage(
  issue: Issue,
  article: Article,
  photos: readonly Photo[],
  pictures: readonly (string | undefined)[],
): string {
  const { kicker, headline, deck, byline, paragraphs, jump, code } = article;
  const opening = `${byline.lead}${byline.credit}`;
  const figures = photos.flatMap((photo, index) => {
    const address = pictures[index];
    if (address === undefined) return [];
    const caption = captionOf(photo);
    const words = caption === '' ? '' : `<figcaption>${escaped(caption)}</figcaption>`;
    return [`<figure><img src="${escaped(address)}" alt="${escaped(caption)}">${words}</figure>`];
  });
  const body = bodyHtml(paragraphs, opening);
  return pageHtml(headline.join(' ') || kicker, [
    '<article>',
    `<p class="paper">${escaped(issue.paper.name)} ${issue.date}</p>`,
    ...(kicker === '' ? [] : [`<p class="kicker">${escaped(kicker)}</p>`]),
    `<h1>${headline.map(escaped).join('<br>')}</h1>`,
    ...(deck === '' ? [] : [`<p class="deck">${escaped(deck)}</p>`]),
    ...figures,
    ...body,
    ...(jump === '' ? [] : [`<p class="jump">${escaped(jump)}</p>`]),
    ...(code ? [codeHtml(code)] : []),
    '</article>',
  ]);
}

export interface IndexEntry {
  readonly page: number;
  readonly section: string;
  readonly title: string;
  readonly file: string;
}

/** The contents of the issue, page by page. */
export function indexPage(issue: Issue, entries: readonly IndexEntry[]): string {
  const pages = [...new Set(entries.map(({ page }) => page))];
  const parts = pages.flatMap((page) => {
    const own = entries.filter((entry) => entry.page === page);
    const items = own.map(({ file, title }) => `<li><a href="${escaped(encodeURIComponent(file))}">${escaped(title)}</a></li>`);
    return [`<h2>${page}版 ${escaped(own[0]!.section)}</h2>`, '<ul>', ...items, '</ul>'];
  });
  const title = `${issue.paper.name} ${issue.date} 第${issue.number}期`;
  return pageHtml(title, [`<h1>${escaped(title)}</h1>`, ...parts]);
}

function bodyHtml(paragraphs: readonly ArticleParagraph[], opening: string): readonly string[] {
  const parts: string[] = [];
  let rows: string[] = [];
  const endTable = () => {
    if (rows.length > 0) parts.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  // A table has no first line for the byline to stand in.
  const [first] = paragraphs;
  const standsAlone = opening !== '' && (first === undefined || first.form === 'row');
  if (standsAlone) parts.push(`<p class="byline">${escaped(opening)}</p>`);
  paragraphs.forEach((paragraph, index) => {
    const lead = index === 0 && opening !== '' ? `<span class="byline">${escaped(opening)}</span>　` : '';
    if (paragraph.form === 'row') {
      const cells = textOf(paragraph).split('\t');
      rows.push(`<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
      return;
    }
    endTable();
    const words = paragraph.runs.map(runHtml).join('');
    const kind = paragraph.verse ? 'verse' : paragraph.form;
    parts.push(kind === undefined ? `<p>${lead}${words}</p>` : `<p class="${kind}">${lead}${words}</p>`);
  });
  endTable();
  return parts;
}

const TAGS: Readonly<Partial<Record<Run['form'], string>>> = { heading: 'strong', subheading: 'em', bold: 'strong', kai: 'em' };

function runHtml({ text, form, script, underline }: Run): string {
  let html = escaped(text).replaceAll('\n', '<br>');
  if (script) html = `<${script === 'super' ? 'sup' : 'sub'}>${html}</${script === 'super' ? 'sup' : 'sub'}>`;
  if (underline) html = `<u>${html}</u>`;
  const tag = TAGS[form];
  return tag === undefined ? html : `<${tag}>${html}</${tag}>`;
}

/** What the code (二维码) leads to: a link where it is an address of the web, else its words. */
function codeHtml({ link, label }: LinkCode): string {
  const words = escaped(label === '' ? link : label);
  const leads = /^https?:\/\//i.test(link.trim());
  return `<p class="code">${leads ? `<a href="${escaped(link.trim())}">${words}</a>` : words}</p>`;
}

function textOf({ runs }: ArticleParagraph): string {
  return runs.map(({ text }) => text).join('');
}

function captionOf({ caption, credit }: Photo): string {
  return [caption, credit].filter((text) => text !== '').join('　');
}

const STYLE = [
  'body{max-width:42em;margin:2em auto;padding:0 1em;font:17px/1.8 serif;color:#1a1a1a}',
  'h1{font-size:1.6em;line-height:1.3}h2{font-size:1.1em}img{max-width:100%}figure{margin:1em 0}',
  'figcaption,.paper,.jump{font-size:.85em;color:#565656}p{text-indent:2em;margin:.4em 0}',
  '.paper,.kicker,.deck,.verse,.centre{text-indent:0}.signature{text-align:right}.centre{text-align:center}',
  'em{font-family:KaiTi,STKaiti,serif;font-style:normal}table{border-collapse:collapse}td{border:1px solid #c6c6c6;padding:.2em .6em}',
].join('');

/** A whole page with its style inside. */
export function pageHtml(title: string, body: readonly string[], style = STYLE): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title><style>${style}</style></head>`,
    '<body>',
    ...body,
    '</body></html>',
    '',
  ].join('\n');
}
