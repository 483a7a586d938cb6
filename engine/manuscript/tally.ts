import type { CleanRule } from '../issue/text-rules';
import type { Finding, Span } from './types';

/** The rules of normalisation; each has a sentence in messages.ts. */
export type Rule = CleanRule;

interface Entry {
  count: number;
  readonly examples: string[];
  first: number;
  last: number;
}

const examplesShown = 3;
const NONE: ReadonlySet<Rule> = new Set();

/** Counts what each rule changed, with a few examples and the lines of the first and the last. */
export class Tally {
  private readonly entries = new Map<Rule, Entry>();

  /** @param off rules that the paper does not want: they change nothing */
  constructor(private readonly off: ReadonlySet<Rule> = NONE) {}

  /** Whether a rule is at work. */
  does(rule: Rule): boolean {
    return !this.off.has(rule);
  }

  /** @param example the changed place with a little of what stands beside it */
  add(rule: Rule, line: number, example: string, count = 1): void {
    const entry = this.entries.get(rule);
    if (!entry) {
      this.entries.set(rule, { count, examples: [example], first: line, last: line });
      return;
    }
    entry.count += count;
    entry.last = Math.max(entry.last, line);
    if (entry.examples.length < examplesShown && !entry.examples.includes(example)) entry.examples.push(example);
  }

  findings(): Finding[] {
    return [...this.entries].map(([rule, { count, examples, first, last }]) => ({
      kind: 'normalised',
      code: `manuscript.rule-${rule}`,
      params: { count, examples: examples.join('　') },
      span: { from: first, to: last } satisfies Span,
      confidence: 1,
    }));
  }
}

/** A place in a text with some characters before and after it. */
export function around(text: string, at: number, length = 1): string {
  return text.slice(Math.max(0, at - 4), at + length + 4);
}
