import { type HandoffResult, handOff } from '../../engine/press/node/handoff';
import { loadPreset, noPreset } from '../../engine/press/node/preset-file';
import { openIssue } from '../../engine/store';
import { findingLine, sayFinding } from '../../shell/preflight-report';
import { voiceIn } from '../../shell/voice';
import { numberOption, parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { handoffLines } from '../progress';
import { sourceDate } from '../source-date';

const mostCopies = 100_000_000;

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        output: { type: 'string', short: 'o' },
        preset: { type: 'string' },
        imposed: { type: 'boolean' },
        spreads: { type: 'boolean' },
        together: { type: 'boolean' },
        copies: { type: 'string' },
        resend: { type: 'boolean' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    if (!values.output) throw new UsageError('cli.noOutputFolder');
    if (values.imposed && values.spreads) throw new UsageError('cli.twoImpositions');
    const folder = positionals[0]!;
    const result = await handOff(await openIssue(folder), folder, values.output, {
      preset: values.preset === undefined ? noPreset : await loadPreset(values.preset),
      voice: voiceIn(io.language),
      imposition: values.imposed ? 'sheets' : values.spreads ? 'readers' : undefined,
      files: values.together ? 'issue' : undefined,
      copies: numberOption('copies', values.copies, { least: 1, most: mostCopies, whole: true }),
      resend: values.resend ?? false,
      force: values.force ?? false,
      date: sourceDate(),
      progress: handoffLines(io),
    });
    await tell(result, io, values.json ?? false);
    return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

async function tell(result: HandoffResult, io: Io, json: boolean): Promise<void> {
  const findings = result.findings.map((finding) => sayFinding(finding, io.language));
  if (json) {
    io.out(`${JSON.stringify({ ...result, findings })}\n`);
    return;
  }
  for (const finding of findings) io.err(findingLine(finding, io.language));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const params = {
    errors,
    version: result.version,
    pages: result.pages.join(' '),
    file: result.package,
    count: result.files.length,
  };
  io.out(`${await sentence(errors > 0 ? 'cli.handedOffWithErrors' : 'cli.handedOff', params, io.language)}\n`);
}
