import { beforeEach, describe, expect, test } from 'vitest';
import type { Job, JobResult, Outcome, Proposal } from '../../electron/bridge';
import { applyAll, type Issue } from '../../engine/issue';
import { plainPreset } from '../../engine/press/handoff/preset';
import { bridge } from '../../renderer/state/bridge';
import { preflight } from '../../renderer/state/examining';
import { arrangeIssue, handOff, hearProgress, importFiles, press, propose } from '../../renderer/state/jobs';
import { choiceIn, chooseShop, wishPress } from '../../renderer/state/press-choice';
import { accept, acceptWith, flip } from '../../renderer/state/proposals';
import { store } from '../../renderer/state/store';
import { block, smallIssue } from '../issue/small-issue';
import { arranged, openedIssue, type } from './opened-issue';

const program = openedIssue();

const proposal = (issue: Issue): Proposal => ({
  blocks: issue.pages[0]!.blocks,
  fill: 1,
  overset: 0,
  cuts: [],
  violations: [],
  score: {},
});

describe('a job', () => {
  test('comes in as one step, which undo takes back exactly', async () => {
    await arrangeIssue();
    expect(store.get().issue).toEqual(arranged);
    expect(store.get().history.done.map(({ name }) => name)).toEqual(['edit.arrangeIssue']);
    expect(store.get().bar).toEqual({ tone: 'info', text: '第1版排好', details: [] });
    store.undo();
    expect(store.get().issue).toEqual(smallIssue);
  });

  test('leaves what was typed meanwhile', async () => {
    program.work = () => {
      type('河堤夜灯');
      return { ok: true, value: { kind: 'arrangeIssue', issue: arranged, report: [] } };
    };
    await arrangeIssue();
    expect(store.get().issue!.articles[0]!.headline).toEqual(['河堤夜灯']);
    expect(store.get().issue!.pages[0]!.blocks).toEqual(arranged.pages[0]!.blocks);
  });

  test('that changed nothing is no step', async () => {
    program.work = ({ kind, ...job }) => ({
      ok: true,
      value: { kind: 'arrangeIssue', issue: (job as { issue: Issue }).issue, report: [kind] },
    });
    await arrangeIssue();
    expect(store.get().history.done).toEqual([]);
    expect(store.get().dirty).toBe(false);
  });

  test('that fails says why and changes nothing', async () => {
    program.work = () => ({ ok: false, fault: { code: 'store.full', text: '磁盘满了：请腾出空间再试' } });
    await propose();
    expect(store.get().bar).toEqual({ tone: 'error', text: '磁盘满了：请腾出空间再试', details: [] });
    expect(store.get().issue).toBe(smallIssue);
    expect(store.get().job).toBeNull();
  });

  test.each([
    [0, 2, 'info', '稿件收好了'],
    [1, 2, 'error', '1 个文件没有收下，其余的收好了'],
    [2, 2, 'error', '2 个文件没有收下'],
  ] as const)('of intake, with %i of %i files refused, says so above its report', async (refused, files, tone, text) => {
    const report = ['甲.txt：已导入', '乙.txt：未导入'];
    program.work = () => ({
      ok: true,
      value: { kind: 'import', issue: smallIssue, report, refused, files, photos: [], revised: [] },
    });
    await importFiles(['甲.txt', '乙.txt']);
    expect(store.get().bar).toEqual({ tone, text, details: report });
  });

  test('that breaks off says so too', async () => {
    program.work = () => {
      throw new Error('EPIPE');
    };
    await propose();
    expect(store.get().bar?.tone).toBe('error');
    expect(store.get().job).toBeNull();
  });

  test('whose issue was closed meanwhile is dropped', async () => {
    program.work = () => {
      store.close();
      return { ok: true, value: { kind: 'arrangeIssue', issue: arranged, report: [] } };
    };
    await arrangeIssue();
    expect(store.get().issue).toBeNull();
  });

  test('of the press keeps its result for the dialog, and points to it when that is closed', async () => {
    const result = { kind: 'press', folder: '/付印', files: ['/付印/A01.pdf'], findings: [], errors: 0 } as const;
    program.work = () => ({ ok: true, value: result });
    await press();
    expect(store.get().press).toEqual(result);
    expect(store.get().bar).toMatchObject({ tone: 'info', command: 'press', text: '付印完成，1 个文件' });
  });

  test('of the press, of preflight and of the handoff is done as the dialog shows it, with the shop’s preset to begin with', async () => {
    const jobs: Job[] = [];
    program.work = (job) => {
      jobs.push(job);
      return { ok: true, value: { kind: 'cancelled' } };
    };
    const marks = { crop: true, registration: false, colourBar: false, slugLine: true };
    const preset = { ...plainPreset, shop: '柳湾印刷厂', standard: 'pdfx1a', imposition: 'sheets', marks } as const;
    chooseShop({ file: '柳湾.json', preset, fault: '' });
    const wanted = { standard: 'pdfx1a', spot: false, files: 'pages', imposition: 'sheets', marks };
    const sent = async () => {
      jobs.length = 0;
      await press();
      await preflight();
      await handOff(true);
      return jobs.map((job) => ('choice' in job ? { kind: job.kind, shop: job.shop, choice: job.choice } : job));
    };
    const all = (choice: object) => ['press', 'preflight', 'handoff'].map((kind) => ({ kind, shop: '柳湾.json', choice }));
    expect(choiceIn(store.get())).toEqual(wanted);
    expect(await sent()).toEqual(all(wanted));
    wishPress({ files: 'issue', spot: true });
    wishPress({ imposition: 'none' });
    const wished = { ...wanted, files: 'issue', spot: true, imposition: 'none' };
    expect(choiceIn(store.get())).toEqual(wished);
    expect(await sent()).toEqual(all(wished));
    // Another shop begins anew.
    chooseShop(undefined);
    expect(choiceIn(store.get())).toMatchObject({ standard: 'pdfx4', files: 'pages', spot: false, imposition: 'none' });
  });

  test('of the press that found errors is not called done', async () => {
    const files = ['/交印/a.zip', '/交印/A01.pdf'];
    program.work = () => ({ ok: true, value: { kind: 'handoff', folder: '/交印', files, findings: ['没有报头'], errors: 1 } });
    await handOff(false);
    expect(store.get().bar).toMatchObject({ tone: 'error', command: 'press' });
    expect(store.get().bar?.text).toBe('交付包已写出，2 个文件，其中查出 1 处错误，改好再交印');
  });
});

