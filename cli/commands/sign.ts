import { SIGN_STEPS, type SignStep, sameReviewer } from '../../engine/issue/sign-off';
import { openIssue, signEntries, signPages, writeWhole } from '../../engine/store';
import { pageStates, stateLines, stepName } from '../../shell/sign-off-report';
import { signSheet } from '../../shell/sign-sheet';
import { parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { heldUpLine } from '../progress';

/** 三审三校: signs pages, tells what stands of it, writes the sheet for the archive. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        page: { type: 'string' },
        step: { type: 'string' },
        who: { type: 'string' },
        remark: { type: 'string' },
        return: { type: 'boolean' },
        sheet: { type: 'string' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const folder = positionals[0]!;
    const issue = await openIssue(folder);
    if (values.step !== undefined) {
      const pages = values.page === undefined ? issue.pages.map(({ number }) => number) : pagesOf(values.page);
      const [step, who] = [await stepOf(values.step), values.who ?? ''];
      const before = await signEntries(folder);
      const signing = { pages, step, who, remark: values.remark ?? '', verdict: values.return ? 'returned' : 'passed' } as const;
      await signPages(folder, issue, signing, heldUpLine(folder, io));
      for (const page of pages) await tellSame(sameReviewer(before, page, step, who.trim()), page, who, io);
    } else if (values.who !== undefined || values.remark !== undefined || values.return)
      throw new UsageError('cli.signNeedsStep');
    const entries = await signEntries(folder);
    if (values.sheet !== undefined)
      await writeWhole(values.sheet, await signSheet(issue, entries, io.language), { keepExisting: !values.force });
    const states = pageStates(issue, entries);
    if (values.json) io.out(`${JSON.stringify({ folder, pages: states, entries })}\n`);
    else for (const line of await stateLines(states, io.language)) io.out(`${line}\n`);
    return 0;
  },
};

/** Three reviews want three people; a small paper may not have them, so it is told and not refused. */
async function tellSame(same: SignStep | undefined, page: number, who: string, io: Io): Promise<void> {
  if (same) io.err(await sentence('cli.sameReviewer', { page, who, step: await stepName(same, io.language) }, io.language));
}

/** `2` or `1,3` or `1-4`. */
function pagesOf(text: string): readonly number[] {
  const pages = text.split(/[,，]/).flatMap((part) => {
    const [, from, to = from] = /^\s*(\d{1,2})\s*(?:-\s*(\d{1,2}))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) throw new UsageError('cli.badPages', { value: text });
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
  if (pages.includes(0)) throw new UsageError('cli.badPages', { value: text });
  return [...new Set(pages)];
}

/** By its name in either language, or as the record names it. */
async function stepOf(text: string): Promise<SignStep> {
  for (const step of SIGN_STEPS) {
    const names = [step, await stepName(step, 'zh'), await stepName(step, 'en')];
    if (names.includes(text.trim())) return step;
  }
  const choices = await Promise.all(SIGN_STEPS.map((step) => stepName(step, 'zh')));
  throw new UsageError('cli.badChoice', { option: '--step', value: text, choices: [...choices, ...SIGN_STEPS].join(' | ') });
}
