import { isCalendarDate } from '../../engine/issue/dates';
import { MOST_PAGES } from '../../engine/issue/schema';
import type { Issue } from '../../engine/issue/types';
import {
  createIssue,
  issueFrom,
  newFrom,
  ownTemplate,
  ownTemplateNames,
  readTemplate,
  requireFreshFolder,
  templateNames,
} from '../../engine/store';
import { today } from '../../shell/today';
import { numberOption, parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { sourceDate } from '../source-date';

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        template: { type: 'string' },
        from: { type: 'string' },
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
    const number = numberOption('number', values.number, { least: 1, most: 1_000_000, whole: true });
    const pages = numberOption('pages', values.pages, { least: 1, most: MOST_PAGES, whole: true });
    if (values.template === undefined && values.from === undefined)
      throw new UsageError('cli.missingTemplate', {
        choices: [...(await templateNames()), ...(await ownTemplateNames())].join(' | '),
      });
    if (values.template !== undefined && values.from !== undefined) throw new UsageError('cli.templateOrFrom');
    const source = values.from ?? (await ownTemplate(values.template!));
    await requireFreshFolder(folder, values.force ?? false);
    const issue =
      source === undefined
        ? await newFromTemplate(folder, values.template!, date, number ?? 1, pages ?? 1)
        : await newFrom(folder, source, { date, number: number ?? (values.from === undefined ? 1 : undefined), pages });
    await tell(issue, folder, io, values.json ?? false);
    return 0;
  },
};

async function newFromTemplate(folder: string, name: string, date: string, number: number, pages: number): Promise<Issue> {
  const issue = issueFrom(await readTemplate(name), date, number, pages);
  await createIssue(folder, issue);
  return issue;
}

function dateOption(text: string | undefined): string {
  if (text === undefined) return sourceDate()?.slice(0, 10) ?? today();
  if (!isCalendarDate(text)) throw new UsageError('cli.badDate', { value: text });
  return text;
}

async function tell(issue: Issue, folder: string, io: Io, json: boolean): Promise<void> {
  const { template, date, number } = issue;
  const pages = issue.pages.length;
  if (json) io.out(`${JSON.stringify({ folder, template, date, number, pages, paper: issue.paper.name })}\n`);
  else io.out(`${await sentence('cli.made', { folder, paper: issue.paper.name, date, number, pages }, io.language)}\n`);
}
