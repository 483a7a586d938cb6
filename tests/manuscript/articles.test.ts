import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../engine/manuscript';
import { articlesOf, clean, marksOf } from './shapes';

const read = (text: string, file = 'a.txt') => articlesOf(readManuscript(text, file));
const first = (text: string, file?: string) => read(text, file)[0]!;
const story = '1月3日，河湾社区的路灯全部换成了节能灯，居民走夜路再也不怕黑。';

describe('headlines', () => {
  test.each([
    ['one line', '河湾社区点亮邻里灯', { kicker: '', headline: ['河湾社区点亮邻里灯'], deck: '' }],
    [
      'a kicker of phrases',
      '同心同行 共建共享\n河湾社区点亮邻里灯',
      { kicker: '同心同行 共建共享', headline: ['河湾社区点亮邻里灯'] },
    ],
    [
      'a deck with a dash',
      '河湾社区点亮邻里灯\n——老旧小区改造见闻',
      { headline: ['河湾社区点亮邻里灯'], deck: '——老旧小区改造见闻' },
    ],
    [
      'a deck of phrases',
      '河湾社区点亮邻里灯\n换新灯 修新路 添新景',
      { headline: ['河湾社区点亮邻里灯'], deck: '换新灯 修新路 添新景' },
    ],
    [
      'a kicker above a headline with a space',
      '夜班职工的提议有了回音\n末班车 多开了一站',
      { kicker: '夜班职工的提议有了回音', headline: ['末班车', '多开了一站'] },
    ],
    [
      'kicker, headline and deck',
      '以小切口办好大民生\n河湾社区点亮邻里灯\n——老旧小区改造见闻',
      { kicker: '以小切口办好大民生', headline: ['河湾社区点亮邻里灯'], deck: '——老旧小区改造见闻' },
    ],
    ['a column’s name in brackets', '【作文选登】\n没有捉到的鱼', { column: '作文选登', kicker: '', headline: ['没有捉到的鱼'] }],
    [
      'a column’s name after a label',
      '栏目：社区故事\n老张的修车摊',
      { column: '社区故事', kicker: '', headline: ['老张的修车摊'] },
    ],
    [
      'a column’s name above kicker and headline',
      '【社区故事】\n以小切口办好大民生\n老张的修车摊',
      { column: '社区故事', kicker: '以小切口办好大民生', headline: ['老张的修车摊'] },
    ],
    ['a headline on two lines', '河湾社区“邻里\n灯”亮起来', { kicker: '', headline: ['河湾社区“邻里', '灯”亮起来'] }],
    ['a headline with a space', '河湾社区 点亮邻里灯', { headline: ['河湾社区', '点亮邻里灯'] }],
    ['a space in quotes', '河湾社区唱响“同心 同行”歌', { headline: ['河湾社区唱响“同心 同行”歌'] }],
    ['a Latin word with spaces', '“Maker Lab” 落户河湾社区', { headline: ['“Maker Lab”落户河湾社区'] }],
    ['a question', '路灯亮了，然后呢？', { headline: ['路灯亮了，然后呢？'] }],
  ])('%s', (_, head, expected) => {
    const article = first(`${head}\n本报讯（记者 高远）${story}`);
    expect(article).toMatchObject(expected);
    expect(clean(article)).toEqual([story]);
  });

  test('labels say what a line is, whatever their order', () => {
    const article = first(`标题：河湾社区点亮邻里灯\n引题：同心同行\n副题：居民点赞\n作者：柳青\n正文：${story}`);
    expect(article).toMatchObject({ kicker: '同心同行', headline: ['河湾社区点亮邻里灯'], deck: '居民点赞' });
    expect(article.byline).toEqual({ lead: '', credit: '作者：柳青' });
    expect(marksOf(article)).toEqual(['标题：', '引题：', '副题：', '正文：']);
  });

  test('a column’s name may stand among labels, and parts stories of one file', () => {
    expect(first(`标题：老张的修车摊\n栏目：社区故事\n正文：${story}`)).toMatchObject({
      column: '社区故事',
      headline: ['老张的修车摊'],
    });
    const two = `老张的修车摊\n本报讯（记者 高远）${story}\n\n`;
    const articles = read(`${two}栏目：邻里\n河堤添了柳树\n本报讯（记者 高远）${story}`);
    expect(articles.map(({ column, headline }) => [column, headline[0]])).toEqual([
      [undefined, '老张的修车摊'],
      ['邻里', '河堤添了柳树'],
    ]);
  });

  test('who wrote may stand before a report that says so again', () => {
    const articles = read(`引题：同心同行\n主题：河湾社区点亮邻里灯\n作者：柳青\n\n本报讯 柳青 报道：${story}`);
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: ['河湾社区点亮邻里灯'], byline: { lead: '', credit: '作者：柳青' } });
    expect(clean(articles[0]!)).toEqual([`本报讯 柳青 报道：${story}`]);
  });

  test('a single line is a headline', () => {
    expect(first('河湾社区点亮邻里灯')).toMatchObject({ headline: ['河湾社区点亮邻里灯'], paragraphs: [] });
  });

  test('on the line of its byline is parted from it', () => {
    const article = first(`河湾社区点亮邻里灯本报讯（记者 高远）${story}`);
    expect(article).toMatchObject({ headline: ['河湾社区点亮邻里灯'], byline: { lead: '本报讯', credit: '（记者 高远）' } });
  });

  test('a text without one is one article without a headline', () => {
    const articles = read(`${story}\n\n居民们说，灯亮了，心也亮了。\n\n下一步，社区还要修路。`);
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: [] });
    expect(clean(articles[0]!)).toHaveLength(3);
  });

  test('the name of the file stands in for one', () => {
    const named = first(`本报讯（记者 高远）${story}`, '2版头条 河湾社区点亮邻里灯.txt');
    expect(named).toMatchObject({ headline: ['河湾社区点亮邻里灯'], page: 2, weight: 'lead' });
    expect(first(`灯亮了\n本报讯（记者 高远）${story}`, '河湾社区点亮邻里灯.txt').headline).toEqual(['灯亮了']);
  });
});

