/** Undo of everything: what the window does to a document, at random, taken back step by step and done again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Block, type Edit, type Issue, issueDifference } from '../../engine/issue';
import type { TextRef } from '../../engine/layout/index';
import { recolumned, withHead } from '../../renderer/canvas/refit';
import { replacing, textsIn } from '../../renderer/find/scope';
import { search } from '../../renderer/find/search';
import { cropEdit } from '../../renderer/pictures/crop';
import { numbered, reordered, withoutPicture } from '../../renderer/pictures/group-order';
import { placedIn, replaced } from '../../renderer/pictures/placing';
import { areaOf, movedTo, resizedTo, withForm as withBlockForm, withSetting } from '../../renderer/state/block-edits';
import { FORM_CHOICES, MARK_CHOICES, withForm, withMark } from '../../renderer/state/body-forms';
import { merged, sentTo, split } from '../../renderer/state/by-hand';
import { continuedOn, divided, mergedBack, takenOff } from '../../renderer/state/continuing';
import { textOf } from '../../renderer/state/facts';
import { replacedText, tidied, writable } from '../../renderer/state/field-edits';
import { textOfRef } from '../../renderer/state/field-texts';
import { alignedAll, lockedAll, movedAll, resizedAll, swapped, takenOffAll } from '../../renderer/state/group-edits';
import { breakingOf, breaksEdit, gapsOf, linesOf, withBreak } from '../../renderer/state/head-lines';
import { pictureMove } from '../../renderer/state/picture-moves';
import { placeAnywhere } from '../../renderer/state/placement';
import { Store } from '../../renderer/state/store';
import { articleEdit } from '../../renderer/state/text-edits';
import { smallIssue } from '../issue/small-issue';

/** Edits of a session; the history keeps as many. */
const EDITS = 500;

/** Picks from a list by a number below 1. */
const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];

type Dice = readonly [number, number, number, number];
type Act = (issue: Issue, dice: Dice) => Edit | undefined;

const WORDS = ['7', '灯', '河堤', 'km', '。\n夜', '', '😀', '“引”', ' ', '\n', '\n'];

const REFS: readonly TextRef[] = [
  ...['a1', 'a2'].flatMap((id) =>
    (['kicker', 'headline', 'deck', 'lead', 'credit', 'body', 'body', 'body', 'jump'] as const).map((field) => ({
      list: 'articles' as const,
      id,
      field,
    })),
  ),
  { list: 'photos', id: 'p1', field: 'caption' },
  { list: 'photos', id: 'p1', field: 'credit' },
  { list: 'groups', id: 'g1', field: 'caption' },
  { list: 'groups', id: 'g1', field: 'number', index: 1 },
  { list: 'articles', id: 'a1', field: 'codeLabel' },
  { list: 'articles', id: 'a1', field: 'awaitedCaption', index: 0 },
  { list: 'articles', id: 'a1', field: 'awaitedCredit', index: 0 },
  { list: 'notices', id: 'n1', field: 'entryValue', index: 0 },
  { list: 'advertisements', id: 'd1', field: 'title' },
];

const blockOf = (issue: Issue, at: number) =>
  pick(
    issue.pages.flatMap(({ number, blocks }) => blocks.map((block) => ({ number, block }))),
    at,
  );
const articleOf = (issue: Issue, at: number) => pick(issue.articles, at);

