/** The texts of an issue by their names, each as one string. */
import { type Article, flatBody, type Issue } from '../../engine/issue/index';
import type { TextRef } from '../../engine/layout/index';
import { itemOf } from './facts';

/** Whether two names are of the same text. */
export function sameRef(one: TextRef | undefined, other: TextRef | undefined): boolean {
  return one?.list === other?.list && one?.id === other?.id && one?.field === other?.field && one?.index === other?.index;
}

/** Whether line feeds part lines or paragraphs of a text; elsewhere they are spaces. */
export function hasLines({ field }: TextRef): boolean {
  return field === 'body' || field === 'headline';
}

/** The text as it stands; undefined when its item or its place in it is gone. */
export function textOfRef(issue: Issue, { list, id, field, index = 0 }: TextRef): string | undefined {
  switch (list) {
    case 'articles': {
      const article = itemOf(issue, list, id);
      return article && textOfArticle(article, field, index);
    }
    case 'photos': {
      const photo = itemOf(issue, list, id);
      return photo && (field === 'credit' ? photo.credit : photo.caption);
    }
    case 'groups': {
      const group = itemOf(issue, list, id);
      if (field === 'number') return group?.pictures[index] && String(group.pictures[index].number);
      return group && (field === 'label' ? group.label : field === 'credit' ? group.credit : group.caption);
    }
    case 'notices': {
      const notice = itemOf(issue, list, id);
      if (field === 'codeLabel') return notice?.code?.label;
      if (field === 'title' || field === 'text') return notice?.[field];
      return field === 'entryLabel' ? notice?.entries[index]?.label : notice?.entries[index]?.value;
    }
    case 'advertisements': {
      const advertisement = itemOf(issue, list, id);
      if (field === 'codeLabel') return advertisement?.code?.label;
      return field === 'title' || field === 'label' ? advertisement?.[field] : advertisement?.lines[index];
    }
  }
}

function textOfArticle(article: Article, field: TextRef['field'], index: number): string | undefined {
  switch (field) {
    case 'headline':
      return article.headline.join('\n');
    case 'lead':
      return article.byline.lead;
    case 'credit':
      return article.byline.credit;
    case 'kicker':
    case 'deck':
    case 'jump':
      return article[field];
    case 'codeLabel':
      return article.code?.label;
    case 'awaitedCaption':
      return article.awaited?.[index]?.caption;
    case 'awaitedCredit':
      return article.awaited?.[index]?.credit;
    default:
      return flatBody(article);
  }
}
