/**
 * Mutated files of every kind that people send: each is read or refused by name, none throws, hangs or fills the memory.
 * `BANXIN_FUZZ` sets half the number of files; `npm run fuzz` takes 2,000.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { comeFrom } from '../../engine/intake/understand';
import { decodeText } from '../../engine/manuscript';
import { readWordList } from '../../engine/proofread';
import { mutated, type Random, random } from '../press/mutate';
import { busyPdf } from '../press/placed-pages';
import { temporaryFolder } from '../store/temporary-folder';
import { exif, exifTexts, iptc, jpeg, png, webp } from './pictures';

const cases = 2 * Number(process.env.BANXIN_FUZZ ?? 45);
/** A guard against files that never end, milliseconds; far above what any takes. */
const patience = 60_000;
const mostMemory = 500;

const tally = new Map<string, number>();
let slowest = { took: 0, what: '' };

afterAll(() => {
  if (!process.env.BANXIN_FUZZ) return;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
  console.log([...tally].sort(), slowest, `${megabytes} MB at most`);
  expect(megabytes).toBeLessThan(mostMemory);
});

const STORY = '河堤添绿\n\n本报讯（通讯员 林小满）河堤上,种了“柳树”...\n图①孩子们。图②老人。\n\n林小满 摄\n'.repeat(20);
const XML = `<?xml version="1.0"?><w:document><w:body>${`<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>河堤添绿</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice></mc:AlternateContent><a:blip r:embed="i"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`.repeat(10)}</w:body></w:document>`;

const wordParts = (document: Uint8Array) => ({
  '[Content_Types].xml': strToU8('<Types/>'),
  '_rels/.rels': strToU8(
    '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/_rels/document.xml.rels': strToU8(
    '<Relationships><Relationship Id="i" Type="http://x/image" Target="media/a.jpg"/></Relationships>',
  ),
  'word/document.xml': document,
  'word/media/a.jpg': jpeg(60, 40),
});
const word = zipSync(wordParts(strToU8(XML)));

function wide(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}

/** A file of a kind with damage, by its name. */
const kinds: Readonly<Record<string, (next: Random) => Uint8Array>> = {
  'utf-8.txt': (next) => mutated(strToU8(STORY), next),
  'utf-16.txt': (next) => mutated(wide(STORY), next),
  'gb18030.txt': (next) => mutated(Uint8Array.from(Array.from({ length: 400 }, () => [0xba, 0xd3, 0xb5, 0xcc]).flat()), next),
  'page.html': (next) =>
    mutated(
      strToU8(
        `<html><head><meta charset="utf-8"></head><body>${`<p>河堤&nbsp;<b>添绿</b></p><table><tr><td>甲</td></tr></table>`.repeat(40)}</body></html>`,
      ),
      next,
    ),
  'word.docx': (next) => mutated(word, next),
  'word-xml.docx': (next) => zipSync(wordParts(mutated(strToU8(XML), next)), { level: 0 }),
  'archive.zip': (next) => mutated(zipSync({ '张三/河堤.txt': strToU8(STORY), 'a.jpg': jpeg(60, 40), 'w.docx': word }), next),
  'photo.jpg': (next) =>
    mutated(
      jpeg(60, 40, {
        exif: exifTexts([[0x010e, [...strToU8('河堤')]]]),
        iptc: iptc([
          [120, [...strToU8('河堤')]],
          [80, [0xc1, 0xd6]],
        ]),
      }),
      next,
    ),
  'turned.jpg': (next) => mutated(jpeg(60, 40, { exif: exif(6), thumbnail: true }), next),
  'picture.png': (next) => mutated(png(60, 40), next),
  'picture.webp': (next) => mutated(webp('extended', 60, 40), next),
  'page.pdf': (next) => mutated(busyPdf(), next),
};

async function outcomesOf(file: string): Promise<string> {
  const inspect = async () => ({ width: 8, height: 6 });
  const said: string[] = [];
  for await (const { content } of comeFrom(file, { inspect, off: new Set() })) {
    said.push(content instanceof InputError ? content.code : content.kind);
  }
  return said.join('+');
}

describe('damaged files', () => {
  const each = Math.ceil(cases / Object.keys(kinds).length);

  test.each(Object.keys(kinds))(
    '%s',
    async (name) => {
      const folder = temporaryFolder();
      for (let seed = 1; seed <= each; seed++) {
        const file = join(folder, `${seed}-${name}`);
        writeFileSync(file, kinds[name]!(random(seed)));
        const start = performance.now();
        const outcome = await outcomesOf(file);
        const took = performance.now() - start;
        if (took > slowest.took) slowest = { took, what: `${name} ${seed}` };
        expect(took, `${name} ${seed}`).toBeLessThan(patience);
        expect(outcome, `${name} ${seed}`).not.toBe('');
        tally.set(`${name}: ${outcome.slice(0, 40)}`, (tally.get(`${name}: ${outcome.slice(0, 40)}`) ?? 0) + 1);
      }
    },
    600_000,
  );

  test('word lists', () => {
    for (let seed = 1; seed <= each; seed++) {
      const bytes = mutated(strToU8('[禁用]\n甲词\n帐户→账户\n'.repeat(200)), random(seed));
      try {
        const { entries } = readWordList(decodeText(bytes, '词.txt').text, '词.txt');
        for (const { words } of entries) expect(words.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }
  });
});
