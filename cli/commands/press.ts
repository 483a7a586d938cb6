import { type Finding, isFailure } from '../../engine/press/findings';
import { sheetLabel } from '../../engine/press/imposition';
import { allMarks } from '../../engine/press/marks';
import { type PressFile, type PressFiles, type PressResult, pressIssue } from '../../engine/press/node/press-issue';
import { choiceOption, parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { sourceDate } from '../source-date';

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        output: { type: 'string', short: 'o' },
        standard: { type: 'string' },
        imposed: { type: 'boolean' },
        spreads: { type: 'boolean' },
        together: { type: 'boolean' },
        marks: { type: 'boolean' },
        proof: { type: 'boolean' },
        spot: { type: 'boolean' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    if (!values.output) throw new UsageError('cli.noOutputFolder');
    const settings = {
      standard: choiceOption('standard', values.standard, ['pdfx4', 'pdfx1a']) ?? 'pdfx4',
      files: filesOf(values),
      marks: values.marks ? allMarks : undefined,
      proof: values.proof ?? false,
      spot: values.spot ?? false,
      force: values.force ?? false,
      date: sourceDate(),
    };
    const lines: Promise<void>[] = [];
    const result = await pressIssue(positionals[0]!, values.output, settings, (file) => lines.push(tellFile(file, io)));
    await Promise.all(lines);
    await tellRest(result, io, values.json ?? false);
    return result.findings.some(isFailure) ? 1 : 0;
  },
};

/** `--together` asks for all pages in one file, `--spreads` for pages as a reader sees them, `--imposed` for the printer's sheets. */
function filesOf({ imposed, spreads, together }: { imposed?: boolean; spreads?: boolean; together?: boolean }): PressFiles {
  const asked = [
    ...(together ? ['issue' as const] : []),
    ...(spreads ? ['readers' as const] : []),
    ...(imposed ? ['sheets' as const] : []),
  ];
  if (asked.length > 1) throw new UsageError('cli.twoWaysOfFiles');
  return asked[0] ?? 'pages';
}

/** Progress: a page takes about a second. */
async function tellFile({ pages, together, file, bytes, seconds }: PressFile, io: Io): Promise<void> {
  const page = together ? pages.join(' ') : sheetLabel(pages);
  io.err(await sentence('press.written', { page, file, kilobytes: Math.ceil(bytes / 1024), seconds }, io.language));
}

async function tellRest(result: PressResult, io: Io, json: boolean): Promise<void> {
  const findings = await Promise.all(result.findings.map((finding) => withDetail(finding, io)));
  if (json) {
    io.out(`${JSON.stringify({ ...result, findings })}\n`);
    return;
  }
  for (const { page, detail } of findings) {
    io.err(await sentence(page === 0 ? 'press.findingIssue' : 'press.finding', { page, detail }, io.language));
  }
  for (const page of result.skipped) io.err(await sentence('press.skipped', { page }, io.language));
}

async function withDetail({ page, severity, rule, params }: Finding, io: Io) {
  return { page, severity, rule, detail: await sentence(`press.${rule}`, params, io.language) };
}
