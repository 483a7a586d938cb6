import { version } from '../package.json';
import { UsageError } from './args';
import type { Command, Io } from './command';
import { sentenceFor } from './messages';
import { commandNames } from './names';

/** Runs one command line and returns its exit code: 0 done, 1 the input is at fault, 2 wrong usage. Never throws. */
export async function run(args: readonly string[], io: Io, debug = false): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    io.err(await sentenceFor(error, io.language));
    if (error instanceof UsageError) return 2;
    if (debug && error instanceof Error) io.err(error.stack ?? '');
    return 1;
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    io.out(`${version}\n`);
    return 0;
  }
  if (name === undefined) throw new UsageError('cli.noCommand');
  if (name === '--help' || name === '-h' || name === 'help') return help(rest[0], io);
  if (!commandNames.includes(name))
    throw new UsageError('cli.unknownCommand', { command: name, commands: commandNames.join(' ') });
  if (asksForHelp(rest)) return help(name, io);
  return runCommand(name, rest, io);
}

/** A `--help` behind `--` is a file's name. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

async function help(name: string | undefined, io: Io): Promise<number> {
  const { usageOf } = await import('./usage');
  io.out(usageOf(name, io.language));
  return 0;
}

async function runCommand(name: string, args: readonly string[], io: Io): Promise<number> {
  const module: { command: Command } = await import(`./commands/${name}.ts`);
  return module.command.run(args, io);
}
