/** Where findings of the text checks stand, in the user's language; the checks as a section of preflight. */
import { contentIds, type Id, type Issue } from '../engine/issue';
import type { SpokenFinding } from '../engine/press/handoff/voice';
import { checkIssue, checkingOf, type ProofFinding, sayFinding, type WordLists } from '../engine/proofread';
import type { Language } from './say';

/** What an item is called: headline, title or opening words. */
export function titleOfItem(issue: Issue, { list, id }: Pick<ProofFinding, 'list' | 'id'>): string {
  const text = titleText(issue, list, id);
  const letters = [...text];
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE - 1).join('')}…` : text;
}

const LONGEST_TITLE = 16;

function titleText(issue: Issue, list: ProofFinding['list'], id: Id): string {
  switch (list) {
    case 'articles': {
      const article = issue.articles.find((item) => item.id === id);
      return article?.headline.join(' ') || (article?.paragraphs[0]?.runs.map(({ text }) => text).join('') ?? '');
    }
    case 'photos':
      return issue.photos.find((item) => item.id === id)?.file ?? '';
    case 'groups':
      return issue.groups.find((item) => item.id === id)?.caption ?? '';
    case 'notices': {
      const notice = issue.notices.find((item) => item.id === id);
      return notice?.title || notice?.text || (notice?.entries[0]?.label ?? '');
    }
    case 'advertisements':
      return issue.advertisements.find((item) => item.id === id)?.title ?? '';
  }
}

const FIELDS = {
  zh: {
    kicker: '引题',
    headline: '主题',
    deck: '副题',
    lead: '电头',
    credit: '署名',
    body: '第 {n} 段',
    jump: '转版提示',
    caption: '图片说明',
    label: '栏目名',
    title: '标题',
    text: '正文',
    entryLabel: '第 {n} 项',
    entryValue: '第 {n} 项',
    line: '第 {n} 行',
    codeLabel: '二维码文字',
    number: '图号',
    awaitedCaption: '第 {n} 张待来图片的说明',
    awaitedCredit: '第 {n} 张待来图片的署名',
  },
  en: {
    kicker: 'kicker',
    headline: 'headline',
    deck: 'deck',
    lead: 'lead',
    credit: 'byline',
    body: 'paragraph {n}',
    jump: 'jump line',
    caption: 'caption',
    label: 'label',
    title: 'title',
    text: 'text',
    entryLabel: 'entry {n}',
    entryValue: 'entry {n}',
    line: 'line {n}',
    codeLabel: 'words of the code',
    number: 'picture number',
    awaitedCaption: 'caption of awaited picture {n}',
    awaitedCredit: 'credit of awaited picture {n}',
  },
} as const;

/** `第 3 段第 12 字`: where in its item a finding stands, counted from 1. */
export function placeWords({ field, index, from }: ProofFinding, language: Language): string {
  const place = FIELDS[language][field].replace('{n}', String(index + 1));
  return language === 'zh' ? `${place}第 ${from + 1} 字` : `${place}, character ${from + 1}`;
}

/** The text checks as findings of preflight: of what stands on a page. Only a forbidden word keeps an issue from the press. */
export function checksForPress(issue: Issue, lists: WordLists | undefined, language: Language): readonly SpokenFinding[] {
  const places = placesOf(issue);
  return checkIssue(issue, checkingOf(issue, lists)).flatMap((finding) => {
    const place = places.get(`${finding.list} ${finding.id}`);
    if (!place) return [];
    const { detail, cure } = sayFinding(finding, language);
    const where = placeWords(finding, language);
    const severity = finding.rule === 'forbidden' ? 'error' : 'warning';
    const title = titleOfItem(issue, finding);
    const said = language === 'zh' ? `《${title}》${where}：${detail}` : `“${title}”, ${where}: ${detail}`;
    return [{ rule: `text-${finding.rule}`, severity, ...place, detail: said, cure } as const];
  });
}

/** Page and block of every item that stands on one; photographs stand where their article, group or advertisement does. */
function placesOf(issue: Issue): ReadonlyMap<string, { readonly page: number; readonly block: Id }> {
  const places = new Map<string, { readonly page: number; readonly block: Id }>();
  const lists = ['articles', 'groups', 'notices', 'advertisements'] as const;
  for (const page of issue.pages) {
    for (const block of page.blocks) {
      for (const id of contentIds(block.content)) {
        const place = { page: page.number, block: block.id };
        const list = lists.find((name) => issue[name].some((item) => item.id === id && isOf(name, block.content.kind)));
        if (list === undefined) continue;
        places.set(`${list} ${id}`, place);
        for (const photo of photosOf(issue, list, id)) places.set(`photos ${photo}`, place);
      }
    }
  }
  return places;
}

function isOf(list: string, kind: string): boolean {
  return kind === 'briefs' || kind === 'continuation' ? list === 'articles' : list.startsWith(kind);
}

function photosOf(issue: Issue, list: string, id: Id): readonly Id[] {
  if (list === 'articles') return issue.articles.find((item) => item.id === id)?.photos ?? [];
  if (list === 'groups') return issue.groups.find((item) => item.id === id)?.pictures.map(({ photo }) => photo) ?? [];
  return [];
}
