/** The report that goes with the files: a print shop reads it without any program of ours. */
import type { PageReport, PreflightReport } from '../preflight/types';
import { escaped, htmlDocument, htmlTable } from './html';
import { sizeText } from './names';
import type { Ticket } from './ticket';
import type { SpokenFinding, Voice } from './voice';

/** Pictures of a page as data addresses. */
export interface PagePictures {
  readonly page: string;
  /** Plates by their letters, and the map of total ink under `ink`. */
  readonly plates: readonly { readonly plate: string; readonly picture: string }[];
}

export interface ReportFile {
  readonly name: string;
  /** Numbers of the pages in it; 0 is a blank half. */
  readonly pages: readonly number[];
  readonly bytes: number;
  readonly sha256: string;
}

const mostTexts = 40;

/** The report as one page of HTML without outside parts. `pictures` by number of page. */
export function reportHtml(
  ticket: Ticket,
  report: PreflightReport,
  pictures: ReadonlyMap<number, PagePictures>,
  files: readonly ReportFile[],
  voice: Voice,
): string {
  const { words } = voice;
  const findings = report.findings.map(voice.finding);
  const title = `${ticket.paper} ${ticket.date} ${words('reportTitle')}`;
  const body = [
    `<h1>${escaped(words('reportTitle'))}</h1>`,
    `<p>${escaped(`${ticket.paper}　${ticket.date}　${words('ticketIssue', { number: ticket.number, total: ticket.total })}`)}</p>`,
    `<p class="soft">${escaped([words('ticketFor', { shop: ticket.shop || '—' }), report.claim, ticket.condition].filter(Boolean).join(' · '))}</p>`,
    verdict(findings, words),
    summary(report, findings, ticket.inkLimit, words),
    general(findings, words),
    ...report.pages.map((page) => pageSection(page, findings, pictures.get(page.page), words)),
    offBlack(report, words),
    fonts(report, ticket, words),
    fileTable(files, words),
    notes(ticket, words),
  ];
  return htmlDocument(title, voice.language, body.join('\n'));
}

type Words = Voice['words'];

/** What is not done, what was looked for, and how it was measured. */
function notes({ inkLimit: limit, resolution }: Ticket, words: Words): string {
  const told = [words('trappingNote'), words('checkedNote', { limit, ...resolution }), words('measuringNote', { limit })];
  return `<h2>${escaped(words('notes'))}</h2>${told.map((text) => `<p>${escaped(text)}</p>`).join('')}`;
}

const errorsOf = (findings: readonly SpokenFinding[]): number => findings.filter(({ severity }) => severity === 'error').length;

function verdict(findings: readonly SpokenFinding[], words: Words): string {
  const errors = errorsOf(findings);
  const [kind, key] =
    errors > 0 ? ['bad', 'verdictBad'] : findings.length > 0 ? ['fair', 'verdictFair'] : ['good', 'verdictGood'];
  return `<p class="verdict ${kind}">${escaped(words(key!, { errors, warnings: findings.length - errors }))}</p>`;
}

function summary({ pages }: PreflightReport, findings: readonly SpokenFinding[], limit: number, words: Words): string {
  const plates = [...new Set(pages.flatMap(({ coverage }) => Object.keys(coverage)))];
  const head = ['page', 'errors', 'warnings', 'format', ...plates.map((name) => `=${shortName(name)}`), 'mostInk'];
  const cells = (page: PageReport) => {
    const own = findings.filter((finding) => finding.page === page.page);
    const errors = errorsOf(own);
    const ink = `${page.ink.most.toFixed(0)} / ${page.ink.window.toFixed(0)}%`;
    return [
      cell(`A${String(page.page).padStart(2, '0')}`, ''),
      cell(String(errors), errors > 0 ? 'number error' : 'number'),
      cell(String(own.length - errors), 'number'),
      cell(`${page.width.toFixed(1)} × ${page.height.toFixed(1)}`, 'number'),
      ...plates.map((name) => cell(shareText(page.coverage[name] ?? 0), 'number')),
      cell(ink, page.ink.window > limit ? 'number error' : 'number'),
    ].join('');
  };
  const heads = head.map(
    (key, i) => `<th${i > 0 ? ' class="number"' : ''}>${escaped(key.startsWith('=') ? key.slice(1) : words(key))}</th>`,
  );
  return `<h2>${escaped(words('summary'))}</h2>${htmlTable(heads.join(''), pages.map(cells))}`;
}

/** A plate without ink is not made; a trace of ink is. */
const shareText = (percent: number): string => (percent === 0 ? '–' : percent < 0.1 ? '<0.1%' : `${percent.toFixed(1)}%`);

const cell = (text: string, kind: string): string => `<td${kind ? ` class="${kind}"` : ''}>${escaped(text)}</td>`;

const letters: Readonly<Record<string, string>> = { Cyan: 'C', Magenta: 'M', Yellow: 'Y', Black: 'K' };
const shortName = (name: string): string => letters[name] ?? name;
/** The name of a CFF font in a PDF carries its encoding. */
const faceName = (font: string): string => font.replace(/-Identity-[HV]$/, '');

function general(findings: readonly SpokenFinding[], words: Words): string {
  const own = findings.filter(({ page }) => page === 0);
  return own.length === 0 ? '' : `<h3>${escaped(words('wholeIssue'))}</h3>${findingList(own, words)}`;
}

