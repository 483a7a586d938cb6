/** Files that came before and came again with other words: their articles updated, kept beside the new ones, or left alone. */
import type { RevisedFile } from '../../electron/bridge';
import {
  type Article,
  apply,
  changedArticle,
  type Edit,
  type Issue,
  nextId,
  type Revision,
  revised,
  sentMarks,
} from '../../engine/issue/index';
import { store } from './store';

/** Parts to take of each article, in the order of the file's revisions. */
export type Choice = readonly ReadonlySet<number>[];

/** Updates the articles of the file that is asked about, as one step; what was edited meanwhile is compared anew by nobody: it stays. */
export function updateRevised(file: RevisedFile, choice: Choice): void {
  const { issue } = store.get();
  if (issue) {
    const edits = file.revisions.flatMap((revision, index) => updateOf(issue, revision, choice[index]!, file.hash));
    finish([...edits, ...file.boxes], 'edit.update');
  }
  next(file);
}

/** The file's articles come in beside those that stand. */
export function keepBoth(file: RevisedFile): void {
  const { issue } = store.get();
  if (issue) {
    let current = issue;
    const edits = file.revisions.map((revision): Edit => {
      const edit: Edit = { type: 'put', list: 'articles', item: besides(current, revision, file) };
      current = apply(current, edit).issue;
      return edit;
    });
    finish(edits, 'edit.import');
  }
  next(file);
}

/** Leaves the articles as they are; the file is asked about again when it comes again. */
export function leaveRevised(file: RevisedFile): void {
  next(file);
}

function updateOf(issue: Issue, revision: Revision, taken: ReadonlySet<number>, sourceHash: string): Edit[] {
  const standing = issue.articles.find(({ id }) => id === revision.article.id);
  if (standing !== revision.article && JSON.stringify(standing) !== JSON.stringify(revision.article)) return [];
  return [changedArticle(issue, revision.article, { ...revised(revision, taken), sourceHash })];
}

function besides(issue: Issue, { article, sent }: Revision, { hash }: RevisedFile): Article {
  const { page, source } = article;
  const { kicker, headline, deck, byline, paragraphs, jump } = sent;
  const words = { kicker, headline, deck, byline, paragraphs, jump };
  const fresh = { photos: [], weight: 'auto', page, source, sourceHash: hash, asSent: sentMarks(sent) } as const;
  return { id: nextId(issue, 'articles'), ...words, ...fresh };
}

function finish(edits: readonly Edit[], name: string): void {
  if (edits.length > 0) store.edit({ type: 'batch', name, edits }, name);
}

function next(file: RevisedFile): void {
  store.set({ revised: store.get().revised.filter((other) => other !== file) });
}
