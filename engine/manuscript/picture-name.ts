/** What the name of a picture's file tells. */
export interface PictureName {
  /** The ① of the caption, from 1; absent when the name has none (a camera's counter is none). */
  readonly number?: number;
  readonly page?: number;
  /** The name without folder, extension, page and number: matches the name of its article's file. */
  readonly stem: string;
  /** Words of the name that describe the picture; empty for a camera's name. */
  readonly caption: string;
  /** `张三 摄`, or empty. */
  readonly credit: string;
}

const digits = '〇一二三四五六七八九十';

/** Reads the name of a picture's file: `图1 …jpg`, `图①`, `1.jpg`, `2-合影.jpg`, `2版-图3.jpg`, `通讯名_1.jpg`. */
export function readPictureName(file: string): PictureName {
  let rest = baseName(file);
  let page: number | undefined;
  let number: number | undefined;
  const pageMatch = /^(?:第\s*(\d{1,2})\s*版|(\d{1,2})\s*版|[A-Da-d]0?(\d{1,2})(?=[\s_\-－—版]))版?[\s_\-－—.、]*/.exec(rest);
  if (pageMatch) {
    page = Number(pageMatch[1] ?? pageMatch[2] ?? pageMatch[3]);
    rest = rest.slice(pageMatch[0].length);
  }
  for (const pattern of numberPatterns) {
    const match = pattern.exec(rest);
    if (!match) continue;
    number = figureOf(match[1]!);
    rest = (rest.slice(0, match.index) + rest.slice(match.index + match[0].length)).trim();
    break;
  }
  const { text, credit } = takeCredit(rest.replace(/^[\s_\-－—.、：:]+|[\s_\-－—.、：:]+$/g, ''));
  return {
    ...(number === undefined ? {} : { number }),
    ...(page === undefined ? {} : { page }),
    stem: rest.replace(/[\s_\-－—.、：:]+$/, '').replace(/^[\s_\-－—.、：:]+/, ''),
    caption: /\p{Script=Han}/u.test(text) ? text : '',
    credit,
  };
}

const numberPatterns: readonly RegExp[] = [
  /(?:图片|图|照片|配图)\s*[（(]?([①-⑳]|\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?(?!\d)[\s_\-－—.、：:]*/u,
  /^[（(]?(\d{1,2}|[①-⑳])[）)]?(?:[\s_\-－—.、：:]+|$)/u,
  /[\s_\-－—]+[（(]?(\d{1,2}|[①-⑳])[）)]?$/u,
  /[（(](\d{1,2})[）)]$/u,
];

function baseName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name).trim();
}

/** The value of `3`, `③` or `三`. */
export function figureOf(figure: string): number {
  const code = figure.codePointAt(0)!;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (/^\d+$/.test(figure)) return Number(figure);
  const [tens, ones] = figure.includes('十') ? figure.split('十') : ['', figure];
  const ten = figure.includes('十') ? 10 * (tens === '' ? 1 : digits.indexOf(tens!)) : 0;
  return ten + (ones === '' ? 0 : digits.indexOf(ones!));
}

function takeCredit(text: string): { text: string; credit: string } {
  const match = /[\s_\-－—，,（(]*((?:(?:本报)?记者|通讯员|摄影)?\s*\p{Script=Han}{2,4})\s*摄[）)]?$/u.exec(text);
  if (!match) return { text, credit: '' };
  return { text: text.slice(0, match.index), credit: `${match[1]!.trim()} 摄` };
}
