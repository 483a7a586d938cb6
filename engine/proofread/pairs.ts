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

interface OpenMark {
  readonly mark: string;
  /** Text that it stands in, and place there. */
  readonly text: number;
  readonly at: number;
}

/**
 * Unpaired marks of consecutive texts. A quotation of several paragraphs opens each of them and closes only the last
 * (GB/T 15834 4.8), so a “ that nothing closes is in order before a paragraph that opens with “. Texts that are `joined` to the one
 * before, lines of a headline or of verse, are one text with it.
 */
export function unpairedMarks(texts: readonly string[], joined: readonly boolean[] = []): readonly (readonly Found[])[] {
  const found: Found[][] = texts.map(() => []);
  const open: OpenMark[] = [];
  texts.forEach((text, index) => {
    for (const { 0: mark, index: at } of text.matchAll(MARK)) {
      if (CLOSES[mark]) open.push({ mark, text: index, at });
      else if (!isApostrophe(text, at)) close(mark, at, index, texts, open, found);
    }
    if (joined[index + 1]) return;
    const next = texts[index + 1]?.trimStart() ?? '';
    const left = open.splice(0);
    for (const { mark, text: place, at } of left) {
      // The paragraph that goes on opens the quotation again by itself.
      if (!('“‘「『'.includes(mark) && next.startsWith(mark))) found[place]!.push(unpaired(at, 'open', CLOSES[mark]!));
    }
  });
  return found.map((some) => some.sort((one, other) => one.from - other.from));
}

function close(mark: string, at: number, index: number, texts: readonly string[], open: OpenMark[], found: Found[][]): void {
  const opening = OPENS.get(mark)!;
  const from = open.findLastIndex((candidate) => pairs(candidate.mark, mark));
  if (from < 0) {
    const isListNumber = (mark === ')' || mark === '）') && listNumber.test(texts[index]!.slice(Math.max(0, at - 6), at));
    if (!isListNumber) found[index]!.push(unpaired(at, 'closed', opening));
    return;
  }
  for (const left of open.splice(from).slice(1)) found[left.text]!.push(unpaired(left.at, 'open', CLOSES[left.mark]!));
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
