import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../engine/manuscript';
import { articlesOf } from './shapes';

/** Lines of verse, a stroke for the space between stanzas; other paragraphs in brackets. */
function lines(text: string, file = 'a.txt'): string[] {
  const articles = articlesOf(readManuscript(text, file));
  expect(articles).toHaveLength(1);
  return articles[0]!.paragraphs.map(({ runs, verse }) => {
    const line = runs.map((run) => run.text).join('');
    return verse ? line || '—' : `[${line}]`;
  });
}

const first = ['渡船把两岸缝在一起', '缝得很慢', '一天只走四针'];
const second = ['摆渡人的胡子白了', '江水没有'];

describe('a poem', () => {
  test('keeps its lines and the spaces between its stanzas', () => {
    const text = `渡口\n\n□ 江晓帆\n\n${first.join('\n')}\n\n${second.join('\n')}`;
    expect(lines(text)).toEqual([...first, '—', ...second]);
  });

  test('typed with an empty line after every line has wider gaps between stanzas', () => {
    const text = `渡口\n\n作者：江晓帆\n\n\n${first.join('\n\n')}\n\n\n${second.join('\n\n')}`;
    expect(lines(text)).toEqual([...first, '—', ...second]);
  });

  test('of one stanza is known by having no marks, or by its name', () => {
    expect(lines(`渡口\n江晓帆\n${[...first, ...second].join('\n')}`)).toEqual([...first, ...second]);
    const marked = ['江上起雾，', '渡船归岸，', '摆渡人收起竹篙', '喝一碗热汤。'];
    expect(lines(`渡口\n□ 江晓帆\n${marked.join('\n')}`, '诗 渡口.txt')).toEqual(marked);
  });

  test('in the old form may have two clauses on a line', () => {
    const old = ['晨登东岭上，远望海天长。', '雾散渔舟出，潮平白鹭翔。'];
    expect(lines(`登岭\n作者：江晓帆\n${old.join('\n')}`)).toEqual(old);
  });

  test('of several parts keeps their titles', () => {
    const text = '渡口诗两首\n\n春\n风推开木门，\n燕子没有敲。\n\n夏\n蝉把树叫亮，\n我在树下躺。';
    expect(lines(text)).toEqual(['风推开木门，', '燕子没有敲。', '—', '夏', '蝉把树叫亮，', '我在树下躺。']);
  });

  test('may have a remark in prose under it', () => {
    const remark = '作者是渡口社区的老船工，摆渡三十六年，退休以后开始写诗，已经写满了三个本子。';
    expect(lines(`渡口\n□ 江晓帆\n\n${first.join('\n')}\n\n${second.join('\n')}\n\n${remark}`)).toEqual([
      ...first,
      '—',
      ...second,
      `[${remark}]`,
    ]);
  });
});

describe('what is no poem stays as it is', () => {
  test.each([
    ['prose', '渡口\n\n本报讯（记者 高远）近日，渡口修好了。\n\n船又开了。\n\n大家很高兴。\n\n明天还来。'],
    [
      'prose about a poem',
      '诗会开到了渡口\n\n□ 高远\n\n昨晚的渡口很热闹，三十位居民读了自己写的诗。\n\n老船工读得最好。\n\n掌声很响。\n\n雨停了。',
    ],
    ['things to bring', '灯会要带的东西\n\n记者 高远\n\n红灯笼\n剪刀和胶水\n长桌十张\n\n志愿者马甲\n热水壶\n一次性纸杯'],
    ['winners', '灯会获奖名单\n\n记者 高远\n\n一等奖：王志强\n二等奖：李秀兰\n三等奖：张国庆\n鼓励奖：刘建华'],
    ['names', '灯会志愿者\n\n记者 高远\n\n王志强\n李秀兰\n张国庆\n\n刘建华\n赵敏\n孙玉梅'],
    ['a conversation', '和书记聊渡口\n\n记者 高远\n\n问：船还开吗？\n答：开。\n\n问：几点开？\n答：六点。'],
    ['numbered rules', '乘船须知\n\n记者 高远\n\n1.上船不要挤\n2.下船不要抢\n3.孩子要牵着\n4.老人先坐下'],
  ])('%s', (_, text) => {
    expect(lines(text).filter((line) => !line.startsWith('['))).toEqual([]);
  });
});
