/** Findings of one page, each kind once with how often it was met and where first. */
import type { Box } from '../geometry';
import type { Place } from './types';

/** The same thing found once or often on a page. */
export interface Sighting {
  readonly rule: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The first place; undefined for what has none. */
  readonly place: Place | undefined;
  readonly count: number;
}

/** Characters of a text that a finding quotes at most. */
export const mostQuoted = 30;
const pointsPerMm = 72 / 25.4;

/** Collects what is found on a page. */
export class Sightings {
  private readonly known = new Map<string, { -readonly [key in keyof Sighting]: Sighting[key] }>();

  /** @param trim the trimmed page, points of the file's space; places are seen from its top left corner */
  constructor(private readonly trim: Box) {}

  /** In the order in which each kind was met first. */
  get all(): readonly Sighting[] {
    return [...this.known.values()];
  }

  /** Takes note. Findings of one rule that differ in size, width, space or amount stand apart; their texts are joined. */
  see(rule: string, params: Sighting['params'], box?: Box, text = ''): void {
    const size = params.size ?? params.width ?? params.space ?? params.percent ?? params.what ?? params.ppi ?? '';
    const key = `${rule} ${size}`;
    const before = this.known.get(key);
    if (!before) {
      const place = box && this.placeOf(box);
      this.known.set(key, { rule, params: text ? { ...params, text } : params, place, count: 1 });
      return;
    }
    before.count++;
    const quoted = before.params.text;
    if (text && typeof quoted === 'string' && quoted.length < mostQuoted)
      before.params = { ...before.params, text: quoted + text };
  }

  /** A box in millimetres from the trim's top left corner, to tenths. */
  placeOf({ left, top, right, bottom }: Box): Place {
    const mm = (points: number) => Math.round((points / pointsPerMm) * 10) / 10;
    return { x: mm(left - this.trim.left), y: mm(this.trim.top - top), width: mm(right - left), height: mm(top - bottom) };
  }
}
