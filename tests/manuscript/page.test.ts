import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../engine/manuscript';
import type { ArticleDraft, Draft } from '../../engine/manuscript/types';
import { clean } from './shapes';

/** A printed page's text as it comes out of a PDF: half-width marks, columns that end inside sentences, no structure. */
const page = `

同题共答 同向发力 同心圆梦

河湾街道(锦湖新区)“四张单”托起“老来乐”幸福圈

本报讯(通讯员 顾文清)2024年以来,河湾街道(锦湖新区)聚焦老有所养、老有所乐的目标,列出需求、资源、服务、评价“四张单”,让老人不出社区就能安享晚年。

需求“摸得清”,让服务“配得准”。往“细”处问,建好民情台账。网格员逐户走访3批次,登记老人1,260名,把助餐、助浴、助医等需求一一记下,建起“红黄绿”三色台账,做到底数清、情况明。向“实”处落,办好家门小事。整合小区活动室、闲置车棚和社区

用房,建成“乐龄驿站”9处,老人下楼就能理发、量血压、下棋。

资源“聚得拢”,让邻里“帮得上”。广开门路,聚拢社会力量。与晨曦社工站、惠民医院等12家单位结对,每月上门义诊一次。以老助老,唤醒邻里温情。招募低龄老人86名,与高龄老人“一对一”结对,陪聊天、代买药,

受到欢迎。

锦湖新区 举办邻里象棋赛

本报讯(通讯员 程书怡)1月4日,锦湖新区工会、老年协会联合举办主题为“楚河汉界,以棋会友”的邻里象棋赛。

落子有声,老少同乐。比赛在文化广场举行,从七岁孩童到八旬老人,六十四名选手分组对弈,围观的居民里三层外三层,不时为妙招叫好,现场秩序井然。

观棋不语,邻里情长。比赛期间,志愿者为选手送上姜茶,还在场边设了残局擂台,邀请过路居民一试身手。

锦湖新区将继续办好各类群众赛事,让更多居民走出家门、融入社区。



新春将至,河湾街道各社区办起迎新活动,处处欢声笑语。图①柳岸社区开展“巧手剪窗花 笑语迎新春”剪纸活动。图②东港社区举办“同心过大年 欢歌颂盛世”文艺汇演。图③北苑社区开展“墨香迎春”写春联活动。图④南塘社区开展“一碗汤圆 一份牵挂”敬老活动。图⑤西桥社区举办“福满西桥,乐享新年”游园会。

顾文清 程书怡 孟涛 钱秋月 汪洋 摄

锦湖恒信纺织有限公司开展“暖冬同行”助学活动

本报讯(通讯员 孟涛)日前,锦湖恒信纺织有限公司开展“暖冬同行”助学活动,为困难学生送去棉衣和学习用品。街道关工委主任沈志远参加活动。

恒信纺织公司连续6年结对帮扶辖区学生,累计捐款38万元,让孩子们在求学路上感受

到家一般的温暖。

“自己淋过雨,就想为别人撑把伞。”公司负责人葛长明说。今后,恒信

纺织公司还将设立励志奖学金,帮助更多孩子圆梦。

爆料热线

0500-86001122

本刊投稿邮箱

hewan2025@example.com
`;

function article(draft: Draft | undefined): ArticleDraft {
  if (draft?.kind !== 'article') throw new Error(`no article: ${draft?.kind}`);
  return draft;
}

const { drafts, report } = readManuscript(page, '来稿.txt');

