/** 图① and the pictures it means. */
import type { Article, PhotoGroup } from '../issue/types';
import type { Found, Piece } from './types';

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** `图①②`, `图①—③`, `（图1）`, `（图一）`, `见图2`, `如图3所示`. */
const FIGURE =
  /图\s?([①-⑳](?:[、和至—-]{0,2}图?[①-⑳])*)|[（(](?:见|如)?图\s?(\d{1,2}|[一二三四五六七八九十])[）)]|[见如]图\s?(\d{1,2})(?!\d)/g;

function marksIn(text: string): readonly Mark[] {
  if (!text.includes('图')) return [];
  return [...text.matchAll(FIGURE)].flatMap((match) => {
    const { 0: whole, index } = match;
    const [from, to] = [index, index + whole.length];
    if (match[1] === undefined) return [{ from, to, number: numberFrom(match[2] ?? match[3]!) }];
    return circledIn(match[1]).map((number) => ({ from, to, number }));
  });
}

/** The numbers of `①—③` are 1, 2 and 3. */
function circledIn(text: string): readonly number[] {
  const numbers: number[] = [];
  for (const [, range, circled] of text.matchAll(/([至—-]*)图?([①-⑳])/g)) {
    const last = CIRCLED.indexOf(circled!) + 1;
    const first = range !== '' && numbers.length > 0 ? numbers.at(-1)! + 1 : last;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
}

function numberFrom(text: string): number {
  return /^\d/.test(text) ? Number(text) : '一二三四五六七八九十'.indexOf(text) + 1;
}

/** Marks in the texts of an article against its photographs; those whose photograph has not come are without it too. */
export function articleFigures({ photos }: Article, pieces: readonly Piece[]): readonly (readonly Found[])[] {
  const marks = pieces.map(({ field, text }) => (field === 'body' ? marksIn(text) : []));
  const marked = new Set(marks.flat().map(({ number }) => number));
  const last = marks.findLastIndex((some) => some.length > 0);
  const unmarked = photos.map((_, index) => index + 1).filter((number) => !marked.has(number));
  return marks.map((some, index) => [
    ...some.filter(({ number }) => number > photos.length).map(withoutPicture),
    ...(index === last ? unmarked.map((number) => withoutMark(some.at(-1)!, number)) : []),
  ]);
}

/** Marks in the caption of a group against its pictures. */
export function groupFigures({ pictures }: PhotoGroup, pieces: readonly Piece[]): readonly (readonly Found[])[] {
  const came = new Set(pictures.filter(({ photo }) => photo !== '').map(({ number }) => number));
  return pieces.map(({ field, text }) => {
    const marks = field === 'caption' ? marksIn(text) : [];
    if (marks.length === 0) return [];
    const marked = new Set(marks.map(({ number }) => number));
    const unmarked = [...came].filter((number) => !marked.has(number));
    return [
      ...marks.filter(({ number }) => !came.has(number)).map(withoutPicture),
      ...unmarked.map((number) => withoutMark(marks.at(-1)!, number)),
    ];
  });
}

function withoutPicture({ from, to, number }: Mark): Found {
  return { rule: 'figure-without-picture', severity: 'error', from, to, params: { number } };
}

function withoutMark({ from, to }: Mark, number: number): Found {
  return { rule: 'picture-without-figure', severity: 'warning', from, to, params: { number } };
}
