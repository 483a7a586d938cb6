import { type ArrangedPage, type ArrangeOptions, arrangePages } from '../../engine/arrange/index';
import { InputError } from '../../engine/errors';
import { MOST_PAGES } from '../../engine/issue/schema';
import type { Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { changeIssue, programRoot } from '../../engine/store';
import { openFonts } from '../../engine/store/font-files';
import { cutSentence, pageLines } from '../../shell/arrange-report';
import { numberOption, parseArguments } from '../args';
import type { Command, Io } from '../command';
import { heldUpLine } from '../progress';

const MOST_SEED = 2 ** 32 - 1;
const MOST_PROPOSALS = 20;

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
    const tell = async (arranged: ArrangedPage) => {
      if (!values.json) io.out(`${(await pageLines(arranged, io.language)).join('\n')}\n`);
    };
    const arranged = await arrangeFolder(folder, page, { seed, proposals }, tell, io);
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
  options: ArrangeOptions,
  tell: (arranged: ArrangedPage) => Promise<void>,
  io: Io,
): Promise<readonly ArrangedPage[]> {
  const work = async (issue: Issue, save: (changed: Issue) => Promise<void>) => {
    const pages = issue.pages.length;
    if (page !== undefined && page > pages) throw new InputError('arrange.noPage', { folder, page, pages });
    const layout = createLayout(issue, openFonts(programRoot()).fonts);
    const numbers = page === undefined ? issue.pages.map(({ number }) => number) : [page];
    const arranged: ArrangedPage[] = [];
    for (const result of arrangePages(issue, numbers, layout, options)) {
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
  return {
    page,
    fill: rounded(best.fill, 4),
    seconds: rounded(seconds, 3),
    overset: best.overset,
    violations: best.violations,
    cut: await Promise.all(
      best.overset.map(async (overset) => ({ ...overset, text: await cutSentence(best, overset, issue, io.language) })),
    ),
    leftOff: best.leftOff,
    proposals: proposals.map(({ fill, score }) => ({ fill: rounded(fill, 4), score })),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
