import { isCalendarDate } from './dates';
import { Fault } from './reading';
import * as schema from './schema';
import type { Block, BlockContent, GridRect, Issue, PageSpec } from './types';
import { typeAreaMm } from './units';

/**
 * Reads an issue from untrusted data: every field typed and bounded, ids unique, references resolved, pages numbered from
 * 1, rectangles inside the grid. The answer has its keys in the order of the schema. Throws `Fault` at the first thing wrong.
 */
export function readIssue(value: unknown): Issue {
  const issue = schema.issue(value, '');
  if (!isCalendarDate(issue.date)) throw new Fault('pattern', 'date', 'YYYY-MM-DD');
  checkSpec(issue.spec);
  checkParagraphs(issue.articles);
  const ids = collectIds(issue);
  checkReferences(issue, ids);
  checkPages(issue, ids);
  return issue;
}

/** The type area lies inside the trimmed page, and a row holds its type. */
export function checkSpec(spec: PageSpec, path = 'spec'): void {
  const area = typeAreaMm(spec);
  if (spec.pitch < spec.bodySize) throw new Fault('range', `${path}.pitch`, `≥ ${spec.bodySize}`);
  if (spec.left + area.width > spec.width) throw new Fault('grid', `${path}.left`, `${spec.width} mm`);
  if (spec.top + area.height > spec.height) throw new Fault('grid', `${path}.top`, `${spec.height} mm`);
}

interface Ids {
  readonly articles: ReadonlySet<string>;
  readonly photos: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly notices: ReadonlySet<string>;
  readonly advertisements: ReadonlySet<string>;
}

function collectIds(issue: Issue): Ids {
  return {
    articles: uniqueIds(issue.articles, 'articles'),
    photos: uniqueIds(issue.photos, 'photos'),
    groups: uniqueIds(issue.groups, 'groups'),
    notices: uniqueIds(issue.notices, 'notices'),
    advertisements: uniqueIds(issue.advertisements, 'advertisements'),
  };
}

function uniqueIds(items: readonly { readonly id: string }[], path: string): ReadonlySet<string> {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) throw new Fault('duplicate', `${path}[${index}].id`, item.id);
    seen.add(item.id);
  });
  return seen;
}

/** A paragraph is verse or has a form, not both. */
function checkParagraphs(articles: Issue['articles']): void {
  articles.forEach(({ paragraphs }, index) => {
    paragraphs.forEach(({ verse, form }, place) => {
      if (verse && form) throw new Fault('range', `articles[${index}].paragraphs[${place}].form`, 'verse');
    });
  });
}

function checkReferences(issue: Issue, ids: Ids): void {
  for (const [index, article] of issue.articles.entries()) allKnown(ids.photos, article.photos, `articles[${index}].photos`);
  for (const [index, group] of issue.groups.entries()) {
    const came = group.pictures.map(({ photo }) => photo).filter((photo) => photo !== '');
    allKnown(ids.photos, came, `groups[${index}].pictures`);
  }
  for (const [index, { photo }] of issue.advertisements.entries()) {
    if (photo !== '') known(ids.photos, photo, `advertisements[${index}].photo`);
  }
}

function known(ids: ReadonlySet<string>, id: string, path: string): void {
  if (!ids.has(id)) throw new Fault('reference', path, id);
}

function allKnown(ids: ReadonlySet<string>, references: readonly string[], path: string): void {
  for (const [index, id] of references.entries()) known(ids, id, `${path}[${index}]`);
}

function checkPages(issue: Issue, ids: Ids): void {
  const blocks = new Set<string>();
  issue.pages.forEach((page, index) => {
    if (page.number !== index + 1) throw new Fault('range', `pages[${index}].number`, String(index + 1));
    page.blocks.forEach((block, place) => {
      const path = `pages[${index}].blocks[${place}]`;
      if (blocks.has(block.id)) throw new Fault('duplicate', `${path}.id`, block.id);
      blocks.add(block.id);
      checkBlock(block, path, issue.spec, ids);
    });
  });
}

function checkBlock(block: Block, path: string, spec: PageSpec, ids: Ids): void {
  checkContent(block.content, `${path}.content`, ids);
  if (!inside(block.rect, { column: 0, row: 0, columns: spec.columns, rows: spec.rows })) {
    throw new Fault('grid', `${path}.rect`, `${spec.columns} × ${spec.rows}`);
  }
  block.cuts.forEach((cut, index) => {
    if (!inside(cut, block.rect)) throw new Fault('grid', `${path}.cuts[${index}]`, `${block.rect.columns} × ${block.rect.rows}`);
  });
}

function checkContent(content: BlockContent, path: string, ids: Ids): void {
  switch (content.kind) {
    case 'article':
    case 'continuation':
      known(ids.articles, content.article, `${path}.article`);
      allKnown(
        ids.photos,
        content.form.pictures.map(({ photo }) => photo),
        `${path}.form.pictures`,
      );
      return;
    case 'briefs':
      allKnown(ids.articles, content.articles, `${path}.articles`);
      return;
    case 'group':
      known(ids.groups, content.group, `${path}.group`);
      return;
    case 'notice':
      known(ids.notices, content.notice, `${path}.notice`);
      return;
    case 'advertisement':
      known(ids.advertisements, content.advertisement, `${path}.advertisement`);
      return;
  }
}

function inside(rect: GridRect, outer: GridRect): boolean {
  return (
    rect.column >= outer.column &&
    rect.row >= outer.row &&
    rect.column + rect.columns <= outer.column + outer.columns &&
    rect.row + rect.rows <= outer.row + outer.rows
  );
}
