/** What the window does to a document, by dice: one act for every way of changing it. */
import {
  apply,
  type Block,
  type Edit,
  flatBody,
  type Issue,
  isStory,
  issueDifference,
  textMark,
  withProofed,
} from '../../engine/issue';
import type { TextRef } from '../../engine/layout/index';
import { checkItem, checkingOf, fixEdit, passEdit, piecesOf, textItems } from '../../engine/proofread';
import { recolumned, withHead } from '../../renderer/canvas/refit';
import { replacing, textsIn } from '../../renderer/find/scope';
import { search } from '../../renderer/find/search';
import { cropEdit } from '../../renderer/pictures/crop';
import { numbered, reordered, withoutPicture } from '../../renderer/pictures/group-order';
import { formOf, placedIn, replaced } from '../../renderer/pictures/placing';
import { areaOf, movedTo, resizedTo, withForm as withBlockForm, withSetting } from '../../renderer/state/block-edits';
import { FORM_CHOICES, MARK_CHOICES, withForm, withMark } from '../../renderer/state/body-forms';
import { merged, resizedHead, sentTo, split } from '../../renderer/state/by-hand';
import { continuedOn, divided, mergedBack, spreadNoMore, spreadOver, takenOff } from '../../renderer/state/continuing';
import { drawn } from '../../renderer/state/drawn';
import { replacedText, tidied, writable } from '../../renderer/state/field-edits';
import { textOfRef } from '../../renderer/state/field-texts';
import { alignedAll, lockedAll, movedAll, resizedAll, swapped, takenOffAll } from '../../renderer/state/group-edits';
import { breakingOf, breaksEdit, gapsOf, linesOf, withBreak } from '../../renderer/state/head-lines';
import { pictureMove } from '../../renderer/state/picture-moves';
import { placeAnywhere } from '../../renderer/state/placement';
import { advertisementEdit, articleEdit, groupEdit, noticeEdit, photoEdit } from '../../renderer/state/text-edits';
import { smallIssue } from '../issue/small-issue';

/** Picks from a list by a number below 1. */
const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];

export type Dice = readonly [number, number, number, number];
export type Act = (issue: Issue, dice: Dice) => Edit | undefined;

/** Blocks of a page beyond which none is drawn: documents that grow and grow take long to compare. */
const MOST_BLOCKS = 9;

const WORDS = ['7', '灯', '的的', '河堤', 'km', '。\n夜', '', '😀', '“引”', ' ', '\n', '\n'];

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

