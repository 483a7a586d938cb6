import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { englishHyphenator, type Hyphenator } from '../../engine/typeset';
import { EM, linesOf, setParagraph, textOf } from './setting';

let hyphenator: Hyphenator;
beforeAll(async () => {
  hyphenator = await englishHyphenator();
});

/** Lines of a word among hanzi, with the hyphens that are shown. */
function shown(text: string, measureEm: number, options = {}): string[] {
  return setParagraph(text, measureEm, { hyphenator, ...options }).lines.map((line) =>
    line.runs.map((run) => String.fromCodePoint(...run.text)).join(''),
  );
}

describe('words divided by the rules of English', () => {
  test('are whole unless the style says so', () => {
    expect(linesOf('春夏秋冬newspaper春', 6)[0]).toBe('春夏秋冬');
    expect(shown('春夏秋冬newspaper春', 7)[0]).toBe('春夏秋冬news-');
  });

  test('tell their reason and leave the text as it is', () => {
    const paragraph = setParagraph('春夏秋冬newspaper春', 7, { hyphenator });
    expect(paragraph.lines[0]!.reason).toBe('hyphen');
    expect(paragraph.lines.map((line) => textOf(paragraph, line))).toEqual(['春夏秋冬news', 'paper春']);
    expect(paragraph.lines[0]!.set).toBeCloseTo(7 * EM);
  });

  test('have five letters, and keep two before the hyphen and three after it', () => {
    const anywhere: Hyphenator = (word) => [...word].map((_, i) => i);
    const pieces = (text: string) => shown(text, 2, { hyphenator: anywhere, align: 'left' });
    expect(pieces('winter')).toEqual(['win-', 'ter']);
    expect(pieces('table')).toEqual(['ta-', 'ble']);
    expect(shown('春open春', 2.5, { hyphenator: anywhere })).toEqual(['春', 'open', '春']);
    for (const line of shown('春paper春paper春paper', 2.5, { hyphenator: anywhere }))
      expect(line).not.toMatch(/[\u4e00-\u9fff].-$/);
  });

  test.each([
    ['春夏秋冬TELEVISION春夏', 'abbreviations'],
    ['春夏秋冬GitHubPages春夏', 'names in mixed letters'],
    ['春夏秋冬mp3player春夏', 'words with figures'],
    ['春夏秋冬http://newspaper.example/春', 'addresses that fit on a line'],
    ['春夏秋冬winter@newspaper.example春', 'e-mail addresses'],
  ])('%s stays whole: %s', (text) => {
    const { lines } = setParagraph(text, 16.1, { hyphenator, align: 'left' });
    expect(lines.map(({ reason }) => reason)).not.toContain('hyphen');
    expect(setParagraph(text, 5.6, { hyphenator }).lines.map(({ reason }) => reason)).not.toContain('hyphen');
  });

  test('a division costs: a line that is good without stays so', () => {
    expect(shown('春夏秋冬春夏秋冬春夏秋冬春newspaper春夏秋冬', 13)[0]).toBe('春夏秋冬春夏秋冬春夏秋冬春');
  });

  const word = fc.constantFrom(
    'newspaper',
    'beautiful',
    'typography',
    'compositor',
    'Wednesday',
    'open',
    '春夏',
    '，',
    ' ',
    '2026',
    'AI',
  );
  test('whatever the text, no letter is lost and no line passes the measure', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom(4, 7.5, 11, 13.3), (words, measure) => {
        const paragraph = setParagraph(words.join(''), measure, { hyphenator });
        const visible = (t: string): string => t.replace(/\s/g, '');
        expect(visible(paragraph.lines.map((line) => textOf(paragraph, line)).join(''))).toBe(visible(paragraph.text));
        for (const line of paragraph.lines) {
          expect(line.set).toBeLessThanOrEqual(measure * EM + 0.01);
          const hyphens = line.runs.filter((run) => run.text.length === 1 && run.text[0] === 0x2d).length;
          expect(hyphens).toBe(line.reason === 'hyphen' ? 1 : 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
