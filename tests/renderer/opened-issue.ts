/** A small issue that is open in the window, and the program behind it as far as saving and jobs go. */
import { beforeEach, vi } from 'vitest';
import type { Bridge, Job, JobResult, Outcome } from '../../electron/bridge';
import { applyAll, type Issue } from '../../engine/issue';
import { store } from '../../renderer/state/store';
import { article, block, smallIssue } from '../issue/small-issue';

interface Program {
  /** What comes of a job. */
  work: (job: Job) => Outcome<JobResult>;
  /** What was written, here and elsewhere. */
  saved: Issue[];
  /** What comes of saving, and of saving elsewhere. */
  saves: Outcome<null>;
  elsewhere: Outcome<string | null>;
}

export const arranged = applyAll(smallIssue, [{ type: 'setPageBlocks', page: 1, blocks: [block('b7', 40)] }]);
export const type = (text: string) => store.edit({ type: 'put', list: 'articles', item: article('a1', text) }, 'edit.headline');

/** Opens the issue anew before each test; what the program answers may be changed in it. */
export function openedIssue(): Program {
  const program = {} as Program;
  beforeEach(() => {
    const fresh: Program = {
      work: () => ({ ok: true, value: { kind: 'arrangeIssue', issue: arranged, report: ['第1版排好'] } }),
      saved: [],
      saves: { ok: true, value: null },
      elsewhere: { ok: true, value: null },
    };
    Object.assign(program, fresh);
    const bridge: Partial<Bridge> = {
      saveAs: async (_handle, issue) => {
        program.saved.push(issue);
        return program.elsewhere;
      },
      run: async (job) => program.work(job),
      journal: async () => ({ ok: true, value: null }),
      dropJournal: async () => undefined,
      closeIssue: async () => undefined,
      save: async (_handle, issue) => {
        program.saved.push(issue);
        return program.saves;
      },
    };
    vi.stubGlobal('banxin', bridge);
    store.close();
    store.set({ bar: null, dialog: null });
    store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
  });
  return program;
}
