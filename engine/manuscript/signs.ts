import { endsSentence, lengthOf } from './characters';
import { bylineOpening, isCreditLine, isPhotoCredit } from './credits';

/*
 * The signs by which an editor knows what a line is. All work on normalised text, and on its first or last characters
 * only, so that their time does not grow with a paragraph.
 */

const jump =
  /[（(]?(?:(?:相关|详细)(?:报道|内容|新闻)?[^（）()，。]{0,6}|详见|详情见?|下转|紧转|转)(?:本报|今日)?第?\s*[\dA-D一二三四五六七八]{1,3}\s*版[^（）()，。]{0,8}[）)]?$/;

/** Length of the jump line that ends a text, `（下转2版）`; 0 when there is none. */
export function jumpLength(text: string): number {
  const tail = text.slice(-30);
  const match = jump.exec(tail);
  if (!match) return 0;
  const bracketed = /^[（(].*[）)]$/.test(match[0]);
  return bracketed || match[0].length === text.length ? match[0].length : 0;
}

/** `标题：…` and its kin; what the label stands for and how many characters it takes. */
export function headLabel(
  text: string,
): { part: 'column' | 'kicker' | 'headline' | 'deck' | 'byline' | 'body'; length: number } | undefined {
  const match =
    /^[【[（(]?(栏目|引题|肩题|眉题|主标题|主题|正题|大标题|标题|题目|副标题|副题|小标题|正文|内容|导语)[】\]）)]?\s*(?:[：:]|(?<=[】\]）)]))\s*/.exec(
      text.slice(0, 20),
    );
  if (!match) return undefined;
  const name = match[1]!;
  if (name === '栏目') return { part: 'column', length: match[0].length };
  if (/引|肩|眉/.test(name)) return { part: 'kicker', length: match[0].length };
  if (/副/.test(name)) return { part: 'deck', length: match[0].length };
  if (/正文|内容|导语/.test(name)) return { part: 'body', length: match[0].length };
  return name === '小标题' ? undefined : { part: 'headline', length: match[0].length };
}

/** `一、`, `（一）`, `1.`, `第一，`: characters of the number; level 1 or 2. */
export function numbering(text: string): { length: number; level: 1 | 2 } | undefined {
  const head = text.slice(0, 10);
  const first = /^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}[、：:])\s*/.exec(head);
  if (first) return { length: first[0].length, level: 1 };
  const second = /^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}(?:[、]|\.(?!\d)))\s*/.exec(head);
  return second ? { length: second[0].length, level: 2 } : undefined;
}

/** Length of a brief's bullet; 0 when the line has none. */
export function bulletLength(text: string): number {
  return /^[■●◆★▲◇►▶•]\s*/.exec(text.slice(0, 6))?.[0].length ?? 0;
}

/** 简讯 and its kin, alone on their line. */
export function isBriefsLabel(text: string): boolean {
  const label =
    /^[【[■●◆]?\p{Script=Han}{0,4}(?:简讯|短讯|快讯|简报|短波|速递|简明新闻|一句话新闻)(?:[一二三四五六七八九十\d]{1,2}则)?[】\]]?[：:]?$/u;
  return label.test(text.slice(0, 20).replace(/ /g, ''));
}

/** 广告 or 公益广告, alone on its line. */
export function isAdvertisementLabel(text: string): boolean {
  return /^[【[（(]?(?:公益广告|商业广告|广告)[】\]）)]?$/.test(text.slice(0, 12).replace(/ /g, ''));
}

/** `记者：…`, `问：…`: a turn of a conversation, however short. */
function isSpeech(text: string): boolean {
  return /^(?:本报记者|记者|主持人|笔者|问|答|[QA])[：:]./.test(text.slice(0, 8));
}

/** What a printed page has of its own, such as `第2版 社区`, `2025年1月10日 星期五`, `责任编辑：… 版式：…`. */
export function isPageFurniture(text: string): boolean {
  if (text.length > 60) return false;
  const date = /^\d{4}年\d{1,2}月\d{1,2}日\s?(?:星期|周)[一二三四五六日天](?:\s?(?:总?第?\d+[期版]|农历\S{1,12}))*$/;
  const folio =
    /^(?:第?\s?\d{1,2}\s?版|[A-D]0\d\s?版?)[\s·|]?\p{Script=Han}{0,6}$|^0\d\s?\p{Script=Han}{0,4}(?:新闻|要闻|社区|民生|综合|专版|专题|副刊|文化|教育|生活)$/u;
  const staff =
    /^(?:责任编辑|本版编辑|值班\p{Script=Han}{0,4}|责编|编辑|版式|美编|组版|校对)\s?[：:/].*(?:版式|美编|组版|校对|责编|编辑|设计|电话|热线|邮箱)/u;
  return date.test(text) || folio.test(text) || staff.test(text);
}

/** A paper's own name above what else its page has: `河湾社区报`. */
export function isNameplate(text: string, next: string): boolean {
  return /^\p{Script=Han}{2,12}报$/u.test(text) && isPageFurniture(next);
}

/** Nothing but dashes, stars or the like: separates one thing from the next. */
export function isSeparator(text: string): boolean {
  return text.length >= 3 && /^[-—_=*＊#~～·.…─＝\s]+$/.test(text.slice(0, 200)) && text.length <= 200;
}

/** Whether a line is something of its own that does not continue the line before it. */
export function opensStructure(text: string): boolean {
  return (
    bylineOpening(text) !== undefined ||
    isCreditLine(text) ||
    headLabel(text) !== undefined ||
    numbering(text) !== undefined ||
    bulletLength(text) > 0 ||
    /^(?:图\s*[①-⑳\d]|图片说明|[上下左右]图|图为|[①-⑳]|——|【)/.test(text) ||
    isAdvertisementLabel(text) ||
    isBriefsLabel(text) ||
    isSeparator(text) ||
    isPageFurniture(text) ||
    isSpeech(text) ||
    jumpLength(text) === text.length
  );
}

/** Longest headline or crosshead, in characters. */
const longestHeadLine = 50;

/** A line without the end of a sentence that is nothing else: a headline, a crosshead, a line of verse, a name. */
export function isShortLine(text: string): boolean {
  const length = lengthOf(text.slice(0, 120));
  if (length > longestHeadLine || /[。；]|[，、：；]$/.test(text)) return false;
  if (endsSentence(text) && !/[！？]”?$/.test(text)) return false;
  return !(
    bylineOpening(text) !== undefined ||
    isCreditLine(text) ||
    headLabel(text) !== undefined ||
    isSpeech(text) ||
    numbering(text) !== undefined ||
    bulletLength(text) > 0 ||
    isSeparator(text) ||
    isPageFurniture(text) ||
    jumpLength(text) > 0 ||
    isPhotoCredit(text)
  );
}

const storyOpening =
  /^(?:\d{1,2}月\d{1,2}日|近日|日前|近期|连日来|昨日|昨天|今年|去年|为[^，。]{2,30}，|随着|新年伊始|.{0,12}(?:近日|日前))/;

/** Whether a paragraph opens as a news story does: with its day, `近日`, `为了……，`. */
export function opensStory(text: string): boolean {
  return storyOpening.test(text.slice(0, 40));
}
