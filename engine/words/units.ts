/** What a text falls into where it may be broken by sense: words, whole names of people, and numbers with what they count. */
import { kindOfWord, type WordKind } from './dictionary';
import { isRole, isTitle, nameLength } from './people';
import { cutWords } from './segment';

export interface Unit {
  readonly text: string;
  readonly kind: 'word' | 'name' | 'number' | 'latin' | 'mark' | 'space';
  /** What a word of the dictionary mostly is, and one of which its end tells that it names something. */
  readonly use?: WordKind;
}

const NUMERALS = '零〇一二三四五六七八九十百千万亿两几半';
const FIGURES = /^[+-]?[0-9０-９][0-9０-９.,:：%‰℃°/～~–-]*$/u;
const HAN_NUMBER = new RegExp(
  `^(?:[第近约超逾数上]?[${NUMERALS}数多余]*[${NUMERALS}][${NUMERALS}多余来]*|数[十百千万亿]+)$`,
  'u',
);
const NUMERAL_START = new RegExp(`^[${NUMERALS}]+`, 'u');
/** A share, and its whole part where a word ends with the point: `百分之三点`. */
const SHARE = new RegExp(`^[百千万]分之[${NUMERALS}]*点?$`, 'u');
/** Before and after a number they belong to it. */
const BEFORE_NUMBER = new Set(['第', '近', '约', '超', '逾', '数', '上', '每', '￥', '¥', '$', '±', '+', '-', '−']);
const AFTER_NUMBER = new Set(['多', '余', '来', '%', '％', '‰', '℃', '°', '℉']);
/** Words that count: after a number they belong to it. */
const MEASURES = new Set(
  (
    '年 月 日 号 时 点 分 秒 天 周 岁 度 届 次 期 版 个 名 位 人 户 家 口 条 项 场 件 台 辆 盏 栋 幢 座 层 楼 间 套 处 所 支 枝 只 头 匹 棵 株 亩 顷 ' +
    '元 角 万 亿 千 百 斤 吨 克 米 里 寸 尺 升 杯 碗 瓶 盒 箱 袋 包 份 本 册 页 篇 首 幅 张 封 句 字 笔 遍 趟 步 代 辈 倍 成 折 路 段 批 组 队 班 级 岁 声 道 面 ' +
    '把 根 块 片 颗 粒 朵 束 副 双 对 桌 席 棋 堂 课 门 桩 轮 环 圈 站 线 万元 亿元 千元 百元 万人 万户 万名 万件 万吨 万亩 公里 公斤 公顷 平方米 平方公里 立方米 平米 千米 厘米 毫米 ' +
    '千瓦 千瓦时 小时 分钟 周年 年级 余户 余人 余名 余家 余件 余次 多年 余年 个月 年度 世纪 月份 年代 号楼 单元'
  ).split(' '),
);

/** They count nothing, though they look like it. */
const NO_COUNTS = new Set(['一线', '二线', '一路', '一道', '千里', '万里']);

/** Units of a text, in order; together they are the text. `said` are names and words that the story or the paper knows. */
export function unitsOf(text: string, said: ReadonlySet<string>): Unit[] {
  const words = cutWords(text, said);
  const units: Unit[] = [];
  let at = 0;
  while (at < words.length) {
    const number = numberLength(words, at);
    const name = number > 0 ? 0 : partedNameLength(words, at) || nameLength(words, at, said);
    const count = Math.max(1, number, name);
    const joined = words.slice(at, at + count).join('');
    units.push(number > 0 ? { text: joined, kind: 'number' } : name > 0 ? { text: joined, kind: 'name' } : wordUnit(joined));
    at += count;
  }
  return units;
}

function wordUnit(text: string): Unit {
  const kind = kindOf(text);
  const use = kind === 'word' ? (kindOfWord(text) ?? (NOUN_END.test(text) ? 'noun' : undefined)) : undefined;
  return { text, kind, ...(use ? { use } : {}) };
}

/** Ends of words that name a place, an institution, people or an event, of which new ones are made every day. */
const NOUN_END = /.[会节奖区园馆站队员者家师院所厂社部处局街路村桥楼屋室厅房店网库车机器杯赛班组团生长人]$/u;

/** What somebody is, and the name. */
export function isRoleOf(unit: Unit, after: Unit): boolean {
  return after.kind === 'name' && unit.kind === 'word' && isRole(unit.text);
}

/** A title after a name. */
export function isTitleOf(before: Unit, unit: Unit): boolean {
  return before.kind === 'name' && isTitle(unit.text);
}

/** What follows a name and is in none. */
const AFTER_NAME = new Set('的和与在是为把被将向从让获说讲当');

/** A name in several parts: `古丽·买买提江`. Behind the dot a word and the characters that no word took. */
function partedNameLength(words: readonly string[], from: number): number {
  let at = from;
  // No word took the characters of its first part either.
  while (at - from < 3 && isHan(words[at]) && isHan(words[at + 1]) && words[at]!.length === 1) at++;
  const first = at;
  while (isHan(words[at]) && /^[·・‧•]$/u.test(words[at + 1] ?? '') && isHan(words[at + 2])) at += 2;
  if (at === first) return 0;
  at++;
  while (isHan(words[at]) && words[at]!.length === 1 && !AFTER_NAME.has(words[at]!)) at++;
  return at - from;
}

function isHan(word: string | undefined): boolean {
  return word !== undefined && /^\p{Script=Han}+$/u.test(word);
}

/** How many words from a place on are a number with what it counts: `第3届`, `120余盏`, `2025年1月10日`, `三百多户`. */
function numberLength(words: readonly string[], from: number): number {
  let at = from;
  while (BEFORE_NUMBER.has(words[at] ?? '') && isNumber(words[at + 1])) at++;
  if (!isNumber(words[at])) return 0;
  while (isNumber(words[at])) {
    at++;
    while (AFTER_NUMBER.has(words[at] ?? '') || isNumber(words[at])) at++;
    if (MEASURES.has(words[at] ?? '')) at++;
  }
  return at - from;
}

function isNumber(word: string | undefined): boolean {
  if (word === undefined || NO_COUNTS.has(word)) return false;
  if (FIGURES.test(word) || HAN_NUMBER.test(word) || SHARE.test(word)) return true;
  const measure = word.replace(NUMERAL_START, '').replace(/^首(?=.)/u, '');
  return measure.length < word.length && MEASURES.has(measure);
}

function kindOf(text: string): Unit['kind'] {
  if (/^\s+$/u.test(text)) return 'space';
  if (/^\p{Script=Han}/u.test(text)) return 'word';
  return /^[\p{L}\p{N}]/u.test(text) ? 'latin' : 'mark';
}
