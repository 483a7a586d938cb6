import { openIssue } from '../../engine/store';
import { exportIssue } from '../../shell/export-issue';
import { parseArguments, UsageError } from '../args';
import type { Command } from '../command';
import { sentence } from '../messages';

/** What was published, as text and web pages with pictures. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { output: { type: 'string', short: 'o' }, force: { type: 'boolean' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    if (!values.output) throw new UsageError('cli.noOutputFolder');
    const exported = await exportIssue(positionals[0]!, await openIssue(positionals[0]!), values.output, values.force ?? false);
    for (const file of exported.missing) io.err(await sentence('cli.exportMissing', { file }, io.language));
    if (values.json) io.out(`${JSON.stringify(exported)}\n`);
    else {
      const { folder, articles, pictures } = exported;
      io.out(`${await sentence('cli.exported', { folder, articles, pictures }, io.language)}\n`);
    }
    return exported.missing.length > 0 ? 1 : 0;
  },
};