export const ACTS: Readonly<Record<string, Act>> = {
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
    const from = Math.floor(b * flatBody(article).length);
    return articleEdit(issue, article, {
      paragraphs: withForm(article.paragraphs, { from, to: from + 3 }, pick(FORM_CHOICES, c)!),
    });
  },
  mark: (issue, [a, b, c, d]) => {
    const article = articleOf(issue, a);
    if (!article) return undefined;
    const from = Math.floor(b * flatBody(article).length);
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
  merge: (issue, [a, b, c]) => {
    const page = pick(issue.pages, a);
    const stories = page?.blocks.flatMap(({ id, content }) => (isStory(content) ? [id] : [])) ?? [];
    return stories.length < 2 ? undefined : merged(issue, [pick(stories, b)!, pick(stories, c)!])?.edit;
  },
  send: (issue, [a, b]) => sentTo(issue, idsOn(issue, a).slice(0, 2), b < 0.5 ? 1 : 2)?.edit,
  head: (issue, [a, b]) =>
    reblocked(issue, a, (block) => withHead(block, pick(['horizontal', 'vertical', 'picture'] as const, b)!)),
  box: (issue, [a, b, c]) =>
    reblocked(issue, a, (block) =>
      recolumned(block, {
        box: pick(['none', 'outline', 'thickThin', 'rules', 'ornament'] as const, b)!,
        tint: (b * 10) % 1 < 0.5,
        textColumns: Math.floor(c * 4),
      }),
    ),
  headSize: (issue, [a, b]) => reblocked(issue, a, (block) => withBlockForm(block, { size: 12 + Math.floor(b * 30) }) ?? block),
  flow: (issue, [a, b]) => reblocked(issue, a, (block) => withSetting(block, 'flow', b < 0.5 ? 'vertical' : undefined) ?? block),
  stretch: (issue, [a, b]) => reblocked(issue, a, (block) => withSetting(block, 'stretch', 0.8 + b * 0.4) ?? block),
  placePicture: (issue, [a, b]) => {
    const found = blockOf(issue, b);
    return placedIn(issue, a < 0.5 ? 'a1' : 'a2', 'p1', found?.block.id ?? null);
  },
  pictureSize: (issue, [a, b, c]) => {
    const blocks = issue.pages.flatMap((page) => page.blocks);
    const shown = blocks.filter((block) => formOf(block)?.pictures.some(({ photo }) => photo === 'p1'));
    const block = pick(shown, a);
    return block && replaced(issue, block, 'p1', { columns: 1 + Math.floor(b * 3), rows: 3 + Math.floor(c * 9) });
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
  spread: (issue, [a, b]) => {
    const found = blockOf(issue, a);
    return found && (b < 0.5 ? spreadOver(issue, found.block.id) : spreadNoMore(issue, found.block.id))?.edit;
  },
  wish: (issue, [a, b, c]) => {
    const item = articleOf(issue, a);
    const weight = pick(['auto', 'lead', 'major', 'normal', 'brief'] as const, c)!;
    return item && { type: 'put', list: 'articles', item: { ...item, spread: b < 0.5, weight, page: Math.floor(b * 3) } };
  },
  /** A table of three cells a row, with a list of names and a note around it. */
  table: (issue, [a, b]) => {
    const item = articleOf(issue, a);
    if (!item) return undefined;
    const rows = (['names', 'row', 'row', 'note'] as const).map((form) => ({
      form,
      runs: [{ text: `${pick(WORDS, b)}\t甲\t${Math.floor(b * 100)}`, form: 'plain' as const }],
    }));
    return articleEdit(issue, item, { paragraphs: [...item.paragraphs.slice(0, 3), ...rows] });
  },
  quotes: (issue, [a, b, c]) =>
    reblocked(issue, a, (block) =>
      withSetting(
        block,
        'quotes',
        b < 0.3 ? undefined : [{ text: pick(WORDS, c)!, column: 0, columns: 1, row: Math.floor(b * 9) }],
      ),
    ),
  headStep: (issue, [a, b]) => reblocked(issue, a, (block) => resizedHead(issue, block, b < 0.5 ? 1 : -1, undefined) ?? block),
  captions: ({ groups, photos }, [a, b, c]) => {
    if (a < 0.5) return photos[0] && photoEdit(photos[0], { caption: pick(WORDS, b)!, credit: pick(WORDS, c)! });
    return groups[0] && groupEdit(groups[0], { each: b < 0.5, label: pick(WORDS, c)! });
  },
  boxes: ({ notices, advertisements }, [a, b]) =>
    a < 0.5
      ? notices[0] && noticeEdit(notices[0], { title: pick(WORDS, b)!, text: pick(WORDS, b)! })
      : advertisements[0] && advertisementEdit(advertisements[0], { lines: [pick(WORDS, b)!], label: '广告' }),
  draw: (issue, [a, b, c, d]) => {
    if (issue.pages.some(({ blocks }) => blocks.length > MOST_BLOCKS)) return undefined;
    const rect = { column: Math.floor(b * 4), row: Math.floor(c * 40), columns: 2, rows: 12 };
    return drawn(issue, a < 0.5 ? 1 : 2, rect, pick(['article', 'notice', 'group', 'advertisement'] as const, d)!, '新').edit;
  },
  proofed: (issue, [a, b]) => {
    const item = articleOf(issue, a);
    return item && { type: 'put', list: 'articles', item: withProofed(item, b < 0.5) };
  },
  letStand: (issue, [a, b, c]) => {
    const entry = pick(textItems(issue), a);
    const finding = entry && pick(checkItem(entry, checkingOf(issue, undefined)), c);
    if (!finding) return undefined;
    const texts = new Set(piecesOf(entry).map(({ text }) => textMark(text)));
    return b < 0.5 ? fixEdit(entry, finding) : passEdit(entry, finding, '方言', texts);
  },
  style: (issue, [, b, c]) => {
    const { paper } = issue;
    const part = pick(
      [
        { typesetting: { ...paper.typesetting, level: b < 0.5 ? ('strict' as const) : ('gb' as const) } },
        { arranging: { ...paper.arranging, jumps: b < 0.5 } },
        { words: { ...paper.words, checkOff: b < 0.5 ? ['dates' as never] : [] } },
        { faces: b < 0.5 ? [{ role: 'body', face: 'kai-regular' }] : [] },
      ],
      c,
    )!;
    return { type: 'setPaper', paper: { ...paper, ...part } };
  },
  /** A version is brought back: the difference to the issue that it was. */
  restore: (issue, [a]) => (a < 0.1 ? issueDifference(issue, smallIssue, 'edit.restore') : undefined),
  spec: (issue, [a]) => ({ type: 'setSpec', spec: { ...issue.spec, bleed: 1 + Math.floor(a * 5) } }),
  people: (_, [a, b]) => ({ type: 'setPeople', page: a < 0.5 ? 1 : 2, ...(b < 0.7 && { people: { editor: pick(WORDS, b)! } }) }),
  takeProposal: (issue, [a, b]) => {
    const page = pick(issue.pages, a)!;
    return { type: 'setPageBlocks', page: page.number, blocks: page.blocks.filter((_, at) => at !== Math.floor(b * 3)) };
  },
  discard: ({ advertisements }, [a, b]) => {
    const gone = a < 0.2 ? pick(advertisements, b) : undefined;
    return gone && { type: 'remove', list: 'advertisements', id: gone.id };
  },
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

/** Acts that fill pages, thrown more often: others take off, and much can only be done where something stands. */
export const FILLING = ['place', 'place', 'draw', 'placeGroup', 'placePicture', 'placePicture'] as const;

/** A block changed in its place. */
function reblocked(issue: Issue, at: number, change: (block: Block) => Block): Edit | undefined {
  const found = blockOf(issue, at);
  return found && { type: 'putBlock', page: found.number, block: change(found.block) };
}

function idsOn(issue: Issue, at: number): readonly string[] {
  return pick(issue.pages, at)?.blocks.map(({ id }) => id) ?? [];
}