describe('bylines', () => {
  test.each([
    ['本报讯(通讯员 柳青)', { lead: '本报讯', credit: '（通讯员 柳青）' }],
    ['本报讯 （记者高远 通讯员 柳 青）', { lead: '本报讯', credit: '（记者高远 通讯员 柳青）' }],
    ['本报讯 ', { lead: '本报讯', credit: '' }],
    ['本报1月3日讯（记者 高远）', { lead: '本报1月3日讯', credit: '（记者 高远）' }],
    ['河湾讯（通讯员 柳青）', { lead: '河湾讯', credit: '（通讯员 柳青）' }],
    ['（通讯员 柳青）', { lead: '', credit: '（通讯员 柳青）' }],
    ['□ 柳青\n', { lead: '', credit: '□ 柳青' }],
    ['本报记者 高远\n', { lead: '', credit: '本报记者 高远' }],
    ['文/图 柳青\n', { lead: '', credit: '文/图 柳青' }],
    ['通讯员：柳青\n', { lead: '', credit: '通讯员：柳青' }],
    ['来源：河湾发布\n', { lead: '', credit: '来源：河湾发布' }],
    ['河湾小学 柳青\n', { lead: '', credit: '河湾小学 柳青' }],
    ['柳青\n', { lead: '', credit: '柳青' }],
    ['柳青（河湾小学）\n', { lead: '', credit: '柳青（河湾小学）' }],
    ['河湾小学 五（1）班 柳青\n', { lead: '', credit: '河湾小学 五（1）班 柳青' }],
    ['柳青/文 李明/图\n', { lead: '', credit: '柳青/文 李明/图' }],
    ['撰稿：柳青 摄影：李明\n', { lead: '', credit: '撰稿：柳青 摄影：李明' }],
    ['2025-01-03 来源：河湾发布\n', { lead: '', credit: '2025-01-03来源：河湾发布' }],
    ['【本报讯】', { lead: '【本报讯】', credit: '' }],
    ['河湾社区讯 ', { lead: '河湾社区讯', credit: '' }],
    ['新华社北京1月3日电（记者 高远）', { lead: '新华社北京1月3日电', credit: '（记者 高远）' }],
    ['本报讯 记者高远 通讯员柳青报道：', { lead: '本报讯', credit: '记者高远 通讯员柳青报道：' }],
    ['本报讯（记者 高远\n摄影报道）', { lead: '本报讯', credit: '（记者 高远摄影报道）' }],
  ])('%s', (opening, byline) => {
    const article = first(`河湾社区点亮邻里灯\n${opening}${story}`);
    expect(article.headline).toEqual(['河湾社区点亮邻里灯']);
    expect(article.byline).toEqual(byline);
    expect(clean(article)).toEqual([story]);
  });

  test.each([
    ['in brackets at the end', `${story}（柳青）`, [`${story}[kai （柳青）]`]],
    ['in brackets on its own line', `${story}\n（通讯员 柳青）`, [`${story}[kai （通讯员 柳青）]`]],
    ['without brackets', `${story}\n通讯员 柳青`, [story, '[kai 通讯员 柳青]']],
    ['with text and pictures', `${story}（柳青 文/图）`, [`${story}[kai （柳青 文/图）]`]],
    ['of a place', `${story}\n（河湾社区 柳青）`, [`${story}[kai （河湾社区 柳青）]`]],
    ['that is a name alone', `${story}\n柳青`, [story, '[kai 柳青]']],
    ['of a source', `${story}（据新华社）`, [`${story}[kai （据新华社）]`]],
    ['that is a remark', `${story}（见下图）`, [`${story}（见下图）`]],
  ])('a signature %s', (_, text, expected) => {
    expect(clean(first(`河湾社区点亮邻里灯\n${text}`))).toEqual(expected);
  });

  test.each([
    ['（相关报道见3版）', '（相关报道见3版）'],
    ['\n（下转第2版）', '（下转第2版）'],
    ['\n下转2版', '下转2版'],
    ['（详见A03版）', '（详见A03版）'],
  ])('the jump line %s', (line, jump) => {
    const article = first(`河湾社区点亮邻里灯\n${story}${line}`);
    expect(article.jump).toBe(jump);
    expect(clean(article)).toEqual([story]);
  });
});

