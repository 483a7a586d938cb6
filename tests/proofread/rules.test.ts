import { describe, expect, test } from 'vitest';
import { checkItem } from '../../engine/proofread';
import { smallIssue } from '../issue/small-issue';
import { articleOf, findingsIn, plainChecking, said } from './support';

describe('pairs', () => {
  test.each([
    ['他说：“河堤要添绿。', ['unpaired “']],
    ['他说：河堤要添绿。”', ['unpaired ”']],
    ['（见第三版', ['unpaired （']],
    ['社区“三步走）办法', ['unpaired “', 'unpaired ）']],
    ['读《河岸》与〈序', ['unpaired 〈']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    '他说：“先种‘柳树’，再修路。”',
    '共三项：1）种树；2）修路；（3）清淤。',
    'The river’s bank 添了绿。',
    '见（附表(1)）和《“一带一路”读本》。',
  ])('%s is in order', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('a quotation of several paragraphs opens each and closes the last', () => {
    expect(said('他写道：“第一段。', '“第二段。', '“第三段。”')).toEqual([]);
    expect(said('他写道：“第一段。', '第二段。”')).toEqual(['unpaired “', 'unpaired ”']);
  });
});

test('lines of a headline and of verse are one text', () => {
  const headline = { ...articleOf('正文。'), headline: ['走好“最后', '一公里”'] };
  expect(findingsIn(headline)).toEqual([]);
  const verse = ['他说：“河水', '一直流。”'].map((text) => ({ runs: [{ text, form: 'plain' as const }], verse: true }));
  expect(findingsIn({ ...articleOf(), paragraphs: verse })).toEqual([]);
  expect(findingsIn({ ...articleOf(), paragraphs: verse.slice(0, 1) }).map(({ rule }) => rule)).toEqual(['unpaired']);
});

describe('doubled words', () => {
  test.each([
    ['这是我们的的家园。', 'doubled 的的 → 的'],
    ['他在在门口等人。', 'doubled 在在 → 在'],
    ['社区社区服务站昨天开门。', 'doubled 社区社区 → 社区'],
    ['志愿者开展活动开展活动三次。', 'doubled 开展活动开展活动 → 开展活动'],
    ['河堤添绿，，居民高兴。', 'doubled ，， → ，'],
    ['河堤添绿，。', 'doubled ，。'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    '大家看看河堤，高高兴兴回家，说谢谢。',
    '他一步一步走，说着说着就笑了。',
    '目的的确明确，为了了解情况，学生生活丰富，中国国家队来了。',
    '常常、渐渐、星星、妈妈、奶奶、人人、天天、处处。',
    '周末打扫打扫院子，商量商量办法。',
    '我我我不知道！这是真的吗？？',
    '电话8888 8888，编号2020，哈哈哈哈。',
    '和和美美过年，派出所所长看电影电影院，王羲之之子。',
    '一个一个数，一件一件办，十分十分重要。',
  ])('%s is in order', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('dates', () => {
  test.each([
    ['活动定于2月30日举行。', 'no-such-date 2月30日'],
    ['2025年2月29日，他到了这里。', 'no-such-date 2025年2月29日'],
    ['二〇二五年四月三十一日。', 'no-such-date 二〇二五年四月三十一日'],
    ['会议2026年2月30日（星期一）召开。', 'no-such-date 2026年2月30日'],
    ['展览9月28日至31日开放。', 'no-such-date 9月28日至31日'],
    ['13月5日见。', 'no-such-date 13月5日'],
    ['2026年1月25日（星期六）举行。', 'wrong-weekday 六 → 日'],
    ['1月26日，周二，开学。', 'wrong-weekday 二 → 一'],
    ['去年12月24日（星期二）平安夜。', 'wrong-weekday 二 → 三'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    '农历二月三十日赶集。',
    '2024年2月29日（星期四）。',
    '1月25日（星期日）到2月28日，二月二十八日。',
    '2026年1月25日星期天。',
    '全年12个月，每月30日发工资。',
    '2025年12月31日（周三）跨年。',
    '2024年2月起报名，2月29日截止，3月10日（星期日）开学。',
  ])('%s is in order', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('percentages', () => {
  test.each([
    ['其中老人占35%，青年占40%，儿童占30%。', 'percentages 35%，青年占40%，儿童占30%'],
    ['赞成、反对、弃权的分别占50%、30%、10%。', 'percentages 50%、30%、10%'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    '其中老人占35%，青年占40%，儿童占25%。',
    '老人占33.3%，青年占33.3%，儿童占33.3%。',
    '老人占33%，青年占33%，儿童占33%。',
    '产值增长35%，利润增长40%，税收增长30%。',
    '老人占35%以上，青年占40%，儿童占30%。',
    '党员占90%，女性占60%，志愿者占80%。',
  ])('%s is in order', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('names', () => {
  test('a name in the byline and spelt otherwise in the text', () => {
    const item = {
      ...articleOf('通讯员周炎瑞在现场看到，河堤上种满了柳树。'),
      byline: { lead: '本报讯', credit: '（通讯员 周焱瑞）' },
    };
    expect(findingsIn(item)).toMatchObject([{ rule: 'two-spellings', words: '周炎瑞', suggestion: '周焱瑞', field: 'body' }]);
  });

  test('the holder of one office', () => {
    expect(said('社区书记李建国介绍了情况。', '书记李建军说，明年再种一百棵。', '李建国最后感谢大家。')).toEqual([
      'two-spellings 李建军 → 李建国',
    ]);
  });

  test('two people in one sentence are two, and so are two without an office', () => {
    expect(said('书记李建国和书记李建军都来了。')).toEqual([]);
    expect(said('志愿者王小明来了。', '志愿者王小红也来了。')).toEqual([]);
  });
});

describe('figures', () => {
  test('a mark in an article without its photograph', () => {
    expect(said('河堤上（图①）种了柳树。')).toEqual(['figure-without-picture 图①']);
    expect(findingsIn({ ...articleOf('河堤上（图1）种了柳树。'), photos: ['p1'] })).toEqual([]);
    expect(findingsIn({ ...articleOf('河堤上（图1）种了柳树。'), photos: ['p1', 'p2'] })).toMatchObject([
      { rule: 'picture-without-figure', params: { number: 2 } },
    ]);
  });

  test('a group with a picture that has not come, and one that its caption does not mark', () => {
    const group = smallIssue.groups[0]!;
    const found = (caption: string, photos: readonly string[]) =>
      checkItem(
        { list: 'groups', item: { ...group, caption, pictures: photos.map((photo, index) => ({ number: index + 1, photo })) } },
        plainChecking,
      ).map(({ rule, words, params }) => [rule, words, params?.number]);
    expect(found('图①河堤。图②夜市。', ['p1', ''])).toEqual([['figure-without-picture', '图②', 2]]);
    expect(found('图①—③河堤。', ['p1', 'p2'])).toEqual([['figure-without-picture', '图①—③', 3]]);
    expect(found('图①河堤。', ['p1', 'p2'])).toEqual([['picture-without-figure', '图①', 2]]);
    expect(found('河堤。', ['p1', 'p2'])).toEqual([]);
  });
});

describe('的 地 得', () => {
  test.each([
    ['“真好！”他高兴的说。', 'particle 的 → 地'],
    ['晚会办的有声有色。', 'particle 的 → 得'],
    ['他高兴的跳了起来。', 'particle 的 → 地'],
    ['老人慢慢的走过来。', 'particle 的 → 地'],
    ['鸟儿飞快得跑了。', 'particle 得 → 地'],
    ['他跑地很快。', 'particle 地 → 得'],
    ['大家觉的很值。', 'particle 的 → 得'],
    ['这里方便的很。', 'particle 的 → 得'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    '自豪的说法，高兴的事，直觉的力量，办的事情不错，明显的变化。',
    '他高兴地说，晚会办得有声有色，大家觉得很值。',
    '孩子们写的很多作品都展出了，他说的很好。',
    '慢慢的变化，静静的流水，热情的拥抱，默默的坐姿，她高兴得跳了起来，激动得说不出话。',
    '他说地道的方言，唱地方戏，玩地滚球，学地理很有意思，这块地很大，工地很远。',
  ])('%s is in order', (text) => {
    expect(said(text)).toEqual([]);
  });
});
