import { languageOf, sentenceFor } from './messages';
import { run } from './run';

const language = languageOf(process.env);

process.stdout.on('error', leave);
process.stderr.on('error', leave);

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(`${text}\n`),
  language,
};
run(process.argv.slice(2), io, Boolean(process.env.BANXIN_DEBUG)).then((code) => {
  process.exitCode = code;
  setImmediate(end);
});

/** Spares V8 tidying up a heap that goes with the process. What is still being written, or could not be, is waited for. */
function end(): void {
  const isSaid = [process.stdout, process.stderr].every(({ writableLength, errored }) => writableLength === 0 && !errored);
  if (isSaid) process.exit();
}

/** A reader that closes the pipe early (`banxin … | head`) has seen enough; any other failure, as a full disk, is said. */
async function leave(error: NodeJS.ErrnoException): Promise<void> {
  if (error.code === 'EPIPE') process.exit(0);
  const { fileError } = await import('../engine/store/file-errors');
  process.stderr.write(`${await sentenceFor(fileError('stdout', error), language)}\n`);
  process.exit(1);
}
