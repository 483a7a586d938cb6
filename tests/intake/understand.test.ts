import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { takeIn } from '../../engine/intake';
import type { Issue } from '../../engine/issue/types';
import { createIssue } from '../../engine/store';
import { python } from '../fonts/tools';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';
import { jpeg } from './pictures';

async function desk() {
  const folder = temporaryFolder();
  const inbox = temporaryFolder();
  await createIssue(folder, smallIssue);
  let issue: Issue = smallIssue;
  const put = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(inbox, name), content);
    return join(inbox, name);
  };
  const take = async (...files: string[]) => {
    const helpers = {
      inspect: async () => ({ width: 8, height: 6 }),
      focus: async () => undefined,
      progress: () => undefined,
    };
    const keep = async (changed: Issue) => {
      issue = changed;
    };
    const outcomes = await takeIn(folder, issue, files, { ...helpers, keep });
    return outcomes.map(({ file, status, error }) => [file.slice(inbox.length + 1), status, error?.code]);
  };
  return { put, take, inbox, issue: () => issue };
}

const story = '河堤添了柳树\n本报讯 河堤上又添了一百棵柳树，都是居民自己种的。';
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word document with a story, a picture and its caption. */
function docx(picture: Uint8Array): Uint8Array {
  const body = `${story.split('\n').map(paragraph).join('')}<w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p>${paragraph('图1：居民在种树')}`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="d" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="p" Type="x/image" Target="media/a.jpeg"/></Relationships>',
    ),
    'word/media/a.jpeg': picture,
  });
}

describe('a Word document', () => {
  test('becomes an article, its picture finds it with the caption', async () => {
    const { put, take, issue } = await desk();
    expect(await take(put('柳树.docx', docx(jpeg(60, 40))))).toEqual([
      ['柳树.docx', 'imported', undefined],
      ['柳树.docx/柳树 图1.jpeg', 'imported', undefined],
    ]);
    const article = issue().articles.at(-1)!;
    expect(article.headline).toEqual(['河堤添了柳树']);
    const photo = issue().photos.find(({ id }) => id === article.photos[0]);
    expect(photo).toMatchObject({ file: '柳树 图1.jpeg', caption: '居民在种树' });
    expect(await take(join((await desk()).inbox, 'none.docx'))).toMatchObject([[expect.anything(), 'refused', 'store.notFound']]);
  });

  test('that came before is known', async () => {
    const { put, take } = await desk();
    const file = put('柳树.docx', docx(jpeg(60, 40)));
    await take(file);
    expect((await take(file)).map(([, status]) => status)).toEqual(['known', 'known']);
  });

  test.each([
    ['旧.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]), 'manuscript.oldWord'],
    ['表.xlsx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') }), 'manuscript.noWord'],
    ['半.docx', docx(jpeg(60, 40)).subarray(0, 300), 'store.zipDamaged'],
    ['包.rar', strToU8('Rar!\x1a\x07'), 'manuscript.archive'],
    ['稿.rtf', strToU8('{\\rtf1 x}'), 'manuscript.otherKind'],
  ])('%s is refused with its cure', async (name, bytes, code) => {
    const { put, take } = await desk();
    expect(await take(put(name, bytes))).toEqual([[name, 'refused', code]]);
  });
});

describe('an archive', () => {
  test('gives its manuscripts and pictures, subfolders and Word documents included', async () => {
    const { put, take, issue } = await desk();
    const files: Zippable = {
      '柳树/柳树.docx': docx(jpeg(60, 40)),
      '柳树/__MACOSX/x.txt': strToU8('x'),
      '.DS_Store': strToU8('x'),
      '简短.txt': strToU8('石桥修好了\n本报讯 石桥修好了，孩子们不用再蹚水上学。'),
      '坏.jpg': jpeg(60, 40).subarray(0, 20),
      '里面.zip': zipSync({ 'a.txt': strToU8('x') }),
    };
    expect(await take(put('稿.zip', zipSync(files)))).toEqual([
      ['稿.zip/柳树/柳树.docx', 'imported', undefined],
      ['稿.zip/柳树/柳树.docx/柳树 图1.jpeg', 'imported', undefined],
      ['稿.zip/简短.txt', 'imported', undefined],
      ['稿.zip/坏.jpg', 'refused', expect.stringContaining('intake.')],
      ['稿.zip/里面.zip', 'refused', 'intake.nested'],
    ]);
    expect(issue().articles).toHaveLength(smallIssue.articles.length + 2);
  });

  test('made by Windows has its Chinese names in GBK', async () => {
    const { put, take, inbox } = await desk();
    put('x.txt', story);
    const made = join(inbox, 'gbk.zip');
    python(
      `import sys, zipfile, json
with zipfile.ZipFile(sys.argv[1], 'w') as archive:
    info = zipfile.ZipInfo('placeholder')
    archive.writestr('0000.txt', open(sys.argv[2], 'rb').read())
data = open(sys.argv[1], 'rb').read().replace(b'0000.txt', '柳树'.encode('gbk') + b'.txt')
open(sys.argv[1], 'wb').write(data)
print(json.dumps(None))`,
      [made, join(inbox, 'x.txt')],
    );
    expect(await take(made)).toEqual([['gbk.zip/柳树.txt', 'imported', undefined]]);
  });

  test('that lies about a size, is empty or holds an outrageous file is refused', async () => {
    const { put, take } = await desk();
    const honest = zipSync({ 'a.txt': strToU8('字'.repeat(10_000)) });
    const lie = honest.slice();
    const view = new DataView(lie.buffer);
    const at = Buffer.from(lie).lastIndexOf('PK\x01\x02', undefined, 'latin1');
    view.setUint32(at + 24, 10, true);
    expect(await take(put('lie.zip', lie))).toEqual([['lie.zip/a.txt', 'refused', 'store.zipDamaged']]);
    view.setUint32(at + 24, 3_000_000_000, true);
    expect(await take(put('huge.zip', lie))).toEqual([['huge.zip', 'refused', 'store.zipTooLarge']]);
    expect(await take(put('empty.zip', zipSync({})))).toEqual([['empty.zip', 'refused', 'intake.emptyArchive']]);
  });
});

test('a saved web page becomes an article, in the encoding that it states', async () => {
  const { put, take, issue } = await desk();
  const html = python<string>(
    `import json, base64
page = '<html><head><meta charset="gbk"></head><body><h1>河堤添了柳树</h1><p>本报讯 河堤上又添了一百棵柳树。</p></body></html>'
print(json.dumps(base64.b64encode(page.encode('gbk')).decode()))`,
    [],
  );
  expect(await take(put('网页.html', Buffer.from(html, 'base64')))).toEqual([['网页.html', 'imported', undefined]]);
  expect(issue().articles.at(-1)?.headline).toEqual(['河堤添了柳树']);
});
