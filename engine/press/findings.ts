/** What an editor must know about a page that goes to press. Pure: looks at the layout and at how the pictures fared. */
import type { DisplayItem, GlyphRun, Picture } from '../display/types';
import { chainFaults } from '../issue/chain-faults';
import { isStory } from '../issue/chains';
import { contentIds, isFurniture } from '../issue/contents';
import type { Block, Id, Issue, Page } from '../issue/types';
import type { LayoutRemark, PageLayout } from '../layout/types';

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
/** Coloured type below this size loses its edges when plates are a hair out of register, points. */
const leastColouredType = 15;
const mostQuoted = 40;
/** A caption or text that stands for a name. */
const mostNamed = 16;

/** A page with nothing but what every page carries. */
export const isEmptyPage = (page: Page): boolean => page.blocks.every((block) => isFurniture(block.content));

export function layoutFindings(issue: Issue, layout: PageLayout): Finding[] {
  const { page, display, fits, fallbacks } = layout;
  const items = display.groups.flatMap((group) => group.items);
  const overset = fits
    .filter((fit) => fit.oversetChars > 0)
    .map(({ oversetChars, oversetText }) =>
      error(page, 'overset', { chars: oversetChars, text: quoted(oversetText.replace(/\s+/g, ' ')) }),
    );
  const pictures = fits.flatMap(({ block, remarks }) => pictureFindings(issue, page, block, remarks));
  const idle = fits.filter(({ remarks }) => remarks.some(({ rule }) => rule === 'nothing-to-continue'));
  const characters = new Map(fallbacks.map((fallback) => [fallback.codePoint, fallback]));
  const missing = [...characters.values()].filter(({ from }) => from === undefined).map(({ codePoint }) => codePoint);
  const replaced = [...characters.values()].filter(({ from }) => from !== undefined).map(({ codePoint }) => codePoint);
  return [
    ...overset,
    ...pictures,
    ...told(issue, page, fits, 'headline-level', 'headlineLevel'),
    ...told(issue, page, fits, 'text-level', 'textLevel'),
    ...told(issue, page, fits, 'code-dense', 'codeDense'),
    ...idle.map(({ block }) => error(page, 'nothingToContinue', { name: nameOfBlock(issue, page, block) })),
    ...listed(page, 'missingGlyph', missing),
    ...listed(page, 'fallback', replaced),
    ...lowResolution(issue, page, items),
    ...colouredType(page, items),
  ];
}

/** Blocks of which the layout says something that an editor wants to know before the press. */
function told(issue: Issue, page: number, fits: PageLayout['fits'], rule: LayoutRemark['rule'], name: string): Finding[] {
  const about = fits.filter(({ remarks }) => remarks.some((remark) => remark.rule === rule));
  return about.map(({ block }) => warning(page, name, { name: nameOfBlock(issue, page, block) }));
}

/** What the layout says about pictures of a block that are not on paper. */
function pictureFindings(issue: Issue, page: number, id: Id, remarks: readonly LayoutRemark[]): Finding[] {
  const block = blockOf(issue, page, id);
  const name = nameOfBlock(issue, page, id);
  return remarks.flatMap(({ rule, detail }) => {
    if (rule === 'picture-left-out') return [error(page, 'pictureLeftOut', { name, file: photoFile(issue, detail) })];
    if (rule !== 'picture-missing') return [];
    if (block?.content.kind === 'group') return [error(page, 'groupPicture', { name, number: detail })];
    return [error(page, 'articlePicture', { name, photo: detail })];
  });
}

function blockOf(issue: Issue, page: number, id: Id): Block | undefined {
  return issue.pages.find(({ number }) => number === page)?.blocks.find((candidate) => candidate.id === id);
}

function nameOfBlock(issue: Issue, page: number, id: Id): string {
  const block = blockOf(issue, page, id);
  return nameOfItem(issue, block ? (contentIds(block.content)[0] ?? '') : '') ?? '';
}

const photoFile = (issue: Issue, id: Id): string => issue.photos.find((photo) => photo.id === id)?.file ?? id;

/** Name that an editor knows an article, group, notice or advertisement by; undefined when the issue has none of that id. */
export function nameOfItem(issue: Issue, item: Id): string | undefined {
  return nameable(issue).find(({ id }) => id === item)?.name;
}

/** What can stand on a page, with the name that an editor knows it by. */
function nameable(issue: Issue): { readonly id: Id; readonly name: string }[] {
  return [
    ...issue.articles.map(({ id, headline }) => ({ id, name: headline.join(' ') })),
    ...issue.groups.map(({ id, label, caption }) => ({ id, name: caption || label })),
    ...issue.notices.map(({ id, title, text }) => ({ id, name: title || text })),
    ...issue.advertisements.map(({ id, title }) => ({ id, name: title })),
  ].map(({ id, name }) => ({ id, name: quoted(name || id, mostNamed) }));
}

