import { describe, expect, test } from 'vitest';
import { normalise } from '../../engine/manuscript/normalise';

const paragraphs = (text: string) => normalise(text, '').paragraphs.map((paragraph) => paragraph.text);

describe('a column end inside a sentence', () => {
  test('is joined over an empty line', () => {
    expect(
      paragraphs(
        '街道把闲置的小区物业用房、老旧车棚和社区\n\n用房都改成了服务站，居民下楼就能办事。\n\n下一步，街道还要增设夜间服务窗口。',
      ),
    ).toEqual([
      '街道把闲置的小区物业用房、老旧车棚和社区用房都改成了服务站，居民下楼就能办事。',
      '下一步，街道还要增设夜间服务窗口。',
    ]);
  });

  test('in a figure is joined without a space', () => {
    expect(paragraphs('前些年，年轻人走了，铺子一家家地关了门。20\n\n22年，镇里请来设计师，把老屋修好了。')).toEqual([
      '前些年，年轻人走了，铺子一家家地关了门。2022年，镇里请来设计师，把老屋修好了。',
    ]);
  });

  test('says where it was', () => {
    const { paragraphs: found, findings } = normalise('志愿者带着热汤、点心和\n\n水果上门，老人们都笑了。还有人唱起了歌。', '');
    expect(found[0]!.span).toEqual({ from: 1, to: 1 });
    const joined = normalise('志愿者带着刚出锅的热汤、点心和新鲜的\n\n水果上门，老人们都笑了。', '');
    expect(joined.paragraphs[0]!.span).toEqual({ from: 1, to: 3 });
    expect(joined.findings.map((finding) => finding.code)).toEqual(['manuscript.rule-rejoined']);
    expect(findings).toEqual([]);
  });
});

describe('lines that stay lines', () => {
  test.each([
    [
      'a headline above a byline',
      '昨天的活动很热闹，来了不少居民和孩子们\n\n河湾社区点亮邻里灯\n\n本报讯（通讯员 柳青）路灯亮了。',
    ],
    [
      'numbered headings',
      '这一年，我们主要做了三件事，件件有着落\n一、把灯点亮，让居民走夜路不怕黑。\n二、把路修平，让老人出门更放心。',
    ],
    ['verse', '雾把船藏起来\n又把船还给江\n搬运工的肩膀\n比早晨更早亮起'],
    ['verse with marks', '雾把船藏起来，\n又把船还给江，\n搬运工的肩膀，\n比早晨更早亮起。'],
    ['a list with labels', '报名时间：1月10日至20日\n报名地点：河湾文化站201室\n报名电话：0500-86003344'],
  ])('%s', (_, text) => {
    expect(paragraphs(text)).toEqual(text.split(/\n+/));
  });
});

/** Breaks paragraphs into lines of so many characters, as a program with a fixed line width does. */
function hardWrap(texts: readonly string[], width: number, indent: string): string {
  return texts.map((text) => (indent + text).match(new RegExp(`.{1,${width}}`, 'gu'))!.join('\n')).join('\n');
}

const story = [
  '清河村的磨坊在村东头，一条小河从它脚下流过。小时候我常跟着外婆去磨面，一路上听她讲那些老掉牙的故事。',
  '磨坊的主人姓田，是个跛子，大家都叫他田师傅。他不爱说话，见了我却总要从围裙里摸出一把炒豆子来。那豆子又香又脆，我至今还记得它的味道。',
  '后来村里通了电，磨坊就停了。田师傅去了哪里，没有人说得清。只有那条小河还在流，日日夜夜，像在转动一盘看不见的石磨。',
];

describe('a fixed line width', () => {
  test.each([14, 22, 30, 37])('of %i characters with indented paragraphs is undone', (width) => {
    expect(paragraphs(hardWrap(story, width, '　　'))).toEqual(story);
  });

  test('with paragraphs apart is undone', () => {
    const text = story.map((paragraph) => hardWrap([paragraph], 26, '')).join('\n\n');
    expect(paragraphs(text)).toEqual(story);
  });

  test('of a Latin text is undone with spaces', () => {
    const text =
      'The old mill stands at the east end of the village, and a\nsmall river flows below it. When I was a child I went there\nwith my grandmother, who told me stories all the way to the\nmill and back again. It was a long walk.';
    expect(paragraphs(text)).toEqual([text.replace(/\n/g, ' ')]);
  });

  test('leaves the headline and byline above it alone', () => {
    expect(paragraphs(`清河村的磨坊\n□ 沈舟\n${hardWrap(story, 24, '　　')}`)).toEqual(['清河村的磨坊', '□ 沈舟', ...story]);
  });
});
