import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bridge, Job, JobResult, Outcome, Proposal } from '../../electron/bridge';
import { applyAll, type Issue } from '../../engine/issue';
import { plainPreset } from '../../engine/press/handoff/preset';
import { bridge } from '../../renderer/state/bridge';
import { preflight } from '../../renderer/state/examining';
import { arrangeIssue, handOff, hearProgress, importFiles, press, propose } from '../../renderer/state/jobs';
import { answerUnsaved, closeIssue } from '../../renderer/state/opening';
import { choiceIn, chooseShop, wishPress } from '../../renderer/state/press-choice';
import { accept, acceptWith, flip } from '../../renderer/state/proposals';
import { save, saveAs, watchQuiet } from '../../renderer/state/saving';
import { store } from '../../renderer/state/store';
import { article, block, smallIssue } from '../issue/small-issue';

/** A program that answers as the test says. */
let work: (job: Job) => Outcome<JobResult>;
let saved: Issue[];
let saves: Outcome<null>;
let elsewhere: Outcome<string | null>;

const arranged = applyAll(smallIssue, [{ type: 'setPageBlocks', page: 1, blocks: [block('b7', 40)] }]);
const proposal = (issue: Issue): Proposal => ({
  blocks: issue.pages[0]!.blocks,
  fill: 1,
  overset: 0,
  cuts: [],
  violations: [],
  score: {},
});
const type = (text: string) => store.edit({ type: 'put', list: 'articles', item: article('a1', text) }, 'edit.headline');

