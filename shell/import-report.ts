import { type Became, basename, type FileOutcome } from '../engine/intake';
import type { Finding } from '../engine/manuscript';
import { type Language, sentence, sentenceFor } from './say';

/** What became of a file, for machines. */
export async function outcomeJson(outcome: FileOutcome, language: Language) {
  const { file, status, became, findings, error } = outcome;
  return {
    file,
    status,
    became,
    normalised: findings
      .filter(({ kind }) => kind === 'normalised')
      .map(({ code, params }) => ({ rule: code.replace(/^manuscript\.(rule-)?/, ''), count: params.count ?? 1 })),
    doubts: await Promise.all(
      findings
        .filter(({ kind }) => kind === 'doubt')
        .map(async (finding) => ({ line: finding.span.from, message: await findingSentence(finding, language) })),
    ),
    ...(error ? { message: await sentenceFor(error, language) } : {}),
  };
}

/** What became of a file, called by its name, in lines for the user. Why a file was refused is said on standard error. */
export async function outcomeLines(outcome: FileOutcome, language: Language): Promise<readonly string[]> {
  const { file, status, became, findings } = outcome;
  const head = await sentence(`shell.file-${status}`, { file: basename(file) }, language);
  const items = became.map((item) => sentence(codeOf(item), paramsOf(item), language));
  const remarks = findings.filter(isRemark).map((finding) => findingSentence(finding, language));
  return [head, ...(await Promise.all([...items, ...remarks])).map((line) => `  ${line}`)];
}

/** What was recognised is said by the items already; a mark that is not printed is no item. */
function isRemark({ kind, code }: Finding): boolean {
  return kind !== 'recognised' || code === 'manuscript.mark';
}

async function findingSentence({ code, params, span }: Finding, language: Language): Promise<string> {
  const said = await sentence(code, params, language);
  return span.from > 0 ? sentence('shell.atLine', { line: span.from, said }, language) : said;
}

function codeOf({ kind, waits }: Became): string {
  return waits ? `shell.${kind}-waits` : `shell.became-${kind}`;
}

function paramsOf({ id, title, chars, confidence, place }: Became) {
  return { id, title, chars, percent: Math.round(confidence * 100), item: place?.item ?? '', number: place?.number ?? 0 };
}
