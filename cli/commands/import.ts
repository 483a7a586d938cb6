import type { FileOutcome } from '../../engine/intake';
import { CLEAN_RULES } from '../../engine/issue';
import { changeIssue } from '../../engine/store';
import { importFiles } from '../../shell/import-files';
import { outcomeJson, outcomeLines } from '../../shell/import-report';
import { choicesOption, parseArguments } from '../args';
import type { Command, Io } from '../command';
import { sentenceFor } from '../messages';
import { heldUpLine, progressLines } from '../progress';

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { update: { type: 'boolean' }, 'no-clean': { type: 'string', multiple: true }, json: { type: 'boolean' } },
      { least: 2, most: Number.POSITIVE_INFINITY },
    );
    const cleanOff = choicesOption('no-clean', values['no-clean'], CLEAN_RULES);
    const [folder, ...paths] = positionals as [string, ...string[]];
    const outcomes = await changeIssue(
      folder,
      (issue, save) =>
        importFiles(folder, issue, paths, { progress: progressLines(io), keep: save, update: values.update ?? false, cleanOff }),
      heldUpLine(folder, io),
    );
    await report(outcomes, values.json ?? false, io);
    return outcomes.some(({ status }) => status === 'refused') ? 1 : 0;
  },
};

async function report(outcomes: readonly FileOutcome[], json: boolean, io: Io): Promise<void> {
  if (json) {
    const files = await Promise.all(outcomes.map((outcome) => outcomeJson(outcome, io.language)));
    io.out(`${JSON.stringify({ files })}\n`);
  } else {
    const lines = await Promise.all(outcomes.map((outcome) => outcomeLines(outcome, io.language)));
    io.out(`${lines.flat().join('\n')}\n`);
  }
  for (const { error } of outcomes) if (error) io.err(await sentenceFor(error, io.language));
}
