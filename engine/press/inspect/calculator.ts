/** PostScript calculator functions (ISO 32000-1 §7.10.5): tints of spot plates as page layout programs write them. */

/** Programs in circulation have some fifty words. */
const mostWords = 2000;
const mostStack = 100;

type Word = number | string | readonly Word[];

/** A program as it is called with its inputs; undefined when it is none. Throws RangeError on a program that cannot run. */
export function readCalculator(text: string): ((inputs: readonly number[]) => readonly number[]) | undefined {
  const words = text.replace(/%[^\r\n]*/g, ' ').match(/[{}]|[^\s{}]+/g) ?? [];
  if (words[0] !== '{' || words.length > mostWords) return undefined;
  const rest = words.slice(1);
  const program = block(rest);
  return program && rest.length === 0 ? (inputs) => run(program, [...inputs]) : undefined;
}

/** Takes words up to the closing brace; undefined when there is none. */
function block(words: string[]): Word[] | undefined {
  const program: Word[] = [];
  for (;;) {
    const word = words.shift();
    if (word === undefined) return undefined;
    if (word === '}') return program;
    const inner = word === '{' ? block(words) : undefined;
    if (word === '{' && !inner) return undefined;
    const number = Number(word);
    program.push(inner ?? (Number.isFinite(number) ? number : word));
  }
}

function run(program: readonly Word[], stack: number[]): number[] {
  for (const [i, word] of program.entries()) {
    if (typeof word === 'number') stack.push(word);
    else if (typeof word === 'string') operate(word, stack, program, i);
    if (stack.length > mostStack) throw new RangeError('calculator: stack');
  }
  return stack;
}

function operate(word: string, stack: number[], program: readonly Word[], i: number): void {
  const procedure = (at: number): readonly Word[] => {
    const found = program[at];
    if (!Array.isArray(found)) throw new RangeError('calculator: procedure');
    return found;
  };
  if (word === 'if' || word === 'ifelse') {
    const isTrue = pop(stack) !== 0;
    if (word === 'ifelse') run(procedure(isTrue ? i - 2 : i - 1), stack);
    else if (isTrue) run(procedure(i - 1), stack);
    return;
  }
  if (shuffle(word, stack)) return;
  const two = binary[word];
  const one = unary[word];
  if (two) {
    const b = pop(stack);
    stack.push(two(pop(stack), b));
  } else if (one) stack.push(one(pop(stack)));
  else throw new RangeError(`calculator: ${word}`);
}

function pop(stack: number[]): number {
  const value = stack.pop();
  if (value === undefined) throw new RangeError('calculator: empty stack');
  return value;
}

/** Operators that move what is on the stack. */
function shuffle(word: string, stack: number[]): boolean {
  switch (word) {
    case 'pop':
      pop(stack);
      return true;
    case 'dup':
      stack.push(at(stack, 0));
      return true;
    case 'exch':
      stack.push(...take(stack, 2).reverse());
      return true;
    case 'copy':
      stack.push(...peek(stack, pop(stack)));
      return true;
    case 'index':
      stack.push(at(stack, pop(stack)));
      return true;
    case 'roll': {
      const steps = pop(stack);
      const count = pop(stack);
      const items = take(stack, count);
      const turned = count > 0 ? ((steps % count) + count) % count : 0;
      stack.push(...items.slice(count - turned), ...items.slice(0, count - turned));
      return true;
    }
    case 'true':
    case 'false':
      stack.push(word === 'true' ? 1 : 0);
      return true;
    default:
      return false;
  }
}

function peek(stack: readonly number[], count: number): number[] {
  if (!Number.isInteger(count) || count < 0 || count > stack.length) throw new RangeError('calculator: empty stack');
  return stack.slice(stack.length - count);
}

function take(stack: number[], count: number): number[] {
  const items = peek(stack, count);
  stack.length -= count;
  return items;
}

function at(stack: readonly number[], depth: number): number {
  const value = stack[stack.length - 1 - depth];
  if (value === undefined) throw new RangeError('calculator: empty stack');
  return value;
}

const truth = (value: boolean): number => (value ? 1 : 0);
const degrees = 180 / Math.PI;

const unary: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  neg: (a) => -a,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  cvi: Math.trunc,
  cvr: (a) => a,
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  sin: (a) => Math.sin(a / degrees),
  cos: (a) => Math.cos(a / degrees),
  ln: (a) => Math.log(Math.max(Number.MIN_VALUE, a)),
  log: (a) => Math.log10(Math.max(Number.MIN_VALUE, a)),
  not: (a) => truth(a === 0),
};

const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  exp: (a, b) => a ** b,
  atan: (a, b) => (Math.atan2(a, b) * degrees + 360) % 360,
  eq: (a, b) => truth(a === b),
  ne: (a, b) => truth(a !== b),
  gt: (a, b) => truth(a > b),
  ge: (a, b) => truth(a >= b),
  lt: (a, b) => truth(a < b),
  le: (a, b) => truth(a <= b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  bitshift: (a, b) => (b < 0 ? a >> -b : a << b),
};
