import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhotoGroup } from '../../engine/issue/types';
import { numbered, reordered, withoutPicture } from '../../renderer/pictures/group-order';

function group(caption: string, count = 3): PhotoGroup {
  const pictures = Array.from({ length: count }, (_, index) => ({ number: index + 1, photo: `p${index + 1}` }));
  return { id: 'g', pictures, caption, credit: '', label: '', page: 0, source: '' };
}
const order = ({ pictures }: PhotoGroup) => pictures.map(({ photo }) => photo).join(' ');
const numbers = ({ pictures }: PhotoGroup) => pictures.map(({ number }) => number);

describe('pictures in another order', () => {
  test('take what the caption says about them along; its ends stay where they are', () => {
    const before = group('居民摄影展开幕。图①海湾灯火；图②雨雾茶山；图③雪山与湖。');
    const after = reordered(before, 2, 0);
    expect(order(after)).toBe('p3 p1 p2');
    expect(numbers(after)).toEqual([1, 2, 3]);
    expect(after.caption).toBe('居民摄影展开幕。图①雪山与湖；图②海湾灯火；图③雨雾茶山。');
    expect(reordered(after, 0, 2)).toEqual(before);
  });

  test('only change the marks where a part tells of two pictures', () => {
    expect(reordered(group('图①图②是海湾，图③是茶山。'), 2, 0).caption).toBe('图②图③是海湾，图①是茶山。');
  });

  test('lose no picture and no character, whatever the order', () => {
    const words = fc.array(fc.constantFrom('图①', '图②', '图③', '③', '海湾', '，', '。', '1'), { maxLength: 12 });
    const at = fc.integer({ min: 0, max: 2 });
    fc.assert(
      fc.property(words, at, at, (parts, from, to) => {
        const before = group(parts.join(''));
        const after = reordered(before, from, to);
        expect([...after.pictures.map(({ photo }) => photo)].sort()).toEqual(['p1', 'p2', 'p3']);
        const plain = (text: string) => [...text.replace(/[①-⑳]/g, '')].sort().join('');
        expect(plain(after.caption)).toBe(plain(before.caption));
      }),
    );
  });
});

describe('a picture that goes', () => {
  test('takes its words along, and later ones count down', () => {
    const after = withoutPicture(group('图①海湾灯火；图②雨雾茶山；图③雪山与湖。'), 1);
    expect(order(after)).toBe('p1 p3');
    expect(numbers(after)).toEqual([1, 2]);
    expect(after.caption).toBe('图①海湾灯火；图②雪山与湖。');
    expect(withoutPicture(group('图①海湾；图②茶山；图③雪山。'), 2).caption).toBe('图①海湾；图②茶山。');
  });
});

test('a picture that takes a number gives its own for it', () => {
  expect(numbers(numbered(group(''), 0, 3))).toEqual([3, 2, 1]);
  expect(numbers(numbered(group(''), 0, 7))).toEqual([7, 2, 3]);
});
