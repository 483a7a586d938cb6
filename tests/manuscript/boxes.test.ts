import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../engine/manuscript';
import { articlesOf, clean, marksOf } from './shapes';

const read = (text: string) => readManuscript(text, 'a.txt').drafts;
const story = '1月3日，河湾社区的路灯全部换成了节能灯，居民走夜路再也不怕黑。';
const article = `河湾社区点亮邻里灯\n本报讯（记者 高远）${story}`;

describe('photo groups', () => {
  test.each([
    ['in one text', '图①为夜跑的居民。图②为修灯的电工。\n柳青 李明 摄'],
    ['with the photographers behind the last caption', '图①为夜跑的居民。图②为修灯的电工。柳青 李明 摄'],
    ['on lines of their own', '图①为夜跑的居民。\n图②为修灯的电工。\n柳青 李明 摄'],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject([
      {
        kind: 'group',
        numbers: [1, 2],
        caption: '图①为夜跑的居民。图②为修灯的电工。',
        credit: '柳青 李明 摄',
        label: '图片新闻',
      },
    ]);
  });

  test('with label, title and introduction', () => {
    expect(
      read('光影河湾\n灯下人家\n新灯亮了，河湾的夜晚更美了。\n图1：夜跑的居民。\n图2：修灯的电工。\n摄影：柳青'),
    ).toMatchObject([
      {
        kind: 'group',
        label: '光影河湾',
        caption: '灯下人家　新灯亮了，河湾的夜晚更美了。图1：夜跑的居民。图2：修灯的电工。',
        credit: '摄影：柳青',
        numbers: [1, 2],
      },
    ]);
  });

  test.each([['图书馆新添三项服务：①送书上门；②夜间开放；③代借代还。'], ['社区试图为老人做三件事：①送餐；②理发；③代购药品。']])(
    'are no numbered points of an article: %s',
    (points) => {
      expect(read(`${article}\n${points}\n居民都说方便。`)).toMatchObject([{ kind: 'article' }]);
    },
  );

  test.each([['图①②：夜跑的居民。图③：修灯的电工。'], ['图①—③：夜跑的居民。'], ['图1、图2：夜跑的居民；图3：修灯的电工。']])(
    '%s',
    (text) => {
      expect(read(text)).toMatchObject([{ kind: 'group', numbers: [1, 2, 3], caption: text }]);
    },
  );

  test('with bare numbers, known by its photographer', () => {
    expect(read('①夜跑的居民\n②修灯的电工\n柳青 摄')).toMatchObject([
      { kind: 'group', numbers: [1, 2], caption: '①夜跑的居民　②修灯的电工', credit: '柳青 摄' },
    ]);
    expect(read(`${article}\n①先查线路，②再换灯泡，③最后试灯，一步也不能少。`)).toMatchObject([{ kind: 'article' }]);
  });

  test('after an article', () => {
    expect(read(`${article}\n\n图①为夜跑的居民。图②为修灯的电工。柳青 摄`).map((draft) => draft.kind)).toEqual([
      'article',
      'group',
    ]);
  });

  test('with its numbers in brackets behind the phrases, known by its photographer', () => {
    const caption = '灯会上，孩子们猜灯谜（图1），舞龙队走过石桥（图2）。';
    expect(read(`灯会\n本报讯（记者 高远）灯会昨晚开了。\n\n${caption}\n柳青 摄`)).toMatchObject([
      { kind: 'article', paragraphs: [{ runs: [{ text: '灯会昨晚开了。' }] }] },
      { kind: 'group', numbers: [1, 2], caption, credit: '柳青 摄' },
    ]);
    const article = read(`灯会\n本报讯（记者 高远）灯会昨晚开了。\n\n${caption}\n\n灯会开到十点，人才散去。`);
    expect(article.map(({ kind }) => kind)).toEqual(['article']);
  });

  test('a figure that is only mentioned makes none', () => {
    expect(read(`河湾社区点亮邻里灯\n如图1所示，新灯比旧灯亮；如图2所示，新灯还省电，这让居民们都很高兴。`)).toMatchObject([
      { kind: 'article' },
    ]);
  });
});

describe('captions of single pictures', () => {
  test.each([
    ['图1：夜跑的居民。（柳青 摄）', { caption: '夜跑的居民。', credit: '（柳青 摄）', number: 1 }],
    ['图2 修灯的电工 柳青 摄', { caption: '修灯的电工', credit: '柳青 摄', number: 2 }],
    ['照片3：修灯的电工', { caption: '修灯的电工', credit: '', number: 3 }],
    ['▲修灯的电工。柳青 摄', { caption: '▲修灯的电工。', credit: '柳青 摄', number: 0 }],
    ['（图/柳青）', { caption: '', credit: '（图/柳青）', number: 0 }],
    ['图片说明：修灯的电工。', { caption: '修灯的电工。', credit: '', number: 0 }],
    ['图为修灯的电工。\n本报记者 柳青 摄', { caption: '图为修灯的电工。', credit: '本报记者 柳青 摄', number: 0 }],
  ])('%s', (text, expected) => {
    const drafts = read(`灯下人家\n${story}\n\n${article}\n${text}`);
    expect(drafts.at(-1)).toMatchObject({ kind: 'caption', article: 1, ...expected });
  });

  test('do not cut their article in two', () => {
    const [before] = articlesOf(readManuscript(`${article}\n图为修灯的电工。\n居民们说，心也亮了。`, 'a.txt'));
    expect(clean(before!)).toEqual([story, '居民们说，心也亮了。']);
  });
});