beforeEach(() => {
  saved = [];
  saves = { ok: true, value: null };
  work = () => ({ ok: true, value: { kind: 'arrangeIssue', issue: arranged, report: ['第1版排好'] } });
  const program: Partial<Bridge> = {
    saveAs: async (_handle, issue) => {
      saved.push(issue);
      return elsewhere;
    },
    run: async (job) => work(job),
    journal: async () => ({ ok: true, value: null }),
    dropJournal: async () => undefined,
    closeIssue: async () => undefined,
    save: async (_handle, issue) => {
      saved.push(issue);
      return saves;
    },
  };
  vi.stubGlobal('banxin', program);
  store.close();
  store.set({ bar: null, dialog: null });
  store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
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
    work = () => {
      type('河堤夜灯');
      return { ok: true, value: { kind: 'arrangeIssue', issue: arranged, report: [] } };
    };
    await arrangeIssue();
    expect(store.get().issue!.articles[0]!.headline).toEqual(['河堤夜灯']);
    expect(store.get().issue!.pages[0]!.blocks).toEqual(arranged.pages[0]!.blocks);
  });

  test('that changed nothing is no step', async () => {
    work = ({ kind, ...job }) => ({
      ok: true,
      value: { kind: 'arrangeIssue', issue: (job as { issue: Issue }).issue, report: [kind] },
    });
    await arrangeIssue();
    expect(store.get().history.done).toEqual([]);
    expect(store.get().dirty).toBe(false);
  });

  test('that fails says why and changes nothing', async () => {
    work = () => ({ ok: false, fault: { code: 'store.full', text: '磁盘满了：请腾出空间再试' } });
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
    work = () => ({
      ok: true,
      value: { kind: 'import', issue: smallIssue, report, refused, files, photos: [], revised: [] },
    });
    await importFiles(['甲.txt', '乙.txt']);
    expect(store.get().bar).toEqual({ tone, text, details: report });
  });

  test('that breaks off says so too', async () => {
    work = () => {
      throw new Error('EPIPE');
    };
    await propose();
    expect(store.get().bar?.tone).toBe('error');
    expect(store.get().job).toBeNull();
  });

  test('whose issue was closed meanwhile is dropped', async () => {
    work = () => {
      store.close();
      return { ok: true, value: { kind: 'arrangeIssue', issue: arranged, report: [] } };
    };
    await arrangeIssue();
    expect(store.get().issue).toBeNull();
  });

  test('of the press keeps its result for the dialog, and points to it when that is closed', async () => {
    const result = { kind: 'press', folder: '/付印', files: ['/付印/A01.pdf'], findings: [], errors: 0 } as const;
    work = () => ({ ok: true, value: result });
    await press();
    expect(store.get().press).toEqual(result);
    expect(store.get().bar).toMatchObject({ tone: 'info', command: 'press', text: '付印完成，1 个文件' });
  });

  test('of the press, of preflight and of the handoff is done as the dialog shows it, with the shop’s preset to begin with', async () => {
    const jobs: Job[] = [];
    work = (job) => {
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
    work = () => ({ ok: true, value: { kind: 'handoff', folder: '/交印', files, findings: ['没有报头'], errors: 1 } });
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

describe('saving', () => {
  test('writes the document as it stands, and typing on makes it unsaved again', async () => {
    type('河堤夜灯');
    expect(await save()).toBe(true);
    expect(saved).toEqual([store.get().issue]);
    expect(store.get().dirty).toBe(false);
    type('河堤夜灯亮');
    expect(store.get().dirty).toBe(true);
  });

  test('that fails leaves the document unsaved', async () => {
    saves = { ok: false, fault: { code: 'store.readOnly', text: '文件夹是只读的' } };
    type('河堤夜灯');
    expect(await save()).toBe(false);
    expect(store.get().dirty).toBe(true);
    expect(store.get().disk?.text).toBe('文件夹是只读的');
  });

  test('takes away the fault of the save before, and nothing else', async () => {
    saves = { ok: false, fault: { code: 'store.readOnly', text: '文件夹是只读的' } };
    await save();
    saves = { ok: true, value: null };
    await save();
    expect(store.get().disk).toBeNull();
    const other = { tone: 'error', text: '结果没有采用', details: [] } as const;
    store.set({ bar: other });
    await save();
    expect(store.get().bar).toEqual(other);
  });
});

describe('a disk that takes nothing', () => {
  test('is told beside what else fails, until a save is good', async () => {
    saves = { ok: false, fault: { code: 'store.diskFull', text: '磁盘已满' } };
    await save();
    work = () => ({ ok: false, fault: { code: 'store.diskFull', text: '照片没有写入' } });
    await propose();
    expect(store.get()).toMatchObject({ bar: { text: '照片没有写入' }, disk: { text: '磁盘已满' } });
    saves = { ok: true, value: null };
    await save();
    expect(store.get()).toMatchObject({ bar: { text: '照片没有写入' }, disk: null });
  });
});

describe('leaving an issue', () => {
  test('asks nothing when all is saved', () => {
    closeIssue();
    expect(store.get().opened).toBeNull();
  });

  test.each([
    ['save', 1, null],
    ['discard', 0, null],
    ['stay', 0, 'h'],
  ] as const)('with changes: %s', async (answer, written, handle) => {
    type('河堤夜灯');
    closeIssue();
    expect(store.get().dialog).toBe('unsaved');
    await answerUnsaved(answer);
    expect(saved).toHaveLength(written);
    expect(store.get().opened?.handle ?? null).toBe(handle);
    expect(store.get().dialog).toBeNull();
  });

  test('stays when saving fails', async () => {
    saves = { ok: false, fault: { code: 'store.full', text: '磁盘满了' } };
    type('河堤夜灯');
    closeIssue();
    await answerUnsaved('save');
    expect(store.get().opened?.handle).toBe('h');
    expect(store.get().dirty).toBe(true);
  });
});

describe('an issue whose folder is gone', () => {
  test('is offered another one, and goes on there with its history', async () => {
    saves = { ok: false, fault: { code: 'store.notFound', text: '找不到文件夹' } };
    type('河堤夜灯');
    expect(await save()).toBe(false);
    expect(store.get().disk).toMatchObject({ tone: 'error', text: '找不到文件夹', command: 'saveAs' });

    elsewhere = { ok: true, value: null };
    await saveAs();
    expect(store.get()).toMatchObject({ dirty: true, opened: { name: '柳岸' }, disk: { text: '找不到文件夹' } });

    elsewhere = { ok: true, value: '柳岸二' };
    await saveAs();
    expect(store.get()).toMatchObject({ dirty: false, disk: null, opened: { handle: 'h', name: '柳岸二' } });
    expect(saved.at(-1)!.articles[0]!.headline).toEqual(['河堤夜灯']);
    store.undo();
    expect(store.get().dirty).toBe(true);
  });
});

describe('a rest in the work', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    watchQuiet();
  });
  afterEach(() => {
    vi.useRealTimers();
    store.set({ settings: { language: 'zh-CN', theme: 'system' } });
  });
  const rest = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  test('saves once, and not while someone is typing', async () => {
    for (const text of ['河', '河堤', '河堤夜']) {
      type(text);
      await rest(1000);
    }
    expect(saved).toHaveLength(0);
    await rest(10_000);
    expect(saved.map(({ articles }) => articles[0]!.headline)).toEqual([['河堤夜']]);
    expect(store.get().dirty).toBe(false);
  });

  test('waits for a job to end', async () => {
    store.set({ job: { kind: 'press', progress: null } });
    type('河堤夜灯');
    await rest(10_000);
    expect(saved).toHaveLength(0);
    store.set({ job: null });
    await rest(10_000);
    expect(saved).toHaveLength(1);
  });

  test('saves nothing when that is not wanted, nor again and again what cannot be saved', async () => {
    store.set({ settings: { language: 'zh-CN', theme: 'system', autosave: false } });
    type('河堤');
    await rest(10_000);
    expect(saved).toHaveLength(0);
    store.set({ settings: { language: 'zh-CN', theme: 'system' } });
    saves = { ok: false, fault: { code: 'store.full', text: '磁盘满了' } };
    type('河堤夜');
    await rest(10_000);
    type('河堤夜灯');
    await rest(10_000);
    expect(saved).toHaveLength(1);
    expect(store.get().disk?.text).toBe('磁盘满了');
  });
});

test('an issue that another desk has taken is told on saving, and can be read and not changed from then on', async () => {
  type('河堤夜灯');
  const { issue } = store.get();
  saves = { ok: false, fault: { code: 'store.takenOver', text: '王芳接手了' } };
  expect(await save()).toBe(false);
  expect(store.get()).toMatchObject({ readOnly: { text: '王芳接手了', canTakeOver: true }, bar: null, dirty: true });
  type('再改');
  store.undo();
  expect(store.get().issue).toBe(issue);
  elsewhere = { ok: true, value: '另存' };
  await saveAs();
  expect(store.get().readOnly).toBeNull();
});
