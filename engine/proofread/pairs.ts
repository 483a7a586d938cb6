/** Quotes and brackets that lack their other half. */
import type { Found } from './types';

const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '「': '」',
  '『': '』',
  '〔': '〕',
  '［': '］',
};
const OPENS = new Map(Object.entries(CLOSES).map(([opening, closing]) => [closing, opening]));
const MARK = /[“”‘’（）()《》〈〉【】「」『』〔〕［］]/g;

/** `1)`, `（1）` without its first half, `a)`: the numbers of a list close what nothing opened. */
const listNumber = /(?:^|[\s，；。、：])(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})$/;

/**
 * Unpaired marks of consecutive texts. A quotation of several paragraphs opens each of them and closes only the last
 * (GB/T 15834 4.8), so a “ that nothing closes is in order before a paragraph that opens with “.
 */
export function unpairedMarks(texts: readonly string[]): readonly (readonly Found[])[] {
  /** The quotation that the paragraph before left open. */
  let goingOn = '';
  return texts.map((text, index) => {
    const open: { mark: string; at: number }[] = [];
    const found: Found[] = [];
    const opensQuotation = goingOn !== '' && text.trimStart().startsWith(goingOn);
    if (goingOn !== '' && !opensQuotation) open.push({ mark: goingOn, at: -1 });
    for (const { 0: mark, index: at } of text.matchAll(MARK)) {
      if (CLOSES[mark]) open.push({ mark, at });
      else if (!isApostrophe(text, at)) close(mark, at, text, open, found);
    }
    const next = texts[index + 1]?.trimStart() ?? '';
    goingOn = '';
    for (const { mark, at } of open) {
      const continues = (mark === '“' || mark === '‘' || mark === '「' || mark === '『') && next.startsWith(mark);
      if (continues) goingOn = mark;
      else if (at >= 0) found.push(unpaired(at, 'open', CLOSES[mark]!));
    }
    return found.sort((one, other) => one.from - other.from);
  });
}

function close(mark: string, at: number, text: string, open: { mark: string; at: number }[], found: Found[]): void {
  const opening = OPENS.get(mark)!;
  const from = open.findLastIndex((candidate) => pairs(candidate.mark, mark));
  if (from < 0) {
    const isListNumber = (mark === ')' || mark === '）') && listNumber.test(text.slice(Math.max(0, at - 6), at));
    if (!isListNumber) found.push(unpaired(at, 'closed', opening));
    return;
  }
  for (const { mark: left, at: place } of open.splice(from).slice(1))
    if (place >= 0) found.push(unpaired(place, 'open', CLOSES[left]!));
}

/** A bracket of one width may close one of the other: that is a fault of form, and not of pairs. */
function pairs(opening: string, closing: string): boolean {
  const round = '（(';
  return OPENS.get(closing) === opening || (round.includes(opening) && '）)'.includes(closing));
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' && /[A-Za-z]/.test(text[at - 1] ?? '');
}

function unpaired(at: number, variant: 'open' | 'closed', other: string): Found {
  return { rule: 'unpaired', severity: 'error', from: at, to: at + 1, variant, params: { other } };
}
