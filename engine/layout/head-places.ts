/**
 * Where a line of a headline may end, and how well: at spaces and marks first, before or after a quotation or bracket;
 * never inside one, nor inside a word, a name, a number with what it counts, nor right before a particle.
 */
import { isTitleOf, type Unit } from '../words/units';
import type { HeadSense } from './head-sense';

/** A place between two characters. */
export interface HeadPlace {
  /** Index of the code unit that starts the next line. */
  readonly at: number;
  readonly cost: number;
  /** A phrase ends here: the writer left a space or set a mark. */
  readonly phrase: boolean;
}

const OPENERS = '“‘（(《〈【「『〔［﹃﹁';
const CLOSERS = '”’）)》〉】」』〕］﹄﹂';
/** Marks after which a line may well end, and which may never start one. */
const STOPS = '，。、；：！？,.;:!?—…～~％%‰℃';
/** Marks that belong to both neighbours: `古丽·买买提`, `A／B`. */
const JOINTS = '·・‧•/／-–－&＆+＋~～—';

/** Words of one character that lean on the word before: particles, and suffixes of places, offices and people. */
const SUFFIXES = new Set(
  '的地得了着过们吗呢吧啊呀之者性化率员家区县市省镇乡村街路巷站所局处部队会社院校馆厅室组团点人日月年号届次名个位条件项场户座里内外中上下后前时间力度边旁',
);
/** Words of one character that lean on the word after: prefixes, prepositions, adverbs, and verbs that wait for their object. */
const PREFIXES = new Set(
  '第不没未把被将对向从在与和同为以让给跟及或是有可能会要请到由按每各这那更最很又再也都就还只一二三四五六七八九十百千万两几老小阿新总副大全本该某首校市区县省' +
    '教讲帮忆话说谈议量买卖送当拆爬无进走看听唱做学建架搭办开迎赏品尝画写读忙干解破治管护守访问寻找抓促提增添减省比争创夺获赢捐救助扶养种收修补换装改搬扫清除防控查测考评选推荐晒秀玩享聚' +
    '齐连才仅用凭靠沿朝往经喜乐巧勇勤暖真好快便随共携牵拉推打追追赶穿跨越登攀跑骑乘坐住吃喝睡忘记念敬爱',
);
/** Those that wait for the next word wherever they stand. */
const BOUND = new Set('第不没未把被将对向从在与和同为以让给跟及或由按每各这那更最很又再也都就还只');
/** Words of one character that name a thing: behind a longer word they end a compound. */
const NOUNS = new Set(
  '车路班节村巷摊桥河山湖海岛湾港树花草林园田地井灯店铺厂矿站港船机器具品物食饭菜粥茶酒药书报刊画曲歌舞戏剧片展赛会课题法案网线群圈线屋房楼院门窗墙台桌椅床灶衣帽鞋包袋箱情心梦缘美诗景雪雨风水电气火油粮钱款费税证卡票码',
);
/** Longer words that a line should not end, or should not start, with. */
const LEANING = new Set(
  '连续 积极 主动 自发 纷纷 全力 正式 顺利 圆满 深入 扎实 有序 首次 再次 携手 联手 同心 合力 悄然 依然 仍然 独居 空巢 以及 因为 为了 通过 关于 对于 成为 作为 正在 已经 不是 没有 可以 如何 怎么 什么 怎样 这个 那个 这些 那些 每个 一个 一位 一名 一种 一份 不能 不会 能够 应该 为何 不再 更加 共同 不断 来自'.split(
    ' ',
  ),
);
const TRAILING = new Set(
  '以来 之后 之前 以后 以前 以上 以下 左右 期间 之间 之中 起来 下去 上来 出来 过来 不了 一样 似的 而已'.split(' '),
);
/** Institutions, before which their own name stands. */
const INSTITUTIONS = new Set(
  (
    '社区 街道 小区 居委会 村委会 业委会 学校 小学 中学 大学 学院 幼儿园 医院 公司 集团 派出所 服务站 服务中心 委员会 办事处 党支部 党委 工会 协会 分会 车间 班组 图书馆 ' +
    '博物馆 文化馆 公园 广场 大桥 食堂 餐厅 市场 志愿者 志愿服务队 服务队 合作社 居民区 新村 家园 花园 大厦 支队 大队 中队'
  ).split(' '),
);
/** Words that end a compound: what stands before them says of which kind. */
const HEADS_OF_COMPOUNDS = new Set(
  '平台 联赛 大赛 竞赛 比赛 活动 行动 工程 项目 会议 仪式 典礼 课堂 讲座 服务 工作 难题 计划 方案 制度 机制 模式 经验 故事 记忆 管理 治理'.split(
    ' ',
  ),
);
/** Institutions that hardly ever stand without what names them. */
const NAMED = new Set('中心 基地 大队 中队 支队 委员会 办事处 党支部 派出所 居委会 村委会 分公司 有限公司'.split(' '));
/** After these an institution is what something is done to, not part of a name. */
const DOING = /[进入到出遍满靓向往于给成为造建设护理务享助访爱暖聚赴在与和的]$/u;
/** Behind a word these end what says when or where. */
const WHEN_AND_WHERE = new Set('后前时中里上下内外间');
/** A verb that has reached its object's side: the line waits for the object. */
const REACHING = /^.(?:[进到入往向在上出起成]|遍|满)$/u;
/** A line starts well with one of these. */
const STARTERS = new Set('让把为在向与和从用给被助促共办打走开点架筑织绘引送传唱'.split(''));

