/** What of an issue is seen on one of its pages: two states with the same text print the same page. */
import { isStory } from './chains';
import { contentIds, hashedContent } from './contents';
import type { Article, BlockContent, Issue, LinkCode, Photo } from './types';

/** The page and all that stands on it, as text to be hashed. Names of blocks, sources and wishes do not print. */
export function seenText(issue: Issue, number: number): string {
  const page = issue.pages[number - 1];
  if (!page) return '';
  const { date, number: count, total, spec } = issue;
  const { arranging: _, ...paper } = issue.paper;
  const blocks = page.blocks.map(({ content, rect, cuts }) => [rect, cuts, contentSeen(content, issue)]);
  const people = page.people ? [page.people] : [];
  return JSON.stringify([date, count, total, spec, paper, number, page.section, blocks, ...people]);
}

function contentSeen(content: BlockContent, issue: Issue): unknown {
  const ids = contentIds(content);
  const pictures = isStory(content) ? content.form.pictures.map(({ photo }) => photoSeen(issue, photo)) : [];
  return [hashedContent(content), ids.map((id) => itemSeen(issue, content.kind, id)), pictures];
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
      if (!group) return undefined;
      const pictures = group.pictures.map(({ photo }) => photoSeen(issue, photo));
      return [group.label, group.caption, group.credit, pictures, ...(group.each ? ['each'] : [])];
    }
    case 'notice': {
      const notice = find(issue.notices);
      return notice && [notice.title, notice.text, notice.entries, ...codeSeen(notice)];
    }
    case 'advertisement': {
      const shown = find(issue.advertisements);
      return shown && [shown.label, shown.title, shown.lines, photoSeen(issue, shown.photo), ...codeSeen(shown)];
    }
    default:
      return [];
  }
}

/** All that is not known to be no words of the page. */
function articleSeen(article: Article): unknown {
  const {
    id: _,
    photos: _p,
    weight: _w,
    page: _n,
    section: _s,
    together: _t,
    apart: _a,
    spread: _across,
    filler: _f,
    ...rest
  } = article;
  const { awaited: _c, source: _o, sourceHash: _h, passed: _i, proofed: _r, asSent: _m, ...printed } = rest;
  return printed;
}

function codeSeen({ code }: { readonly code?: LinkCode }): readonly LinkCode[] {
  return code ? [code] : [];
}

function photoSeen(issue: Issue, id: string): unknown {
  const photo: Photo | undefined = issue.photos.find((candidate) => candidate.id === id);
  if (!photo) return undefined;
  const { asset, caption, credit, focus, zoom, whole } = photo;
  // What is not used leaves no trace, so that signatures of before hold.
  return [asset, caption, credit, focus, ...(zoom || whole ? [{ zoom, whole }] : [])];
}
