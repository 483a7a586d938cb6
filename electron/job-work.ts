/** The background process's work, each kind by the same code as the command line's. */
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ArrangedPage, arrangeEverBetter, arrangePages, type PageProposal } from '../engine/arrange';
import { InputError } from '../engine/errors';
import type { Became } from '../engine/intake';
import { type Issue, readIssue } from '../engine/issue';
import { createLayout, hyphenatorOf, type Layout } from '../engine/layout';
import { type Finding, nameOfItem } from '../engine/press/findings';
import { choiceOf, withBleed } from '../engine/press/handoff/preset';
import { pressSettingsOf } from '../engine/press/node/handoff-pages';
import { type PressFile, type PressSettings, type PressTarget, pressPages, targetsOf } from '../engine/press/node/press-issue';
import { createIssue, issueFrom, programRoot, readTemplate, saveIssue } from '../engine/store';
import { openFonts } from '../engine/store/font-files';
import { cutLines, pageLines, shortLines } from '../shell/arrange-report';
import { importFiles } from '../shell/import-files';
import { outcomeLines } from '../shell/import-report';
import { type Language, sentence, sentenceFor } from '../shell/say';
import type { Proposal } from './bridge';
import { SAMPLE_DRAFT } from './draft-names';
import { presetIn } from './preset-of-shop';
import type { Step, Work, WorkResult } from './work';

export interface Tell {
  /** The window's when the work was asked for; what it ends with is said in this one. */
  readonly language: Language;
  /** `done` is 0–1; `proposals` are those of a page so far. */
  progress(done: number, step: Step, proposals?: readonly Proposal[]): void;
}

/** Shown side by side in the window. */
const MOST_PROPOSALS = 3;
/** Searches for them: the first answers at once, the last ones seldom find a better page. */
const TRIES = 4;

type WorkOf<K extends Work['kind']> = Extract<Work, { readonly kind: K }>;

/** Originals go to the issue's folder; the document is left to the window, which takes it over as one edit. */
export async function importInto({ folder, issue, files, placed }: WorkOf<'import'>, tell: Tell): Promise<WorkResult> {
  let changed = readIssue(issue);
  const keep = async (after: Issue) => {
    changed = after;
  };
  const outcomes = await importFiles(folder, changed, files, { progress: fileProgress(tell), keep });
  // Of files that came again with other words the window asks. What was not taken in is told first.
  const told = outcomes
    .filter(({ status, became }) => status !== 'changed' || became.length > 0)
    .sort((one, other) => Number(other.status === 'refused') - Number(one.status === 'refused'));
  const lines = told.map(async (full) => {
    const outcome = placed ? { ...full, became: full.became.filter(({ kind, waits }) => kind !== 'photo' || !waits) } : full;
    const reason = outcome.error ? [await sentenceFor(outcome.error, tell.language)] : [];
    return [...(await outcomeLines(outcome, tell.language, (item) => nameIn(changed, item))), ...reason];
  });
  const revised = outcomes.flatMap(({ file, changed: other }) => (other ? [{ file: basename(file), ...other }] : []));
  const photos = outcomes.flatMap(({ became }) => became.flatMap(({ kind, id }) => (kind === 'photo' ? [id] : [])));
  const refused = outcomes.filter(({ status }) => status === 'refused').length;
  const report = (await Promise.all(lines)).flat();
  return { kind: 'import', issue: changed, report, refused, files: outcomes.length, photos, revised };
}

/** What tells an item from others where its title does not: a photograph's file, and the story that a caption belongs to. */
function nameIn(issue: Issue, { kind, id }: Became): string {
  if (kind === 'photo') return issue.photos.find((photo) => photo.id === id)?.file ?? '';
  return kind === 'caption' ? (nameOfItem(issue, id) ?? '') : '';
}

/** Proposals of one page, for the window to show and to choose from. */
export async function arrange({ issue, page, seed }: WorkOf<'arrange'>, tell: Tell): Promise<WorkResult> {
  const before = readIssue(issue);
  if (page > before.pages.length) throw new InputError('shell.badRequest', { request: `arrange ${page}` });
  const step = { code: 'shell.arranging', params: { page } };
  tell.progress(0, step);
  let proposals: readonly Proposal[] = [];
  let answers = 0;
  const layout = await layoutOf(before);
  // Every try has a seed of its own.
  const options = { seed: seed * TRIES, proposals: MOST_PROPOSALS };
  for (const arranged of arrangeEverBetter(before, page, layout, options, TRIES)) {
    proposals = await Promise.all(arranged.proposals.map((proposal) => proposalFor(before, page, proposal, tell.language)));
    // One answer before the tries and one after each; the last comes again as the result.
    if (++answers <= TRIES + 1) tell.progress(answers / (TRIES + 1), step, proposals);
  }
  return { kind: 'arrange', proposals };
}

