import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { propose } from '../../renderer/state/jobs';
import { answerUnsaved, closeIssue } from '../../renderer/state/opening';
import { save, saveAs, watchQuiet } from '../../renderer/state/saving';
import { store } from '../../renderer/state/store';
import { openedIssue, type } from './opened-issue';

const program = openedIssue();

describe('saving', () => {
  test('writes the document as it stands, and typing on makes it unsaved again', async () => {
    type('河堤夜灯');
    expect(await save()).toBe(true);
    expect(program.saved).toEqual([store.get().issue]);
    expect(store.get().dirty).toBe(false);
    type('河堤夜灯亮');
    expect(store.get().dirty).toBe(true);
  });

  test('that fails leaves the document unsaved', async () => {
    program.saves = { ok: false, fault: { code: 'store.readOnly', text: '文件夹是只读的' } };
    type('河堤夜灯');
    expect(await save()).toBe(false);
    expect(store.get().dirty).toBe(true);
    expect(store.get().disk?.text).toBe('文件夹是只读的');
  });

  test('takes away the fault of the save before, and nothing else', async () => {
    program.saves = { ok: false, fault: { code: 'store.readOnly', text: '文件夹是只读的' } };
    await save();
    program.saves = { ok: true, value: null };
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
    program.saves = { ok: false, fault: { code: 'store.diskFull', text: '磁盘已满' } };
    await save();
    program.work = () => ({ ok: false, fault: { code: 'store.diskFull', text: '照片没有写入' } });
    await propose();
    expect(store.get()).toMatchObject({ bar: { text: '照片没有写入' }, disk: { text: '磁盘已满' } });
    program.saves = { ok: true, value: null };
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
    expect(program.saved).toHaveLength(written);
    expect(store.get().opened?.handle ?? null).toBe(handle);
    expect(store.get().dialog).toBeNull();
  });

  test('stays when saving fails', async () => {
    program.saves = { ok: false, fault: { code: 'store.full', text: '磁盘满了' } };
    type('河堤夜灯');
    closeIssue();
    await answerUnsaved('save');
    expect(store.get().opened?.handle).toBe('h');
    expect(store.get().dirty).toBe(true);
  });
});

describe('an issue whose folder is gone', () => {
  test('is offered another one, and goes on there with its history', async () => {
    program.saves = { ok: false, fault: { code: 'store.notFound', text: '找不到文件夹' } };
    type('河堤夜灯');
    expect(await save()).toBe(false);
    expect(store.get().disk).toMatchObject({ tone: 'error', text: '找不到文件夹', command: 'saveAs' });

    program.elsewhere = { ok: true, value: null };
    await saveAs();
    expect(store.get()).toMatchObject({ dirty: true, opened: { name: '柳岸' }, disk: { text: '找不到文件夹' } });

    program.elsewhere = { ok: true, value: '柳岸二' };
    await saveAs();
    expect(store.get()).toMatchObject({ dirty: false, disk: null, opened: { handle: 'h', name: '柳岸二' } });
    expect(program.saved.at(-1)!.articles[0]!.headline).toEqual(['河堤夜灯']);
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
    expect(program.saved).toHaveLength(0);
    await rest(10_000);
    expect(program.saved.map(({ articles }) => articles[0]!.headline)).toEqual([['河堤夜']]);
    expect(store.get().dirty).toBe(false);
  });

  test('waits for a job to end', async () => {
    store.set({ job: { kind: 'press', progress: null } });
    type('河堤夜灯');
    await rest(10_000);
    expect(program.saved).toHaveLength(0);
    store.set({ job: null });
    await rest(10_000);
    expect(program.saved).toHaveLength(1);
  });

  test('saves nothing when that is not wanted, nor again and again what cannot be saved', async () => {
    store.set({ settings: { language: 'zh-CN', theme: 'system', autosave: false } });
    type('河堤');
    await rest(10_000);
    expect(program.saved).toHaveLength(0);
    store.set({ settings: { language: 'zh-CN', theme: 'system' } });
    program.saves = { ok: false, fault: { code: 'store.full', text: '磁盘满了' } };
    type('河堤夜');
    await rest(10_000);
    type('河堤夜灯');
    await rest(10_000);
    expect(program.saved).toHaveLength(1);
    expect(store.get().disk?.text).toBe('磁盘满了');
  });
});

test('an issue that another desk has taken is told on saving, and can be read and not changed from then on', async () => {
  type('河堤夜灯');
  const { issue } = store.get();
  program.saves = { ok: false, fault: { code: 'store.takenOver', text: '王芳接手了' } };
  expect(await save()).toBe(false);
  expect(store.get()).toMatchObject({ readOnly: { text: '王芳接手了', canTakeOver: true }, bar: null, dirty: true });
  type('再改');
  store.undo();
  expect(store.get().issue).toBe(issue);
  program.elsewhere = { ok: true, value: '另存' };
  await saveAs();
  expect(store.get().readOnly).toBeNull();
});
