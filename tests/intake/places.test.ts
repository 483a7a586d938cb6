import { describe, expect, test } from 'vitest';
import { placeOf, placePhotos } from '../../engine/intake/places';
import { type Article, Changes, type Issue, type Photo, type PhotoGroup } from '../../engine/issue';
import { article, photo, smallIssue } from '../issue/small-issue';

const group = (id: string, numbers: readonly number[], rest: Partial<PhotoGroup> = {}): PhotoGroup => ({
  id,
  pictures: numbers.map((number) => ({ number, photo: '' })),
  caption: '',
  credit: '',
  label: '图片新闻',
  page: 0,
  source: '来稿.txt',
  ...rest,
});

const story = (id: string, source: string, rest: Partial<Article> = {}): Article => ({ ...article(id, '无题'), source, ...rest });

interface Scene {
  readonly groups?: readonly PhotoGroup[];
  readonly articles?: readonly Article[];
  readonly files: readonly string[];
  /** Folder of each manuscript that came now; all of them from one folder when absent. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly reach?: 'anywhere' | 'named';
}

/** Places the files, which come from the folder `in`, and tells for each where it went, such as `g1:2`, and the issue. */
function placed({ groups = [], articles = [], files, hosts, reach = 'anywhere' }: Scene) {
  const photos = files.map((file, index): Photo => ({ ...photo(`p${index + 1}`), file }));
  const issue: Issue = { ...smallIssue, articles, groups, photos, advertisements: [] };
  const changes = new Changes(issue);
  const all = hosts ?? Object.fromEntries([...groups, ...articles].map(({ id }) => [id, 'in']));
  placePhotos(
    changes,
    photos.map((each) => ({ photo: each, folder: 'in' })),
    new Map(Object.entries(all)),
    reach,
  );
  const places = photos
    .map(({ id }) => placeOf(changes.issue, id))
    .map((place) => (place ? `${place.item}:${place.number}` : 'stock'));
  return { places, issue: changes.issue };
}

describe('by the number that a name states', () => {
  test('in any order, leaving gaps for what has not come', () => {
    const { places } = placed({ groups: [group('g1', [1, 2, 3, 4, 5])], files: ['图3.jpg', '图①合影.jpg', '图五.jpg'] });
    expect(places).toEqual(['g1:3', 'g1:1', 'g1:5']);
  });

  test('that nobody awaits: it waits rather than take a wrong caption', () => {
    expect(placed({ groups: [group('g1', [1, 2])], files: ['图7.jpg', '图1.jpg', '图1 另一张.jpg'] }).places).toEqual([
      'stock',
      'g1:1',
      'stock',
    ]);
  });

  test('the page of the name chooses between two groups, and another page excludes', () => {
    const groups = [group('g1', [1, 2], { page: 1 }), group('g2', [1, 2], { page: 2 })];
    expect(placed({ groups, files: ['2版-图1.jpg', '1版-图1.jpg', '3版-图2.jpg'] }).places).toEqual(['g2:1', 'g1:1', 'stock']);
  });

  test('a group that came now is meant before an older one, one of the same folder before others', () => {
    const groups = [group('g1', [1]), group('g2', [1]), group('g3', [1])];
    const { places } = placed({
      groups,
      files: ['图1.jpg', '照片1.jpg', '图片1.jpg'],
      hosts: { g1: '', g2: 'elsewhere', g3: 'in' },
    });
    expect(places).toEqual(['g3:1', 'g2:1', 'g1:1']);
  });
});

test('by the number that a name opens or ends with, after the stated ones', () => {
  const { places } = placed({ groups: [group('g1', [1, 2, 3])], files: ['1.jpg', '图1.jpg', '2-合影.jpg', '社区_3.jpg'] });
  expect(places).toEqual(['stock', 'g1:1', 'g1:2', 'g1:3']);
});

describe('in the order given', () => {
  test('camera names fill the free places', () => {
    const { places } = placed({
      groups: [group('g1', [1, 2, 3])],
      files: ['IMG_0412.jpg', '图2.jpg', 'IMG_0399.jpg', 'IMG_0500.jpg'],
    });
    expect(places).toEqual(['g1:1', 'g1:2', 'g1:3', 'stock']);
  });

  test('numbers that count something else, too', () => {
    expect(placed({ groups: [group('g1', [1, 2])], files: ['11.jpg', '12.jpg'] }).places).toEqual(['g1:1', 'g1:2']);
  });

  test('not for pictures that came at another time', () => {
    expect(placed({ groups: [group('g1', [1, 2])], files: ['IMG_0412.jpg', '图2.jpg'], reach: 'named' }).places).toEqual([
      'stock',
      'g1:2',
    ]);
  });
});

describe('by the name of the manuscript', () => {
  const waiting = [{ number: 1, caption: '天井里的光。', credit: '苏砚 摄' }];

  test('a single caption goes to its photograph, with its number or without', () => {
    for (const file of ['4版 头条 天井 图1.jpg', '天井.jpg', '天井-现场.jpg']) {
      const { places, issue } = placed({
        articles: [story('a1', '4版 天井.txt', { awaited: waiting })],
        groups: [group('g1', [1])],
        files: [file],
      });
      expect(places, file).toEqual(['a1:1']);
      expect(issue.photos[0]).toMatchObject({ caption: '天井里的光。', credit: '苏砚 摄' });
      expect(issue.articles[0]).not.toHaveProperty('awaited');
    }
  });

  test('numbered captions go to their numbers, and the pictures stand in the order of their numbers', () => {
    const awaited = [1, 2].map((number) => ({ number, caption: `第${number}幅`, credit: '' }));
    const { places, issue } = placed({
      articles: [story('a1', '天井.txt', { awaited })],
      files: ['天井 图3.jpg', '天井 图2.jpg', '天井 图1.jpg'],
    });
    expect(places).toEqual(['a1:3', 'a1:2', 'a1:1']);
    expect(issue.photos.map(({ caption }) => caption)).toEqual(['', '第2幅', '第1幅']);
  });

  test('the same plain name counts, a number alone as well', () => {
    const articles = [story('a1', '1.txt'), story('a2', '2.txt')];
    expect(placed({ articles, files: ['2.jpg', '1.jpg'] }).places).toEqual(['a2:1', 'a1:1']);
  });

  test('a headline counts when no place states the number', () => {
    const articles = [story('a1', '两篇.txt'), story('a2', '两篇.txt', { headline: ['旧铁路桥变步行桥'] })];
    expect(placed({ articles, files: ['旧铁路桥.jpg', '新铁路桥.jpg'] }).places).toEqual(['a2:1', 'stock']);
  });

  test('figures before the names number the manuscripts, and do not hide what follows', () => {
    const articles = [story('a1', '01 桥通了.txt'), story('a2', '02 灯亮了.txt'), story('a3', '3、路平了.txt')];
    const files = ['02 灯亮了 图2.jpg', '02.jpg', '01-2.jpg', '01-1.jpg', '3_现场.jpg', '4.jpg', '04.jpg'];
    expect(placed({ articles, files }).places).toEqual(['a2:1', 'a2:2', 'a1:2', 'a1:1', 'a3:1', 'stock', 'stock']);
  });

  test('a plain number means a picture before a manuscript, one with a nought the manuscript', () => {
    const scene = { articles: [story('a2', '2 灯亮了.txt')], groups: [group('g1', [1, 2], { source: '1 组照.txt' })] };
    expect(placed({ ...scene, files: ['1.jpg', '2.jpg'] }).places).toEqual(['g1:1', 'g1:2']);
    expect(placed({ ...scene, files: ['02.jpg', '01-2.jpg'] }).places).toEqual(['a2:1', 'g1:2']);
    expect(placed({ ...scene, files: ['02 图1.jpg'] }).places).toEqual(['g1:1']);
  });

  test('an article written here, without a file, has no namesakes', () => {
    expect(placed({ articles: [story('a1', '')], files: ['.jpg', 'x.jpg'] }).places).toEqual(['stock', 'stock']);
  });
});

describe('by the folder', () => {
  const mine = story('a1', '稿件.txt');
  const other = story('a2', '来稿.txt');

  test('of several that hold one manuscript each', () => {
    expect(placed({ articles: [mine, other], files: ['IMG_1.jpg', '图2.jpg'], hosts: { a1: 'in', a2: 'else' } }).places).toEqual([
      'a1:1',
      'a1:2',
    ]);
  });

  test('not where it holds two manuscripts, or where all came in one', () => {
    const third = story('a3', '又一篇.txt');
    expect(
      placed({ articles: [mine, other, third], files: ['IMG_1.jpg'], hosts: { a1: 'in', a2: 'else', a3: 'in' } }).places,
    ).toEqual(['stock']);
    expect(placed({ articles: [mine], files: ['IMG_1.jpg'] }).places).toEqual(['stock']);
  });
});

test('every picture stands once and no place holds two', () => {
  const groups = [group('g1', [1, 2, 3]), group('g2', [1, 2])];
  const files = ['图1.jpg', '图1 b.jpg', '图2.jpg', '3.jpg', 'IMG_1.jpg', 'IMG_2.jpg', '图9.jpg', 'x.jpg'];
  const { places, issue } = placed({ groups, files });
  const taken = places.filter((place) => place !== 'stock');
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.length).toBe(5);
  expect(issue.groups.flatMap(({ pictures }) => pictures.map((picture) => picture.photo)).filter((id) => id === '')).toEqual([]);
});
