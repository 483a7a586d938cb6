#!/usr/bin/env node
import { languageOf } from './messages';
import { run } from './run';

/** A reader that closes the pipe early (`banxin … | head`) has seen enough; that is no failure. */
function leaveWhenPipeCloses(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
process.stdout.on('error', leaveWhenPipeCloses);
process.stderr.on('error', leaveWhenPipeCloses);

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(`${text}\n`),
  language: languageOf(process.env),
};
process.exitCode = await run(process.argv.slice(2), io, Boolean(process.env.BANXIN_DEBUG));
