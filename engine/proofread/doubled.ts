/** Words, phrases and marks that were written twice. */
import type { Found } from './types';

/** Words of one character that no sentence repeats; both of a pair stand alone only by mistake. */
const SINGLE = new Set('的了是在和与及或也都就还又再没被从由我你他她它们这那有于而但并且因所使其');

/** Verbs, sounds and exclamations of two characters that are said twice on purpose: 打扫打扫. */
const REDUPLICATED = new Set(
  (
    '研究 讨论 商量 考虑 打听 打扫 收拾 休息 活动 锻炼 学习 练习 了解 认识 介绍 参观 检查 整理 放松 高兴 热闹 尝试 体验 体会 感受 交流 沟通 比较 比划 琢磨 打量 教育 教训 帮助 ' +
    '照顾 关心 宣传 表扬 鼓励 解释 说明 分析 总结 回忆 反省 批评 调查 观察 打扮 庆祝 凉快 暖和 轻松 舒服 痛快 清静 享受 适应 指点 指导 提醒 劝说 开导 安慰 欣赏 品尝 回味 见识 议论 ' +
    '走动 活络 合计 盘算 思考 参考 请教 试验 修理 清理 梳理 熟悉 温习 复习 巩固 运动 娱乐 快乐 消遣 聊天 联络 联系 协商 协调 改造 改善 改进 提高 规划 计划 布置 装饰 打磨 打理 ' +
    '哗啦 叮咚 滴答 咕咚 轰隆 噼啪 呼噜 咯吱 扑通 哈哈 嘻嘻 呵呵 叽喳 嘀嗒 嘎吱 当啷 叮当 咚咚 咔嚓 淅沥 ' +
    '加油 恭喜 欢迎 谢谢 你好 再见 好的 不错 没有 快来 快看 来了 知道 明白 厉害 佩服 很多 非常 永远 千万 万岁 可以 不行 不是 不要 等等 慢慢 快点 对不 拜拜 抱歉 感谢 幸会 久仰'
  ).split(' '),
);

/** Longest phrase that is looked for, characters. */
const LONGEST = 30;
const MARKS = /([，。；：？！、])\1+|[，、；][。；]|。[，、；]/g;
const HAN = /^\p{Script=Han}+$/u;

/** @param words the text cut into words; together they are the text */
export function doubledWords(text: string, words: readonly string[]): readonly Found[] {
  return [...doubledMarks(text), ...doubledSingles(words), ...repeatedPhrases(text, words)].sort((a, b) => a.from - b.from);
}

function doubledMarks(text: string): readonly Found[] {
  return [...text.matchAll(MARKS)]
    .filter(({ 0: marks }) => !/^[？！]+$/.test(marks))
    .map(({ 0: marks, index }) =>
      twice(index, index + marks.length, marks.length > 1 && marks[0] !== marks[1] ? undefined : marks[0]),
    );
}

/** 的的, where neither belongs to a word: 目的的确 is in order. */
function doubledSingles(words: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  let at = 0;
  for (const [index, word] of words.entries()) {
    const again = words[index + 1] === word && SINGLE.has(word);
    // Three and more are a stutter, or drawn out: 我我我.
    const isStutter = words[index - 1] === word || words[index + 2] === word;
    if (again && !isStutter && !isFollowedByPair(words, index + 2)) found.push(twice(at, at + 2, word));
    at += word.length;
  }
  return found;
}

/** 和和美美 */
function isFollowedByPair(words: readonly string[], at: number): boolean {
  const rest = (words[at] ?? '') + (words[at + 1] ?? '');
  return rest.length >= 2 && rest[0] === rest[1];
}

/** 社区社区, 开展活动开展活动: a phrase of two and more characters right behind itself, at the joints of words. */
function repeatedPhrases(text: string, words: readonly string[]): readonly Found[] {
  const starts = startsOf(words);
  const found: Found[] = [];
  let beyond = 0;
  for (const from of starts) {
    if (from < beyond) continue;
    const length = repeatLength(text, from, starts);
    if (length === 0) continue;
    const phrase = text.slice(from, from + length);
    beyond = from + 2 * length;
    if (text.startsWith(phrase, beyond) || isOnPurpose(phrase)) continue;
    found.push(twice(from, beyond, phrase));
  }
  return found;
}

function repeatLength(text: string, from: number, starts: ReadonlySet<number>): number {
  if (!/\p{Script=Han}/u.test(text[from]!)) return 0;
  for (let length = Math.min(LONGEST, Math.floor((text.length - from) / 2)); length >= 2; length--) {
    if (text[from] !== text[from + length] || !starts.has(from + length)) continue;
    // 电影电影院 is two words.
    if (from + 2 * length < text.length && !starts.has(from + 2 * length)) continue;
    if (text.startsWith(text.slice(from, from + length), from + length)) return length;
  }
  return 0;
}

/** Reduplication: verbs and sounds, 说着说着, 来了来了, 一步一步, figures (十十), what is one character twice (天天天天). */
function isOnPurpose(phrase: string): boolean {
  if (!HAN.test(phrase)) return true;
  if (/^[一二两三四五六七八九十百千万亿〇零几每半]/.test(phrase) || /^(.)\1+$/u.test(phrase)) return true;
  return phrase.length === 2 && (/[着了啊呀呢吧吗的]$/.test(phrase) || REDUPLICATED.has(phrase));
}

function startsOf(words: readonly string[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const word of words) {
    starts.add(at);
    at += word.length;
  }
  return starts;
}

function twice(from: number, to: number, suggestion: string | undefined): Found {
  return { rule: 'doubled', severity: 'warning', from, to, ...(suggestion === undefined ? {} : { suggestion }) };
}
