import type { Byline } from '../issue/types';
import { endsSentence, isName, lengthOf } from './characters';

/*
 * The signs by which an editor knows what a line is. All work on normalised text, and on its first or last characters
 * only, so that their time does not grow with a paragraph.
 */

const headLength = 90;
const tailLength = 60;

const roles = '(?:特约|特派|见习|实习|驻地|首席|全媒体)*(?:记者|通讯员|学生记者|小记者|评论员|供稿|撰文|文字|作者|摄影)';

/** `本报讯（通讯员 张三）`, `本报1月6日讯`, `新华社北京1月6日电`, `（记者 张三）` and what the credit is. */
const reportOpening = new RegExp(
  `^((?:本报|本刊|本网|本台|本社)?(?:\\d{1,2}月\\d{1,2}日)?讯|\\p{Script=Han}{2,6}讯(?=\\s?[（(])|(?:新华社|中新社|中新网|人民网)[\\p{Script=Han}]{0,8}(?:\\d{1,2}月)?\\d{1,2}日电|本报综合消息)\\s*([（(][^（）()]{1,40}[）)]|(?:本报|本刊)?${roles}[^，。；]{1,24}?报道[：:]?)?\\s*`,
  'u',
);
const creditOpening = new RegExp(`^()([（(](?:本报|本刊)?${roles}[^（）()]{1,40}[）)])\\s*`, 'u');
const reporterOpening = new RegExp(`^()((?:本报|本刊)${roles}[^，。；！？]{1,24}?报道[：:]?)\\s*`, 'u');

export interface BylineSign {
  readonly byline: Byline;
  /** The characters of the paragraph that it takes. */
  readonly length: number;
}

/** A byline that opens a paragraph. */
export function bylineOpening(text: string): BylineSign | undefined {
  if (!/^(?:[本新中人（(]|.{0,8}讯)/.test(text)) return undefined;
  const head = text.slice(0, headLength);
  const match = reportOpening.exec(head) ?? creditOpening.exec(head) ?? reporterOpening.exec(head);
  if (!match || (match[1] === '讯' && match[2] === undefined)) return undefined;
  return { byline: { lead: match[1]!, credit: match[2] ?? '' }, length: match[0].length };
}

const creditStart = new RegExp(
  `^(?:□|◎|○|■)?\\s*(?:(?:本报|本刊)${roles}|${roles}\\s*[：:/\\s]|(?:作者|来源|供稿|撰文|文字?|图|文[/、]?图|图[/、]?文|文并摄|通讯员|编辑|整理|供图|摄影|投稿|单位|指导老师|指导教师|辅导老师|辅导员)\\s*(?:[：:/／]|\\s(?=\\p{Script=Han}{1,4}(?:\\s|$))))`,
  'u',
);

/** Longest line that only says who wrote, in characters. */
const longestCredit = 48;

/** A line that only says who wrote: `□ 张三`, `作者：张三`, `本报记者 张三`, `文/图 张三`, `来源：…`. */
export function isCreditLine(text: string): boolean {
  if (text.length > longestCredit || /[，。；！？]/.test(text) || endsSentence(text)) return false;
  if (/^[□◎]\s*\S/.test(text)) return lengthOf(text) <= 24;
  if (creditStart.test(text)) return true;
  if (/^(?:By|Text by|Reported by) [A-Z][\w.' -]*$/.test(text)) return true;
  return isBracketedCredit(text) || /^通讯员\s*\p{Script=Han}{2,4}(?:\s\p{Script=Han}{2,4})*$/u.test(text);
}

const roleStart = new RegExp(`^(?:本报|本刊)?${roles}`, 'u');

/** `（通讯员 张三）`, `（张三 李四）`: a signature in brackets, the whole of a line. */
export function isBracketedCredit(text: string): boolean {
  const match = /^[（(]([^（）()]{2,40})[）)]$/.exec(text.slice(0, headLength));
  if (!match) return false;
  const inside = match[1]!;
  if (roleStart.test(inside) || /^(?:文|图|来源|供稿|作者)|(?:整理|口述|供稿|撰文|编译|供图)$/.test(inside)) return true;
  return inside
    .replace(/\s?(?:文[/、并]?[图摄]|图[/、]?文)$/, '')
    .split(/[\s、，]+/)
    .every(isName);
}

/** Length of a signature in brackets that ends a paragraph after its last sentence; 0 when there is none. */
export function signatureLength(text: string): number {
  const tail = text.slice(-tailLength);
  const open = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
  if (open <= 0 || !endsSentence(tail.slice(0, open).trimEnd())) return 0;
  const signature = tail.slice(open);
  return isBracketedCredit(signature) ? signature.length : 0;
}

/** A name alone on a line, or after the place where its bearer works. */
export function isNameLine(text: string): boolean {
  const names = text.split(' ');
  if (names.length > 3 || text.length > 24) return false;
  const place = /(?:社区|街道|学校|小学|中学|大学|学院|医院|公司|集团|村|镇|乡|局|办|委|站|中心|园|班|支部|协会|服务队)$/.test(
    names[0]!,
  );
  return names.every(isName) || isName(names.join('')) || (place && names.length > 1 && names.slice(1).every(isName));
}

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
): { part: 'kicker' | 'headline' | 'deck' | 'byline' | 'body'; length: number } | undefined {
  const match =
    /^[【[（(]?(引题|肩题|眉题|主标题|主题|正题|大标题|标题|题目|副标题|副题|小标题|正文|内容|导语)[】\]）)]?\s*(?:[：:]|(?<=[】\]）)]))\s*/.exec(
      text.slice(0, 20),
    );
  if (!match) return undefined;
  const name = match[1]!;
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

export function isBriefsLabel(text: string): boolean {
  return /^[【[■●◆]?(?:简讯|短讯|快讯|简明新闻|一句话新闻|新闻简讯|社区简讯|要闻简报|新闻速递|短波|社区短讯|新闻短波)[】\]]?[：:]?$/.test(
    text.slice(0, 20).replace(/ /g, ''),
  );
}

/** Length of `广告` or `公益广告` that opens a line and is all of it. */
export function isAdvertisementLabel(text: string): boolean {
  return /^[【[（(]?(?:公益广告|商业广告|广告)[】\]）)]?$/.test(text.slice(0, 12).replace(/ /g, ''));
}

/** `记者：…`, `问：…`: a turn of a conversation, however short. */
export function isSpeech(text: string): boolean {
  return /^(?:本报记者|记者|主持人|笔者|问|答|[QA])[：:]./.test(text.slice(0, 8));
}

/** What a printed page has of its own, such as `第2版 社区`, `2025年1月10日 星期五`, `责任编辑：… 版式：…`. */
export function isPageFurniture(text: string): boolean {
  if (text.length > 60) return false;
  const date = /^\d{4}年\d{1,2}月\d{1,2}日\s?(?:星期|周)[一二三四五六日天](?:\s?(?:总?第?\d+期|农历\S{1,12}))*$/;
  const folio = /^(?:第?\s?\d{1,2}\s?版|[A-D]?0\d)(?:[\s·|]?\p{Script=Han}{0,6})$/u;
  const staff =
    /^(?:责任编辑|本版编辑|值班\p{Script=Han}{0,4}|责编|编辑|版式|美编|组版|校对)\s?[：:/].*(?:版式|美编|组版|校对|责编|编辑|设计)/u;
  return date.test(text) || folio.test(text) || staff.test(text);
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
