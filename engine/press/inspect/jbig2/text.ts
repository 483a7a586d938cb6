/** Text of JBIG2: symbols placed in strips (ITU-T T.88, 6.4). */
import { type Bitmap, type Budget, combine, decodeRefinement, type Moved } from './bitmap';
import type { Coding } from './coding';

const mostInstances = 1_000_000;

export interface TextHeader {
  readonly refines: boolean;
  /** Height of a strip is 2 to this power. */
  readonly stripBits: number;
  /** 0 bottom left, 1 top left, 2 bottom right, 3 top right. */
  readonly corner: number;
  readonly transposed: boolean;
  readonly operator: number;
  readonly offset: number;
  readonly refinementTemplate: number;
  readonly refinementMoved: readonly Moved[];
  readonly instances: number;
}

export const plainText = { stripBits: 0, corner: 1, transposed: false, operator: 0, offset: 0 } as const;

/** How many bits tell one of so many symbols. */
export const bitsFor = (count: number): number => Math.ceil(Math.log2(Math.max(1, count)));

/** @param symbolBits that tell a symbol where no codes do */
export function placeSymbols(
  coding: Coding,
  header: TextHeader,
  symbolBits: number,
  symbols: readonly Bitmap[],
  region: Bitmap,
  budget: Budget,
): void {
  const { stripBits, corner, transposed, operator, offset, instances } = header;
  if (instances > mostInstances) throw new RangeError('JBIG2: instances');
  const strips = 1 << stripBits;
  let strip = -coding.number('IADT') * strips;
  let [firstS, count] = [0, 0];
  while (count < instances) {
    strip += coding.number('IADT') * strips;
    firstS += coding.number('IAFS');
    for (let s: number | undefined = firstS; s !== undefined && count < instances; ) {
      const t = strip + coding.strip(stripBits);
      const symbol = symbolAt(coding, header, symbols[coding.symbol(symbolBits)], budget);
      const isRight = corner >= 2;
      const isBottom = corner % 2 === 0;
      const length = (transposed ? symbol.height : symbol.width) - 1;
      const isBehind = transposed ? isBottom : isRight;
      if (isBehind) s += length;
      const [x, y] = transposed ? [t, s] : [s, t];
      combine(region, symbol, isRight ? x - symbol.width + 1 : x, isBottom ? y - symbol.height + 1 : y, operator);
      if (!isBehind) s += length;
      count++;
      const gap: number | undefined = coding.take('IADS');
      s = gap === undefined ? undefined : s + gap + offset;
    }
  }
}

function symbolAt(
  coding: Coding,
  { refines, refinementTemplate, refinementMoved }: TextHeader,
  symbol: Bitmap | undefined,
  budget: Budget,
): Bitmap {
  if (!symbol) throw new RangeError('JBIG2: symbol');
  if (!refines || !coding.isRefined()) return symbol;
  const [wider, higher] = [coding.number('IARDW'), coding.number('IARDH')];
  const [dx, dy] = [coding.number('IARDX'), coding.number('IARDY')];
  const changed = budget.bitmap(symbol.width + wider, symbol.height + higher);
  const [x, y] = [(wider >> 1) + dx, (higher >> 1) + dy];
  coding.refine((decoder, contexts) =>
    decodeRefinement(decoder, contexts, changed, symbol, x, y, { template: refinementTemplate, moved: refinementMoved }),
  );
  return changed;
}
