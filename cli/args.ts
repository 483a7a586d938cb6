import { parseArgs } from 'node:util';

/** The command was called in a wrong way: exit 2. `code` names a sentence in text.ts, `params` fill its {blanks}. */
export class UsageError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'UsageError';
  }
}

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given several times; all count. */
  readonly multiple?: true;
}

/** How many arguments without a dash a command takes; `most` may be Infinity. */
export interface PositionalCount {
  readonly least: number;
  readonly most: number;
}

type Values<O extends Readonly<Record<string, OptionSpec>>> = {
  readonly [K in keyof O]?: O[K] extends { readonly multiple: true }
    ? readonly string[]
    : O[K]['type'] extends 'boolean'
      ? boolean
      : string;
};

export interface Parsed<O extends Readonly<Record<string, OptionSpec>>> {
  readonly values: Values<O>;
  readonly positionals: readonly string[];
}

/** Reads a command's arguments. An option given twice counts once, the last wins, unless all count. Throws UsageError. */
export function parseArguments<const O extends Readonly<Record<string, OptionSpec>>>(
  args: readonly string[],
  options: O,
  count: PositionalCount,
): Parsed<O> {
  const { values, positionals } = parseStrictly(args, options);
  if (positionals.length < count.least) throw new UsageError('cli.tooFew');
  if (positionals.length > count.most) throw new UsageError('cli.tooMany', { argument: positionals[count.most] });
  if (positionals.some((argument) => argument === '')) throw new UsageError('cli.emptyArgument');
  return { values: values as Values<O>, positionals };
}

function parseStrictly(args: readonly string[], options: Readonly<Record<string, OptionSpec>>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError('cli.badOption', { option: optionNamed(error, args) });
  }
}

/** The option that node:util complained about; its messages quote it: `Unknown option '--page'`. */
function optionNamed(error: unknown, args: readonly string[]): string {
  const quoted = error instanceof Error ? /'(-[^'\s]*)/.exec(error.message)?.[1] : undefined;
  return quoted ?? args.find((arg) => arg.startsWith('-')) ?? '';
}

export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

/** The value of a numeric option within its bounds, or undefined when it was not given. Throws UsageError. */
export function numberOption(name: string, text: string | undefined, bounds: NumberBounds): number | undefined {
  if (text === undefined) return undefined;
  const value = /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
  const fits = value >= bounds.least && value <= bounds.most && (!bounds.whole || Number.isInteger(value));
  if (!fits) throw new UsageError('cli.badNumber', { option: `--${name}`, value: text, least: bounds.least, most: bounds.most });
  return value;
}

/** The values of an option that takes several of a few words, each with commas between or given by itself. Throws UsageError. */
export function choicesOption<const C extends string>(
  name: string,
  texts: readonly string[] = [],
  choices: readonly C[],
): readonly C[] {
  const words = texts.flatMap((text) => text.split(',')).map((text) => text.trim());
  return words.map((word) => choiceOption(name, word, choices)!);
}

/** The value of an option that takes one of a few words, or undefined when it was not given. Throws UsageError. */
export function choiceOption<const C extends string>(
  name: string,
  text: string | undefined,
  choices: readonly C[],
): C | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined)
    throw new UsageError('cli.badChoice', { option: `--${name}`, value: text, choices: choices.join(' | ') });
  return choice;
}
