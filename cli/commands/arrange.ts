import { type ArrangedPage, type ArrangeOptions, arrangePages, cutsOf, type PageProposal } from '../../engine/arrange/index';
import { InputError } from '../../engine/errors';
import { contentIds } from '../../engine/issue/contents';
import { MOST_PAGES } from '../../engine/issue/schema';
import type { Issue } from '../../engine/issue/types';
import { createLayout, hyphenatorOf } from '../../engine/layout/index';
import { changeIssue, programRoot } from '../../engine/store';
import { openFonts } from '../../engine/store/font-files';
import { cutSentence, pageLines } from '../../shell/arrange-report';
import { numberOption, parseArguments } from '../args';
import type { Command, Io } from '../command';
import { heldUpLine } from '../progress';

const MOST_SEED = 2 ** 32 - 1;
const MOST_PROPOSALS = 20;
const MOST_TRIES = 100;

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        page: { type: 'string' },
        seed: { type: 'string' },
        proposals: { type: 'string' },
        tries: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const folder = positionals[0]!;
    const page = numberOption('page', values.page, { least: 1, most: MOST_PAGES, whole: true });
    const seed = numberOption('seed', values.seed, { least: 0, most: MOST_SEED, whole: true }) ?? 0;
    const proposals = numberOption('proposals', values.proposals, { least: 1, most: MOST_PROPOSALS, whole: true }) ?? 1;
    const tries = numberOption('tries', values.tries, { least: 1, most: MOST_TRIES, whole: true }) ?? 1;
    const tell = async (arranged: ArrangedPage) => {
      if (!values.json) io.out(`${(await pageLines(arranged, io.language)).join('\n')}\n`);
    };
    const arranged = await arrangeFolder(folder, page, { seed, proposals, tries }, tell, io);
    if (values.json) {
      const pages = await Promise.all(arranged.map((entry) => pageReport(entry, io)));
      io.out(`${JSON.stringify({ pages })}\n`);
    }
    return 0;
  },
};

/** Arranges one page, or all, and stores them; `tell` hears of each. */
async function arrangeFolder(
  folder: string,
  page: number | undefined,
  options: ArrangeOptions & { readonly tries: number },
  tell: (arranged: ArrangedPage) => Promise<void>,
  io: Io,
): Promise<readonly ArrangedPage[]> {
  const work = async (issue: Issue, save: (changed: Issue) => Promise<void>) => {
    const pages = issue.pages.length;
    if (page !== undefined && page > pages) throw new InputError('arrange.noPage', { folder, page, pages });
    const layout = createLayout(issue, openFonts(programRoot()).fonts, await hyphenatorOf(issue));
    const numbers = page === undefined ? issue.pages.map(({ number }) => number) : [page];
    const arranged: ArrangedPage[] = [];
    for (const result of arrangePages(issue, numbers, layout, options, options.tries)) {
      arranged.push(result);
      await tell(result);
    }
    await save(arranged.at(-1)?.issue ?? issue);
    return arranged;
  };
  return changeIssue(folder, work, heldUpLine(folder, io));
}

async function pageReport({ page, seconds, proposals, issue }: ArrangedPage, io: Io) {
  const best = proposals[0]!;
  const cuts = cutsOf(best).map(async (cut) => {
    const { article, chars, rows } = cut;
    return { article, chars, ...(rows ? { rows } : {}), text: await cutSentence(cut, issue, io.language) };
  });
  return {
    page,
    fill: rounded(best.fill, 4),
    seconds: rounded(seconds, 3),
    overset: best.overset,
    violations: best.violations,
    cut: await Promise.all(cuts),
    leftOff: best.leftOff,
    ...(best.lacking ? { lacking: best.lacking } : {}),
    proposals: proposals.map(proposalReport),
  };
}

/** Scores are prices by rule: the least total is the best page. Blocks lie on the grid, from 0. */
function proposalReport({ fill, score, overset, violations, blocks }: PageProposal) {
  const parts = Object.entries(score).map(([rule, price]) => [rule, rounded(price, 2)] as const);
  return {
    fill: rounded(fill, 4),
    total: rounded(
      parts.reduce((sum, [, price]) => sum + price, 0),
      2,
    ),
    score: Object.fromEntries(parts),
    overset,
    violations,
    blocks: blocks.map(({ content, rect, cuts }) => ({ kind: content.kind, items: contentIds(content), rect, cuts })),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
