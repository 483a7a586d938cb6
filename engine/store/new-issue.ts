/** The document that an issue starts with. */
import type { Block, Issue, Page, PageSpec } from '../issue/types';
import type { Template } from './templates';

/** An issue of empty pages; `date` is YYYY-MM-DD. */
export function issueFrom(template: Template, date: string, number: number, pages: number): Issue {
  return {
    format: 'banxin-issue',
    version: 1,
    template: template.name,
    paper: template.paper,
    date,
    number,
    total: number,
    spec: template.spec,
    articles: [],
    photos: [],
    groups: [],
    notices: [],
    advertisements: [],
    pages: Array.from({ length: pages }, (_, index) => emptyPage(template, index + 1)),
  };
}

function emptyPage(template: Template, number: number): Page {
  const [first, ...others] = template.sections;
  const section = number === 1 || others.length === 0 ? first! : others[(number - 2) % others.length]!;
  return { number, section, blocks: furniture(template, number) };
}

/** Masthead and imprint on page 1, a folio line on the others. */
function furniture({ spec, furniture: rows }: Template, number: number): readonly Block[] {
  if (number > 1) return [strip(`folio-${number}`, 'folio', spec, 0, rows.folioRows)];
  const masthead = strip('masthead', 'masthead', spec, 0, rows.mastheadRows);
  if (rows.imprintRows === 0) return [masthead];
  return [masthead, strip('imprint', 'imprint', spec, spec.rows - rows.imprintRows, rows.imprintRows)];
}

function strip(id: string, kind: 'masthead' | 'folio' | 'imprint', spec: PageSpec, row: number, rows: number): Block {
  return { id, content: { kind }, rect: { column: 0, row, columns: spec.columns, rows }, cuts: [], locked: true };
}
