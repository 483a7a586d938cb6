import type { Byline } from '../issue/types';
import { endsSentence, isName, lengthOf } from './characters';

/* Who wrote and who took the pictures: bylines, credit lines, signatures, photographers. */

/** Signs stand within so many characters of a paragraph's beginning or end; no more of it is looked at. */
const headLength = 90;
const tailLength = 60;

const roles = '(?:特约|特派|见习|实习|驻地|首席|全媒体)*(?:记者|通讯员|学生记者|小记者|评论员|供稿|撰文|文字|作者|摄影)';

/** `本报讯`, `【本报讯】`, `本报1月6日讯`, `河湾社区讯`, `河湾讯` before a bracket, `新华社北京1月6日电`. */
const lead = `(?:本报|本刊|本网|本台|本社)?(?:\\d{1,2}月\\d{1,2}日)?讯|\\p{Script=Han}{0,6}(?:社区|街道|[乡镇村区县市校])讯|\\p{Script=Han}{2,6}讯(?=\\s?[（(])|(?:新华社|中新社|中新网|人民网)\\p{Script=Han}{0,8}(?:\\d{1,2}月)?\\d{1,2}日电|本报综合消息`;
/** What stands in a byline's brackets; a class may have brackets of its own: `（高一(3)班 张三）`. */
const inBrackets = '(?:[^（）()]|[（(][^（）()]{1,6}[）)]){1,40}';
const reportOpening = new RegExp(
  `^([【[]?(?:${lead})[】\\]]?)\\s*([（(]${inBrackets}[）)]|(?:本报|本刊)?${roles}[^，。；]{1,24}?报道[：:]?)?\\s*`,
  'u',
);
const creditOpening = new RegExp(`^()([（(](?:本报|本刊)?${roles}[^（）()]{1,40}[）)])\\s*`, 'u');
const reporterOpening = new RegExp(`^()((?:本报|本刊)${roles}[^，。；！？]{1,24}?报道[：:]?)\\s*`, 'u');

export interface BylineSign {
  readonly byline: Byline;
  /** The characters of the paragraph that it takes. */
  readonly length: number;
}

