/**
 * Rules of form of a newspaper (《报纸出版形式差错数计算方法》 2020; 内部资料性出版物管理办法): what stands where on a page,
 * and what the paper's kind may and may not say.
 */
import type { GlyphRun } from '../../display/types';
import type { Block, Issue, Paper } from '../../issue/types';
import type { PageLayout } from '../../layout/types';
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

function paperFindings({ paper, number }: Issue): PreflightFinding[] {
  const missing = particulars[paper.kind].filter((key) => paper[key] === '');
  return [
    // Many papers are given away: a price is asked for, not demanded.
    ...missing.map((key) => finding(1, key === 'price' ? 'warning' : 'error', `${key}Missing`)),
    ...licenceFindings(paper),
    ...(number < 1 ? [finding(1, 'error', 'numberMissing')] : []),
  ];
}

function licenceFindings({ kind, licence, name }: Paper): PreflightFinding[] {
  if (licence === '') return [];
  const isCn = /CN\s*\d{2}\s*-\s*\d{4}/i.test(licence);
  if (kind === 'newspaper') return isCn ? [] : [finding(1, 'error', 'licenceForm', { licence })];
  return [
    ...(isCn || /CN/i.test(licence) ? [finding(1, 'error', 'internalLicence', { licence })] : []),
    ...(/报$/.test(name) ? [finding(1, 'error', 'internalName', { name })] : []),
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
  const unlike = numbers.size > 0 && group.pictures.some(({ number }) => !numbers.has(number));
  return [
    ...(group.caption.trim() === '' ? [finding(page, 'warning', 'groupCaptionEmpty', params, block)] : []),
    ...(group.credit.trim() === '' && !/摄|供图|资料图/.test(group.caption)
      ? [finding(page, 'warning', 'groupCreditMissing', params, block)]
      : []),
    ...(unlike ? [finding(page, 'error', 'groupNumbers', params, block)] : []),
  ];
}

function numberOf(mark: string): number {
  const figure = /\d+/.exec(mark)?.[0];
  return figure === undefined ? mark.codePointAt(0)! - 0x245f : Number(figure);
}

/** Internal material has no reporters and is no paper. */
const forbiddenWords = /本报|本刊|记者/u;

function internalWords(issue: Issue): PreflightFinding[] {
  const articles = new Map(issue.articles.map((article) => [article.id, article]));
  return issue.pages.flatMap((page) =>
    page.blocks.flatMap((block) => {
      const { content } = block;
      const ids = content.kind === 'article' ? [content.article] : content.kind === 'briefs' ? content.articles : [];
      return ids.flatMap((id) => {
        const article = articles.get(id);
        const text = article
          ? [
              article.byline.lead,
              article.byline.credit,
              ...article.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)),
            ].join('')
          : '';
        const word = forbiddenWords.exec(text)?.[0];
        return word
          ? [finding(page.number, 'error', 'internalWord', { word, name: article!.headline.join(' ').slice(0, 16) }, block)]
          : [];
      });
    }),
  );
}

/** A sheet has two sides, and a folded one four pages. */
function countFindings({ pages }: Issue): PreflightFinding[] {
  const count = pages.length;
  if (count === 1 || count === 2 || count % 4 === 0) return [];
  return [finding(0, 'warning', 'pageCount', { pages: count })];
}
