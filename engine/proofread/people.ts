/** A person's name that one article spells in two ways: 周焱瑞, 周炎瑞. */
import { isTitle, nameLength } from '../words/people';
import type { Found, Piece } from './types';

/** Offices that one person holds: whoever has one in an article is the same person all through it. */
const ONE_OF_A_KIND = new Set(
  '书记 主任 校长 院长 局长 馆长 社长 站长 所长 会长 园长 厂长 董事长 总经理 镇长 村长 区长 市长 县长 处长 科长 段长'.split(' '),
);
/** Characters that are taken for each other in names: the same sound or nearly the same shape. */
const CONFUSED = (
  '焱炎岩彦艳燕雁 瑞端睿锐 华桦骅 玲铃灵伶龄 明铭鸣 军君俊钧均 伟玮炜纬苇 杰洁捷婕 丽莉俐立力 辉晖挥徽 健建剑 芳方坊 平萍苹 红虹宏鸿洪泓 文雯闻 霞夏 晓小筱肖 娟鹃涓 兰蓝岚 ' +
  '志智至治致 峰锋烽丰风枫凤 荣容蓉溶 刚钢岗 亮良梁 鑫新欣馨昕忻心 阳杨扬洋 婷亭廷庭 珊姗杉 琪琦祺棋奇其绮 昊浩皓灏豪 宇雨羽语禹玉钰 彬斌宾滨 涛滔韬 佳家嘉加 颖影莹盈英瑛 静婧靖晶菁精 倩茜 薇微维 ' +
  '林琳霖临 勇永咏泳 振震镇珍真贞 胜盛圣晟 坤昆琨 峻骏竣 茂懋 庆清青卿 月悦跃越岳 旭绪煦 超朝潮 冬东栋 春椿 敏旻闽 慧惠卉蕙 磊蕾垒雷 凯恺楷 陈程成诚承城 张章 王汪 李黎 吴武伍 余于俞虞 徐许 肖萧 付傅 ' +
  '闫阎严 邱丘 戴代 江姜蒋 周邹 沈申 钟仲忠中 何贺河 罗骆 朱祝 曾增 鹏朋 强蔷 涵函 轩宣萱 彤桐童 妍研 怡宜 逸毅义艺 思斯 诗施师 梦孟 媛源元原园 菲非飞斐 露璐路 娜那 己已巳 戊戌戍 冶治 未末 祎袆 ' +
  '璟景 烨晔 睿容 赟斌 芃凡 昶永 祐佑 淼森 堃坤 喆哲 翊翌 煜昱育 烁硕 焕涣 炳柄 沛佩培 侠霞 菊局 梅美 秀修 素苏 桂贵 秋丘 顺舜 利丽 锦金 仁人 德得 福富 寿守'
).split(' ');

interface Person {
  readonly name: string;
  /** What stands before or behind it, such as 书记. */
  readonly role: string;
  readonly piece: number;
  readonly from: number;
  /** Number of the sentence in the article. */
  readonly sentence: number;
}

/** @param words the words of each text · findings for each text, in its order */
export function twoSpellings(pieces: readonly Piece[], words: readonly (readonly string[])[]): readonly (readonly Found[])[] {
  const people = peopleIn(pieces, words);
  const found: Found[][] = pieces.map(() => []);
  const names = [...new Set(people.map(({ name }) => name))].slice(0, MOST_NAMES);
  names.forEach((name, at) => {
    for (const other of names.slice(at + 1)) {
      if (!differInOne(name, other)) continue;
      const [one, two] = [people.filter((person) => person.name === name), people.filter((person) => person.name === other)];
      if (!isOnePerson(one, two)) continue;
      const [rare, usual] = two.length <= one.length ? [two, one] : [one, two];
      for (const { piece, from, name: words } of rare) found[piece]!.push(spelling(from, words, usual[0]!.name));
    }
  });
  return found;
}

/** No article names more people; the bound keeps a hostile one's time in hand. */
const MOST_NAMES = 300;

function spelling(from: number, name: string, usual: string): Found {
  return { rule: 'two-spellings', severity: 'warning', from, to: from + name.length, suggestion: usual, params: { usual } };
}

function differInOne(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let differences = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) differences++;
  return differences === 1;
}

/**
 * The names differ in characters that are taken for each other and have three of them or a common role; or they hold the
 * same office. Two people who appear in one sentence are two.
 */
function isOnePerson(one: readonly Person[], other: readonly Person[]): boolean {
  const sentences = new Set(one.map(({ sentence }) => sentence));
  if (other.some(({ sentence }) => sentences.has(sentence))) return false;
  const [first, second] = [one[0]!.name, other[0]!.name];
  const roles = new Set(one.map(({ role }) => role).filter((role) => role !== ''));
  const shared = other.map(({ role }) => role).filter((role) => roles.has(role));
  const at = [...first].findIndex((char, index) => char !== second[index]);
  const confused = CONFUSED.some((group) => group.includes(first[at]!) && group.includes(second[at]!));
  const isLong = first.length > 2;
  return (confused && (isLong || shared.length > 0)) || (isLong && shared.some((role) => ONE_OF_A_KIND.has(role)));
}

function peopleIn(pieces: readonly Piece[], words: readonly (readonly string[])[]): readonly Person[] {
  const people: Person[] = [];
  let sentence = 0;
  pieces.forEach(({ field, text }, piece) => {
    sentence++;
    if (field === 'credit') people.push(...namesInCredit(text, piece, sentence));
    else sentence = namesInText(words[piece]!, piece, sentence, people);
  });
  return people;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Returns the number of the last sentence. */
function namesInText(words: readonly string[], piece: number, first: number, people: Person[]): number {
  let sentence = first;
  let from = 0;
  for (let at = 0; at < words.length; ) {
    const word = words[at]!;
    if ('。！？'.includes(word)) sentence++;
    const count = nameLength(words, at, NO_NAMES);
    const name = words.slice(at, at + count).join('');
    // A surname with a title names nobody sure enough: 王书记.
    if (count > 1 && !isTitle(words[at + count - 1]!) && name.length <= 4) {
      const after = words[at + count] ?? '';
      people.push({ name, role: isTitle(after) ? after : roleBefore(words[at - 1] ?? ''), piece, from, sentence });
    }
    const taken = Math.max(1, count);
    for (const taking of words.slice(at, at + taken)) from += taking.length;
    at += taken;
  }
  return sentence;
}

/** 党支部书记 is 书记. */
function roleBefore(word: string): string {
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return '';
  return [...ONE_OF_A_KIND].find((role) => word.endsWith(role)) ?? word;
}

const ROLE = /记者|通讯员|作者|摄影|摄|文|图/;

/** `（通讯员 周焱瑞 李红）`: each word of two to four hanzi that is no role is a name. */
function namesInCredit(text: string, piece: number, sentence: number): readonly Person[] {
  const role = ROLE.exec(text)?.[0] ?? '';
  return [...text.matchAll(/\p{Script=Han}{2,4}/gu)]
    .filter(({ 0: name }) => !/(?:记者|通讯员|作者|摄影|供稿|供图|实习|报道|本报|本刊)/.test(name))
    .map(({ 0: name, index }) => ({ name, role, piece, from: index, sentence }));
}
