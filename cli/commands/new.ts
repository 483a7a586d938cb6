import { isCalendarDate } from '../../engine/issue/dates';
import { MOST_PAGES } from '../../engine/issue/schema';
import type { Block, Issue, Page, PageSpec } from '../../engine/issue/types';
import { createIssue, readTemplate, requireFreshFolder, type Template, templateNames } from '../../engine/store';
import { numberOption, parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        template: { type: 'string' },
        date: { type: 'string' },
        number: { type: 'string' },
        pages: { type: 'string' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const folder = positionals[0]!;
    const date = dateOption(values.date);
    const number = numberOption('number', values.number, { least: 1, most: 1_000_000, whole: true }) ?? 1;
    const pages = numberOption('pages', values.pages, { least: 1, most: MOST_PAGES, whole: true }) ?? 1;
    if (values.template === undefined)
      throw new UsageError('cli.missingTemplate', { choices: (await templateNames()).join(' | ') });
    const template = await readTemplate(values.template);
    await requireFreshFolder(folder, values.force ?? false);
    const issue = issueFrom(template, date, number, pages);
    await createIssue(folder, issue);
    await tell(issue, folder, io, values.json ?? false);
    return 0;
  },
};

function dateOption(text: string | undefined): string {
  if (text === undefined) return today(process.env.SOURCE_DATE_EPOCH);
  if (!isCalendarDate(text)) throw new UsageError('cli.badDate', { value: text });
  return text;
}

/** Today where the user is, or the day of SOURCE_DATE_EPOCH (seconds, UTC) so that builds repeat. */
function today(epoch: string | undefined): string {
  if (epoch !== undefined && /^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function issueFrom(template: Template, date: string, number: number, pages: number): Issue {
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

async function tell(issue: Issue, folder: string, io: Io, json: boolean): Promise<void> {
  const { template, date, number } = issue;
  const pages = issue.pages.length;
  if (json) io.out(`${JSON.stringify({ folder, template, date, number, pages, paper: issue.paper.name })}\n`);
  else io.out(`${await sentence('cli.made', { folder, paper: issue.paper.name, date, number, pages }, io.language)}\n`);
}
