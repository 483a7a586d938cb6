import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openIssue } from '../../engine/store';
import { exifTexts, jpeg, png } from '../intake/pictures';
import { temporaryFolder } from '../store/temporary-folder';
import { banxin } from './fake-io';

const STORY = '渔港晨市开秤\n\n本报讯（通讯员 江晓帆）清晨五点，渔港码头亮起了灯。\n\n买鱼的人排到了堤上。\n';
const GROUP = '元宵当晚，渔港社区办灯会。图①孩子们猜灯谜。图②舞龙队走过石桥。\n\n江晓帆 郑潮生 摄\n';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A new issue and a folder for manuscripts beside it. */
async function desk(pages = 1) {
  const home = temporaryFolder();
  const folder = join(home, '第1期.banxin');
  expect((await banxin(['new', folder, '--template', 'sikai', '--pages', String(pages), '--date', '2025-03-10'])).exit).toBe(0);
  const put = (name: string, content: string | Uint8Array) => {
    const file = join(home, name);
    writeFileSync(file, content);
    return file;
  };
  const importJson = async (...files: string[]) => {
    const answer = await banxin(['import', folder, ...files, '--json']);
    // What is at work is told when it has taken a second, which a busy machine decides.
    const err = answer.err.filter((line) => !/^正在导入 \d+\/\d+：/.test(line));
    return { ...answer, err, files: JSON.parse(answer.out).files };
  };
  return { home, folder, put, importJson };
}

describe('new', () => {
  test('makes the pages of a template with their furniture', async () => {
    const { folder } = await desk(4);
    const issue = await openIssue(folder);
    expect(issue).toMatchObject({ template: 'sikai', date: '2025-03-10', number: 1, total: 1, articles: [] });
    expect(issue.pages.map(({ number, section }) => `${number} ${section}`)).toEqual(['1 要闻', '2 社区', '3 民生', '4 副刊']);
    expect(
      issue.pages.map(({ blocks }) => blocks.map(({ content, rect }) => [content.kind, rect.row, rect.rows, rect.columns])),
    ).toEqual([
      [
        ['masthead', 0, 12, 6],
        ['imprint', 85, 2, 6],
      ],
      [['folio', 0, 3, 6]],
      [['folio', 0, 3, 6]],
      [['folio', 0, 3, 6]],
    ]);
  });

  test('dates the issue from SOURCE_DATE_EPOCH when no date is given', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    const folder = join(temporaryFolder(), 'x');
    const { out } = await banxin(['new', folder, '--template', 'duikai', '--number', '7', '--json']);
    expect(JSON.parse(out)).toMatchObject({ folder, template: 'duikai', date: '2023-11-14', number: 7, pages: 1 });
  });

  test('leaves a folder with other things alone, and an issue unless forced', async () => {
    const { home, folder } = await desk();
    const before = readFileSync(join(folder, 'issue.json'));
    for (const target of [folder, home]) {
      const { exit, err } = await banxin(['new', target, '--template', 'duikai']);
      expect([exit, err.length]).toEqual([1, 1]);
      expect(err[0]).toContain(target);
    }
    expect(readFileSync(join(folder, 'issue.json')).equals(before)).toBe(true);
    expect((await banxin(['new', folder, '--template', 'duikai', '--force'])).exit).toBe(0);
    expect((await openIssue(folder)).template).toBe('duikai');
    expect((await banxin(['new', home, '--template', 'duikai', '--force'])).exit).toBe(1);
  });

  test('names the templates when there is none of that name', async () => {
    const { exit, err } = await banxin(['new', join(temporaryFolder(), 'x'), '--template', '../sikai']);
    expect(exit).toBe(1);
    expect(err).toEqual([expect.stringContaining('duikai | sikai')]);
  });
});

