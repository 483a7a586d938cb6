import { hasHan } from './characters';
import { numeralValue } from './numerals';
import { baseName, takePage } from './page-prefix';

/** What the name of a picture's file tells. */
export interface PictureName {
  /** The ① of the caption, from 1; absent when the name has none (a camera's counter is none). */
  readonly number?: number;
  readonly page?: number;
  /** The name without folder, extension, page and number: matches the name of its article's file. */
  readonly stem: string;
  /** The name without folder, extension and page, and the figures that it opens with (`02` of `02 灯亮了`); may be empty. */
  readonly whole: string;
  readonly prefix: string;
  /** Words of the name that describe the picture; empty for a camera's name. */
  readonly caption: string;
  /** `张三 摄`, or empty. */
  readonly credit: string;
}

const numberPatterns: readonly RegExp[] = [
  /(?<=^\d{1,3})[\s_\-－—.]+(\d{1,2})$/,
  /(?:图片|图|照片|配图)\s*[（(]?([①-⑳]|\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?(?!\d)[\s_\-－—.、：:]*/,
  /^[（(]?(\d{1,2}|[①-⑳])[）)]?(?:[\s_\-－—.、：:]+|$)/,
  /^([①-⑳])/,
  /[\s_\-－—]+[（(]?(\d{1,2}|[①-⑳])[）)]?$/,
  /[（(](\d{1,2})[）)]$/,
];

/** What cameras and messengers call their pictures: their counters number nothing. */
const cameraName = /^(?:IMG|DSC[FN]?|MVIMG|PXL|WP|Screenshot|mmexport|wx_camera|微信图片|QQ图片|屏幕截图|截图)[\s_-]*\d|^\d{5,}/i;

const edges = /^[\s_\-－—.、：:，,]+|[\s_\-－—.、：:，,]+$/g;

/** Reads the name of a picture's file: `图1 ….jpg`, `图①`, `1.jpg`, `2-合影.jpg`, `2版-图3.jpg`, `02-1.jpg`, `通讯名_1.jpg`. */
export function readPictureName(file: string): PictureName {
  const { page, rest } = takePage(baseName(file));
  const { number, name } = cameraName.test(rest) ? { number: 0, name: rest } : takeNumber(rest);
  const stem = name.replace(edges, '');
  const { text, credit } = takeCredit(stem);
  return {
    ...(number === 0 ? {} : { number }),
    ...(page === 0 ? {} : { page }),
    stem,
    whole: rest,
    prefix: /^\d{1,3}(?=[\s_\-－—.、]|$)/.exec(rest)?.[0] ?? '',
    caption: hasHan(text) && !cameraName.test(text) ? text.replace(edges, '') : '',
    credit,
  };
}

function takeNumber(name: string): { number: number; name: string } {
  for (const pattern of numberPatterns) {
    const match = pattern.exec(name);
    const number = match ? numeralValue(match[1]!) : 0;
    if (match && number > 0) return { number, name: name.slice(0, match.index) + name.slice(match.index + match[0].length) };
  }
  return { number: 0, name };
}

const photographer = /(?:^|[\s_\-－—，,（(])((?:(?:本报)?(?:记者|通讯员)\s*)?\p{Script=Han}{2,4})\s*摄(?:影)?[）)]?$/u;

function takeCredit(name: string): { text: string; credit: string } {
  const match = photographer.exec(name);
  return match ? { text: name.slice(0, match.index), credit: `${match[1]!.trim()} 摄` } : { text: name, credit: '' };
}
