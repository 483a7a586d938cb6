import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MOST_PAGES } from '../../engine/issue/schema';
import { writeWhole } from '../../engine/store';
import { type Packed, type Part, packPart } from '../../engine/store/packages';
import { numberOption, parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { heldUpLine } from '../progress';

/** A page, or articles, as one file for another desk. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        page: { type: 'string' },
        articles: { type: 'string' },
        output: { type: 'string', short: 'o' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      { least: 1, most: Number.POSITIVE_INFINITY },
    );
    const [folder, ...more] = positionals as [string, ...string[]];
    const page = numberOption('page', values.page, { least: 1, most: MOST_PAGES, whole: true });
    const part = partOf(page, values.articles, more);
    const packed = await packPart(folder, part, heldUpLine(folder, io));
    const file = await fileFor(values.output, folder, page);
    await writeWhole(file, packed.bytes, { keepExisting: !values.force });
    await tell(packed, file, io, values.json ?? false);
    return 0;
  },
};

/** Articles are named by one option, parted by commas, or go on behind it: `--articles a1 a2`. */
function partOf(page: number | undefined, articles: string | undefined, more: readonly string[]): Part {
  if (articles === undefined && more.length > 0) throw new UsageError('cli.tooMany', { argument: more[0]! });
  const ids = [...(articles ?? '').split(/[,，\s]+/), ...more].filter((id) => id !== '');
  if ((page === undefined) === (ids.length === 0)) throw new UsageError('cli.onePart');
  return page === undefined ? { articles: ids } : { page };
}

/** Hanzi take three bytes each of the 255 that a name has. */
const MOST_OF_NAME = 60;

/** `NAME-p2.banxinpage` unless the user names a file; in the folder that he names. */
async function fileFor(output: string | undefined, folder: string, page: number | undefined): Promise<string> {
  // A folder's name may be as long as a file's.
  const stem = [...basename(resolve(folder), '.banxin')].slice(0, MOST_OF_NAME).join('');
  const name = `${stem}-${page === undefined ? 'articles' : `p${page}`}.banxinpage`;
  if (output === undefined) return name;
  const isFolder = await stat(output).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(output, name) : output;
}

async function tell({ bytes, content }: Packed, file: string, io: Io, json: boolean): Promise<void> {
  const { page, issue } = content;
  const counts = { page, articles: issue.articles.length, photos: issue.photos.length, bytes: bytes.length };
  if (json) io.out(`${JSON.stringify({ file, ...counts })}\n`);
  else {
    const said = { ...counts, file, size: (bytes.length / 1e6).toFixed(1) };
    io.out(`${await sentence(page > 0 ? 'cli.packedPage' : 'cli.packedArticles', said, io.language)}\n`);
  }
}
