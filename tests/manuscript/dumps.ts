import fc from 'fast-check';

const clauses = [
  '河湾社区为老人送来热汤',
  '1月6日,志愿者走进3号楼',
  '工程投资1,320万元(含绿化)',
  '他说:"值!"',
  '今后还将开办"剪刀课堂"',
  '每周五19:00-20:30开放',
  '报名请写信至 a.b@example.com',
  '详见http://www.example.com/a?b=1,欢迎访问',
  '启动“三步走“工程',
  '用时3 ms.办理',
  '大家读<<春天>>,唱《晨光》',
  '启用AI 平台和 3D 打印机',
  '路灯亮了……',
  '一边走--一边看',
  '心更近了',
  'The “Maker Lab” is open, he said',
];

const endings = ['。', '.', '!', '？', '”', '', '', '，', '...', '；', '。（钟秀）'];

const sentence = fc
  .tuple(
    fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(',', '，', ' ', '、'),
    fc.constantFrom(...endings),
  )
  .map(([parts, joint, ending]) => parts.join(joint) + ending);

const signs = fc.constantFrom(
  '本报讯(通讯员 柳青)近日,河湾社区的路灯亮了。',
  '本报讯（记者高远 通讯员 李 明）1月3日，天晴。',
  '河湾社区的路灯亮了本报讯（通讯员 柳青）灯亮了。',
  '（通讯员 柳青）',
  '□ 柳青',
  '作者：柳青',
  '文/图 柳青',
  '通讯员 柳青',
  '柳青',
  '河湾社区 柳青',
  '来源：河湾发布',
  '引题：同心同行',
  '标题：河湾社区的路灯亮了',
  '副题：居民点赞',
  '正文：近日，河湾社区换了新灯。',
  '——河湾社区见闻',
  '同心同行 共建共享',
  '河湾社区 点亮“邻里灯”',
  '一、把灯点亮',
  '二、把路修平。路面铺了沥青，雨天不再积水，老人出门放心。',
  '（一）查线路。电工逐户检查线路，更换老化电线两千米。',
  '图①为夜跑的居民。图②为修灯的电工。柳青 摄',
  '图1：夜跑的居民',
  '图2：修灯的电工（柳青 摄）',
  '图为河湾夜景。',
  '柳青 李明 摄',
  '图片新闻',
  '征稿启事',
  '新闻热线',
  '0500-86001122',
  '投稿邮箱：a@example.com',
  '新闻热线：86001122 投稿邮箱：a@example.com',
  '简讯',
  '■河湾社区修路灯 近日，河湾社区修好路灯三十盏。（柳青）',
  '【河湾社区修路灯】近日，河湾社区修好路灯三十盏。',
  '广告',
  '公益广告',
  '爱护路灯 人人有责',
  '（下转2版）',
  '相关报道见3版',
  '--------',
  '2025年1月10日 星期五',
  '02 社区新闻',
  '责任编辑：柳青 版式：李明',
  '记者：灯亮了吗？',
  '日期\t时间\t地点',
  '  　　缩进的一段话，说的是灯。',
  '"未完的引号',
  '）（',
  '&nbsp;&nbsp;路灯&quot;亮了&quot;',
  '\u200b路\u00ad灯\ufeff',
  '２０２５年１月，全角ＡＢ',
);

const writtenLine = fc.oneof(signs, sentence);
const anyLine = fc.oneof({ weight: 6, arbitrary: writtenLine }, { weight: 1, arbitrary: fc.string({ maxLength: 30 }) });

function manuscriptOf(line: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n', '\n　　')), { minLength: 1, maxLength: 25 })
    .map((lines) => lines.map(([text, gap]) => text + gap).join(''));
}

/** Random manuscripts made of the lines that correspondents write. */
export const manuscript = manuscriptOf(writtenLine);

/** The same with rubbish between the lines. */
export const dump = manuscriptOf(anyLine);
