/** What the window shows of findings while its words change: the checking worker answers when the test says. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProofAnswer, ProofRequest } from '../../renderer/proof/protocol';
import { article, smallIssue } from '../issue/small-issue';

let requests: ProofRequest[];
let answer: (answer: ProofAnswer) => void;
let client: typeof import('../../renderer/proof/client');
let store: typeof import('../../renderer/state/store')['store'];

beforeEach(async () => {
  vi.useFakeTimers();
  requests = [];
  class Asked {
    onmessage: ((event: { data: ProofAnswer }) => void) | undefined;
    constructor() {
      answer = (data) => this.onmessage?.({ data });
    }
    postMessage(request: ProofRequest) {
      requests.push(request);
    }
  }
  vi.stubGlobal('Worker', Asked);
  vi.stubGlobal('banxin', { wordLists: async () => ({ ok: true, value: { lists: [] } }) });
  vi.resetModules();
  ({ store } = await import('../../renderer/state/store'));
  client = await import('../../renderer/proof/client');
  client.startChecking();
  store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
  await vi.runAllTimersAsync();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const write = async (headline: string) => {
  store.edit({ type: 'put', list: 'articles', item: article('a1', headline) }, 'edit.headline');
  await vi.runAllTimersAsync();
};

/** One finding in the headline of a1. */
const found = ({ revision }: ProofRequest, to: number): ProofAnswer => {
  const finding = { rule: 'doubled', severity: 'warning', list: 'articles', id: 'a1', field: 'headline', index: 0, from: 0, to };
  return { revision, items: [{ key: 'articles a1', findings: [finding as never] }] };
};
const ends = () => client.proofs().map(({ to }) => to);

test('an answer is shown until its item is another one', async () => {
  answer(found(requests[0]!, 2));
  expect(ends()).toEqual([2]);
  await write('河堤夜灯');
  expect(requests[1]!.items.map(({ item }) => item.id)).toEqual(['a1']);
  expect(ends()).toEqual([]);
});

test('an answer to what has changed since is not shown', async () => {
  await write('河堤夜灯');
  answer(found(requests[0]!, 2));
  expect(ends()).toEqual([]);
  answer(found(requests[1]!, 4));
  expect(ends()).toEqual([4]);
});