const COST = {
  space: 0,
  /** A space between Latin words is no phrase's end. */
  latinSpace: 0.6,
  stop: 0.02,
  /** Before an opening or after a closing quote or bracket. */
  quotation: 0.12,
  plain: 0.3,
  starter: -0.1,
  /** Beside a word of one character, which usually belongs to its neighbour. */
  singleLeft: 0.35,
  singleRight: 0.25,
  /** After 的: the line waits for what it describes. */
  afterOf: 0.25,
  /** Between a number with its measure and what is counted, a Latin word and the Han word that it describes. */
  counted: 0.45,
  title: 0.6,
  compound: 0.2,
  institution: 0.6,
  leaning: 0.6,
  reaching: 0.3,
  /** Before one character behind a closing quote: `“退休”记`. */
  afterQuotation: 0.5,
  /** For each time that the two characters stand together in the story, up to a most. */
  together: 0.2,
  mostTogether: 0.6,
};

/** All places of a text where a line may end, in order. */
export function headPlaces(text: string, sense: HeadSense): HeadPlace[] {
  const units = sense.units(text);
  const depths = quotationDepths(text);
  const places: HeadPlace[] = [];
  let at = 0;
  for (let i = 1; i < units.length; i++) {
    const [left, right] = [units[i - 1]!, units[i]!];
    at += left.text.length;
    if (depths[at]! > 0) continue;
    const cost = left.kind === 'space' ? spaceCost(units[i - 2], right) : placeCost(units[i - 2], left, right, sense);
    if (cost !== undefined) places.push({ at, cost, phrase: cost <= COST.stop });
  }
  return places;
}

/** Open quotations and brackets before each code unit; an opener that is never closed opens nothing. Straight quotes alternate. */
function quotationDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  const open: { readonly at: number; readonly mark: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    const straight = mark === '"' && open.at(-1)?.mark === '"';
    if (OPENERS.includes(mark) || (mark === '"' && !straight)) open.push({ at, mark });
    else if (CLOSERS.includes(mark) || straight) {
      const start = open.pop();
      if (start) for (let inside = start.at + 1; inside <= at; inside++) depths[inside]!++;
    }
  }
  return depths;
}

/** After a space: the end of a phrase, unless Latin words stand on both sides of it. */
function spaceCost(before: Unit | undefined, right: Unit): number {
  const latin = before !== undefined && isLatin(before) && isLatin(right);
  return latin ? COST.latinSpace : COST.space;
}

function isLatin({ kind, text }: Unit): boolean {
  return kind === 'latin' || (kind === 'number' && text < '\u0300');
}

