/**
 * Rules of form of a newspaper (《报纸出版形式差错数计算方法》 2020; 内部资料性出版物管理办法): what stands where on a page,
 * and what the paper's kind may and may not say.
 */
import type { GlyphRun } from '../../display/types';
import { paragraphText } from '../../issue/characters';
import type { Block, Issue, Paper, PhotoGroup } from '../../issue/types';
import type { PageLayout } from '../../layout/types';
import { isEmptyPage } from '../findings';
import { blocksWithin } from './issue-facts';
import type { PreflightFinding } from './types';

type Severity = PreflightFinding['severity'];

const finding = (
  page: number,
  severity: Severity,
  rule: string,
  params: PreflightFinding['params'] = {},
  block?: Block,
): PreflightFinding => ({ page, severity, rule, params, ...(block ? { block: block.id } : {}) });

/** What an issue lacks or says against the rules of form; `layouts` by number of page. */
export function formFindings(issue: Issue, layouts: ReadonlyMap<number, PageLayout>): PreflightFinding[] {
  return [
    ...paperFindings(issue),
    ...issue.pages.flatMap((page) => furnitureFindings(issue, page)),
    ...nameFindings(issue, layouts.get(1)),
    ...issue.pages.flatMap((page) => blocksWithin(page).flatMap((block) => contentFindings(issue, page.number, block))),
    ...(issue.paper.kind === 'internal' ? internalWords(issue) : []),
    ...countFindings(issue),
  ];
}

/** Particulars that every issue prints. */
const particulars = {
  newspaper: ['licence', 'authority', 'sponsor', 'publisher', 'printer', 'price'],
  internal: ['licence', 'sponsor', 'printer'],
} as const;

/** What the masthead lacks or says wrongly. */
function paperFindings({ paper, pages }: Issue): PreflightFinding[] {
  const masthead = pages[0]?.blocks.find(({ content }) => content.kind === 'masthead');
  const found = (severity: Severity, rule: string, params: PreflightFinding['params'] = {}) =>
    finding(1, severity, rule, params, masthead);
  const missing = particulars[paper.kind].filter((key) => paper[key] === '');
  return [
    // Many papers are given away: a price is asked for, not demanded.
    ...missing.map((key) => found(key === 'price' ? 'warning' : 'error', `${key}Missing`)),
    ...licenceFaults(paper).map(([rule, params]) => found('error', rule, params)),
  ];
}

function licenceFaults({ kind, licence, name }: Paper): readonly (readonly [string, Record<string, string>])[] {
  if (licence === '') return [];
  const isCn = /CN\s*\d{2}\s*-\s*\d{4}/i.test(licence);
  if (kind === 'newspaper') return isCn ? [] : [['licenceForm', { licence }]];
  return [
    ...(/CN/i.test(licence) ? [['internalLicence', { licence }] as const] : []),
    ...(/报$/.test(name) ? [['internalName', { name }] as const] : []),
  ];
}

/** The masthead on page 1 (date, number, count of pages, CN number), the folio line on every other one, the imprint somewhere. */
function furnitureFindings(issue: Issue, page: Issue['pages'][number]): PreflightFinding[] {
  const kinds = new Set(page.blocks.map(({ content }) => content.kind));
  if (page.number !== 1) return kinds.has('folio') ? [] : [finding(page.number, 'error', 'folioMissing')];
  const imprint = issue.pages.some(({ blocks }) => blocks.some(({ content }) => content.kind === 'imprint'));
  return [
    ...(kinds.has('masthead') ? [] : [finding(1, 'error', 'mastheadMissing')]),
    ...(imprint ? [] : [finding(1, 'error', 'imprintMissing')]),
  ];
}

/** The paper's name is larger than any other text of page 1, by type size. */
function nameFindings({ paper }: Issue, layout: PageLayout | undefined): PreflightFinding[] {
  if (!layout) return [];
  const runs = layout.display.groups.flatMap(({ block, items }) =>
    items
      .filter((item): item is GlyphRun => item.kind === 'glyphs')
      .map((run) => ({ block, run, text: String.fromCodePoint(...run.text) })),
  );
  const isName = ({ text }: { text: string }) => text !== '' && paper.name.includes(text);
  const nameSize = Math.max(0, ...runs.filter(isName).map(({ run }) => run.size));
  const larger = runs.filter((entry) => !isName(entry)).find(({ run }) => run.size * (run.stretch ?? 1) >= nameSize);
  if (nameSize === 0 || !larger) return [];
  const params = { text: larger.text.slice(0, 20), size: Math.round(larger.run.size), name: Math.round(nameSize) };
  return [{ page: 1, severity: 'error', rule: 'nameNotLargest', params, block: larger.block }];
}

function contentFindings(issue: Issue, page: number, block: Block): PreflightFinding[] {
  const { content } = block;
  switch (content.kind) {
    case 'advertisement': {
      const found = issue.advertisements.find(({ id }) => id === content.advertisement);
      return found && !found.label.includes('广告')
        ? [finding(page, 'error', 'advertisementLabel', { name: found.title || found.id }, block)]
        : [];
    }
    case 'group':
      return groupFindings(issue, page, block, content.group);
    case 'article':
    case 'continuation':
      return content.form.pictures.flatMap(({ photo }) => photoFindings(issue, page, block, photo));
    default:
      return [];
  }
}

