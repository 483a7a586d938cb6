import { describe, expect, test } from 'vitest';
import { normalise } from '../../engine/manuscript/normalise';

const clean = (text: string) => normalise(text, '').paragraphs.map((paragraph) => paragraph.text);

/** What a rule counted, by its name. */
function counts(text: string): Record<string, number> {
  const { findings } = normalise(text, '');
  return Object.fromEntries(
    findings.map((finding) => [finding.code.replace('manuscript.rule-', ''), Number(finding.params.count)]),
  );
}

describe('half-width marks beside Han become full-width', () => {
  test.each([
    ['书画展(第三届)开幕,来的人真多;热闹吗?热闹!', '书画展（第三届）开幕，来的人真多；热闹吗？热闹！'],
    ['地点:文化站201室', '地点：文化站201室'],
    ['用上了DIY工具,孩子们', '用上了DIY工具，孩子们'],
    ['启动“A计划”,成效明显', '启动“A计划”，成效明显'],
    ['推行3(基础)+N(特色)模式', '推行3（基础）+N（特色）模式'],
    ['一半（half) 混用的括号', '一半（half）混用的括号'],
    ['他说:"值!",大家都笑', '他说：“值！”，大家都笑'],
    ['每年2024,2025两次,不间断', '每年2024,2025两次，不间断'],
  ])('%s', (given, expected) => {
    expect(clean(given)).toEqual([expected]);
  });
});

describe('numbers, times, addresses, file names and Latin phrases keep their marks', () => {
  test.each([
    ['投入1,320,000元，占98.5%'],
    ['上午8:30开会，比分3:2'],
    ['写信至a.b-c@mail.example.com。'],
    ['请看https://www.example.com/a?b=1,2;c=(3)。'],
    ['附件“report,v1.docx”和photo.jpg已收到'],
    ['世界卫生组织(WHO)发布报告'],
    ['口号是“Yes, we can!”。'],
    ['Maker Lab: a place, a team (and you)!'],
  ])('%s', (text) => {
    expect(clean(text)).toEqual([text]);
  });
});

describe('dots', () => {
  test('at the end of a Han line are a stop', () => {
    expect(clean('会议开了一上午.')).toEqual(['会议开了一上午。']);
  });
  test('inside a line are stops when the writer has no others', () => {
    expect(clean('会议开了一上午.大家都很满意.约有30人')).toEqual(['会议开了一上午。大家都很满意。约有30人']);
  });
  test('in a name stay beside true stops', () => {
    expect(clean('约翰.史密斯来访。他很高兴。')).toEqual(['约翰.史密斯来访。他很高兴。']);
  });
  test('after an address or a word among Han are stops', () => {
    expect(clean('写信至a.b@example.com.')).toEqual(['写信至a.b@example.com。']);
    expect(clean('全长3 km.路面很宽。办理用时3—5 ms.“很快”。')).toEqual(['全长3 km。路面很宽。办理用时3—5 ms。“很快”。']);
  });
  test('of abbreviations, options and Latin phrases stay', () => {
    for (const text of ['红队vs.蓝队，St.玛丽，A.苹果。', '海报写着We are good neighbors.', '看Node.js。'])
      expect(clean(text)).toEqual([text]);
  });
  test('after a figure stay a number', () => {
    expect(clean('面积3.5亩，1.修路')).toEqual(['面积3.5亩，1.修路']);
  });
  test.each([['等着我们...'], ['等着我们。。。'], ['等着我们……'], ['等着我们…'], ['等着我们......']])(
    '%s is an ellipsis',
    (given) => {
      expect(clean(given)).toEqual(['等着我们……']);
    },
  );
  test('in Latin stay', () => {
    expect(clean('wait... for it')).toEqual(['wait... for it']);
  });
});

describe('dashes', () => {
  test.each([['春天--万物生长'], ['春天——万物生长'], ['春天—万物生长'], ['春天──万物生长'], ['春天－－万物生长']])(
    '%s',
    (given) => {
      expect(clean(given)).toEqual(['春天——万物生长']);
    },
  );
  test('between figures, in telephone numbers and in Latin stay', () => {
    expect(clean('5-8月，电话0500-86001122，T-shirt')).toEqual(['5-8月，电话0500-86001122，T-shirt']);
  });
});

