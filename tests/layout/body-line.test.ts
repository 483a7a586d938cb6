import { describe, expect, it } from 'vitest';
import { bodyLine, isSingleCharacter } from '../../engine/layout/body-line';

describe('a last line of a single character', () => {
  const line = (text: string, first = false, last = true) => isSingleCharacter(bodyLine({ text, first, last }));

  it('is told with its marks, but not more, and not a paragraph that is no longer', () => {
    expect(line('了。”')).toBe(true);
    expect(line('了')).toBe(true);
    expect(line('来了。')).toBe(false);
    expect(line('8次。')).toBe(false);
    expect(line('。')).toBe(false);
    expect(line('好。', true)).toBe(false);
    expect(line('好', false, false)).toBe(false);
  });
});