/** Articles, groups, notices and advertisements that stand on no page, and photographs of placed articles that stand in none. */
export function issueFindings(issue: Issue): Finding[] {
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const placed = new Set(blocks.flatMap((block) => contentIds(block.content)));
  const shown = new Set(
    blocks.flatMap(({ content }) => (isStory(content) ? content.form.pictures : [])).map(({ photo }) => photo),
  );
  const unplaced = nameable(issue).filter(({ id }) => !placed.has(id));
  const articles = issue.articles.filter(({ id }) => placed.has(id));
  const unseen = articles.flatMap(({ headline, photos }) =>
    photos
      .filter((photo) => !shown.has(photo))
      .map((photo) => ({ name: quoted(headline.join(' '), mostNamed), file: photoFile(issue, photo) })),
  );
  return [
    ...chainFindings(issue),
    ...unplaced.map(({ name }) => warning(0, 'unplaced', { name })),
    ...unseen.map((params) => warning(0, 'pictureUnplaced', params)),
  ];
}

/** Stories told twice, or with parts out of order. Where a paper wants no jumps the editor is told on the page. */
function chainFindings(issue: Issue): Finding[] {
  const faults = chainFaults(issue).filter(({ rule }) => rule !== 'jump');
  return faults.map(({ rule, article, page }) =>
    error(page, rule === 'told-twice' ? 'toldTwice' : 'brokenChain', { name: nameOfItem(issue, article) ?? article }),
  );
}

/** Faces of the paper's own that are not on this machine or cannot be used: the program's stand in their place. */
export function faceFindings({ paper }: Issue, isUsable: (face: string) => boolean): Finding[] {
  return (paper.faces ?? [])
    .filter(({ face }) => !isUsable(face))
    .map(({ role, face }) => error(0, 'faceUnavailable', { role, face }));
}

/** Imposition fills the pages up to whole sheets: tells how many blank ones it adds. */
export function paddingFindings({ pages }: Issue): Finding[] {
  const count = pages.length > 2 ? (4 - (pages.length % 4)) % 4 : 0;
  return count === 0 ? [] : [warning(0, 'padded', { pages: pages.length, count })];
}

/** Pictures that the press could not print although the issue has them: the work is not done. */
const failures = new Set([
  'pictureMissing',
  'pictureUnknown',
  'pictureTooLarge',
  'pictureDamaged',
  'pictureTruncated',
  'pictureFailed',
  'pageEncrypted',
  'pageDamaged',
  'pageEmpty',
  'pageFont',
  'pageColour',
  'pageRegistration',
  'pageTransparency',
  'pagePicture',
  'pageTooMuch',
]);

/** Whether a finding is a failure of the work, and not a state of the issue that its editor may want as it is. */
export const isFailure = ({ rule }: Finding): boolean => failures.has(rule);

/** Errors before warnings; otherwise in the order given. */
export function errorsFirst<F extends Finding>(findings: readonly F[]): F[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [...errors, ...findings.filter(({ severity }) => severity !== 'error')];
}

/** Name of a picture's file as the editor knows it. */
export function fileOf(issue: Issue, asset: string): string {
  return issue.photos.find((photo) => photo.asset === asset)?.file || asset;
}

/** A placed page has no resolution of its own; that of its pictures is told when it is placed. */
const isPage = ({ asset }: Picture): boolean => asset.endsWith('.pdf');

function lowResolution(issue: Issue, page: number, items: readonly DisplayItem[]): Finding[] {
  return items
    .filter((item): item is Picture => item.kind === 'picture' && item.ppi < leastPpi && !isPage(item))
    .map(({ asset, ppi }) =>
      warning(page, 'lowResolution', { file: fileOf(issue, asset), ppi: Math.round(ppi), least: leastPpi }),
    );
}

/** One finding a page is enough: the cure is in the page's design. */
function colouredType(page: number, items: readonly DisplayItem[]): Finding[] {
  const coloured = items.filter(
    (item): item is GlyphRun =>
      item.kind === 'glyphs' && item.size < leastColouredType && item.colour.c + item.colour.m + item.colour.y > 0,
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

function error(page: number, rule: string, params: Finding['params']): Finding {
  return { page, severity: 'error', rule, params };
}

function warning(page: number, rule: string, params: Finding['params']): Finding {
  return { page, severity: 'warning', rule, params };
}

function quoted(text: string, most = mostQuoted): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