describe('proposals of a page', () => {
  const other = applyAll(smallIssue, [{ type: 'setPageBlocks', page: 1, blocks: [block('b7', 20)] }]);
  const better = applyAll(smallIssue, [{ type: 'setPageBlocks', page: 1, blocks: [block('b7', 10)] }]);
  const told = (...issues: Issue[]) => hearProgress({ job: 1, done: 0.5, step: '组版', proposals: issues.map(proposal) });
  const places = () => store.get().proposals?.found.map(({ blocks }) => blocks[0]!.rect.row);
  let answer: (outcome: Outcome<JobResult>) => void;
  let cancels = 0;

  beforeEach(() => {
    cancels = 0;
    Object.assign(globalThis.banxin, {
      run: () => new Promise((resolve) => (answer = resolve)),
      cancel: async () => {
        cancels += 1;
        answer({ ok: true, value: { kind: 'cancelled' } });
      },
    });
  });

  test('are shown while better ones are looked for, and leave the document alone', async () => {
    const run = propose();
    told(arranged);
    expect(places()).toEqual([40]);
    told(other, arranged);
    expect([places(), store.get().proposals?.at, store.get().issue]).toEqual([[20, 40], 0, smallIssue]);
    answer({ ok: true, value: { kind: 'arrange', proposals: [better, other, arranged].map(proposal) } });
    await run;
    expect([places(), store.get().issue, store.get().history.done]).toEqual([[10, 20, 40], smallIssue, []]);
  });

  test('let the one that is looked at stay in sight when a better one comes', async () => {
    const run = propose();
    told(other, arranged);
    flip(1);
    told(better, other, arranged);
    expect(store.get().proposals?.at).toBe(2);
    told(better, other);
    expect(store.get().proposals?.at).toBe(0);
    await bridge().cancel();
    await run;
    expect(places(), 'what was found stays when the search is cancelled').toEqual([10, 20]);
  });

  test.each([
    ['left', () => store.setProposals(null), smallIssue],
    ['accepted', accept, arranged],
  ])('end the search when they are %s', async (_, end, after) => {
    const run = propose();
    told(arranged);
    end();
    told(better, other);
    await run;
    expect([cancels > 0, store.get().proposals, store.get().issue, store.get().job]).toEqual([true, null, after, null]);
  });

  test('are accepted with a way out of what does not fit, as one step', async () => {
    const lower = block('b7', 44);
    const tight: Proposal = { ...proposal(arranged), cuts: [{ text: '《河堤》须删 11 字', article: 'a1', lower }] };
    const run = propose();
    answer({ ok: true, value: { kind: 'arrange', proposals: [tight] } });
    await run;
    acceptWith(tight.cuts[0]!, 'lower');
    expect(store.get().issue!.pages[0]!.blocks).toEqual([lower]);
    store.undo();
    expect(store.get().issue).toEqual(smallIssue);
    const again = propose();
    answer({ ok: true, value: { kind: 'arrange', proposals: [tight] } });
    await again;
    acceptWith(tight.cuts[0]!, 'cut');
    expect([store.get().issue, store.get().story]).toEqual([arranged, 'a1']);
  });
});