describe('a name under two lines', () => {
  test.each(['质量安全部 高远', '初一（2）班 高远 指导教师：孟春'])('%s wrote it', (credit) => {
    const article = first(`二百名职工参加安全知识比赛\n${credit}\n${story}`);
    expect(article).toMatchObject({ headline: ['二百名职工参加安全知识比赛'], byline: { lead: '', credit } });
  });

  test('behind a place is no name when it is longer than one', () => {
    expect(first(`冬季检修如期完成\n热轧厂 高炉点火\n${story}`).byline.credit).toBe('');
  });
});

test('a pasted page may open with its own name, date and editor', () => {
  const text = `河湾社区报\n2026年3月18日 星期三 第6期 第2版\n责任编辑：孟春 电话：88001122\n河湾社区点亮邻里灯\n本报讯（记者 高远）${story}`;
  const articles = read(text);
  expect(articles).toHaveLength(1);
  expect(articles[0]).toMatchObject({ headline: ['河湾社区点亮邻里灯'], byline: { credit: '（记者 高远）' } });
  expect(marksOf(articles[0]!)).toEqual(['河湾社区报', '2026年3月18日 星期三 第6期 第2版', '责任编辑：孟春 电话：88001122']);
});

describe('where the next article begins', () => {
  test('above a byline', () => {
    const articles = read(`灯亮了\n本报讯（记者 高远）${story}\n\n路平了\n本报讯（记者 高远）${story}`);
    expect(articles.map((article) => article.headline)).toEqual([['灯亮了'], ['路平了']]);
  });

  test('at a byline without a headline', () => {
    const articles = read(`灯亮了\n本报讯（记者 高远）${story}\n本报讯（记者 高远）${story}`);
    expect(articles.map((article) => article.headline)).toEqual([['灯亮了'], []]);
  });

  test('after a wider gap', () => {
    const articles = read(`老街修缮工程完工\n${story}\n${story}\n\n\n湿地来了新客人\n${story}`);
    expect(articles.map((article) => article.headline)).toEqual([['老街修缮工程完工'], ['湿地来了新客人']]);
  });

  test('after a signature', () => {
    const articles = read(`老街修缮工程完工\n${story}\n（柳青）\n湿地公园来了新客人\n${story}\n（李明）`);
    expect(articles.map((article) => article.headline)).toEqual([['老街修缮工程完工'], ['湿地公园来了新客人']]);
  });

  test('not at headings within it', () => {
    const articles = read(
      '一条老街的新生\n本报记者 高远\n清晨，老街醒了。\n让老街留得住人\n修房子容易，留住人难。\n让手艺传得下去\n方大爷收了四个徒弟。',
    );
    expect(articles).toHaveLength(1);
    expect(clean(articles[0]!)).toEqual([
      '清晨，老街醒了。',
      '[heading 让老街留得住人]',
      '修房子容易，留住人难。',
      '[heading 让手艺传得下去]',
      '方大爷收了四个徒弟。',
    ]);
  });
});

