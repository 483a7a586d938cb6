import { languageOf, sentenceFor } from './messages';
import { openOutput } from './output';
import { run } from './run';

const language = languageOf(process.env);

const [output, errors] = [openOutput(1, leave), openOutput(2, leave)];

const io = {
  out: (text: string) => output.write(text),
  err: (text: string) => errors.write(`${text}\n`),
  language,
};
run(process.argv.slice(2), io, Boolean(process.env.BANXIN_DEBUG)).then((code) => {
  process.exitCode = code;
  setImmediate(end);
});

/** Spares V8 tidying up a heap that goes with the process. What is still being written, or could not be, is waited for. */
function end(): void {
  if (output.isSaid() && errors.isSaid()) process.exit();
}

/** A reader that closes the pipe early (`banxin … | head`) has seen enough; any other failure, as a full disk, is said. */
async function leave(error: NodeJS.ErrnoException): Promise<void> {
  if (error.code === 'EPIPE') process.exit(0);
  const { fileError } = await import('../engine/store/file-errors');
  io.err(await sentenceFor(fileError('stdout', error), language));
  process.exit(1);
}
