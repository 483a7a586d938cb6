import { checkIssue, checkingOf, type ProofFinding, sayFinding } from '../../engine/proofread';
import { openIssue } from '../../engine/store';
import { placeWords, titleOfItem } from '../../shell/text-checks';
import { listsFor, loadWordList, loadWordLists } from '../../shell/word-lists';
import { parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence, sentenceFor } from '../messages';

export const command: Command = {
  async run(args, io) {
    const { files, rest } = takeWordFiles(args);
    const { values, positionals } = parseArguments(rest, { json: { type: 'boolean' } }, { least: 1, most: 1 });
    const folder = positionals[0]!;
    const issue = await openIssue(folder);
    const lists = [...(await loadWordLists(folder)), ...(await Promise.all(files.map((file) => loadWordList(file))))];
    for (const fault of lists.flatMap(({ faults }) => faults)) io.err(await sentenceFor(fault, io.language));
    const findings = checkIssue(issue, checkingOf(issue, listsFor(issue, lists)));
    const title = (finding: ProofFinding) => titleOfItem(issue, finding);
    if (values.json) io.out(`${JSON.stringify({ findings: findings.map((finding) => forMachines(finding, io)) })}\n`);
    else await tell(findings, title, io);
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** `--words` takes every file up to the next option or `--`, and may be given again. */
function takeWordFiles(args: readonly string[]): { readonly files: readonly string[]; readonly rest: readonly string[] } {
  const files: string[] = [];
  const rest: string[] = [];
  let taking = false;
  for (const arg of args) {
    if (arg === '--words') taking = true;
    else if (arg.startsWith('--words=')) files.push(arg.slice('--words='.length));
    else if (arg.startsWith('-')) {
      taking = false;
      if (arg !== '--') rest.push(arg);
    } else (taking ? files : rest).push(arg);
  }
  if (args.includes('--words') && files.length === 0) throw new UsageError('cli.badOption', { option: '--words' });
  return { files, rest };
}

/** Paragraphs and characters count from 0; characters are UTF-16 units. */
function forMachines(finding: ProofFinding, io: Io) {
  const { list, id, field, index, from, to, rule, severity, words, suggestion } = finding;
  const { detail, cure } = sayFinding(finding, io.language);
  return {
    list,
    id,
    field,
    paragraph: index,
    from,
    to,
    rule,
    severity,
    words,
    ...(suggestion === undefined ? {} : { suggestion }),
    detail,
    cure,
  };
}

async function tell(findings: readonly ProofFinding[], title: (finding: ProofFinding) => string, io: Io): Promise<void> {
  for (const finding of findings) {
    const { detail, cure } = sayFinding(finding, io.language);
    const params = { id: finding.id, title: title(finding), place: placeWords(finding, io.language), detail, cure };
    const code = finding.severity === 'error' ? 'cli.foundError' : 'cli.foundWarning';
    io.out(`${await sentence(code, params, io.language)}\n`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  io.out(`${await sentence('cli.checked', { errors, warnings: findings.length - errors }, io.language)}\n`);
}
