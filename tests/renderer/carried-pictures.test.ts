/** Pictures carried on the page out of a group, into another, into a story, and off the page. */
import { describe, expect, test } from 'vitest';
import { apply, type Block, type Issue } from '../../engine/issue';
import { carried, standingIn, takesPicture } from '../../renderer/pictures/carried';
import { article, block, form, issue, photo, plain } from '../layout/support';

const group = (id: string, ...photos: string[]): Issue['groups'][number] => ({
  id,
  pictures: photos.map((name, at) => ({ number: at + 1, photo: name })),
  caption: '',
  credit: '',
  label: '图片新闻',
  page: 0,
  source: '',
});
const blocks: readonly Block[] = [
  block('one', 1, 3, 1, 20, { kind: 'group', group: 'g' }),
  block('two', 4, 6, 1, 20, { kind: 'group', group: 'h' }),
  block('story', 1, 3, 30, 60, { kind: 'article', article: 'a', form: form() }),
  block('box', 4, 6, 30, 60, { kind: 'notice', notice: 'n' }),
];
const made: Issue = issue({
  articles: [article('a', { paragraphs: plain('甲'.repeat(200)) })],
  photos: ['p', 'q', 'r', 's'].map((id) => photo(id)),
  groups: [group('g', 'p', 'q', 'r'), group('h', 's')],
  pages: [{ number: 1, section: '', blocks }],
});
const [one, two, story, box] = blocks as [Block, Block, Block, Block];
const carriedTo = (to: Block | 'stock', id = 'q') => apply(made, carried(made, id, one, to)!).issue;
const slots = ({ groups }: Issue) => groups.map(({ pictures }) => pictures.map(({ photo: name }) => name));

describe('a picture that is carried', () => {
  test('into another group leaves no gap behind, and stands there last', () => {
    expect(slots(carriedTo(two))).toEqual([
      ['p', 'r'],
      ['s', 'q'],
    ]);
  });

  test('into a story becomes its picture and stands in the block', () => {
    const { articles, pages, groups } = carriedTo(story);
    expect(articles[0]!.photos).toEqual(['q']);
    const content = pages[0]!.blocks[2]!.content;
    expect(content.kind === 'article' && content.form.pictures.map(({ photo: name }) => name)).toEqual(['q']);
    expect(groups[0]!.pictures.map(({ photo: name }) => name)).toEqual(['p', 'r']);
  });

  test('off the page goes into the stock, and comes back by undo', () => {
    const { issue: without, inverse } = apply(made, carried(made, 'q', one, 'stock')!);
    expect(slots(without)).toEqual([['p', 'r'], ['s']]);
    expect(without.photos).toHaveLength(4);
    expect(apply(without, inverse).issue).toEqual(made);
  });

  test('goes nowhere that takes no pictures, nor out of what is locked', () => {
    expect(carried(made, 'q', one, box)).toBeUndefined();
    expect(carried(made, 'q', { ...one, locked: true }, two)).toBeUndefined();
    expect(takesPicture({ ...two, locked: true }, 'one')).toBe(false);
    expect(takesPicture(one, 'one')).toBe(false);
  });

  test('out of the list comes from where it stands, or from nowhere', () => {
    expect(standingIn(made, 'q')).toBe(one);
    expect(standingIn(made, 't')).toBeUndefined();
    const stocked = { ...made, photos: [...made.photos, photo('t')] };
    const after = apply(stocked, carried(stocked, 't', standingIn(stocked, 't'), two)!).issue;
    expect(slots(after)).toEqual([
      ['p', 'q', 'r'],
      ['s', 't'],
    ]);
    const inStory = carriedTo(story);
    expect(standingIn(inStory, 'q')?.id).toBe('story');
    expect(carried(inStory, 'q', standingIn(inStory, 'q'), standingIn(inStory, 'q')!)).toBeUndefined();
  });
});