const ACTS: Readonly<Record<string, Act>> = {
  write: (issue, [a, b, c, d]) => {
    const ref = pick(REFS, a)!;
    const length = textOfRef(issue, ref)?.length ?? 0;
    const from = Math.floor(b * (length + 1));
    const to = Math.min(length, from + Math.floor(c * 4));
    return replacedText(issue, ref, from, to, writable(ref, pick(WORDS, d)!));
  },
  breakOff: (issue, [a]) => replacedText(issue, { list: 'articles', id: a < 0.5 ? 'a1' : 'a2', field: 'body' }, 0, 0, '\n'),
  tidy: (issue, [a]) => tidied(issue, { list: 'articles', id: a < 0.5 ? 'a1' : 'a2', field: 'body' }),
  form: (issue, [a, b, c]) => {
    const article = articleOf(issue, a);
    if (!article) return undefined;
    const from = Math.floor(b * textOf(article).length);
    return articleEdit(issue, article, {
      paragraphs: withForm(article.paragraphs, { from, to: from + 3 }, pick(FORM_CHOICES, c)!),
    });
  },
  mark: (issue, [a, b, c, d]) => {
    const article = articleOf(issue, a);
    if (!article) return undefined;
    const from = Math.floor(b * textOf(article).length);
    return articleEdit(issue, article, {
      paragraphs: withMark(article.paragraphs, { from, to: from + 4 }, pick(MARK_CHOICES, c)!, d < 0.6),
    });
  },
  headBreak: (issue, [a, b, c]) => {
    const article = articleOf(issue, a);
    if (!article) return undefined;
    const block = issue.pages
      .flatMap(({ blocks }) => blocks)
      .find(({ content }) => content.kind === 'article' && content.article === article.id);
    const breaking = breakingOf(article);
    return breaksEdit(
      issue,
      article,
      block,
      linesOf(withBreak(breaking, pick(breaking.breaks, b), pick(gapsOf(breaking.text), c))),
    );
  },
  replaceAll: (issue, [a, b]) => {
    const query = {
      words: pick(['河', '灯', '夜', 'k', '。'], a)!,
      replacement: pick(WORDS, b)!,
      byCase: false,
      byWidth: false,
      regex: false,
    };
    const texts = textsIn(issue, {
      scope: 'issue',
      sorts: new Set(['heads', 'body', 'captions']),
      page: 1,
      block: null,
      text: null,
    });
    return replacing(issue, search(texts, query))?.edit;
  },
  move: (issue, [a, b, c]) => {
    const found = blockOf(issue, a);
    if (!found) return undefined;
    const { number, block } = found;
    return { type: 'putBlock', page: number, block: movedTo(block, areaOf(issue, block), Math.floor(b * 6), Math.floor(c * 60)) };
  },
  resize: (issue, [a, b, c]) => {
    const found = blockOf(issue, a);
    if (!found) return undefined;
    const { number, block } = found;
    return {
      type: 'putBlock',
      page: number,
      block: resizedTo(block, areaOf(issue, block), 1 + Math.floor(b * 6), 2 + Math.floor(c * 40)),
    };
  },
  place: (issue, [a, b]) => placeAnywhere(issue, b < 0.5 ? 1 : 2, { list: 'articles', id: a < 0.5 ? 'a1' : 'a2' })?.edit,
  placeGroup: (issue, [a]) => placeAnywhere(issue, a < 0.5 ? 1 : 2, { list: 'groups', id: 'g1' })?.edit,
  takeOff: (issue, [a]) => {
    const found = blockOf(issue, a);
    return found && takenOff(issue, found.block.id);
  },
  continueOn: (issue, [a, b]) => {
    const found = blockOf(issue, a);
    return found && continuedOn(issue, found.block.id, b < 0.5 ? 1 : 2, 100)?.edit;
  },
  divide: (issue, [a]) => {
    const found = blockOf(issue, a);
    return found && divided(issue, found.block.id)?.edit;
  },
  mergeBack: (issue, [a]) => {
    const found = blockOf(issue, a);
    return found && mergedBack(issue, found.block.id)?.edit;
  },
  moveAll: (issue, [a, b, c]) => movedAll(issue, idsOn(issue, a), Math.floor(b * 3) - 1, Math.floor(c * 5) - 2),
  align: (issue, [a, b]) => alignedAll(issue, idsOn(issue, a), pick(['left', 'right', 'top', 'bottom', 'width', 'height'], b)!),
  lock: (issue, [a]) => lockedAll(issue, idsOn(issue, a)),
  swap: (issue, [a]) => {
    const [one, other] = idsOn(issue, a);
    return one && other ? swapped(issue, one, other) : undefined;
  },
  movePicture: (issue, [a]) =>
    pictureMove(issue, 'p1', a < 0.3 ? 'stock' : a < 0.6 ? { list: 'articles', id: 'a1' } : { list: 'groups', id: 'g1' }),
  resizeAll: (issue, [a, b, c]) => resizedAll(issue, idsOn(issue, a), Math.floor(b * 3) - 1, Math.floor(c * 5) - 2),
  takeOffAll: (issue, [a, b]) => takenOffAll(issue, idsOn(issue, a).slice(0, 1 + Math.floor(b * 2))),
  split: (issue, [a]) => {
    const found = blockOf(issue, a);
    return found && split(issue, found.block.id)?.edit;
  },
  merge: (issue, [a]) => merged(issue, idsOn(issue, a))?.edit,
  send: (issue, [a, b]) => sentTo(issue, idsOn(issue, a).slice(0, 2), b < 0.5 ? 1 : 2)?.edit,
  head: (issue, [a, b]) =>
    reblocked(issue, a, (block) => withHead(block, pick(['horizontal', 'vertical', 'picture'] as const, b)!)),
  box: (issue, [a, b, c]) =>
    reblocked(issue, a, (block) =>
      recolumned(block, { box: pick(['none', 'tint', 'outline', 'thickThin', 'rules', 'ornament'] as const, b)!, textColumns: Math.floor(c * 4) }),
    ),
  headSize: (issue, [a, b]) => reblocked(issue, a, (block) => withBlockForm(block, { size: 12 + Math.floor(b * 30) }) ?? block),
  flow: (issue, [a, b]) => reblocked(issue, a, (block) => withSetting(block, 'flow', b < 0.5 ? 'vertical' : undefined) ?? block),
  stretch: (issue, [a, b]) => reblocked(issue, a, (block) => withSetting(block, 'stretch', 0.8 + b * 0.4) ?? block),
  placePicture: (issue, [a, b]) => {
    const found = blockOf(issue, b);
    return placedIn(issue, a < 0.5 ? 'a1' : 'a2', 'p1', found?.block.id ?? null);
  },
  pictureSize: (issue, [a, b, c]) => {
    const found = blockOf(issue, a);
    return found && replaced(issue, found.block, 'p1', { columns: 1 + Math.floor(b * 3), rows: 3 + Math.floor(c * 9) });
  },
  crop: ({ photos }, [a, b, c]) => photos[0] && cropEdit(photos[0], { focus: { x: a, y: b }, zoom: 1 + c * 7 }),
  groupOrder: ({ groups }, [a, b, c]) => {
    const group = groups[0];
    if (!group || group.pictures.length === 0) return undefined;
    const at = Math.floor(a * group.pictures.length);
    const to = Math.floor(b * group.pictures.length);
    const item = c < 0.4 ? reordered(group, at, to) : c < 0.8 ? numbered(group, at, to + 1) : withoutPicture(group, at);
    return { type: 'put', list: 'groups', item };
  },
  code: (issue, [a, b]) => {
    const article = articleOf(issue, a);
    return article && articleEdit(issue, article, { code: { link: `https://example.com/${Math.floor(b * 9)}`, label: '扫码' } });
  },
  awaited: (issue, [a, b]) => {
    const article = articleOf(issue, a);
    const awaited = [{ number: 1, caption: pick(WORDS, b)!, credit: '' }];
    return article && articleEdit(issue, article, { awaited });
  },
  spec: (issue, [a]) => ({ type: 'setSpec', spec: { ...issue.spec, bleed: 1 + Math.floor(a * 5) } }),
  people: (_, [a, b]) => ({ type: 'setPeople', page: a < 0.5 ? 1 : 2, ...(b < 0.7 && { people: { editor: pick(WORDS, b)! } }) }),
  takeProposal: (issue, [a, b]) => {
    const page = pick(issue.pages, a)!;
    return { type: 'setPageBlocks', page: page.number, blocks: page.blocks.filter((_, at) => at !== Math.floor(b * 3)) };
  },
  discard: (issue, [a]) =>
    a < 0.2 && issue.advertisements[0] ? { type: 'remove', list: 'advertisements', id: 'd1' } : undefined,
  number: (_, [a]) => ({ type: 'setIssueData', data: { date: '2024-03-01', number: Math.floor(a * 90), total: 7 } }),
  paper: (issue, [a]) => ({ type: 'setPaper', paper: { ...issue.paper, name: pick(WORDS, a)! } }),
  section: (_, [a, b]) => ({ type: 'setSection', page: a < 0.5 ? 1 : 2, section: pick(WORDS, b)! }),
  addPage: (_, [a]) => ({ type: 'insertPage', page: { number: 1 + Math.floor(a * 3), section: '副刊', blocks: [] } }),
  removePage: (issue, [a]) =>
    issue.pages.length > 2 ? { type: 'removePage', page: 1 + Math.floor(a * issue.pages.length) } : undefined,
  /** What a background job changed comes in as a difference. */
  job: (issue, dice) => {
    const after = (['write', 'move', 'place'] as const).reduce((current, name) => {
      const edit = ACTS[name]!(current, dice);
      return edit ? apply(current, edit).issue : current;
    }, issue);
    return issueDifference(issue, after, 'edit.import');
  },
};

