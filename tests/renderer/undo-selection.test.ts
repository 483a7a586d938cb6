import { expect, test } from 'vitest';
import { store } from '../../renderer/state/store';
import { block, smallIssue } from '../issue/small-issue';

test('undo selects what it brings back, redo what was selected then', () => {
  const [page, ...others] = smallIssue.pages;
  const issue = { ...smallIssue, pages: [{ ...page!, blocks: [block('b8', 20), block('b9', 40)] }, ...others] };
  store.open({ handle: 'h', name: '柳岸', issue });
  const material = { list: 'articles', id: 'a1' } as const;
  store.inspect(material, 'b8');
  store.edit({ type: 'removeBlock', page: 1, id: 'b8' }, 'edit.takeOff');
  expect(store.get()).toMatchObject({ selection: null, material });
  store.undo();
  expect(store.get()).toMatchObject({ selection: 'b8', material });
  store.select('b9');
  store.redo();
  expect(store.get().selection).toBe('b9');
  store.undo();
  expect(store.get().selection).toBe('b8');
});