describe('notices', () => {
  test.each([
    ['新闻热线\n\n88001122\n\n投稿邮箱\n\na@example.com', '新闻热线', '投稿邮箱'],
    ['新闻热线：88001122\n投稿邮箱：a@example.com', '新闻热线：', '投稿邮箱：'],
    ['新闻热线：88001122 投稿邮箱：a@example.com', '新闻热线：', '投稿邮箱：'],
  ])('%s', (text, hotline, mail) => {
    expect(read(`${article}\n\n${text}`).at(-1)).toMatchObject({
      kind: 'notice',
      title: '',
      entries: [
        { label: hotline, value: '88001122', kind: 'phone' },
        { label: mail, value: 'a@example.com', kind: 'email' },
      ],
    });
  });

  test('with title and text', () => {
    expect(
      read('征稿启事\n本报长年征集散文、诗歌。\n体裁不限，千字以内。\n投稿邮箱：a@example.com\n邮件请注明“投稿”。'),
    ).toMatchObject([
      {
        kind: 'notice',
        title: '征稿启事',
        text: '本报长年征集散文、诗歌。\n体裁不限，千字以内。',
        entries: [
          { label: '投稿邮箱：', value: 'a@example.com', kind: 'email' },
          { label: '', value: '邮件请注明“投稿”。', kind: 'text' },
        ],
      },
    ]);
  });

  test('what an office makes known is a notice, a report of it is a story', () => {
    for (const title of ['停水公告', '公示', '拆迁通告'])
      expect(read(`${title}\n\n4月18日8时至18时，青桐东路停水。\n青桐水务公司\n2026年4月14日`)).toMatchObject([
        { kind: 'notice', title },
      ]);
    expect(read('街道发布停水公告\n\n本报讯（记者 甲乙）4月14日，街道发布公告。')).toMatchObject([{ kind: 'article' }]);
  });

  test('a telephone number of an article stays in it', () => {
    expect(read(`${article}\n报名电话：88001122`)).toMatchObject([{ kind: 'article' }]);
  });
});

describe('briefs', () => {
  const text =
    '简讯\n■河湾小学学理财 五年级学生走进银行，学习识别假币。（孟春）\n【护林员雪后巡山】连日降雪，护林员排除倒伏树木7处。\n文化站送春联\n书法爱好者连写三天，送出春联600副。\n西桥社区组织老党员参观新农村。';
  test('become articles of that weight', () => {
    const articles = articlesOf(readManuscript(text, 'a.txt'));
    expect(articles.map(({ headline, weight }) => [headline, weight])).toEqual([
      [['河湾小学学理财'], 'brief'],
      [['护林员雪后巡山'], 'brief'],
      [['文化站送春联'], 'brief'],
    ]);
    expect(articles.map(clean)).toEqual([
      ['五年级学生走进银行，学习识别假币。[kai （孟春）]'],
      ['连日降雪，护林员排除倒伏树木7处。'],
      ['书法爱好者连写三天，送出春联600副。', '西桥社区组织老党员参观新农村。'],
    ]);
    expect(articles.flatMap(marksOf)).toEqual(['简讯', '■', '【', '】']);
  });

  test('may open with a byline under their headline, and the next item is still one', () => {
    const items =
      '校园短讯\n运动会改期\n本报讯（高一(3)班 孟春）运动会改到10月24日举行。\n图书馆周末开放\n从本周起，周六凭卡入馆。';
    const articles = articlesOf(readManuscript(items, 'a.txt'));
    expect(articles).toMatchObject([
      { headline: ['运动会改期'], weight: 'brief', byline: { lead: '本报讯', credit: '（高一(3)班 孟春）' } },
      { headline: ['图书馆周末开放'], weight: 'brief' },
    ]);
  });

  test('end where a headline stands above a byline', () => {
    expect(articlesOf(readManuscript(`${text}\n${article}`, 'a.txt')).map(({ weight }) => weight)).toEqual([
      'brief',
      'brief',
      'brief',
      'auto',
    ]);
  });
});

describe('advertisements', () => {
  test('open with their label', () => {
    expect(read('公益广告\n爱护路灯 人人有责\n河湾街道 宣')).toMatchObject([
      { kind: 'advertisement', label: '公益广告', title: '爱护路灯 人人有责', lines: ['河湾街道 宣'] },
    ]);
  });

  test('end at a wider gap', () => {
    expect(
      read(`${article}\n\n广告\n河湾家电 新春钜惠\n地址：河湾路8号\n\n\n灯下人家\n本报讯（记者 高远）${story}`),
    ).toMatchObject([
      { kind: 'article' },
      { kind: 'advertisement', label: '广告', title: '河湾家电 新春钜惠', lines: ['地址：河湾路8号'] },
      { kind: 'article', headline: ['灯下人家'] },
    ]);
  });
});