/** A block changed in its place. */
function reblocked(issue: Issue, at: number, change: (block: Block) => Block): Edit | undefined {
  const found = blockOf(issue, at);
  return found && { type: 'putBlock', page: found.number, block: change(found.block) };
}

/** Every kind of edit that there is: a new one must be added here, and done by one of the acts. */
const KINDS: Readonly<Record<Edit['type'], true>> = {
  setIssueData: true,
  setPaper: true,
  setSpec: true,
  put: true,
  remove: true,
  insertPage: true,
  removePage: true,
  setSection: true,
  setPeople: true,
  setPageBlocks: true,
  putBlock: true,
  removeBlock: true,
  batch: true,
};

function kindsOf(edit: Edit): readonly Edit['type'][] {
  return edit.type === 'batch' ? ['batch', ...edit.edits.flatMap(kindsOf)] : [edit.type];
}

function idsOn(issue: Issue, at: number): readonly string[] {
  return pick(issue.pages, at)?.blocks.map(({ id }) => id) ?? [];
}

const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const act = fc.record({
  name: fc.constantFrom(...Object.keys(ACTS)),
  /** Thrown again where the first throw finds nothing to change. */
  dice: fc.array(fc.tuple(share, share, share, share), { minLength: 4, maxLength: 4 }),
  key: fc.constantFrom('one', 'two', undefined),
  soon: fc.boolean(),
  seal: fc.boolean(),
});

