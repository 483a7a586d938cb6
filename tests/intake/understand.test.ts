import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { takeIn } from '../../engine/intake';
import type { Issue } from '../../engine/issue/types';
import { createIssue } from '../../engine/store';
import { python } from '../fonts/tools';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';
import { jpeg, png } from './pictures';

async function desk() {
  const folder = temporaryFolder();
  const inbox = temporaryFolder();
  await createIssue(folder, smallIssue);
  let issue: Issue = smallIssue;
  const put = (name: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(inbox, name)), { recursive: true });
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

/** A document with one picture, with parts of its own instead or besides. */
function docxWith(picture: Uint8Array, parts: Zippable): Uint8Array {
  return zipSync({ ...unzipSync(docx(picture)), ...parts });
}

describe('what stands inside a Word document', () => {
  test('a picture belongs to its article whatever the document is called', async () => {
    const { put, take, issue } = await desk();
    const plain = docxWith(jpeg(60, 40), {
      'word/document.xml': strToU8(
        `<w:document><w:body>${story.split('\n').map(paragraph).join('')}<w:p><w:r><a:blip r:embed="p"/></w:r></w:p></w:body></w:document>`,
      ),
    });
    await take(put('a.docx', plain));
    expect(issue().articles.at(-1)).toMatchObject({ source: 'a.docx', photos: [issue().photos.at(-1)!.id] });
  });

  test('a document with nothing but a linked picture says so', async () => {
    const { put, take } = await desk();
    const body = '<w:p><w:r><w:pict><v:imagedata r:href="l"/></w:pict></w:r></w:p>';
    const linked = docxWith(jpeg(60, 40), { 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });
    expect(await take(put('链.docx', linked))).toEqual([['链.docx', 'refused', 'manuscript.onlyLinks']]);
  });

  test('a document that is a chunk of it comes along with its pictures', async () => {
    const { put, take, issue } = await desk();
    const inner = docxWith(png(30, 20), {
      'word/document.xml': strToU8(
        `<w:document><w:body>${paragraph('里面的文档也要排出来，一个字不少。')}<w:p><w:r><a:blip r:embed="p"/></w:r></w:p></w:body></w:document>`,
      ),
    });
    const outer = docxWith(jpeg(60, 40), {
      'word/document.xml': strToU8(
        `<w:document><w:body>${story.split('\n').map(paragraph).join('')}<w:altChunk r:id="c"/></w:body></w:document>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Id="c" Type="x/aFChunk" Target="a.docx"/></Relationships>',
      ),
      'word/a.docx': inner,
    });
    expect(await take(put('外.docx', outer))).toEqual([
      ['外.docx', 'imported', undefined],
      ['外.docx/外 图1.jpeg', 'imported', undefined],
    ]);
    const texts = issue()
      .articles.at(-1)!
      .paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
    expect(texts).toEqual(['河堤上又添了一百棵柳树，都是居民自己种的。', '里面的文档也要排出来，一个字不少。']);
    expect(issue().photos.at(-1)).toMatchObject({ width: 30, height: 20 });
  });

  test('a paragraph in the style of a title is the headline, a name below it the author’s', async () => {
    const { put, take, issue } = await desk();
    const styled = (style: string, text: string) =>
      paragraph(text).replace('<w:r>', `<w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>`);
    const parts = {
      'word/styles.xml': strToU8('<w:styles><w:style w:styleId="a5"><w:name w:val="Title"/></w:style></w:styles>'),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(
        `<w:document><w:body>${styled('a5', '春天的老槐树')}${paragraph('王小芳')}${paragraph('第一章 老树')}${paragraph('社区里有一棵老槐树，据说已有三百年。')}</w:body></w:document>`,
      ),
    };
    await take(put('题.docx', docxWith(jpeg(60, 40), parts)));
    expect(issue().articles.at(-1)).toMatchObject({
      headline: ['春天的老槐树'],
      kicker: '',
      deck: '',
      byline: { credit: '王小芳' },
    });
  });
});

describe('a web page', () => {
  const page = (pictures: string) =>
    strToU8(`<html><body><h1>河堤添了柳树</h1><p>河堤上又添了一百棵柳树。</p>${pictures}</body></html>`);

  test('brings the pictures in it and beside it, with their captions', async () => {
    const { put, take, issue } = await desk();
    const data = `data:image/png;base64,${Buffer.from(png(30, 20)).toString('base64')}`;
    put('page_files/b.jpg', jpeg(60, 40));
    const html = page(`<figure><img src="${data}"><figcaption>新柳</figcaption></figure><p><img src="page_files/b.jpg?x=1"></p>`);
    expect(await take(put('page.html', html))).toEqual([
      ['page.html', 'imported', undefined],
      ['page.html/page 图1.png', 'imported', undefined],
      ['page.html/page 图2.jpg', 'imported', undefined],
    ]);
    const [first, second] = issue()
      .articles.at(-1)!
      .photos.map((id) => issue().photos.find((each) => each.id === id)!);
    expect([first?.caption, first?.width, second?.width]).toEqual(['新柳', 30, 60]);
  });

  test('never reaches above its own folder, and tells of pictures that are elsewhere', async () => {
    const { put, take, issue } = await desk();
    put('secret.jpg', jpeg(60, 40));
    const html = page(
      '<img src="../secret.jpg"><img src="/etc/x.jpg"><img src="file:///x.jpg"><img src="..%2fsecret.jpg"><img src="https://example.com/a.jpg">',
    );
    const before = issue().photos.length;
    expect(await take(put('web/page.html', html))).toEqual([['web/page.html', 'imported', undefined]]);
    expect(issue().photos).toHaveLength(before);
  });

  test('of hundreds of thousands of lines is refused, not stumbled over', async () => {
    const { put, take } = await desk();
    const html = strToU8(`<html><body><pre>${'字\n'.repeat(250_000)}</pre></body></html>`);
    expect(await take(put('长.html', html))).toEqual([['长.html', 'refused', 'manuscript.lines']]);
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
