import type { Weight } from '../issue/types';
import { hasHan, lengthOf } from './characters';
import { baseName, takePage } from './page-prefix';

/** What the name of a manuscript's file tells. */
export interface ManuscriptName {
  /** 0 when it names none. */
  readonly page: number;
  readonly weight: Weight;
  /** A headline for a text that has none; empty when the name is no headline. */
  readonly headline: string;
}

const placeholders =
  /^(?:新建|未命名|无标题|文档|文本|稿件|来稿|投稿|稿子|定稿|终稿|初稿|修改|原稿|样稿|简讯|广告|公益广告|图片|附件|副本|微信|我的)/;
const headlineLengths = { least: 6, most: 40 };

/** Reads the name of a manuscript's file: `2版 标题.txt`, `A02_….txt`, `头条-….txt`. */
export function readManuscriptName(file: string): ManuscriptName {
  const { page, rest } = takePage(baseName(file));
  const lead = /^(?:[【[（(]?头条[】\]）)]?)[\s_\-－—.、：:]*|[\s_\-－—（(【[]+头条[）)】\]]?$/.exec(rest);
  const plain = lead ? rest.slice(0, lead.index) + rest.slice(lead.index + lead[0].length) : rest;
  const title = plain
    .replace(/^(?:(?:\d{4,8}|\d{1,2})(?=[\s_\-－—.、]))?[\s_\-－—.、]*/, '')
    .replace(/[\s_\-－—]*(?:[（(]\d+[）)]|定稿|终稿|修改稿?|v?\d+)$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  const usable =
    hasHan(title) &&
    !placeholders.test(title) &&
    lengthOf(title) >= headlineLengths.least &&
    lengthOf(title) <= headlineLengths.most;
  return { page, weight: lead ? 'lead' : 'auto', headline: usable ? title : '' };
}