describe('import', () => {
  test('brings a story, a group and its photographs to their places', async () => {
    const { folder, put, importJson } = await desk();
    const files = [put('图2.jpg', jpeg(600, 400)), put('图1.png', png(300, 500)), put('灯会.txt', GROUP), put('晨市.txt', STORY)];
    const { exit, err, files: outcomes } = await importJson(...files);
    // A slow machine hears of progress.
    const faults = err.filter((line) => !line.startsWith('正在导入'));
    expect({ exit, faults }).toEqual({ exit: 0, faults: [] });
    expect(outcomes.map(({ file, status }: { file: string; status: string }) => [file, status])).toEqual(
      files.map((file) => [file, 'imported']),
    );
    expect(outcomes[0].became).toEqual([expect.objectContaining({ kind: 'photo', id: 'p1', place: { item: 'g1', number: 2 } })]);
    expect(outcomes[3].became).toEqual([
      expect.objectContaining({ kind: 'article', id: 'a1', title: '渔港晨市开秤', chars: 24 }),
    ]);
    const issue = await openIssue(folder);
    expect(issue.groups[0]?.pictures).toEqual([
      { number: 1, photo: 'p2' },
      { number: 2, photo: 'p1' },
    ]);
    expect(issue.articles[0]).toMatchObject({ headline: ['渔港晨市开秤'], source: '晨市.txt' });
    expect(readdirSync(join(folder, 'assets')).sort()).toEqual(issue.photos.map(({ asset }) => asset).sort());
    expect(issue.photos.map(({ width, height }) => [width, height])).toEqual([
      [600, 400],
      [300, 500],
    ]);
  });

  test('a second time it adds nothing, under whatever name', async () => {
    const { folder, put, importJson } = await desk();
    const files = [put('晨市.txt', STORY), put('港.jpg', jpeg(600, 400))];
    await importJson(...files);
    const before = readFileSync(join(folder, 'issue.json'));
    const { exit, files: outcomes } = await importJson(...files, put('抄件.txt', STORY), put('抄件.jpg', jpeg(600, 400)));
    expect(exit).toBe(0);
    expect(outcomes.map(({ status }: { status: string }) => status)).toEqual(['known', 'known', 'known', 'known']);
    expect(readFileSync(join(folder, 'issue.json')).equals(before)).toBe(true);
  });

  test('a story that was taken out may come again', async () => {
    const { folder, put, importJson } = await desk();
    const file = put('晨市.txt', STORY);
    await importJson(file);
    const issue = await openIssue(folder);
    writeFileSync(join(folder, 'issue.json'), JSON.stringify({ ...issue, articles: [] }));
    expect((await importJson(file)).files[0].status).toBe('imported');
  });

  test('photographs that came before their group take their numbers, others stay in the stock', async () => {
    const { folder, put, importJson } = await desk();
    await importJson(put('图1.jpg', jpeg(600, 400)), put('IMG_0001.jpg', jpeg(601, 400)));
    expect((await openIssue(folder)).photos.length).toBe(2);
    const { files } = await importJson(put('灯会.txt', GROUP));
    expect(files[0].became[1]).toMatchObject({ kind: 'photo', id: 'p1', place: { item: 'g1', number: 1 } });
    expect((await openIssue(folder)).groups[0]?.pictures.map(({ photo }) => photo)).toEqual(['p1', '']);
  });

  test('a single caption in a story goes to the picture that says 图1', async () => {
    const { folder, put, importJson } = await desk();
    const story = `${STORY}\n图片说明：码头上的灯。江晓帆 摄\n`;
    const { files } = await importJson(put('图1.jpg', jpeg(600, 400)), put('晨市.txt', story));
    expect(files[0].became[0].place).toEqual({ item: 'a1', number: 1 });
    const issue = await openIssue(folder);
    expect(issue.photos[0]).toMatchObject({ caption: '码头上的灯。', credit: '江晓帆 摄' });
    expect(issue.articles[0]).toMatchObject({ photos: ['p1'] });
  });

  test('a caption whose picture has not come is kept, said, and found by the picture later', async () => {
    const { folder, put, importJson } = await desk();
    const story = `${STORY}\n图片说明：码头上的灯。江晓帆 摄\n`;
    const { files } = await importJson(put('晨市.txt', story));
    expect(files[0].became[1]).toMatchObject({ kind: 'caption', id: 'a1', waits: true });
    await importJson(put('晨市.jpg', jpeg(600, 400)));
    const issue = await openIssue(folder);
    expect(issue.photos[0]).toMatchObject({ caption: '码头上的灯。' });
    expect(issue.articles[0]).not.toHaveProperty('awaited');
  });

  test('a folder brings its files in natural order', async () => {
    const { home, importJson } = await desk();
    const inbox = join(home, '来稿');
    mkdirSync(inbox);
    for (const number of [10, 9, 1]) writeFileSync(join(inbox, `图${number}.jpg`), jpeg(500 + number, 400));
    const { files } = await importJson(inbox);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(
      ['图1.jpg', '图9.jpg', '图10.jpg'].map((name) => join(inbox, name)),
    );
  });

  test('refuses what it cannot read, one line each, and keeps the others', async () => {
    const { home, folder, put, importJson } = await desk();
    const binary = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
    const bad = [
      put('空.txt', ''),
      put('空白.txt', ' \r\n\u3000\n'),
      put('程序.txt', binary),
      put('大.txt', new Uint8Array(50_000_000).fill(0x61)),
      put('断.jpg', jpeg(600, 400).slice(0, -2)),
      put('断.png', png(600, 400).slice(0, -12)),
      join(home, '没有.txt'),
    ];
    const { exit, err, files } = await importJson(...bad, put('晨市.txt', STORY));
    expect(exit).toBe(1);
    expect(files.map(({ status }: { status: string }) => status)).toEqual([...bad.map(() => 'refused'), 'imported']);
    expect(err.length).toBe(bad.length);
    bad.forEach((file, index) => {
      expect(err[index]).toContain(file);
      expect(files[index].message).toBe(err[index]);
    });
    expect((await openIssue(folder)).articles.length).toBe(1);
  });

  test('a picture with the name of a text is a picture', async () => {
    const { put, importJson } = await desk();
    const { files } = await importJson(put('稿件.txt', jpeg(600, 400)));
    expect(files[0].became[0].kind).toBe('photo');
  });

  test('a damaged issue takes nothing in', async () => {
    const { folder, put } = await desk();
    writeFileSync(join(folder, 'issue.json'), '{"format":');
    const { exit, out, err } = await banxin(['import', folder, put('港.jpg', jpeg(600, 400))]);
    expect({ exit, out, lines: err.length }).toEqual({ exit: 1, out: '', lines: 1 });
    expect(readFileSync(join(folder, 'issue.json'), 'utf8')).toBe('{"format":');
    expect(readdirSync(join(folder, 'assets'))).toEqual([]);
  });

  test('says in both languages what became of each file', async () => {
    const { folder, put } = await desk();
    const story = put('晨市.txt', STORY);
    expect((await banxin(['import', folder, story])).out).toMatch(
      /^晨市\.txt：已导入\n {2}稿件 a1《渔港晨市开秤》24 字，把握 \d+%\n/,
    );
    expect((await banxin(['import', folder, story], 'en')).out).toMatch(/^晨市\.txt: imported before, not imported again\n$/);
  });
});

