import { type Became, basename, type FileOutcome } from '../engine/intake';
import type { RevisedPart, Revision } from '../engine/issue';
import { textDifference } from '../engine/issue/text-difference';
import type { Finding } from '../engine/manuscript';
import { type Language, sentence, sentenceFor } from './say';

/** What became of a file, for machines. */
export async function outcomeJson(outcome: FileOutcome, language: Language) {
  const { file, status, became, findings, encoding, changed, error } = outcome;
  return {
    file,
    status,
    ...(encoding ? { encoding } : {}),
    became,
    normalised: findings
      .filter(({ kind }) => kind === 'normalised')
      .map(({ code, params }) => ({ rule: code.replace(/^manuscript\.(rule-)?/, ''), count: params.count ?? 1 })),
    doubts: await Promise.all(
      findings
        .filter(({ kind }) => kind === 'doubt')
        .map(async (finding) => ({ line: finding.span.from, message: await findingSentence(finding, language) })),
    ),
    ...(changed ? { revisions: changed.revisions.map(revisionJson), boxes: changed.boxes.length } : {}),
    ...(error ? { message: await sentenceFor(error, language) } : {}),
  };
}

/**
 * What became of a file, called by its name, in lines for the user. Why a file was refused is said on standard error. Items are
 * called by their ids, which the commands take, or as `nameOf` says: empty where the title says enough.
 */
export async function outcomeLines(
  outcome: FileOutcome,
  language: Language,
  nameOf?: (item: Became) => string,
): Promise<readonly string[]> {
  const { file, status, became, findings, encoding, changed } = outcome;
  const said = await sentence(`shell.file-${status}`, { file: basename(file) }, language);
  const head =
    encoding && encoding !== 'utf-8'
      ? await sentence('shell.inEncoding', { said, encoding: ENCODINGS[encoding] }, language)
      : said;
  const items = became.map(async (item) => {
    if (!nameOf) return sentence(codeOf(item), paramsOf(item), language);
    const said = await sentence(codeOf(item), { ...paramsOf(item), id: nameOf(item), item: '' }, language);
    return withoutGaps(said);
  });
  const remarks = findings.filter(isRemark).map((finding) => findingSentence(finding, language));
  const revisions = await Promise.all((changed?.revisions ?? []).map((revision) => revisionLines(revision, status, language)));
  return [head, ...(await Promise.all([...items, ...remarks])).map((line) => `  ${line}`), ...revisions.flat()];
}

function revisionJson({ article, parts }: Revision) {
  return {
    article: article.id,
    parts: parts.map(({ field, before, after, byHand, bySender }) => ({ field, before, after, byHand, bySender })),
  };
}

/** Parts of an article that are told; more than these a window shows better. */
const MOST_PARTS = 40;

/** Where an article and its file differ. What was written here by hand and gave way stands whole in what is told. */
async function revisionLines({ article, parts }: Revision, status: FileOutcome['status'], language: Language): Promise<string[]> {
  const title = article.headline.join(' ');
  const lines = parts.slice(0, MOST_PARTS).map(async (part) => {
    const { field, at, byHand, bySender } = part;
    const place = await sentence(`shell.revised-${field}`, { number: at + 1 }, language);
    const kind = !bySender ? 'kept' : byHand ? (status === 'updated' ? 'replaced' : 'both') : 'sent';
    return sentence(`shell.revision-${kind}`, { place, difference: differenceText(part) }, language);
  });
  const more = parts.length - MOST_PARTS;
  return [
    `  ${await sentence(`shell.revision-${status}`, { id: article.id, title, count: parts.length }, language)}`,
    ...(await Promise.all(lines)).map((line) => `    ${line}`),
    ...(more > 0 ? [`    ${await sentence('shell.revision-more', { count: more }, language)}`] : []),
  ];
}

/** Characters shown beside a change. */
const BESIDE = 10;

/** `河堤上的[-柳-]{+杨+}树又添了`: what went and what came, with a little of what stays. */
function differenceText({ before, after }: RevisedPart): string {
  const pieces = textDifference(before.join('⏎'), after.join('⏎'));
  return pieces
    .map(({ kind, text }, index) => {
      if (kind === 'removed') return `[-${text}-]`;
      if (kind === 'added') return `{+${text}+}`;
      const [first, last] = [index === 0, index === pieces.length - 1];
      if (text.length <= 2 * BESIDE) return text;
      return `${first ? '' : text.slice(0, BESIDE)}…${last ? '' : text.slice(-BESIDE)}`;
    })
    .join('');
}

const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB 18030', big5: 'Big5' } as const;

/** What was recognised is said by the items already; a mark that is not printed is no item. */
function isRemark({ kind, code }: Finding): boolean {
  return kind !== 'recognised' || code === 'manuscript.mark';
}

async function findingSentence({ code, params, span }: Finding, language: Language): Promise<string> {
  const said = await sentence(code, params, language);
  return span.from > 0 ? sentence('shell.atLine', { line: span.from, said }, language) : said;
}

/** White that a name left out has left behind: one space, and none in front of Chinese titles. */
function withoutGaps(said: string): string {
  return said.replace(/ {2,}/g, ' ').replace(/(?<=\p{Script=Han}) (?=[《“])/gu, '');
}

function codeOf({ kind, waits }: Became): string {
  return waits ? `shell.${kind}-waits` : `shell.became-${kind}`;
}

function paramsOf({ id, title, chars, confidence, place }: Became) {
  return { id, title, chars, percent: Math.round(confidence * 100), item: place?.item ?? '', number: place?.number ?? 0 };
}
