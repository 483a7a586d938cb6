/** Pages of text alone, beside the least work for the same text: time, and the bytes of fonts and content. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFName, PDFParser, PDFRawStream } from 'pdf-lib';
import { interleave, type Timing, table } from './measure';
import { galleyText } from './text';

const pages = 4;
/** Paragraphs of `galleyText` that fill a page of 四开, fewer on the first one. */
const paragraphs = { first: 21, other: 27 };
const stories = 3;
/** Many, since the ratio of two times is asked to a twentieth, and a machine's speed varies by more. */
const rounds = 15;

/**
 * `BANXIN_FLOOR` names a program (text file, PDF file) that sets the same text with the least work: one face, one file, no
 * rules of composition. It is run on all of the text, and page by page as press files are.
 */
export async function pressText(program: string, root: string, folder: string): Promise<void> {
  const [issue, manuscripts] = [join(folder, 'text'), join(folder, 'manuscripts')];
  const texts = writeManuscripts(manuscripts);
  const once = (...args: string[]) => interleave({ once: [program, ...args] }, 0);
  once('new', issue, '--template', 'sikai', '--pages', String(pages), '--date', '2026-03-10');
  once('import', issue, manuscripts);
  once('arrange', issue);
  const [pressed, together] = [join(folder, 'text-press'), join(folder, 'text-together')];
  const floor = process.env.BANXIN_FLOOR;
  process.env.FONT ??= join(root, 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
  process.env.QUIET ??= '1';
  const sources = ['all', ...texts.keys()].map((name) => join(folder, `floor-${name}.txt`));
  for (const [i, source] of sources.entries()) writeFileSync(source, i === 0 ? texts.join('') : texts[i - 1]!);
  const timings = interleave(
    {
      ...(floor ? Object.fromEntries(sources.map((source) => [source, [floor, source, `${source}.pdf`]])) : {}),
      press: [program, 'press', issue, '-o', pressed, '--force'],
      together: [program, 'press', issue, '-o', together, '--together', '--force'],
    },
    rounds,
  );
  const filesIn = (output: string) => readdirSync(output).map((file) => join(output, file));
  const rows: Record<string, Timing> = { 'four press files': timings.press!, 'one press file (--together)': timings.together! };
  if (floor) {
    rows['floor, one file'] = timings[sources[0]!]!;
    rows['floor, page by page'] = sources
      .slice(1)
      .map((source) => timings[source]!)
      .reduce(sumOf);
  }
  table(`press: four pages of text (${rounds} rounds)`, rows);
  if (floor) {
    const [one, each] = ['floor, one file', 'floor, page by page'].map((name) => rows[name]!.cpu);
    tellRatios('CPU time', [timings.together!.cpu / one!, timings.press!.cpu / one!, timings.press!.cpu / each!], 2);
  }
  console.log('  bytes of fonts, ToUnicode and content');
  const [each, one] = [await sizeOf(filesIn(pressed)), await sizeOf(filesIn(together))];
  tellSize('four press files', each);
  tellSize('one press file (--together)', one);
  if (!floor) return;
  const floorOne = await sizeOf([`${sources[0]!}.pdf`]);
  const floorEach = await sizeOf(sources.slice(1).map((source) => `${source}.pdf`));
  tellSize('floor, one file', floorOne);
  tellSize('floor, page by page', floorEach);
  tellRatios('size', [sum(one) / sum(floorOne), sum(each) / sum(floorOne), sum(each) / sum(floorEach)], 1.3);
}

/** One file to one file; and a file a page both to a floor that writes one file, and to one that writes a file a page too. */
function tellRatios(what: string, ratios: readonly [number, number, number], budget: number): void {
  const [together, toOneFile, pageByPage] = ratios.map((ratio) => ratio.toFixed(2));
  console.log(`    ${what}, one press file: ${together} × the floor in one file (budget ${budget})`);
  console.log(`    ${what}, four press files: ${toOneFile} × the floor in one file, ${pageByPage} × the floor page by page`);
}

/** Three stories a page, named by their page; gives each page's text. */
function writeManuscripts(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const all = galleyText(2 * pages)
    .trim()
    .split('\n');
  return Array.from({ length: pages }, (_, page) => {
    const from = page * paragraphs.other;
    const own = all.slice(from, from + (page === 0 ? paragraphs.first : paragraphs.other));
    const each = Math.ceil(own.length / stories);
    return Array.from({ length: stories }, (_, i) => {
      const body = own.slice(i * each, (i + 1) * each);
      const headline = body[0]!.replace(/[^\u4e00-\u9fff]/g, '').slice(0, 11);
      const text = `${headline}\n\n${body.join('\n')}\n`;
      writeFileSync(join(folder, `${page + 1}版 ${i + 1}.txt`), text);
      return text;
    }).join('');
  });
}

const sumOf = (one: Timing, other: Timing): Timing => ({ wall: one.wall + other.wall, cpu: one.cpu + other.cpu });

interface Size {
  fonts: number;
  toUnicode: number;
  content: number;
}

const sum = ({ fonts, toUnicode, content }: Size): number => fonts + toUnicode + content;

/** Bytes as they stand in the files, packed. */
async function sizeOf(files: readonly string[]): Promise<Size> {
  const size: Size = { fonts: 0, toUnicode: 0, content: 0 };
  const add = (key: keyof Size, dict: PDFDict, name: string) => {
    const stream = dict.lookup(PDFName.of(name));
    if (stream instanceof PDFRawStream) size[key] += stream.contents.length;
  };
  for (const file of files) {
    const context = await PDFParser.forBytesWithOptions(readFileSync(file)).parseDocument();
    for (const [, object] of context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict)) continue;
      for (const name of ['FontFile2', 'FontFile3']) add('fonts', object, name);
      add('toUnicode', object, 'ToUnicode');
      if (object.get(PDFName.of('Type')) === PDFName.of('Page')) add('content', object, 'Contents');
    }
  }
  return size;
}

function tellSize(name: string, size: Size): void {
  const { fonts, toUnicode, content } = size;
  const kilobytes = [sum(size), fonts, toUnicode, content].map((bytes) => (bytes / 1024).toFixed(0));
  console.log(`  ${name.padEnd(28)} ${kilobytes[0]!.padStart(6)} KB = ${kilobytes.slice(1).join(' + ')}`);
}
