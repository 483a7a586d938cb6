/** Names of people among the words of a text: a surname (《百家姓》, those still common) and a given name of one or two characters. */

import { kindOfWord } from './dictionary';

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏傅付方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆农司卓古吉缪简项芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝',
);
const DOUBLE_SURNAMES = new Set([
  '欧阳',
  '上官',
  '司马',
  '司徒',
  '诸葛',
  '皇甫',
  '夏侯',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '东方',
  '南宫',
  '端木',
  '长孙',
  '宇文',
]);

/** What a person is called after the name. */
const TITLES = new Set(
  (
    '先生 女士 同志 老师 教授 医生 大夫 护士 书记 主任 主席 校长 院长 厂长 经理 站长 所长 队长 班长 社长 会长 局长 处长 科长 馆长 园长 警官 师傅 律师 会计 ' +
    '大爷 大妈 大娘 大叔 大婶 大姐 大哥 阿姨 叔叔 伯伯 爷爷 奶奶 婆婆 老人 老汉 同学 教练 记者 总 工 姐 哥 嫂 叔 婶 姨 伯 爷 奶 妈'
  ).split(' '),
);
/** What a person is called before the name. */
const ROLES = new Set(
  (
    '党员 居民 村民 市民 职工 员工 工人 教师 学生 医生 护士 民警 社工 记者 通讯员 志愿者 网格员 队员 队长 班长 书记 主任 校长 院长 老人 老兵 军人 退役军人 ' +
    '青年 少年 女孩 男孩 作者 画家 作家 诗人 歌手 导演 选手 冠军 模范 代表 委员 楼长 楼门长 店主 老板 师傅 工匠 传承人 劳模 标兵 学子 同学 院士 专家 英雄 烈士 党支部书记 保洁员 快递员 外卖员 售货员 护林员 教练'
  ).split(' '),
);
/** What words end with that say what a person does: 电工, 售货员, 志愿者. */
const ROLE_END = /^\p{Script=Han}+[工员师长家手兵生者授士警医匠模记]$/u;
/** Offices: who holds one is named, not described. */
const OFFICE_END = /(?:长|书记|主任|主席|经理|委员)$/u;
/** Surnames that are hardly ever a word of their own: a word of two characters after one is a given name. */
const PLAIN_SURNAMES = new Set(
  '王李刘陈杨赵吴周徐孙胡郭罗郑谢宋唐许韩冯邓曹彭曾萧蒋蔡魏薛潘袁董吕苏卢姚崔谭陆汪邹秦邱侯尹阎闫龚邵覃',
);
/** Words of one character that a given name is not made of where they may stand by themselves. */
const NOT_GIVEN = new Set(
  '的地得了着过吗呢吧啊呀之在是有和与及或也都就还又再不没被把将让给向对从到为以由按每各这那里上下前后内外中时间获赴说称谈讲来去进出开办送建修走看想要能会可',
);

/** Whether a word is a title that goes with a surname. */
export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

/** Whether a word is what a person is called before the name. */
export function isRole(word: string): boolean {
  return ROLES.has(word) || ROLE_END.test(word);
}

/**
 * Whether the words from a place on are a name that the dictionary has in part (李铁|柱), or as a word (高洁), behind what the
 * person is called.
 */
function knownNameLength(words: readonly string[], at: number): number {
  const [before, word, next] = [words[at - 1] ?? '', words[at]!, words[at + 1] ?? ''];
  if (!isRole(before) || !/^\p{Script=Han}{2}$/u.test(word) || !SURNAMES.has(word[0]!)) return 0;
  const kind = kindOfWord(word);
  if (kind === 'person') return isGiven(next) && !isTitle(next) ? 2 : 1;
  return kind === 'attribute' && OFFICE_END.test(before) ? 1 : 0;
}

/** How many words from a place on are one person's name, with a title that a surname alone needs; 0 when none is. */
export function nameLength(words: readonly string[], at: number, said: ReadonlySet<string>): number {
  const known = knownNameLength(words, at);
  if (known > 0) return known;
  const surname = words[at]!;
  if (!SURNAMES.has(surname) && !DOUBLE_SURNAMES.has(surname)) return 0;
  const [first, second] = [words[at + 1] ?? '', words[at + 2] ?? ''];
  if (isTitle(first)) return 2;
  if (isGiven(first) && isGiven(second) && !isTitle(second)) return 3;
  if (isGiven(first)) return 2;
  if (!/^\p{Script=Han}{2}$/u.test(first)) return 0;
  const expected = isRole(words[at - 1] ?? '') || isTitle(second) || said.has(surname + first);
  return expected || PLAIN_SURNAMES.has(surname) ? 2 : 0;
}

function isGiven(word: string): boolean {
  return /^\p{Script=Han}$/u.test(word) && !NOT_GIVEN.has(word);
}
