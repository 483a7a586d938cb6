/** What an editor must know about a page that goes to press. Pure: looks at the layout and at how the pictures fared. */
import type { DisplayGroup, GlyphRun, Picture } from '../display/types';
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
  /** The block of the page that it concerns, where it is one. */
  readonly block?: Id;
}

/** Effective resolution below which newsprint shows the pixels. */
const leastPpi = 150;
/** Coloured type below this size loses its edges when plates are a hair out of register, points. */
const leastColouredType = 15;
const mostQuoted = 40;
/** A caption or text that stands for a name. */
const mostNamed = 16;
/** Characters of a list of files. */
const mostFiles = 80;

/** A page with nothing but what every page carries. */
export const isEmptyPage = (page: Page): boolean => page.blocks.every((block) => isFurniture(block.content));

/** What the layout of a page tells: text and pictures without a place, characters without a font, small coloured type, coarse pictures. */
export function layoutFindings(issue: Issue, layout: PageLayout): Finding[] {
  const { page, display, fits, fallbacks } = layout;
  const overset = fits
    .filter((fit) => fit.oversetChars > 0)
    .map(({ block, oversetChars, oversetText }) =>
      error(page, 'overset', { chars: oversetChars, text: quoted(oversetText.replace(/\s+/g, ' ')) }, block),
    );
  const pictures = fits.flatMap(({ block, remarks }) => pictureFindings(issue, page, block, remarks));
  const idle = fits.filter(({ remarks }) => remarks.some(({ rule }) => rule === 'nothing-to-continue'));
  return [
    ...overset,
    ...pictures,
    ...told(issue, page, fits, 'headline-level', 'headlineLevel'),
    ...told(issue, page, fits, 'text-level', 'textLevel'),
    ...told(issue, page, fits, 'code-dense', 'codeDense'),
    ...idle.map(({ block }) => error(page, 'nothingToContinue', { name: nameOfBlock(issue, page, block) }, block)),
    ...listed(
      page,
      'missingGlyph',
      fallbacks.filter(({ from }) => from === undefined),
    ),
    ...listed(
      page,
      'fallback',
      fallbacks.filter(({ from }) => from !== undefined),
    ),
    ...display.groups.flatMap((group) => lowResolution(issue, page, group)),
    ...colouredType(page, display.groups),
  ];
}

/** Blocks of which the layout says something that an editor wants to know before the press. */
function told(issue: Issue, page: number, fits: PageLayout['fits'], rule: LayoutRemark['rule'], name: string): Finding[] {
  const about = fits.filter(({ remarks }) => remarks.some((remark) => remark.rule === rule));
  return about.map(({ block }) => warning(page, name, { name: nameOfBlock(issue, page, block) }, block));
}

/** What the layout says about pictures of a block that are not on paper; once for all that a group lacks. */
function pictureFindings(issue: Issue, page: number, id: Id, remarks: readonly LayoutRemark[]): Finding[] {
  const name = nameOfBlock(issue, page, id);
  const left = remarks.filter(({ rule }) => rule === 'picture-left-out');
  const missing = remarks.filter(({ rule }) => rule === 'picture-missing').map(({ detail }) => detail);
  const isGroup = blockOf(issue, page, id)?.content.kind === 'group';
  return [
    ...left.map(({ detail }) => error(page, 'pictureLeftOut', { name, file: photoFile(issue, detail) }, id)),
    ...(isGroup && missing.length > 0
      ? [error(page, 'groupPicture', { name, numbers: missing.join(' '), count: missing.length }, id)]
      : []),
    ...(isGroup ? [] : missing.map((photo) => error(page, 'articlePicture', { name, photo }, id))),
  ];
}

/**
 * Photographs that are not in the issue's folder are told once a block, with the names of all: whoever moved the folder has lost
 * all of them, and one act brings them back.
 */
export function oncePerBlock(issue: Issue, findings: readonly Finding[]): Finding[] {
  const together = new Map<string, Finding[]>();
  const keyOf = ({ rule, page, block }: Finding) => (rule === 'pictureMissing' && block ? `${page} ${block}` : undefined);
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== undefined) together.set(key, [...(together.get(key) ?? []), finding]);
  }
  return findings.flatMap((finding) => {
    const own = together.get(keyOf(finding) ?? '') ?? [finding];
    if (own.length === 1) return [finding];
    if (own[0] !== finding) return [];
    const { page, block } = finding;
    const files = [...new Set(own.map(({ params }) => params.file))];
    const name = nameOfBlock(issue, page, block!);
    return [error(page, 'picturesMissing', { name, count: own.length, files: quoted(files.join(', '), mostFiles) }, block)];
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
  return faults.map(({ rule, article, page, blocks }) =>
    error(page, rule === 'told-twice' ? 'toldTwice' : 'brokenChain', { name: nameOfItem(issue, article) ?? article }, blocks[0]),
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
  'picturesMissing',
  'pictureUnknown',
  'pictureTooLarge',
  'pictureDamaged',
  'pictureTruncated',
  'pictureFailed',
  'pageEncrypted',
  'pageDamaged',
  'pageEmpty',
  'pageFont',
  'pageFontDamaged',
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

function lowResolution(issue: Issue, page: number, { block, items }: DisplayGroup): Finding[] {
  return items
    .filter((item): item is Picture => item.kind === 'picture' && item.ppi < leastPpi && !isPage(item))
    .map(({ asset, ppi }) =>
      warning(page, 'lowResolution', { file: fileOf(issue, asset), ppi: Math.round(ppi), least: leastPpi }, block),
    );
}

/** One finding a page is enough: the cure is in the page's design. */
function colouredType(page: number, groups: readonly DisplayGroup[]): Finding[] {
  const coloured = groups.flatMap(({ block, items }) =>
    items
      .filter((item): item is GlyphRun => item.kind === 'glyphs')
      .filter(({ size, colour: { c, m, y } }) => size < leastColouredType && c + m + y > 0)
      .map((run) => ({ block, run })),
  );
  const first = coloured[0];
  if (!first) return [];
  const text = String.fromCodePoint(...first.run.text.subarray(0, mostQuoted));
  const params = { text: quoted(text), size: Math.round(first.run.size * 10) / 10, count: coloured.length };
  return [warning(page, 'colouredType', params, first.block)];
}

/** Characters each once, with the block where the first of them stands. */
function listed(page: number, rule: string, fallbacks: PageLayout['fallbacks']): Finding[] {
  const codePoints = [...new Set(fallbacks.map(({ codePoint }) => codePoint))];
  if (codePoints.length === 0) return [];
  const text = quoted(String.fromCodePoint(...codePoints.slice(0, mostQuoted)));
  return [warning(page, rule, { count: codePoints.length, text }, fallbacks[0]!.block)];
}

function error(page: number, rule: string, params: Finding['params'], block?: Id): Finding {
  return { page, severity: 'error', rule, params, ...(block ? { block } : {}) };
}

function warning(page: number, rule: string, params: Finding['params'], block?: Id): Finding {
  return { page, severity: 'warning', rule, params, ...(block ? { block } : {}) };
}

function quoted(text: string, most = mostQuoted): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
