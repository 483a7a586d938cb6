import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Hyphenator } from '../../engine/typeset';
import { chooseLines } from '../../engine/typeset/optimum';
import { setParagraph } from './setting';
import { costOfWay, costsOf, leastCost, prepared } from './whole-paragraph';

const measure = fc.oneof(fc.integer({ min: 2, max: 60 }), fc.double({ min: 2, max: 60, noNaN: true }));
const policy = fc.constantFrom('full', 'open', 'half');

describe('the whole paragraph', () => {
  const bits = fc.constantFrom(
    ...'田野里的稻子熟了山雀飞过河岸',
    '，',
    '。',
    '、',
    '《书》',
    '——',
    '12',
    'open',
    '“好”',
    '（3）',
    ' ',
  );
  const part = fc.array(bits, { maxLength: 12 });
  const body = fc.array(part, { minLength: 2, maxLength: 20 }).map((pieces) => `田${pieces.flat().join('')}`);
  const columns = fc.integer({ min: 4, max: 30 });
  const startsOf = (t: string, m: number): number[] => setParagraph(t, m).lines.map(({ start }) => start);

  test('no other way to break it costs less', () => {
    fc.assert(
      fc.property(body, columns, (t, m) => {
        const costs = costsOf(t, m);
        expect(costOfWay(costs, startsOf(t, m))).toBeLessThan(leastCost(costs) + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  test('nor does one where marks hang, are wide or narrow, and words are divided', () => {
    const anywhere: Hyphenator = (word) => Array.from({ length: word.length }, (_, at) => at);
    const word = fc.constantFrom('newspaper', 'beautiful', 'typography');
    const pieces = fc.array(fc.oneof({ weight: 9, arbitrary: bits }, { weight: 1, arbitrary: word }), {
      minLength: 40,
      maxLength: 160,
    });
    const wide = fc.double({ min: 7, max: 20, noNaN: true });
    const divides = fc.constantFrom({}, { hyphenator: anywhere });
    fc.assert(
      fc.property(pieces, wide, fc.boolean(), policy, divides, (all, m, hang, p, more) => {
        const style = { hang, policy: p, ...more } as const;
        const t = `田${all.join('')}`;
        const costs = costsOf(t, m, style);
        const near = { ...costs, line: (k: number, l: number) => (costs.isNear(k, l) ? costs.line(k, l) : Infinity) };
        const starts = setParagraph(t, m, style).lines.map(({ start }) => start);
        expect(costOfWay(costs, starts)).toBeLessThanOrEqual(leastCost(near) + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  test('an edit at the end leaves every line before a line end that stays', () => {
    fc.assert(
      fc.property(body, part, measure, (t, more, m) => {
        const before = startsOf(t, m);
        const after = startsOf(`${t}${more.join('')}`, m);
        const kept = before.filter((start) => after.includes(start));
        const last = kept.at(-1)!;
        expect(after.slice(0, after.indexOf(last))).toEqual(before.slice(0, before.indexOf(last)));
      }),
      { numRuns: 300 },
    );
  });

  test('an edit at the end changes lines before it only where the whole gains', () => {
    fc.assert(
      fc.property(body, part, columns, (t, more, m) => {
        const whole = `${t}${more.join('')}`;
        const before = startsOf(t, m);
        const after = startsOf(whole, m);
        const costs = costsOf(whole, m);
        const cost = costOfWay(costs, after);
        const changed = before.findIndex((start, i) => start !== after[i]);
        for (let i = changed; i > 0 && i < before.length; i++) {
          const from = costs.places.indexOf(before[i]!);
          if (from < 0) continue; // the edit went on with the last word
          const kept = before.slice(0, i).map((start) => costs.places.indexOf(start));
          const old = kept.reduce((sum, k, j) => sum + costs.line(k, kept[j + 1] ?? from), 0);
          expect(cost).toBeLessThan(old + leastCost(costs, from) + 1e-6);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is searched once: the way found line by line is no dearer than what may be spent', () => {
    // Lines alike, so that what stands between two of them adds up.
    const alike = fc.tuple(fc.array(bits, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 40 }));
    const texts = fc.oneof(
      body,
      alike.map(([line, count]) => `田${line.join('')}`.repeat(count)),
    );
    fc.assert(
      fc.property(texts, columns, fc.boolean(), (t, m, hang) => {
        const { passage, fitter, scratch } = prepared(t, m, { hang });
        const fit = vi.spyOn(fitter, 'fit');
        chooseLines(passage, fitter, scratch);
        const starts = fit.mock.calls.map(([start]) => start);
        // Once line by line, once for all ways.
        expect(starts.filter((start, i) => start === 0 && starts[i - 1] !== 0).length).toBeLessThanOrEqual(2);
      }),
      {
        numRuns: 500,
        // Every line is full but for the mark that hangs behind it.
        examples: [['田野里的稻子。'.repeat(40), 6, true]],
      },
    );
  });
});
