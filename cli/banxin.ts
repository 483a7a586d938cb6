#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { languageOf, sentenceFor } from './messages';
import { run } from './run';

// A command is over before most of what V8 would optimise has paid for it: a galley of three pages takes a third less CPU.
// Electron's V8, which runs the packed command line, knows no such flag.
if (!process.versions.electron) setFlagsFromString('--interrupt-budget=1000000');

const language = languageOf(process.env);

process.stdout.on('error', leave);
process.stderr.on('error', leave);

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(`${text}\n`),
  language,
};
process.exitCode = await run(process.argv.slice(2), io, Boolean(process.env.BANXIN_DEBUG));

/** A reader that closes the pipe early (`banxin … | head`) has seen enough; any other failure, as a full disk, is said. */
async function leave(error: NodeJS.ErrnoException): Promise<void> {
  if (error.code === 'EPIPE') process.exit(0);
  const { fileError } = await import('../engine/store/file-errors');
  process.stderr.write(`${await sentenceFor(fileError('stdout', error), language)}\n`);
  process.exit(1);
}