/** The first answer that there is. */
function firstOf<T, R>(items: readonly T[], answer: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = answer(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

test('500 random edits undone and done again give identical documents, step by step', () => {
  const used = new Set<string>();
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { minLength: EDITS, maxLength: EDITS, size: 'max' }), (acts) => {
      const store = new Store();
      store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
      const text = () => JSON.stringify(store.get().issue);
      const first = text();
      /** The document after each step, by the step's id. */
      const states = new Map<number, string>();
      const step = () => store.get().history.done.at(-1)?.id ?? 0;
      states.set(0, first);
      for (const { name, dice, key, soon, seal } of acts) {
        const edit = firstOf(dice, (thrown) => ACTS[name]!(store.get().issue!, thrown));
        if (!edit) continue;
        used.add(name);
        for (const kind of kindsOf(edit)) kinds.add(kind);
        // What an input method composes before it leaves no trace.
        if (soon) {
          store.sketch(edit);
          expect(text()).toBe(states.get(step()));
        }
        if (soon) store.editSoon(edit, 'edit.type', key ?? name);
        else store.edit(edit, 'edit.move', key);
        if (seal) store.seal();
        states.set(step(), text());
      }
      const last = text();
      const steps = store.get().history.done.length;
      for (let i = 0; i < steps; i++) {
        store.undo();
        expect(text()).toBe(states.get(step()));
      }
      expect(text()).toBe(first);
      for (let i = 0; i < steps; i++) {
        store.redo();
        expect(text()).toBe(states.get(step()));
      }
      expect(text()).toBe(last);
      store.settle();
    }),
    { numRuns: 6 },
  );
  // Nothing of the list went by untried.
  expect([...used].sort()).toEqual(Object.keys(ACTS).sort());
  expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
});
