import { stat } from 'node:fs/promises';
import type { SpokenFinding } from '../../engine/press/handoff/voice';
import { plateLetter } from '../../engine/press/node/plate-files';
import { type PreflightSettings, preflightFile, preflightIssue } from '../../engine/press/node/preflight';
import type { PageReport, PreflightReport } from '../../engine/press/preflight/types';
import { openIssue } from '../../engine/store';
import { errorsFirst, findingLine, sayFinding } from '../../shell/preflight-report';
import { checksForPress } from '../../shell/text-checks';
import { listsFor, loadWordLists } from '../../shell/word-lists';
import { choiceOption, numberOption, parseArguments } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { sourceDate } from '../source-date';

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        plates: { type: 'string' },
        dpi: { type: 'string' },
        standard: { type: 'string' },
        spot: { type: 'boolean' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const settings: PreflightSettings = {
      plates: values.plates,
      dpi: numberOption('dpi', values.dpi, { least: 36, most: 400 }),
      force: values.force ?? false,
      press: {
        standard: choiceOption('standard', values.standard, ['pdfx4', 'pdfx1a']) ?? 'pdfx4',
        spot: values.spot ?? false,
        date: sourceDate(),
      },
    };
    const subject = positionals[0]!;
    const issue = (await isFile(subject)) ? undefined : await openIssue(subject);
    const report = issue ? await preflightIssue(issue, subject, settings) : await preflightFile(subject, settings);
    const texts = issue ? checksForPress(issue, listsFor(issue, await loadWordLists(subject)), io.language) : [];
    const findings = errorsFirst([...report.findings.map((finding) => sayFinding(finding, io.language)), ...texts]);
    await tell(report, findings, io, { json: values.json ?? false, texts: values.plates !== undefined });
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );

interface Telling {
  readonly json: boolean;
  /** Name the text that is not on the black plate alone. */
  readonly texts: boolean;
}

async function tell(
  report: PreflightReport,
  findings: readonly SpokenFinding[],
  io: Io,
  { json, texts }: Telling,
): Promise<void> {
  if (json) {
    io.out(`${JSON.stringify({ ...report, findings })}\n`);
    return;
  }
  for (const finding of findings) io.out(`${findingLine(finding, io.language)}\n`);
  for (const page of report.pages) {
    io.out(`${await pageLine(page, io)}\n`);
    for (const line of texts ? await textLines(page, io) : []) io.out(`${line}\n`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  io.out(`${await sentence('cli.preflight', { errors, warnings: findings.length - errors }, io.language)}\n`);
}

/** Lines of such text that are told of a page; `--json` has all. */
const mostTexts = 30;

function textLines({ offBlack }: PageReport, io: Io): Promise<readonly string[]> {
  const lines = offBlack.slice(0, mostTexts).map(({ text, size, font, plates, place }) => {
    const inks = Object.entries(plates).map(([name, ink]) => `${plateLetter(name)} ${ink}`);
    return sentence('cli.offBlack', { text, size, font, inks: inks.join(' '), x: place.x, y: place.y }, io.language);
  });
  return Promise.all(lines);
}

function pageLine({ page, coverage, ink, offBlack }: PageReport, io: Io): Promise<string> {
  const plates = Object.entries(coverage).map(([name, share]) => `${plateLetter(name)} ${share.toFixed(1)}%`);
  const params = { page, plates: plates.join(' '), most: ink.most, window: ink.window, count: offBlack.length };
  return sentence('cli.plates', params, io.language);
}
