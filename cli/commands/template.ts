import { openIssue, ownTemplateNames, saveTemplate, templateNames } from '../../engine/store';
import { parseArguments } from '../args';
import type { Command } from '../command';
import { sentence } from '../messages';

/** Templates: those of the program, those of the user's own, and an issue kept as one. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { name: { type: 'string' }, json: { type: 'boolean' } },
      { least: 0, most: 1 },
    );
    const [folder] = positionals;
    if (folder !== undefined) {
      const issue = await openIssue(folder);
      const name = values.name ?? issue.paper.name;
      const saved = await saveTemplate(name, issue, folder);
      if (values.json) io.out(`${JSON.stringify({ template: name, folder: saved })}\n`);
      else io.out(`${await sentence('cli.templateSaved', { template: name, folder: saved }, io.language)}\n`);
      return 0;
    }
    const [program, own] = [await templateNames(), await ownTemplateNames()];
    if (values.json) io.out(`${JSON.stringify({ program, own })}\n`);
    else for (const name of [...program, ...own]) io.out(`${name}\n`);
    return 0;
  },
};
