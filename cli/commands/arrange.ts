import { arrangePage, distribute, type PageProposal, type Violation } from '../../engine/arrange/index';
import { InputError } from '../../engine/errors';
import { apply, type Block, type Id, type Issue } from '../../engine/issue/index';
import { createLayout } from '../../engine/layout/index';
import { openIssue, programRoot, requireWritable, saveIssue } from '../../engine/store';
import { openFonts } from '../../engine/store/font-files';
import { numberOption, parseArguments } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';

const MOST_PAGES = 64;
const MOST_SEED = 2 ** 32 - 1;
const MOST_PROPOSALS = 20;

export interface ArrangedPage {
  readonly page: number;
  readonly seconds: number;
  readonly proposals: readonly PageProposal[];
}

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { page: { type: 'string' }, seed: { type: 'string' }, proposals: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const folder = positionals[0]!;
    const page = numberOption('page', values.page, { least: 1, most: MOST_PAGES, whole: true });
    const seed = numberOption('seed', values.seed, { least: 0, most: MOST_SEED, whole: true }) ?? 0;
    const proposals = numberOption('proposals', values.proposals, { least: 1, most: MOST_PROPOSALS, whole: true }) ?? 1;
    const issue = await openIssue(folder);
    if (page !== undefined && page > issue.pages.length) {
      throw new InputError('arrange.noPage', { folder, page, pages: issue.pages.length });
    }
    await requireWritable(folder);
    const layout = createLayout(issue, openFonts(programRoot()).fonts);
    const numbers = page === undefined ? issue.pages.map(({ number }) => number) : [page];
    const contents = distribute(issue, layout, numbers);
    const arranged: ArrangedPage[] = [];
    let current = issue;
    for (const number of numbers) {
      const start = performance.now();
      const found = arrangePage(current, number, contents.get(number)!, layout, { seed, proposals });
      current = apply(current, { type: 'setPageBlocks', page: number, blocks: found[0]!.blocks }).issue;
      const entry = { page: number, seconds: (performance.now() - start) / 1000, proposals: found };
      arranged.push(entry);
      if (!values.json) await tellPage(entry, current, io);
    }
    await saveIssue(folder, current);
    if (values.json) {
      const pages = await Promise.all(arranged.map((entry) => pageReport(entry, current, io)));
      io.out(`${JSON.stringify({ pages })}\n`);
    }
    return 0;
  },
};

async function pageReport({ page, seconds, proposals }: ArrangedPage, issue: Issue, io: Io) {
  const best = proposals[0]!;
  return {
    page,
    fill: rounded(best.fill, 4),
    seconds: rounded(seconds, 3),
    overset: best.overset,
    violations: best.violations,
    cut: await Promise.all(
      best.overset.map(async (overset) => ({ ...overset, text: await cutSentence(best, overset, issue, io) })),
    ),
    leftOff: best.leftOff,
    proposals: proposals.map(({ fill, score }) => ({ fill: rounded(fill, 4), score })),
  };
}

async function tellPage({ page, seconds, proposals }: ArrangedPage, issue: Issue, io: Io): Promise<void> {
  const best = proposals[0]!;
  const blocks = best.blocks.filter(({ content }) => !['masthead', 'folio', 'imprint'].includes(content.kind));
  const say = async (code: string, params: Record<string, string | number>) => {
    io.out(`${await sentence(`arrange.${code}`, params, io.language)}\n`);
  };
  if (blocks.length === 0 && best.overset.length === 0 && best.leftOff.length === 0) return say('empty', { page });
  await say('page', { page, blocks: blocks.length, fill: (100 * best.fill).toFixed(1), seconds: seconds.toFixed(1) });
  for (const overset of best.overset) io.out(`  ${await cutSentence(best, overset, issue, io)}\n`);
  for (const id of best.leftOff) await say('boxLeftOff', { id });
  for (const violation of best.violations) {
    const rule = await sentence(`arrange.${violation.rule}`, {}, io.language);
    await say(violation.severity, { rule, blocks: namesOf(violation, best.blocks, issue) });
  }
}

/** `《…》 cut 23 characters`, or that the whole article was left off. */
async function cutSentence(best: PageProposal, overset: PageProposal['overset'][number], issue: Issue, io: Io): Promise<string> {
  const stands = best.blocks.some(({ content }) => articlesOf(content).includes(overset.article));
  const params = { title: titleOf(issue, overset.article), chars: overset.chars };
  return sentence(stands ? 'arrange.cut' : 'arrange.leftOff', params, io.language);
}

function articlesOf(content: Block['content']): readonly Id[] {
  if (content.kind === 'article') return [content.article];
  return content.kind === 'briefs' ? content.articles : [];
}

function titleOf(issue: Issue, article: Id): string {
  const title = issue.articles.find(({ id }) => id === article)?.headline.join(' ');
  return title || article;
}

function namesOf({ blocks }: Violation, all: readonly Block[], issue: Issue): string {
  const names = blocks.map((id) => {
    const content = all.find((block) => block.id === id)?.content;
    return content?.kind === 'article' ? `《${titleOf(issue, content.article)}》` : id;
  });
  return names.join(' ');
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