function findingList(findings: readonly SpokenFinding[], words: Words): string {
  const items = findings.map(({ severity, detail, cure, place, rule }) => {
    const where = place ? ` <span class="soft figure">${escaped(words('at', { x: place.x, y: place.y }))}</span>` : '';
    const advice = cure ? `<br><span class="soft">${escaped(words('cure', { cure }))}</span>` : '';
    return `<li title="${escaped(rule)}"><span class="${severity}">${escaped(words(severity))}</span> ${escaped(detail)}${where}${advice}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}

function pageSection(
  page: PageReport,
  findings: readonly SpokenFinding[],
  pictures: PagePictures | undefined,
  words: Words,
): string {
  const own = findings.filter((finding) => finding.page === page.page);
  const markers = own.map(({ place, severity }, i) => (place ? marker(i + 1, severity, place, page) : '')).join('');
  const sheet = pictures
    ? `<div class="sheet"><img src="${pictures.page}" alt="${escaped(words('pageTitle', { page: page.page }))}">${markers}</div>`
    : '<div></div>';
  const list = own.length === 0 ? `<p class="soft">${escaped(words('nothingFound'))}</p>` : findingList(own, words);
  const shares = new Map(Object.entries(page.coverage).map(([name, share]) => [shortName(name), share]));
  // A plate without ink is told by the table; its picture would show nothing.
  const shown = (pictures?.plates ?? []).filter(({ plate }) => plate === 'ink' || shares.get(plate) !== 0);
  const plates = shown.map(({ plate, picture }) => {
    const caption =
      plate === 'ink' ? `${words('inkMap')} ${page.ink.most.toFixed(0)}%` : `${plate} ${shareText(shares.get(plate) ?? 0)}`;
    return `<figure><img src="${picture}" alt=""><figcaption>${escaped(caption)}</figcaption></figure>`;
  });
  return `<h2>${escaped(words('pageTitle', { page: page.page }))}</h2>
<div class="page">${sheet}<div>${list}</div></div>
<h3>${escaped(words('plates'))}</h3><div class="plates">${plates.join('')}</div>`;
}

function marker(
  number: number,
  severity: string,
  place: { x: number; y: number; width?: number; height?: number },
  page: PageReport,
): string {
  const percent = (value: number, size: number) => Math.max(1, Math.min(99, (100 * value) / size)).toFixed(2);
  const [x, y] = [place.x + (place.width ?? 0) / 2, place.y + (place.height ?? 0) / 2];
  return `<b class="${severity}" style="left:${percent(x, page.width)}%;top:${percent(y, page.height)}%">${number}</b>`;
}

function offBlack({ pages }: PreflightReport, words: Words): string {
  const texts = pages.flatMap(({ page, offBlack: found }) => found.map((text) => ({ page, ...text })));
  if (texts.length === 0) return `<h2>${escaped(words('offBlack'))}</h2><p class="soft">${escaped(words('allOnBlack'))}</p>`;
  const rows = texts.slice(0, mostTexts).map(({ page, text, size, font, plates, place }) => {
    const inks = Object.entries(plates)
      .map(([name, ink]) => `${shortName(name)} ${ink}`)
      .join(' ');
    const cells = [`A${String(page).padStart(2, '0')}`, text, `${size} pt`, faceName(font), inks, `${place.x}, ${place.y} mm`];
    return cells.map((value, i) => cell(value, i === 2 ? 'number' : i > 3 ? 'figure' : '')).join('');
  });
  const head = ['page', 'text', 'size', 'font', 'inks', 'place'].map(
    (key, i) => `<th${i === 2 ? ' class="number"' : ''}>${escaped(words(key))}</th>`,
  );
  const more =
    texts.length > mostTexts ? `<p class="soft">${escaped(words('moreTexts', { count: texts.length - mostTexts }))}</p>` : '';
  return `<h2>${escaped(words('offBlack'))}</h2>${htmlTable(head.join(''), rows)}${more}`;
}

function fonts({ pages }: PreflightReport, ticket: Ticket, words: Words): string {
  const used = new Map<string, { kind: string; embedded: boolean; pages: number[] }>();
  for (const { page, fonts: own } of pages) {
    for (const { name, kind, embedded } of own) {
      const entry = used.get(name) ?? { kind, embedded, pages: [] };
      if (!entry.pages.includes(page)) entry.pages.push(page);
      used.set(name, entry);
    }
  }
  const rows = [...used]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { kind, embedded, pages: on }]) => {
      return `${cell(faceName(name), '')}${cell(kind, '')}${cell(words(embedded ? 'embedded' : 'notEmbedded'), embedded ? '' : 'error')}${cell(on.join(' '), 'figure')}`;
    });
  const head = ['font', 'kind', 'embedding', 'page'].map((key) => `<th>${escaped(words(key))}</th>`);
  return `<h2>${escaped(words('fontsAndProfiles'))}</h2>${htmlTable(head.join(''), rows)}
<p class="soft">${escaped(words('profileLine', { condition: ticket.condition, limit: ticket.inkLimit }))}</p>`;
}

function fileTable(files: readonly ReportFile[], words: Words): string {
  const rows = files.map(({ name, pages, bytes, sha256 }) => {
    const on = pages.map((page) => (page === 0 ? words('blank') : String(page))).join(' ');
    return `${cell(name, '')}${cell(on, 'figure')}${cell(sizeText(bytes), 'number')}<td><code>${sha256}</code></td>`;
  });
  const head = `<th>${escaped(words('file'))}</th><th>${escaped(words('page'))}</th><th class="number">${escaped(words('bytes'))}</th><th>SHA-256</th>`;
  return `<h2>${escaped(words('pressFiles'))}</h2>${htmlTable(head, rows)}`;
}
