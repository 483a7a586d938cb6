import type { Notice } from '../issue/types';
import { hasHan, lengthOf } from './characters';
import { findLatinSpans } from './latin-spans';
import { type Found, partOf, spanOf } from './pieces';
import type { Paragraph } from './rejoin';
import type { NoticeDraft, Part } from './types';

/* Boxes of service information: hotline, e-mail, call for manuscripts. */

type Entry = Notice['entries'][number];

const thing =
  '(?:热线|邮箱|电子邮箱|电子邮件|信箱|电话|手机|传真|QQ|QQ群|微信|微信号|公众号|微信公众号|网址|网站|地址|邮编|联系人|时间|E-mail|Email)';
const label = new RegExp(`^(?:[\\p{Script=Han}\\d]{0,10})${thing}$`, 'iu');
const inlineEntry = new RegExp(
  `^([\\p{Script=Han}\\d]{0,10}${thing}\\s?[：:]|[\\p{Script=Han}\\d]{0,10}${thing}\\s)\\s?(\\S.{0,79})$`,
  'iu',
);
const beforeNextEntry = new RegExp(`[\\s；]+(?=\\p{Script=Han}{0,10}${thing}\\s?[：:])`, 'iu');
/** Labels by which a paper speaks of itself; other telephone numbers may belong to an article. */
const ofThePaper = /新闻|投稿|来稿|本报|本刊|编辑部|报社|广告|发行|订阅|征订|爆料|报料|读者|^热线/;
const title =
  /^(?:\p{Script=Han}{0,10}启事|(?!.*(?:发布|公布))\p{Script=Han}{0,6}(?:公告|公示|通告)|敬告读者|致读者|更正|致歉|\p{Script=Han}{0,6}(?:征稿|征文|稿约|约稿)|征稿\p{Script=Han}{0,6}|征订\p{Script=Han}{0,4}|欢迎投稿|投稿须知|温馨提示)$/u;

/**
 * A notice at a place: a title with its text and entries, or entries alone. `alone` is true at the beginning of a file,
 * where any telephone number counts; `ends` says where something else begins.
 */
export function readNotice(
  paragraphs: readonly Paragraph[],
  at: number,
  alone: boolean,
  ends: (index: number) => boolean,
): Found<NoticeDraft> | undefined {
  const titled = title.test(paragraphs[at]!.text);
  const first = titled ? undefined : entryAt(paragraphs, at);
  if (!titled && !(first && (alone || ofThePaper.test(first.label.text)))) return undefined;
  const parts: Part[] = titled ? [partOf('title', paragraphs[at]!.text, paragraphs[at]!, 0.9)] : [];
  const entries: Entry[] = [];
  let next = titled ? at + 1 : at;
  while (next < paragraphs.length) {
    const entry = entryAt(paragraphs, next);
    if (entry) {
      entries.push(...entry.entries);
      parts.push(...entry.parts);
      next += entry.taken;
    } else {
      if (!titled || (next > at + 1 && paragraphs[next]!.blanks > 1 + paragraphs[at + 1]!.blanks) || ends(next)) break;
      addText(paragraphs[next]!, entries, parts);
      next++;
    }
  }
  if (parts.length === (titled ? 1 : 0)) return undefined;
  return { draft: noticeDraft(parts, entries), taken: next - at };
}

/** Text after the first entry is an entry without label, so that it stays where it stood. */
function addText(paragraph: Paragraph, entries: Entry[], parts: Part[]): void {
  if (entries.length === 0) parts.push(partOf('text', paragraph.text, paragraph, 0.8));
  else {
    entries.push({ label: '', value: paragraph.text, kind: 'text' });
    parts.push(partOf('entry', paragraph.text, paragraph, 0.7));
  }
}

function noticeDraft(parts: readonly Part[], entries: readonly Entry[]): NoticeDraft {
  const texts = parts.filter((part) => part.kind === 'text').map((part) => part.text);
  return {
    kind: 'notice',
    title: parts[0]?.kind === 'title' ? parts[0].text : '',
    text: texts.join('\n'),
    entries,
    page: 0,
    parts,
    span: spanOf(parts),
    confidence: entries.length > 0 ? 0.95 : 0.8,
  };
}

interface EntryFound {
  readonly entries: readonly Entry[];
  readonly parts: readonly Part[];
  readonly label: Part;
  readonly taken: number;
}

/** Longest line with entries on it, with and without its spaces. */
const longestEntries = { whole: 120, characters: 90 };

/** A label with its value, on one line or on two. */
function entryAt(paragraphs: readonly Paragraph[], at: number): EntryFound | undefined {
  const paragraph = paragraphs[at]!;
  if (paragraph.text.length > longestEntries.whole || lengthOf(paragraph.text) > longestEntries.characters) return undefined;
  const bare = paragraph.text.replace(/[：:]$/, '');
  const value = paragraphs[at + 1];
  if (label.test(bare) && value && value.blanks <= 2 && isValue(value.text)) {
    const part = partOf('label', paragraph.text, paragraph, 0.95);
    const entry = { label: part.text, value: value.text, kind: kindOf(value.text) };
    return { entries: [entry], parts: [part, partOf('entry', value.text, value, 0.95)], label: part, taken: 2 };
  }
  return inlineEntries(paragraph);
}

/** `新闻热线：… 投稿邮箱：…`: one entry or several on a line. */
function inlineEntries(paragraph: Paragraph): EntryFound | undefined {
  const entries: Entry[] = [];
  const parts: Part[] = [];
  for (const piece of paragraph.text.split(beforeNextEntry)) {
    const match = inlineEntry.exec(piece);
    if (!match || /[。]/.test(piece)) return undefined;
    const [name, value] = [match[1]!.trim(), match[2]!.trim()];
    entries.push({ label: name, value, kind: kindOf(value) });
    parts.push(partOf('label', name, paragraph, 0.9), partOf('entry', value, paragraph, 0.9));
  }
  return entries.some((entry) => entry.kind !== 'text') ? { entries, parts, label: parts[0]!, taken: 1 } : undefined;
}

function isValue(text: string): boolean {
  return kindOf(text) !== 'text';
}

function kindOf(value: string): Entry['kind'] {
  if (findLatinSpans(value).some((span) => span.link)) return 'email';
  const digits = value.replace(/\D/g, '').length;
  const phone = /^[\d\s\-—–()（）、，,/;；转+]+(?:[（(].{1,12}[）)]|\p{Script=Han}{0,6})$/u.test(value.slice(0, 60));
  return digits >= 5 && phone && (!hasHan(value) || lengthOf(value) < 40) ? 'phone' : 'text';
}