describe('the text of a printed page', () => {
  test('comes apart into three articles, a photo group and a notice, in order', () => {
    expect(drafts.map((draft) => draft.kind)).toEqual(['article', 'article', 'group', 'article', 'notice']);
    for (const draft of drafts) expect(draft.confidence).toBeGreaterThanOrEqual(0.9);
  });

  test('its lead has kicker, headline and byline', () => {
    const lead = article(drafts[0]);
    expect(lead).toMatchObject({
      kicker: '同题共答 同向发力 同心圆梦',
      headline: ['河湾街道（锦湖新区）“四张单”托起“老来乐”幸福圈'],
      deck: '',
      byline: { lead: '本报讯', credit: '（通讯员 顾文清）' },
      jump: '',
      weight: 'auto',
      page: 0,
      span: { from: 3, to: 15 },
    });
  });

  test('its lead has run-in headings of two levels, and paragraphs that a column broke are whole', () => {
    expect(clean(article(drafts[0]))).toEqual([
      '2024年以来，河湾街道（锦湖新区）聚焦老有所养、老有所乐的目标，列出需求、资源、服务、评价“四张单”，让老人不出社区就能安享晚年。',
      '[heading 需求“摸得清”，让服务“配得准”。][subheading 往“细”处问，建好民情台账。]网格员逐户走访3批次，登记老人1,260名，把助餐、助浴、助医等需求一一记下，建起“红黄绿”三色台账，做到底数清、情况明。[subheading 向“实”处落，办好家门小事。]整合小区活动室、闲置车棚和社区用房，建成“乐龄驿站”9处，老人下楼就能理发、量血压、下棋。',
      '[heading 资源“聚得拢”，让邻里“帮得上”。][subheading 广开门路，聚拢社会力量。]与晨曦社工站、惠民医院等12家单位结对，每月上门义诊一次。[subheading 以老助老，唤醒邻里温情。]招募低龄老人86名，与高龄老人“一对一”结对，陪聊天、代买药，受到欢迎。',
    ]);
  });

  test('a space in a headline breaks it into lines', () => {
    const second = article(drafts[1]);
    expect(second).toMatchObject({ kicker: '', headline: ['锦湖新区', '举办邻里象棋赛'], deck: '' });
    expect(second.byline).toEqual({ lead: '本报讯', credit: '（通讯员 程书怡）' });
    expect(clean(second)).toEqual([
      expect.stringMatching(/^1月4日，锦湖新区工会、.*象棋赛。$/),
      expect.stringMatching(/^\[heading 落子有声，老少同乐。\]比赛在文化广场举行/),
      expect.stringMatching(/^\[heading 观棋不语，邻里情长。\]比赛期间，/),
      expect.stringMatching(/^锦湖新区将继续/),
    ]);
  });

  test('the group has five pictures, one caption and its photographers', () => {
    expect(drafts[2]).toMatchObject({
      kind: 'group',
      numbers: [1, 2, 3, 4, 5],
      credit: '顾文清 程书怡 孟涛 钱秋月 汪洋 摄',
      label: '图片新闻',
      caption:
        '新春将至，河湾街道各社区办起迎新活动，处处欢声笑语。图①柳岸社区开展“巧手剪窗花 笑语迎新春”剪纸活动。图②东港社区举办“同心过大年 欢歌颂盛世”文艺汇演。图③北苑社区开展“墨香迎春”写春联活动。图④南塘社区开展“一碗汤圆 一份牵挂”敬老活动。图⑤西桥社区举办“福满西桥，乐享新年”游园会。',
    });
  });

  test('the third article was broken twice', () => {
    const third = article(drafts[3]);
    expect(third.headline).toEqual(['锦湖恒信纺织有限公司开展“暖冬同行”助学活动']);
    expect(clean(third).slice(1)).toEqual([
      '恒信纺织公司连续6年结对帮扶辖区学生，累计捐款38万元，让孩子们在求学路上感受到家一般的温暖。',
      '“自己淋过雨，就想为别人撑把伞。”公司负责人葛长明说。今后，恒信纺织公司还将设立励志奖学金，帮助更多孩子圆梦。',
    ]);
  });

  test('hotline and e-mail are one notice', () => {
    expect(drafts[4]).toMatchObject({
      title: '',
      text: '',
      entries: [
        { label: '爆料热线', value: '0500-86001122', kind: 'phone' },
        { label: '本刊投稿邮箱', value: 'hewan2025@example.com', kind: 'email' },
      ],
    });
  });

  test('the report says what was changed and what was recognised', () => {
    expect(report.filter((finding) => finding.kind === 'normalised').map((finding) => finding.code)).toEqual([
      'manuscript.rule-rejoined',
      'manuscript.rule-punctuation',
    ]);
    expect(report.filter((finding) => finding.kind === 'recognised').map((finding) => finding.code)).toEqual([
      'manuscript.article',
      'manuscript.article',
      'manuscript.group',
      'manuscript.article',
      'manuscript.notice',
    ]);
    expect(report.filter((finding) => finding.kind === 'doubt')).toEqual([]);
    expect(report[0]!.params.count).toBe(4);
  });

  test.each([
    ['without its empty lines', page.replace(/\n\n+/g, '\n')],
    ['with the line ends of another system', page.replace(/\n/g, '\r\n')],
    [
      'with full-width marks already',
      page
        .replace(/,(?!\d)/g, '，')
        .replace(/\(/g, '（')
        .replace(/\)/g, '）'),
    ],
    ['with straight quotes', page.replace(/[“”]/g, '"')],
    ['with dots for stops', page.replace(/。/g, '.').replace(/[“”]/g, '"')],
    ['with indents', page.replace(/\n(?=[^\n])/g, '\n　　')],
    ['with trailing spaces', page.replace(/\n/g, '  \n')],
  ])('reads alike %s', (_, text) => {
    const fields = (list: readonly Draft[]) => list.map(({ span: _span, parts: _parts, ...rest }) => rest);
    expect(fields(readManuscript(text, '来稿.txt').drafts)).toEqual(fields(drafts));
  });
});
