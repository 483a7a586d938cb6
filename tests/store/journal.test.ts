import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { apply, type Edit } from '../../engine/issue/edits';
import { createIssue, Journal, openStored, saveIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from './temporary-folder';

let folder: string;
let revision: string;
let journal: Journal;

beforeEach(async () => {
  folder = temporaryFolder();
  await createIssue(folder, smallIssue);
  ({ revision } = await openStored(folder));
  journal = new Journal(folder, revision);
});

const section = (name: string): Edit => ({ type: 'setSection', page: 1, section: name });
const files = (): string[] => readdirSync(join(folder, 'journal'));
const path = (): string => join(folder, 'journal', files()[0]!);
/** As another start of the program finds it. */
const recover = () => new Journal(folder, revision).recover(smallIssue);

describe('edits that were not saved', () => {
  test('come back, in their order', async () => {
    await Promise.all([journal.append([section('要闻'), section('社区')]), journal.append([section('校园')])]);
    const recovered = await recover();
    expect(recovered?.edits).toBe(3);
    expect(recovered?.issue).toEqual(apply(smallIssue, section('校园')).issue);
  });

  test('are taken over once and continued', async () => {
    await journal.append([section('要闻')]);
    const next = new Journal(folder, revision);
    await next.recover(smallIssue);
    await next.append([section('社区')]);
    expect((await recover())?.issue.pages[0]?.section).toBe('社区');
  });

  test('are gone when the document was saved with them or the user did not want them', async () => {
    await journal.append([section('要闻')]);
    await journal.drop();
    expect(files()).toEqual([]);
    expect(await recover()).toBeUndefined();
  });

  test('to another state of the document are left alone', async () => {
    await journal.append([section('要闻')]);
    const newer = await saveIssue(folder, { ...smallIssue, number: 77 });
    expect(await new Journal(folder, newer).recover(smallIssue)).toBeUndefined();
    expect(files()).toHaveLength(1);
  });

  test('to another state are told on the present one, without those whose target is gone', async () => {
    await journal.append([section('要闻')]);
    await journal.append([
      { type: 'setSection', page: 99, section: 'x' },
      { type: 'removePage', page: 2 },
    ]);
    const present = { ...smallIssue, number: 77 };
    const newer = await saveIssue(folder, present);
    const [left, ...rest] = await new Journal(folder, newer).others(present);
    expect(rest).toEqual([]);
    expect(left!.issue).toMatchObject({ number: 77, pages: [{ number: 1, section: '要闻' }] });
    await left!.drop();
    expect(files()).toEqual([]);
  });

  test.each([
    [hostname().replace(/[^A-Za-z0-9]/g, ''), 1, 'a living process of this machine'],
    ['elsewhere', 999_999_999, 'another machine'],
  ])('of %s, process %i, belong to %s', async (host, pid) => {
    await journal.append([section('要闻')]);
    renameSync(path(), join(folder, 'journal', `${revision.slice(0, 32)}-${host}-${pid}.jsonl`));
    expect(await recover()).toBeUndefined();
  });

  test('of a dead process of this machine come back', async () => {
    await journal.append([section('要闻')]);
    renameSync(path(), path().replace(`-${process.pid}.`, '-999999999.'));
    expect((await recover())?.edits).toBe(1);
  });
});

describe('a journal whose disk failed for a while', () => {
  test('goes on behind the last whole line', async () => {
    await journal.append([section('要闻')]);
    appendFileSync(path(), '[{"type":"setSec');
    await journal.append([section('社区')]);
    await journal.append([section('校园')]);
    expect((await recover())?.edits).toBe(3);
    expect(readFileSync(path(), 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  test('is whole again when its file was gone', async () => {
    await journal.append([section('要闻')]);
    rmSync(join(folder, 'journal'), { recursive: true });
    await journal.append([section('社区')]);
    expect((await recover())?.edits).toBe(2);
  });

  test('goes on behind what was recovered, without the line that meant nothing', async () => {
    await journal.append([section('要闻')]);
    appendFileSync(path(), '[{"type":"evil"}]\n');
    const next = new Journal(folder, revision);
    await next.recover(smallIssue);
    await next.append([section('社区')]);
    expect((await recover())?.issue.pages[0]?.section).toBe('社区');
  });
});

describe('a damaged journal', () => {
  test('cut off anywhere gives the edits of the lines before', async () => {
    for (const name of ['一', '二', '三']) await journal.append([section(name)]);
    const whole = readFileSync(path());
    const lineEnds = [...whole.keys()].filter((at) => whole[at] === 10);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        writeFileSync(path(), whole.subarray(0, length));
        const lines = lineEnds.filter((at) => at < length).length;
        expect((await recover())?.issue.pages[0]?.section).toBe([undefined, '一', '二', '三'][lines]);
      }),
    );
  });

  test.each([
    ['[{"type":"setSection","page":99,"section":"x"}]', '要闻'],
    ['[{"type":"evil"}]', '要闻'],
    ['{"a":1}', '要闻'],
    ['[null]', '要闻'],
    ['not JSON', '要闻'],
    ['[{"type":"setPaper","paper":{}}]', undefined],
  ])('with %s gives what stands before it, if that makes an issue', async (line, expected) => {
    await journal.append([section('要闻')]);
    appendFileSync(path(), `${line}\n`);
    expect((await recover())?.issue.pages[0]?.section).toBe(expected);
  });
});