/** Cost of a line's end between two units; undefined where the rules forbid one. */
function placeCost(before: Unit | undefined, left: Unit, right: Unit, sense: HeadSense): number | undefined {
  if (right.kind === 'space') return undefined;
  const [last, next] = [lastOf(left.text), firstOf(right.text)];
  if (STOPS.includes(next) || CLOSERS.includes(next) || OPENERS.includes(last)) return undefined;
  if (left.kind === 'mark' && STOPS.includes(last)) return COST.stop;
  if (JOINTS.includes(last) || JOINTS.includes(next)) return undefined;
  if (OPENERS.includes(next) || CLOSERS.includes(last)) {
    if (SUFFIXES.has(right.text) || leansForward(before, left)) return undefined;
    const leans = CLOSERS.includes(last) && isSingle(right) && !STARTERS.has(right.text);
    return COST.quotation + (leans ? COST.afterQuotation : 0);
  }
  if (left.kind === 'mark' || right.kind === 'mark') return COST.quotation;
  if (leansTogether(before, left, right)) return undefined;
  return COST.plain + wordCost(left, right) + Math.min(COST.mostTogether, COST.together * sense.together(last, next));
}

function leansTogether(before: Unit | undefined, left: Unit, right: Unit): boolean {
  if (left.kind === 'number' && (isBareNumber(left.text) || right.text === '起')) return true;
  if (right.kind === 'word' && SUFFIXES.has(right.text)) return true;
  if (NAMED.has(right.text) && !DOING.test(left.text)) return true;
  const follows = isSingle(right) && NOUNS.has(right.text);
  const pair = isSingle(left) && isSingle(right);
  // Behind a longer word a noun ends its compound; among short words it belongs to what follows.
  if (isSingle(left) && NOUNS.has(left.text)) return follows || (pair && before !== undefined && isSingle(before));
  return leansForward(before, left) || follows || (pair && !SUFFIXES.has(left.text));
}

/** Behind another short word or an adverb a verb may well be the last of its phrase: `拆违建`, `怎么收`. */
function leansForward(before: Unit | undefined, left: Unit): boolean {
  if (left.kind !== 'word' || !PREFIXES.has(left.text)) return false;
  if (before === undefined || BOUND.has(left.text)) return true;
  return !LEANING.has(before.text) && (!isSingle(before) || BOUND.has(before.text));
}

/** A number that has not met what it counts. */
function isBareNumber(text: string): boolean {
  return /[0-9０-９零〇一二三四五六七八九十百千万亿两几多余]$/u.test(text);
}

function wordCost(left: Unit, right: Unit): number {
  let cost = STARTERS.has(firstOf(right.text)) ? COST.starter : 0;
  if (isSingle(left) && !WHEN_AND_WHERE.has(left.text)) cost += left.text === '的' ? COST.afterOf : COST.singleLeft;
  if (isSingle(right) && !STARTERS.has(right.text)) cost += COST.singleRight;
  if (left.kind === 'number' || isLatin(left)) cost += COST.counted;
  if (HEADS_OF_COMPOUNDS.has(right.text) && !DOING.test(left.text)) cost += COST.compound;
  if (isTitleOf(left, right)) cost += COST.title;
  if (INSTITUTIONS.has(right.text) && !DOING.test(left.text)) cost += COST.institution;
  if (left.kind === 'word' && REACHING.test(left.text)) cost += COST.reaching;
  if (LEANING.has(left.text) || TRAILING.has(right.text)) cost += COST.leaning;
  return cost;
}

function isSingle({ kind, text }: Unit): boolean {
  return kind === 'word' && [...text].length === 1;
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0)!);
}

function lastOf(text: string): string {
  return [...text].at(-1)!;
}

/** Width in em as a headline sets it: marks and Latin half, Han full. */
export function roughWidth(characters: Iterable<string>): number {
  let width = 0;
  for (const character of characters) {
    const half = character < '\u0300' || OPENERS.includes(character) || CLOSERS.includes(character) || STOPS.includes(character);
    width += half ? 0.5 : 1;
  }
  return width;
}
