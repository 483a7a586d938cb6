import { describe, expect, it } from 'vitest';
import { landmarkFrom } from '../../engine/press/inspect/landmarks';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the way on in a damaged file', () => {
  it.each([
    ['%%% 7 junk 12 0 obj', 11],
    ['12 0 obj', 0],
    ['x 1 2 3 0\nobj', 6],
    ['junkstartxref', 4],
    ['nothing 12 obj', 14],
    ['', 0],
  ])('%j begins at %d', (text, at) => expect(landmarkFrom(bytes(text), 0)).toBe(at));

  it('looks at and behind the place where the parser stands', () => {
    expect(landmarkFrom(bytes('1 0 obj 2 0 obj'), 1)).toBe(8);
    expect(landmarkFrom(bytes('xref trailer'), 1)).toBe(5);
  });
});
