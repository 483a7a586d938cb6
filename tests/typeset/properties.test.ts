import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paragraph, ProhibitionLevel } from '../../engine/typeset/types';
import { EM, opportunities, setParagraph, textOf } from './setting';

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'田野里的稻子熟了山雀飞过河岸') },
  { weight: 3, arbitrary: fc.constantFrom(...'，。、；：？！') },
  { weight: 3, arbitrary: fc.constantFrom(...'“”‘’（）《》【】') },
  { weight: 1, arbitrary: fc.constantFrom('——', '……', '·', '～', '/', '％', '℃') },
  { weight: 1, arbitrary: fc.constantFrom('12', '3,400', '5.5%', '-7', '￥20', '①', '图②') },
  { weight: 1, arbitrary: fc.constantFrom('open', 'GDP', ' ', '  ', 'a-b@c.cn', 'http://a.cn/b/c?d=e', 'self-made') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const text = fc.array(piece, { minLength: 1, maxLength: 80 }).map((pieces) => pieces.join(''));
const measure = fc.oneof(fc.integer({ min: 2, max: 60 }), fc.double({ min: 2, max: 60, noNaN: true }));
const level = fc.constantFrom<ProhibitionLevel>('none', 'basic', 'gb', 'strict');
const policy = fc.constantFrom('full', 'open', 'half');

const NEVER_STARTS = /^[、，。：；！？”’」』）》〉】〗〕］｝·・～％%‰℃]/;
const NEVER_ENDS = /[“‘「『（《〈【〖〔［｛]$/;
const BLANK = /^(?:[\s\p{Cc}\p{Cf}]|\p{Variation_Selector})*$/u;

function check(property: (paragraph: Paragraph, measureEm: number, level: ProhibitionLevel) => void): void {
  fc.assert(
    fc.property(text, measure, level, policy, fc.boolean(), (t, m, l, p, hang) => {
      property(setParagraph(t, m, { level: l, policy: p, hang, lastLineLeast: 2 }), m, l);
    }),
    { numRuns: 300 },
  );
}

/** What the gaps between hanzi of a line would have to open, em, if no other gap helped. */
function missingEachGap(line: string, missing: number): number {
  const gaps = line.match(/[\u4e00-\u9fff](?=[\u4e00-\u9fff])/g)?.length ?? 0;
  return missing / gaps / EM;
}

describe('whatever the text', () => {
  test('no character is lost or doubled: only blanks fall between lines', () => {
    check((paragraph) => {
      let reached = 0;
      for (const line of paragraph.lines) {
        expect(line.start).toBeGreaterThanOrEqual(reached);
        expect(paragraph.text.slice(reached, line.start)).toMatch(BLANK);
        expect(line.end).toBeGreaterThanOrEqual(line.start);
        reached = line.end;
      }
      expect(paragraph.text.slice(reached)).toMatch(BLANK);
    });
  });

  test('the glyphs show the text, in order', () => {
    check((paragraph) => {
      const visible = (t: string): string => [...t].filter((c) => !BLANK.test(c)).join('');
      const shown = paragraph.lines.flatMap((line) => line.runs.map((run) => String.fromCodePoint(...run.text))).join('');
      expect(visible(shown)).toBe(visible(paragraph.text));
    });
  });

  test('prohibited characters start or end no line unless it is forced', () => {
    check((paragraph, _, level) => {
      if (level === 'none') return;
      paragraph.lines.slice(1).forEach((line, i) => {
        const before = paragraph.lines[i]!;
        if (before.reason === 'forced' || before.reason === 'hard') return;
        expect(textOf(paragraph, line)).not.toMatch(NEVER_STARTS);
        expect(textOf(paragraph, before).trimEnd()).not.toMatch(NEVER_ENDS);
      });
    });
  });

  test('dashes, ellipses, words and numbers stay whole unless it is forced', () => {
    check((paragraph) => {
      paragraph.lines.slice(1).forEach((line, i) => {
        const before = paragraph.lines[i]!;
        if (before.reason !== 'between' && before.reason !== 'push-in' && before.reason !== 'push-out') return;
        const edge = `${textOf(paragraph, before).slice(-1)}${textOf(paragraph, line).slice(0, 1)}`;
        expect(edge).not.toMatch(/[A-Za-z0-9][A-Za-z0-9%]|[￥-]\d|图②/);
      });
    });
  });

  test('a justified line fills the measure, unless its characters would fall apart', () => {
    check((paragraph, m) => {
      for (const line of paragraph.lines) {
        if (line.reason === 'end' || line.reason === 'hard') continue;
        const hung = line.set > m * EM + 0.01;
        if (hung) expect(textOf(paragraph, line)).toMatch(/[、，。]$/);
        else if (line.set < m * EM - 0.01)
          expect(missingEachGap(textOf(paragraph, line), m * EM - line.set)).toBeGreaterThan(0.28);
      }
    });
  });

  test('nothing is set outside the measure', () => {
    check((paragraph, m) => {
      for (const line of paragraph.lines) {
        expect(line.set).toBeLessThanOrEqual((m + 0.5) * EM + 0.01);
        for (const run of line.runs) for (const x of run.x) expect(Number.isFinite(x)).toBe(true);
      }
    });
  });

  test('glyphs move from left to right', () => {
    check((paragraph) => {
      for (const line of paragraph.lines) {
        const origins = line.runs.flatMap((run) =>
          [...run.x].filter((_, i) => !/[\p{M}]/u.test(String.fromCodePoint(run.text[i]!))),
        );
        origins.slice(1).forEach((x, i) => {
          expect(x).toBeGreaterThanOrEqual(origins[i]! - 0.51 * EM);
        });
      }
    });
  });

  test('the same text is set the same way', () => {
    fc.assert(
      fc.property(text, measure, (t, m) => {
        expect(setParagraph(t, m)).toEqual(setParagraph(t, m));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the table of prohibitions', () => {
  const classes = [
    ...[
      '田',
      '野',
      '稻',
      '，',
      '。',
      '、',
      '；',
      '？',
      '！',
      '（',
      '）',
      '《',
      '》',
      '「',
      '」',
      '·',
      '～',
      '/',
      '——',
      '……',
      '—',
    ],
    ...[
      '12',
      '3.5',
      '%',
      '℃',
      '￥',
      '−',
      'open',
      'A4',
      'a-b',
      'C++',
      ' ',
      '\u3000',
      '①',
      '图①',
      '々',
      'ー',
      'ッ',
      '１',
      '㎡',
      '😀',
    ],
    ...[
      '\u00a0',
      '\u200b',
      '\u2060',
      'e\u0301',
      '한',
      '𠮷',
      '#',
      '@',
      '&',
      ':',
      '(',
      ')',
      ',',
      '.',
      'https://a.cn/b?c=d',
      'a@b.cn',
    ],
  ];
  const anyClass = fc.array(fc.constantFrom(...classes), { minLength: 1, maxLength: 60 }).map((pieces) => `田${pieces.join('')}`);

  test('a line ends only where it allows, or where nothing that it allows fits', () => {
    fc.assert(
      fc.property(anyClass, measure, level, fc.constantFrom<'justify' | 'left'>('justify', 'left'), (t, m, l, align) => {
        const pieces = opportunities(t, l).split('|');
        const ends = new Map<number, string>(); // where each piece begins, and the piece
        let offset = 0;
        for (const piece of pieces) {
          ends.set(offset, piece);
          offset += piece.length;
        }
        const { lines } = setParagraph(t, m, { level: l, align });
        lines.slice(1).forEach((line, i) => {
          const { reason } = lines[i]!;
          const isLegal = ends.has(line.start);
          expect(isLegal || reason === 'forced' || reason === 'address', `${reason} at ${line.start}`).toBe(true);
          if (isLegal || reason === 'address') return;
          const piece = [...ends].filter(([from]) => from < line.start).at(-1)!;
          expect(setParagraph(piece[1], m, { level: l, align }).lines.length, piece[1]).toBeGreaterThan(1);
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whatever the code units', () => {
  const SPACES = /[\t\u3000\p{Zs}\n\v\f\r\u0085\u2028\u2029]/u;
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.constantFrom(
      ...'\u200b\u200d\u2060\u00ad\ufe0f\ud83d\udc4d\ud800\u0301 “”‘’"—…·，（1a-/@'.split('').map((c) => c.charCodeAt(0)),
    ),
  );
  const anyText = fc.array(unit, { minLength: 1, maxLength: 60 }).map((units) => String.fromCharCode(...units));
  const anyMeasure = fc.double({ min: 2, max: 60, noNaN: true });

  test('only spaces and line breaks fall between lines, and no line of several characters is wider than the measure', () => {
    fc.assert(
      fc.property(anyText, anyMeasure, level, policy, (t, m, l, p) => {
        const { lines } = setParagraph(t, m, { level: l, policy: p });
        let reached = 0;
        for (const { start, end, set } of lines) {
          for (const unit of t.slice(reached, start).split('')) expect(unit).toMatch(SPACES);
          expect(end).toBeGreaterThanOrEqual(start);
          if (set > m * EM + 0.01) expect(t.slice(start, end).replace(/\p{M}|\p{C}/gu, '')).toMatch(/^(?:.|⸺|⸻)?$/u);
          reached = end;
        }
        for (const unit of t.slice(reached).split('')) expect(unit).toMatch(SPACES);
      }),
      { numRuns: 500 },
    );
  });
});