describe('quotes', () => {
  test('are paired within a paragraph, inner ones too', () => {
    expect(clean(`他说:"我们的'小书屋'开门了.""真好!"`)).toEqual(['他说：“我们的‘小书屋’开门了。”“真好！”']);
  });
  test('an open one does not reach the next paragraph', () => {
    expect(clean('"没有收尾。\n\n"开门"了。')).toEqual(['“没有收尾。', '“开门”了。']);
  });
  test.each([
    ['社区推行“三步走“战略。', '社区推行“三步走”战略。'],
    ['社区推行”三步走”战略。', '社区推行“三步走”战略。'],
    [
      '说到”心近， 路亮， 灯明， 人亲， 水清， 山绿， 天蓝， 草茂”了。',
      '说到“心近，路亮，灯明，人亲，水清，山绿，天蓝，草茂”了。',
    ],
    ['路口叫“一站“、“二站“和”三站“。', '路口叫“一站”、“二站”和“三站”。'],
    ['他说：“灯亮了，路也平了。“大家笑了。', '他说：“灯亮了，路也平了。”大家笑了。'],
  ])('that face the wrong way are turned: %s', (given, expected) => {
    expect(clean(given)).toEqual([expected]);
    expect(counts(given).turned).toBeGreaterThan(0);
  });
  test.each([
    ['他说：“做好“三步走“工作。”大家说好。'],
    ['他说：“做好“三步走”工作。”大家说好。'],
    ['已经完工。”他又说：“明年再修一条。'],
    ['他说：“第一段没有收尾。'],
    ['先是”、“后来'],
  ])('that may pair in more than one way stay: %s', (text) => {
    expect(clean(text)).toEqual([text]);
  });
  test('apostrophes and Latin lines stay', () => {
    expect(clean("唱了《It's OK》")).toEqual(["唱了《It's OK》"]);
    expect(clean('He said "no".')).toEqual(['He said "no".']);
  });
});

describe('other forms', () => {
  test.each([
    ['２０２５年１月，Ａ座３层，８：３０，１００％', '2025年1月，A座3层，8:30，100%'],
    ['读<<春天>>', '读《春天》'],
    ['路灯，&nbsp;&quot;亮了&quot;&#65;&amp;B。', '路灯，“亮了”A&B。'],
    ['路\u200b灯\u00ad亮\ufeff了', '路灯亮了'],
  ])('%s', (given, expected) => {
    expect(clean(given)).toEqual([expected]);
  });
});

describe('spaces', () => {
  test.each([
    ['社区 的路灯，昨晚 亮了。', '社区的路灯，昨晚亮了。'],
    ['1 月 3 日，来了 26 名队员。', '1月3日，来了26名队员。'],
    ['“ 小书屋 ” 开门 ，大家都来。', '“小书屋”开门，大家都来。'],
    ['同心同行  共建共享', '同心同行 共建共享'],
    ['简 讯', '简讯'],
    ['开展“同心过大年 欢歌迎新春”活动，很热闹。', '开展“同心过大年 欢歌迎新春”活动，很热闹。'],
    ['李明 王秀兰 周大勇 摄', '李明 王秀兰 周大勇 摄'],
    ['王 敏 周大勇 摄', '王敏 周大勇 摄'],
    ['本报讯（记者 高远 通讯员 柳 青）路灯亮了。', '本报讯（记者 高远 通讯员 柳青）路灯亮了。'],
    ['本报讯（记者 Tom李）路灯亮了。', '本报讯（记者 Tom李）路灯亮了。'],
    ['有了 Maker Lab 和 3D 打印机。', '有了Maker Lab和3D打印机。'],
    ['We are good neighbors.', 'We are good neighbors.'],
  ])('%s', (given, expected) => {
    expect(clean(given)).toEqual([expected]);
  });
});

describe('the report', () => {
  test('names each rule with its count, examples and lines', () => {
    const { findings } = normalise('路灯亮了\n\n书画展,书法展,摄影展', '');
    expect(findings).toEqual([
      {
        kind: 'normalised',
        code: 'manuscript.rule-punctuation',
        params: { count: 2, examples: '书画展,书法展,　,书法展,摄影展' },
        span: { from: 3, to: 3 },
        confidence: 1,
      },
    ]);
  });
  test('is empty for a clean text', () => {
    expect(counts('路灯亮了，大家都高兴。')).toEqual({});
  });
  test('counts every rule apart', () => {
    expect(counts('&nbsp;２路灯,"亮"了...\n好看--真好看.')).toEqual({
      entities: 1,
      width: 1,
      punctuation: 1,
      quotes: 2,
      ellipsis: 1,
      dash: 1,
      stop: 1,
    });
  });
});
