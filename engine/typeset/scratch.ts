/**
 * Working memory of composition. A newspaper sets thousands of short paragraphs; arrays made anew for each would keep the
 * garbage collector busy for longer than the setting takes. What a slot holds is valid until the same slot is asked for again.
 */
export class Scratch {
  private readonly arrays = new Map<Slot, Kept>();

  /** At least `length` bytes, all 0. */
  uint8(slot: Slot, length: number): Uint8Array {
    return this.take(slot, length, Uint8Array);
  }

  uint16(slot: Slot, length: number): Uint16Array {
    return this.take(slot, length, Uint16Array);
  }

  uint32(slot: Slot, length: number): Uint32Array {
    return this.take(slot, length, Uint32Array);
  }

  int32(slot: Slot, length: number): Int32Array {
    return this.take(slot, length, Int32Array);
  }

  float64(slot: Slot, length: number): Float64Array {
    return this.take(slot, length, Float64Array);
  }

  private take<A extends Kept>(slot: Slot, length: number, Type: new (length: number) => A): A {
    const kept = this.arrays.get(slot) as A | undefined;
    if (kept !== undefined && kept.length >= length) {
      kept.fill(0, 0, length);
      return kept;
    }
    const made = new Type(length < MOST_KEPT ? Math.max(LEAST_ROOM, length + (length >> 1)) : length);
    if (length < MOST_KEPT) this.arrays.set(slot, made);
    return made;
  }
}

type Kept = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** What the arrays hold; each name belongs to one stage and one kind of array. */
export type Slot =
  | 'codePoints'
  | 'classes'
  | 'offsets'
  | 'sources'
  | 'joints'
  | 'faceOf'
  | 'glyphs'
  | 'bodies'
  | 'shifts'
  | 'whiteBefore'
  | 'whiteAfter'
  | 'kinds'
  | 'gaps'
  | 'give'
  | 'giveKind'
  | 'takeKind'
  | 'take'
  | 'lineEnds'
  | 'sums'
  | 'rows'
  | 'stretchable'
  | 'letters'
  | 'before'
  | 'upTo'
  | 'leastBefore'
  | 'leastUpTo'
  | 'places'
  | 'ends'
  | 'costs'
  | 'heads'
  | 'best'
  | 'from';

const LEAST_ROOM = 256;
/** Longer arrays are not kept. */
const MOST_KEPT = 1_000_000;