/** The best page for each number, one after the other, and what became of each. */
export async function arrangeIssue({ issue, seed }: WorkOf<'arrangeIssue'>, tell: Tell): Promise<WorkResult> {
  const report: string[] = [];
  const changed = await arrangeAll(readIssue(issue), seed, tell, async (page) => {
    report.push(...(await pageLines(page, tell.language)));
  });
  return { kind: 'arrangeIssue', issue: changed, report };
}

async function proposalFor(issue: Issue, page: number, proposal: PageProposal, language: Language): Promise<Proposal> {
  const { blocks, fill, violations, score } = proposal;
  const cuts = [...(await cutLines(issue, proposal, language)), ...(await shortLines(issue, page, proposal, language))];
  return { blocks, fill, overset: proposal.overset.reduce((sum, { chars }) => sum + chars, 0), cuts, violations, score };
}

async function layoutOf(issue: Issue): Promise<Layout> {
  return createLayout(issue, openFonts(programRoot()).fonts, await hyphenatorOf(issue));
}

/** Whole or nothing: only when every page is there do the files take their places. */
export async function press(work: WorkOf<'press'>, tell: Tell): Promise<WorkResult> {
  const shop = await presetIn(work);
  const { folder, output, proof, page, replace } = work;
  const { files, imposition } = choiceOf(shop.preset);
  const issue = withBleed(readIssue(work.issue), shop.preset);
  const settings: PressSettings = {
    ...pressSettingsOf(issue, shop, undefined),
    proof,
    files: imposition === 'none' ? files : imposition,
    force: replace,
    only: page,
  };
  const told = pageProgress(targetsOf(issue, output, settings), tell);
  const result = await pressPages(issue, folder, output, settings, told);
  const findings = await Promise.all(result.findings.map((finding) => findingLine(finding, tell.language)));
  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  return { kind: 'press', folder: output, files: result.files.map(({ file }) => file), findings, errors };
}

/** Tells that the first page is under way; what is returned hears of each page that is written. */
function pageProgress(targets: readonly PressTarget[], tell: Tell): (file: PressFile) => void {
  const say = (code: string, pages: readonly number[], written: number) =>
    tell.progress(written / targets.length, { code, params: { page: pages } });
  say('shell.pressing', targets[0]?.pages ?? [], 0);
  let written = 0;
  return ({ pages }) => say('shell.pressed', pages, ++written);
}

async function findingLine({ page, rule, params }: Finding, language: Language): Promise<string> {
  const detail = await sentence(`press.${rule}`, params, language);
  return sentence(page === 0 ? 'press.findingIssue' : 'press.finding', { page, detail }, language);
}

/** Whole or absent: made under another name, then renamed. */
export async function makeSample(folder: string, tell: Tell): Promise<WorkResult> {
  const draft = `${folder}${SAMPLE_DRAFT}`;
  await rm(draft, { recursive: true, force: true });
  tell.progress(0, { code: 'shell.samplePrepare', params: {} });
  const empty = issueFrom(await readTemplate(SAMPLE.template), SAMPLE.date, SAMPLE.number, SAMPLE.pages);
  await createIssue(draft, empty);
  let issue = empty;
  const manuscripts = join(programRoot(), 'samples', SAMPLE.name, 'manuscripts');
  const keep = async (changed: Issue) => {
    issue = changed;
  };
  await importFiles(draft, empty, [manuscripts], { progress: fileProgress(part(tell, 0, 0.5)), keep });
  await saveIssue(draft, await arrangeAll(issue, 0, part(tell, 0.5, 1)));
  await rename(draft, folder);
  return { kind: 'sample' };
}

/** The best page for each number. */
async function arrangeAll(issue: Issue, seed: number, tell: Tell, hear?: (page: ArrangedPage) => Promise<void>): Promise<Issue> {
  const numbers = issue.pages.map(({ number }) => number);
  let current = issue;
  const pages = arrangePages(issue, numbers, await layoutOf(issue), { seed, proposals: 1 });
  for (const [done, page] of numbers.entries()) {
    tell.progress(done / numbers.length, { code: 'shell.arranging', params: { page } });
    const { value } = pages.next();
    if (!value) break;
    current = value.issue;
    await hear?.(value);
  }
  return current;
}

const SAMPLE = { name: 'chengtang', template: 'sikai', date: '2026-01-25', number: 2, pages: 4 };

/** Progress of a stretch of the work, told as progress of the whole. */
function part(tell: Tell, from: number, to: number): Tell {
  return { ...tell, progress: (done, step) => tell.progress(from + done * (to - from), step) };
}

function fileProgress({ progress }: Tell): (file: string, done: number, total: number) => void {
  return (file, done, total) => progress(done / total, { code: 'shell.importing', params: { file: basename(file) } });
}
