/** Symbols of JBIG2 that are coded once, and text that places them (ITU-T T.88, 6.4 and 6.5). */
import { ArithmeticDecoder, NumberDecoder } from './arithmetic';
import { type Bitmap, type Budget, combine, decodeGeneric, decodeRefinement, type Moved } from './bitmap';

const mostSymbols = 100_000;
const mostInstances = 1_000_000;

interface Decoders {
  readonly decoder: ArithmeticDecoder;
  readonly numbers: NumberDecoder;
  readonly refinement: Uint8Array;
}

const decodersOf = (bytes: Uint8Array): Decoders => {
  const decoder = new ArithmeticDecoder(bytes);
  return { decoder, numbers: new NumberDecoder(decoder), refinement: new Uint8Array(1 << 13) };
};

const bitsFor = (count: number): number => Math.ceil(Math.log2(Math.max(1, count)));

export interface DictionaryHeader {
  readonly template: number;
  readonly moved: readonly Moved[];
  readonly refines: boolean;
  readonly refinementTemplate: number;
  readonly refinementMoved: readonly Moved[];
  readonly exported: number;
  readonly fresh: number;
}

export function decodeDictionary(
  bytes: Uint8Array,
  header: DictionaryHeader,
  known: readonly Bitmap[],
  budget: Budget,
): readonly Bitmap[] {
  const { template, moved, refines, fresh, exported } = header;
  if (known.length + fresh > mostSymbols) throw new RangeError('JBIG2: symbols');
  const decoders = decodersOf(bytes);
  const { decoder, numbers } = decoders;
  const contexts = new Uint8Array(1 << 16);
  const symbols = [...known];
  const total = known.length + fresh;
  for (let height = 0; symbols.length < total; ) {
    height += numbers.number('IADH');
    let width = 0;
    for (let step = numbers.take('IADW'); step !== undefined; step = numbers.take('IADW')) {
      if (symbols.length >= total) throw new RangeError('JBIG2: symbols');
      width += step;
      if (refines) symbols.push(refinedSymbol(decoders, header, symbols, total, width, height, budget));
      else {
        const symbol = budget.bitmap(width, height);
        decodeGeneric(decoder, contexts, symbol, template, moved, false);
        symbols.push(symbol);
      }
    }
  }
  const chosen: Bitmap[] = [];
  for (let at = 0, isExported = false; at < total && chosen.length <= exported; isExported = !isExported) {
    const run = numbers.number('IAEX');
    if (run < 0 || at + run > total) throw new RangeError('JBIG2: symbols');
    if (isExported) chosen.push(...symbols.slice(at, at + run));
    at += run;
    if (run === 0 && isExported) break;
  }
  return chosen;
}

function refinedSymbol(
  decoders: Decoders,
  { refinementTemplate, refinementMoved }: DictionaryHeader,
  symbols: readonly Bitmap[],
  total: number,
  width: number,
  height: number,
  budget: Budget,
): Bitmap {
  const { decoder, numbers, refinement } = decoders;
  const symbol = budget.bitmap(width, height);
  const count = numbers.number('IAAI');
  if (count > 1) {
    const region = {
      ...plainText,
      instances: count,
      refines: true,
      refinementTemplate,
      refinementMoved,
      symbolBits: bitsFor(total),
    };
    placeSymbols(decoders, region, symbols, symbol, budget);
    return symbol;
  }
  const other = symbols[numbers.symbol(bitsFor(total))];
  const [dx, dy] = [numbers.number('IARDX'), numbers.number('IARDY')];
  if (!other) throw new RangeError('JBIG2: symbol');
  decodeRefinement(decoder, refinement, symbol, other, dx, dy, refinementTemplate, refinementMoved);
  return symbol;
}

export interface TextHeader {
  readonly refines: boolean;
  readonly strips: number;
  /** 0 bottom left, 1 top left, 2 bottom right, 3 top right. */
  readonly corner: number;
  readonly transposed: boolean;
  readonly operator: number;
  readonly offset: number;
  readonly refinementTemplate: number;
  readonly refinementMoved: readonly Moved[];
  readonly instances: number;
  readonly symbolBits: number;
}

const plainText = { strips: 1, corner: 1, transposed: false, operator: 0, offset: 0 } as const;

export function decodeText(
  bytes: Uint8Array,
  header: Omit<TextHeader, 'symbolBits'>,
  symbols: readonly Bitmap[],
  region: Bitmap,
  budget: Budget,
): void {
  placeSymbols(decodersOf(bytes), { ...header, symbolBits: bitsFor(symbols.length) }, symbols, region, budget);
}

function placeSymbols(decoders: Decoders, header: TextHeader, symbols: readonly Bitmap[], region: Bitmap, budget: Budget): void {
  const { numbers } = decoders;
  const { strips, corner, transposed, operator, offset, instances, symbolBits } = header;
  if (instances > mostInstances) throw new RangeError('JBIG2: instances');
  let strip = -numbers.number('IADT') * strips;
  let [firstS, count] = [0, 0];
  while (count < instances) {
    strip += numbers.number('IADT') * strips;
    firstS += numbers.number('IAFS');
    for (let s: number | undefined = firstS; s !== undefined && count < instances; ) {
      const t = strip + (strips === 1 ? 0 : numbers.number('IAIT'));
      const symbol = symbolAt(decoders, header, symbols[numbers.symbol(symbolBits)], budget);
      const isRight = corner >= 2;
      const isBottom = corner % 2 === 0;
      const length = (transposed ? symbol.height : symbol.width) - 1;
      const isBehind = transposed ? isBottom : isRight;
      if (isBehind) s += length;
      const [x, y] = transposed ? [t, s] : [s, t];
      combine(region, symbol, isRight ? x - symbol.width + 1 : x, isBottom ? y - symbol.height + 1 : y, operator);
      if (!isBehind) s += length;
      count++;
      const gap: number | undefined = numbers.take('IADS');
      s = gap === undefined ? undefined : s + gap + offset;
    }
  }
}

function symbolAt(
  { decoder, numbers, refinement }: Decoders,
  { refines, refinementTemplate, refinementMoved }: TextHeader,
  symbol: Bitmap | undefined,
  budget: Budget,
): Bitmap {
  if (!symbol) throw new RangeError('JBIG2: symbol');
  if (!refines || numbers.number('IARI') === 0) return symbol;
  const [wider, higher] = [numbers.number('IARDW'), numbers.number('IARDH')];
  const [dx, dy] = [numbers.number('IARDX'), numbers.number('IARDY')];
  const changed = budget.bitmap(symbol.width + wider, symbol.height + higher);
  const [x, y] = [(wider >> 1) + dx, (higher >> 1) + dy];
  decodeRefinement(decoder, refinement, changed, symbol, x, y, refinementTemplate, refinementMoved);
  return changed;
}
