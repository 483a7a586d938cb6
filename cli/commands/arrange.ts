import { type ArrangedPage, arrangePages } from '../../engine/arrange/index';
import { InputError } from '../../engine/errors';
import { createLayout } from '../../engine/layout/index';
import { openIssue, programRoot, requireWritable, saveIssue } from '../../engine/store';
import { openFonts } from '../../engine/store/font-files';
import { cutSentence, pageLines } from '../../shell/arrange-report';
import { numberOption, parseArguments } from '../args';
import type { Command, Io } from '../command';

const MOST_PAGES = 64;
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
    const issue = await openIssue(folder);
    if (page !== undefined && page > issue.pages.length) {
      throw new InputError('arrange.noPage', { folder, page, pages: issue.pages.length });
    }
    await requireWritable(folder);
    const layout = createLayout(issue, openFonts(programRoot()).fonts);
    const numbers = page === undefined ? issue.pages.map(({ number }) => number) : [page];
    const arranged: ArrangedPage[] = [];
    for (const page of arrangePages(issue, numbers, layout, { seed, proposals })) {
      arranged.push(page);
      if (!values.json) io.out(`${(await pageLines(page, io.language)).join('\n')}\n`);
    }
    await saveIssue(folder, arranged.at(-1)?.issue ?? issue);
    if (values.json) {
      const pages = await Promise.all(arranged.map((entry) => pageReport(entry, io)));
      io.out(`${JSON.stringify({ pages })}\n`);
    }
    return 0;
  },
};

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
