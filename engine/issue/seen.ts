/** What of an issue is seen on one of its pages: two states with the same text print the same page. */
import { contentIds } from './contents';
import type { Article, BlockContent, Issue, Photo } from './types';

/** The page and all that stands on it, as text to be hashed. Names of blocks, sources and wishes do not print. */
export function seenText(issue: Issue, number: number): string {
  const page = issue.pages[number - 1];
  if (!page) return '';
  const { date, number: count, total, spec } = issue;
  const { arranging: _, ...paper } = issue.paper;
  const blocks = page.blocks.map(({ content, rect, cuts }) => [rect, cuts, contentSeen(content, issue)]);
  return JSON.stringify([date, count, total, spec, paper, number, page.section, blocks]);
}

function contentSeen(content: BlockContent, issue: Issue): unknown {
  const ids = contentIds(content);
  const pictures = content.kind === 'article' ? content.form.pictures.map(({ photo }) => photoSeen(issue, photo)) : [];
  return [content, ids.map((id) => itemSeen(issue, content.kind, id)), pictures];
}

function itemSeen(issue: Issue, kind: BlockContent['kind'], id: string): unknown {
  const find = <T extends { readonly id: string }>(items: readonly T[]): T | undefined => items.find((item) => item.id === id);
  switch (kind) {
    case 'article':
    case 'briefs':
    case 'continuation': {
      const article = find(issue.articles);
      return article && articleSeen(article);
    }
    case 'group': {
      const group = find(issue.groups);
      return group && [group.label, group.caption, group.credit, group.pictures.map(({ photo }) => photoSeen(issue, photo))];
    }
    case 'notice': {
      const notice = find(issue.notices);
      return notice && [notice.title, notice.text, notice.entries];
    }
    case 'advertisement': {
      const shown = find(issue.advertisements);
      return shown && [shown.label, shown.title, shown.lines, photoSeen(issue, shown.photo)];
    }
    default:
      return [];
  }
}

/** All that is not known to be no words of the page. */
function articleSeen(article: Article): unknown {
  const { id: _, photos: _p, weight: _w, page: _n, section: _s, together: _t, apart: _a, filler: _f, ...rest } = article;
  const { awaited: _c, source: _o, sourceHash: _h, passed: _i, ...printed } = rest;
  return printed;
}

function photoSeen(issue: Issue, id: string): unknown {
  const photo: Photo | undefined = issue.photos.find((candidate) => candidate.id === id);
  return photo && [photo.asset, photo.caption, photo.credit, photo.focus];
}