describe('texts that are no news', () => {
  test('a poem keeps its lines', () => {
    const lines = ['雾把船藏起来', '又把船还给江', '搬运工的肩膀', '比早晨更早亮起', '我在栈桥上', '数一数浪花'];
    const article = first(`冬日的码头\n\n沈一舟\n\n${lines.slice(0, 4).join('\n')}\n\n${lines.slice(4).join('\n')}`);
    expect(article).toMatchObject({ headline: ['冬日的码头'], byline: { lead: '', credit: '沈一舟' } });
    expect(article.paragraphs.map(({ runs, verse }) => (verse ? runs.map(({ text }) => text).join('') : null))).toEqual([
      ...lines.slice(0, 4),
      '',
      ...lines.slice(4),
    ]);
  });

  test('a poem ends with where its author works', () => {
    const lines = ['一月的风', '从江面上来', '带着去年的雪', '和今年的请柬', '它敲敲窗'];
    const articles = read(`风\n文/沈一舟\n\n${lines.join('\n')}\n\n（作者单位：河湾中学）`);
    expect(articles).toHaveLength(1);
    expect(articles[0]!.byline.credit).toBe('文/沈一舟');
    expect(clean(articles[0]!)).toEqual([...lines, '[kai （作者单位：河湾中学）]']);
  });

  test('a list of names keeps its spaces', () => {
    const articles = read('河湾社区“最美邻居”名单\n\n王志强 李秀兰 张国庆\n刘建华 赵  敏 孙玉梅');
    expect(articles).toHaveLength(1);
    expect(clean(articles[0]!)).toEqual(['王志强 李秀兰 张国庆', '刘建华 赵敏 孙玉梅']);
  });

  test('a table keeps its rows', () => {
    const articles = read('一月活动安排\n\n日期\t时间\t内容\n1月6日\t14:00\t书法课\n1月8日\t9:30\t合唱排练');
    expect(articles).toHaveLength(1);
    expect(clean(articles[0]!)).toEqual(['[bold 日期\t时间\t内容]', '1月6日\t14:00\t书法课', '1月8日\t9:30\t合唱排练']);
  });

  test('a conversation keeps its turns', () => {
    const article = first(
      '对话网格员：把小事当大事\n记者：您当网格员几年了？\n网格员：八年了。\n记者：最难忘什么？\n网格员：一个雪夜。',
    );
    expect(article.headline).toEqual(['对话网格员：把小事当大事']);
    expect(clean(article)).toEqual(['记者：您当网格员几年了？', '网格员：八年了。', '记者：最难忘什么？', '网格员：一个雪夜。']);
  });

  test('what belongs to the printed page is set aside', () => {
    const article = first(`2025年1月10日 星期五\n02 社区新闻\n责任编辑：李想 版式：周舟\n灯亮了\n本报讯（记者 高远）${story}`);
    expect(article.headline).toEqual(['灯亮了']);
    expect(marksOf(article)).toEqual(['2025年1月10日 星期五', '02社区新闻', '责任编辑：李想 版式：周舟']);
  });
});
