/** Shares of a whole that do not add up to 100 %. */
import type { Found } from './types';

const PERCENT = /(\d{1,3}(?:\.\d{1,3})?)\s?[%％]/g;
/** Words after which a percentage is no share, or no exact one. */
const notShare =
  /(?:同比|环比|比上年|比去年|较上年|较去年|增长|增加|下降|减少|提高|提升|上升|上涨|下跌|降低|缩减|增幅|降幅|超过?|近|约|不到|不足|至少|最多|高于|低于|大于|小于|达到?|完成)[^，。；、：]{0,6}$/;
const inexact = /^(?:以上|以下|左右|多|强|弱|上下)/;
/** Fewer parts may be two figures of different things. */
const LEAST_PARTS = 3;

/**
 * A sentence that lists three and more shares, each after 占 or with a last 其余, has to add up to 100 %, as far as its
 * figures are rounded. What adds up to far less or more lists something else.
 */
export function wrongSums(text: string): readonly Found[] {
  if (!text.includes('%') && !text.includes('％')) return [];
  const found: Found[] = [];
  let start = 0;
  for (const sentence of text.split(/(?<=[。！？\n])/)) {
    const shares = sharesIn(sentence);
    if (shares) found.push(...judged(shares, start));
    start += sentence.length;
  }
  return found;
}

interface Share {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Of the last digit written. */
  readonly unit: number;
}

/** The shares of a sentence; undefined when it is not sure that they divide one whole. */
function sharesIn(sentence: string): readonly Share[] | undefined {
  const shares: Share[] = [];
  let divides = 0;
  for (const match of sentence.matchAll(PERCENT)) {
    const to = match.index + match[0].length;
    const before = sentence.slice(Math.max(0, match.index - 16), match.index);
    if (notShare.test(before) || inexact.test(sentence.slice(to, to + 2))) return undefined;
    if (/占(?:比|全部|总数|总量)?(?:为|的)?\s?$/.test(before) || /(?:其余|剩余|余下|其他|其它)[^，。；]{0,10}$/.test(before))
      divides++;
    const decimals = match[1]!.split('.')[1]?.length ?? 0;
    shares.push({ from: match.index, to, value: Number(match[1]), unit: 10 ** -decimals });
  }
  const together = /分别占|各占|分别为/.test(sentence) && /占/.test(sentence);
  return shares.length >= LEAST_PARTS && (together || divides === shares.length) ? shares : undefined;
}

/** Sums from here to there look like a whole. */
const NEAR = { least: 85, most: 115 };

function judged(shares: readonly Share[], start: number): readonly Found[] {
  const sum = shares.reduce((total, { value }) => total + value, 0);
  const rounding = shares.reduce((total, { unit }) => total + unit / 2, 0);
  if (sum < NEAR.least || sum > NEAR.most || Math.abs(sum - 100) <= rounding) return [];
  const params = { sum: String(Math.round(sum * 1000) / 1000), count: shares.length };
  return [{ rule: 'percentages', severity: 'warning', from: start + shares[0]!.from, to: start + shares.at(-1)!.to, params }];
}