test('a folder without files says so', async () => {
  const { home, folder } = await desk();
  const empty = join(home, '来稿');
  mkdirSync(empty);
  const { exit, out, err } = await banxin(['import', folder, empty]);
  expect({ exit, out, lines: err.length }).toEqual({ exit: 1, out: '', lines: 1 });
  expect(err[0]).toContain(empty);
});

test('words inside a photograph serve where neither its name nor its manuscript has any, and are said', async () => {
  const { folder, put, importJson } = await desk();
  const words = (text: string) => [...new TextEncoder().encode(text)];
  const exif = exifTexts([
    [0x010e, words('码头上的灯。')],
    [0x013b, words('郑潮生')],
  ]);
  const { files } = await importJson(
    put('晨市.txt', `${STORY}\n图1：买鱼的人。江晓帆 摄\n`),
    put('晨市 图1.jpg', jpeg(600, 400, { exif })),
    put('晨市 图2.jpg', jpeg(601, 400, { exif })),
  );
  const { photos } = await openIssue(folder);
  expect(photos.map(({ caption, credit }) => `${caption}${credit}`)).toEqual(['买鱼的人。江晓帆 摄', '码头上的灯。郑潮生 摄']);
  expect(files.map(({ doubts }: { doubts: object[] }) => doubts.length)).toEqual([0, 0, 1]);
  expect(files[2].doubts[0].message).toContain('码头上的灯。');
});

test('rules of cleaning are left out by name; a changed file is told, and updates its article with --update', async () => {
  const { folder, put, importJson } = await desk();
  const text = '河堤添绿\n\n本报讯（通讯员 林小满）河堤上,种了"柳树"...\n';
  const paragraph = async () => (await openIssue(folder)).articles[0]!.paragraphs[0]!.runs.map((run) => run.text).join('');
  expect(
    (await banxin(['import', folder, put('河堤.txt', text), '--no-clean', 'quotes,ellipsis', '--no-clean', 'stop'])).exit,
  ).toBe(0);
  expect(await paragraph()).toBe('河堤上，种了"柳树"...');
  const changed = put('河堤.txt', text.replace('河堤上', '河岸上'));
  const { files } = await importJson(changed);
  expect(files[0]).toMatchObject({ status: 'changed', revisions: [{ article: 'a1', parts: [{ field: 'paragraphs' }] }] });
  const told = await banxin(['import', folder, changed]);
  expect(told.out).toContain('加 --update 更新');
  expect((await banxin(['import', folder, changed, '--update'])).exit).toBe(0);
  expect(await paragraph()).toBe('河岸上，种了“柳树”……');
  expect((await banxin(['import', folder, changed, '--no-clean', 'commas'])).exit).toBe(2);
});

test('how the bytes of a text were read is told', async () => {
  const { folder, put, importJson } = await desk();
  const gbk = Uint8Array.from([
    0xba, 0xd3, 0xb5, 0xcc, 0xcc, 0xed, 0xc2, 0xcc, 0x0a, 0xba, 0xd3, 0xb5, 0xcc, 0xc9, 0xcf, 0xd6, 0xd6, 0xc1, 0xcb, 0xc1, 0xf8,
    0xca, 0xf7, 0xa1, 0xa3,
  ]);
  expect((await importJson(put('gbk.txt', gbk))).files[0]).toMatchObject({ status: 'imported', encoding: 'gb18030' });
  expect((await banxin(['import', folder, put('gbk2.txt', gbk)], 'en')).out).toContain('(read as GB 18030)');
  expect((await importJson(put('utf8.txt', STORY))).files[0]).toMatchObject({ encoding: 'utf-8' });
});