/** A byline that opens a paragraph: `本报讯（通讯员 张三）`, `本报1月6日讯`, `新华社北京1月6日电`, `（记者 张三）`. */
export function bylineOpening(text: string): BylineSign | undefined {
  if (!/^(?:[本新中人（(【[]|.{0,9}讯)/.test(text)) return undefined;
  const head = text.slice(0, headLength);
  const match = reportOpening.exec(head) ?? creditOpening.exec(head) ?? reporterOpening.exec(head);
  if (!match || (match[1] === '讯' && match[2] === undefined)) return undefined;
  return { byline: { lead: match[1]!, credit: match[2] ?? '' }, length: match[0].length };
}

/** Where `本报讯（` stands right behind a headline on the same line; 0 when it does not. */
export function gluedByline(text: string): number {
  const match = /^[^，。；！？]{4,40}?(?=本报讯\s?[（(])/.exec(text.slice(0, headLength));
  return match ? match[0].length : 0;
}

const creditLabel =
  '作者|来源|供稿|撰文|撰稿|采写|文字?|图|文[/、]?图|图[/、]?文|文并摄|通讯员|责任编辑|责编|编辑|编审|审核|校对|整理|供图|摄影|投稿|单位|指导老师|指导教师|辅导老师|辅导员';
const creditStart = new RegExp(
  `^[□◎○■]?\\s*(?:(?:本报|本刊)${roles}|${roles}\\s*[：:/\\s]|(?:${creditLabel})\\s*(?:[：:/／]|\\s(?=\\p{Script=Han}{1,4}(?:\\s|$))))`,
  'u',
);
/** Credit lines that begin otherwise: `张三/文 李四/图`, `通讯员张三`, `2025-01-03 来源：…`, `By …`. */
const otherCredits: readonly RegExp[] = [
  /^\p{Script=Han}{2,4}\s?[/／]\s?[文图摄]/u,
  /^通讯员\s*\p{Script=Han}{2,4}(?:\s\p{Script=Han}{2,4})*$/u,
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?(?:\d{1,2}:\d{2}\s?)?(?:来源|作者|编辑|发布)/,
  /^日期\s?[：:]/,
  /\s(?:指导老师|指导教师|辅导老师|辅导员)\s?[：:]\s?\p{Script=Han}{2,4}$/u,
  /^(?:By|Text by|Reported by) [A-Z][\w.' -]*$/,
];

/** Longest line that only says who wrote, in characters. */
const longestCredit = 48;

/** A line that only says who wrote: `□ 张三`, `作者：张三`, `本报记者 张三`, `文/图 张三`, `来源：…`. */
export function isCreditLine(text: string): boolean {
  if (text.length > longestCredit || /[，。；！？]/.test(text) || endsSentence(text)) return false;
  if (/^[□◎]\s*\S/.test(text)) return lengthOf(text) <= 24;
  return creditStart.test(text) || otherCredits.some((credit) => credit.test(text)) || isBracketedCredit(text);
}

const creditWords = /^(?:文|图|来源|稿件来源|供稿|作者|据|综合|本报综合)|(?:整理|口述|供稿|撰文|编译|供图)$/;
const roleStart = new RegExp(`^(?:本报|本刊)?${roles}`, 'u');

/** `（通讯员 张三）`, `（张三 李四）`: a signature in brackets, the whole of a line. */
export function isBracketedCredit(text: string): boolean {
  const match = /^[（(]([^（）()]{2,40})[）)]$/.exec(text.slice(0, headLength));
  if (!match) return false;
  const inside = match[1]!;
  if (roleStart.test(inside) || creditWords.test(inside)) return true;
  const names = inside.replace(/\s?(?:文[/、并]?[图摄]|图[/、]?文)$/, '');
  return names.split(/[\s、，]+/).every(isName) || isNameLine(names);
}

/** Length of a signature in brackets that ends a paragraph after its last sentence; 0 when there is none. */
export function signatureLength(text: string): number {
  const tail = text.slice(-tailLength);
  const open = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
  if (open <= 0 || !endsSentence(tail.slice(0, open).trimEnd())) return 0;
  const signature = tail.slice(open);
  return isBracketedCredit(signature) ? signature.length : 0;
}

const place =
  /(?:社区|街道|学校|小学|中学|大学|学院|医院|公司|集团|村|镇|乡|局|办|委|站|中心|园|班|支部|协会|服务队|[部厂处科]|车间|工会)$/;

/** Names alone on a line, before or after the place where their bearers work or learn. */
export function isNameLine(text: string): boolean {
  if (text.length > 24) return false;
  if (/^\p{Script=Han}{2,4}\s?（\p{Script=Han}{2,14}）$/u.test(text)) return isName(text.slice(0, text.indexOf('（')).trim());
  const words = text.split(' ');
  if (words.length > 3) return false;
  const names = words.filter((word) => !place.test(word));
  if (isName(words.join('')) || (names.length === words.length && names.every(isName))) return true;
  return names.length > 0 && place.test(words[0]!) && names.every((name) => isName(name) && name.length <= 3);
}

const beforeTaken =
  /^[（(]?(?:本报|本刊)?(?:记者|通讯员|摄影)?\s*(\p{Script=Han}[\p{Script=Han}、/／\s]{0,48}?)\s*(?:摄|摄影|摄影报道|图[/／]文|文[/／]图)[）)]?$/u;
const afterLabel = /^[（(]?(?:摄影|供图|图片来源|图片|图|摄)\s?[：:/／\s]\s?[\p{Script=Han}、/／\s]{2,30}[）)]?$/u;
const supplied = /^[（(]?(?:\p{Script=Han}{2,14}\s?供图|(?:本文|配)?(?:图片|照片)均?由\p{Script=Han}{2,16}(?:提供|拍摄))[）)]?$/u;

/** A line that names photographers: `张三 李四 摄`, `摄影：张三`, `锦溪社区供图`. */
export function isPhotoCredit(text: string): boolean {
  if (text.length > tailLength) return false;
  const names = beforeTaken.exec(text)?.[1];
  if (names !== undefined) return names.split(/[\s、/／]+/).some((name) => isName(name.replace(/^(?:记者|通讯员)/, '')));
  return afterLabel.test(text) || supplied.test(text);
}

/** Length of the credit that ends a caption after its last sentence: `……。张三 摄`, `……（张三 摄）`; 0 without one. */
export function photoCreditLength(text: string): number {
  const tail = text.slice(-tailLength);
  const bracketed = /[（(][^（）()]{2,40}(?:摄|摄影|供图)[）)]$/.exec(tail);
  if (bracketed && bracketed[0].length < text.length) return bracketed[0].length;
  const stop = Math.max(...[...'。！？”'].map((mark) => tail.lastIndexOf(mark)));
  const afterStop = stop < 0 ? '' : tail.slice(stop + 1).trimStart();
  if (afterStop !== '' && isPhotoCredit(afterStop)) return afterStop.length;
  const spaced = /\s((?:本报)?(?:(?:记者|通讯员)\s?)?\p{Script=Han}{2,4}(?:\s\p{Script=Han}{2,4}){0,5}\s?摄)$/u.exec(tail);
  return spaced && isName(spaced[1]!.replace(/^(?:本报)?(?:记者|通讯员)\s?|[\s摄].*$/gu, '')) ? spaced[1]!.length : 0;
}