function photoFindings({ photos }: Issue, page: number, block: Block, id: string): PreflightFinding[] {
  const photo = photos.find((candidate) => candidate.id === id);
  if (!photo) return [];
  const params = { file: photo.file || photo.id };
  return [
    ...(photo.caption.trim() === '' ? [finding(page, 'warning', 'captionEmpty', params, block)] : []),
    ...(photo.credit.trim() === '' && !/摄|供图|资料图/.test(photo.caption)
      ? [finding(page, 'warning', 'creditMissing', params, block)]
      : []),
  ];
}

/** ①–⑳ and 图1. */
const numberMarks = /[①-⑳]|图\s*\d+/gu;

function groupFindings({ groups }: Issue, page: number, block: Block, id: string): PreflightFinding[] {
  const group = groups.find((candidate) => candidate.id === id);
  if (!group) return [];
  const params = { name: (group.caption || group.label).slice(0, 16) };
  const numbers = new Set((group.caption.match(numberMarks) ?? []).map(numberOf));
  const missing = numbers.size > 0 ? group.pictures.filter(({ number }) => !numbers.has(number)) : [];
  return [
    ...(group.caption.trim() === '' ? [finding(page, 'warning', 'groupCaptionEmpty', params, block)] : []),
    ...(group.credit.trim() === '' && !/摄|供图|资料图/.test(group.caption)
      ? [finding(page, 'warning', 'groupCreditMissing', params, block)]
      : []),
    ...(missing.length > 0
      ? [finding(page, 'error', 'groupNumbers', { ...params, numbers: missing.map(markOf).join('') }, block)]
      : []),
  ];
}

/** 图①, as captions number pictures; plain figures above the twenty that have a sign. */
function markOf({ number }: PhotoGroup['pictures'][number]): string {
  return `图${number <= 20 ? String.fromCodePoint(0x245f + number) : number}`;
}

function numberOf(mark: string): number {
  const figure = /\d+/.exec(mark)?.[0];
  return figure === undefined ? mark.codePointAt(0)! - 0x245f : Number(figure);
}

/** Internal material has no reporters and is no paper. */
const forbiddenWords = /本报|本刊|记者/u;

/** One finding for each article, group and notice of a page that says what internal material may not. */
function internalWords(issue: Issue): PreflightFinding[] {
  return issue.pages.flatMap((page) =>
    blocksWithin(page).flatMap((block) =>
      printedTexts(issue, block).flatMap(({ name, text }) => {
        const word = forbiddenWords.exec(text)?.[0];
        return word ? [finding(page.number, 'error', 'internalWord', { word, name: name.slice(0, 16) }, block)] : [];
      }),
    ),
  );
}

interface PrintedText {
  readonly name: string;
  readonly text: string;
}

/** What a block prints of the paper's own words; what clients say in advertisements is theirs. */
function printedTexts(issue: Issue, { content }: Block): readonly PrintedText[] {
  switch (content.kind) {
    case 'article':
      return [...articleTexts(issue, [content.article]), ...photoTexts(issue, content.form.pictures)];
    case 'continuation':
      return photoTexts(issue, content.form.pictures);
    case 'briefs':
      return articleTexts(issue, content.articles);
    case 'group':
      return issue.groups
        .filter(({ id }) => id === content.group)
        .map(({ label, caption, credit }) => ({ name: caption || label, text: [label, caption, credit].join('\n') }));
    case 'notice':
      return issue.notices
        .filter(({ id }) => id === content.notice)
        .map(({ title, text, entries }) => ({
          name: title || text || entries.map(({ label }) => label).join(' '),
          text: [title, text, ...entries.flatMap(({ label, value }) => [label, value])].join('\n'),
        }));
    default:
      return [];
  }
}

function articleTexts({ articles }: Issue, ids: readonly string[]): readonly PrintedText[] {
  return articles
    .filter(({ id }) => ids.includes(id))
    .map(({ kicker, headline, deck, byline, paragraphs }) => ({
      name: headline.join(' '),
      text: [...[kicker, ...headline, deck, byline.lead, byline.credit], ...paragraphs.map(paragraphText)].join('\n'),
    }));
}

function photoTexts({ photos }: Issue, pictures: readonly { readonly photo: string }[]): readonly PrintedText[] {
  return photos
    .filter(({ id }) => pictures.some(({ photo }) => photo === id))
    .map(({ file, caption, credit }) => ({ name: caption || file, text: `${caption}\n${credit}` }));
}

/** A sheet has two sides, and a folded one four pages. */
function countFindings({ pages }: Issue): PreflightFinding[] {
  const count = pages.length;
  if (count === 1 || count === 2 || count % 4 === 0) return [];
  return [finding(0, 'warning', 'pageCount', { pages: count })];
}

/** Pages with nothing but what every page carries: they are not written. */
export const emptyFindings = ({ pages }: Issue): PreflightFinding[] =>
  pages.filter(isEmptyPage).map(({ number }) => finding(number, 'warning', 'emptyPage'));
