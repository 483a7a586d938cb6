import { isCalendarDate } from '../../engine/issue/dates';
import { MOST_PAGES } from '../../engine/issue/schema';
import type { Issue } from '../../engine/issue/types';
import { createIssue, issueFrom, readTemplate, requireFreshFolder, templateNames } from '../../engine/store';
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
