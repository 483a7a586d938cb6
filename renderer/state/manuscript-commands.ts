/** Commands about the manuscript that is chosen, wherever it stands, and about what pages carry alike. */
import type { Article, Block, Issue, Weight } from '../../engine/issue/index';
import type { Command } from './commands';
import { chosenArticle } from './facts';
import { freshId } from './placement';
import { type DeskState, store } from './store';

export type ManuscriptCommand =
  | 'toggleFiller'
  | 'weightAuto'
  | 'weightLead'
  | 'weightMajor'
  | 'weightNormal'
  | 'weightBrief'
  | 'copyFurniture';

const hasArticle = (state: DeskState) => state.dialog === null && state.readOnly === null && chosenArticle(state) !== undefined;

/** Part of the table of commands. */
export const manuscriptCommands: Readonly<Record<ManuscriptCommand, Command>> = {
  toggleFiller: {
    enabled: hasArticle,
    pressed: (state) => chosenArticle(state)?.filler === true,
    run: () => put('edit.wish', ({ filler, ...article }) => (filler ? article : { ...article, filler: true })),
  },
  weightAuto: weighing('auto'),
  weightLead: weighing('lead'),
  weightMajor: weighing('major'),
  weightNormal: weighing('normal'),
  weightBrief: weighing('brief'),
  copyFurniture: {
    enabled: ({ issue, dialog, page, readOnly }) =>
      dialog === null && readOnly === null && (issue?.pages.length ?? 0) > 1 && linesOf(issue!, page).length > 0,
    run: copyFurniture,
  },
};

function put(name: string, change: (article: Article) => Article): void {
  const article = chosenArticle(store.get());
  if (article) store.edit({ type: 'put', list: 'articles', item: change(article) }, name);
}

function weighing(weight: Weight): Command {
  return {
    enabled: hasArticle,
    pressed: (state) => chosenArticle(state)?.weight === weight,
    run: () => put('edit.weight', (article) => ({ ...article, weight })),
  };
}

/** Section that the chosen manuscript belongs to; any for an empty one. */
export function setSection(section: string): void {
  put('edit.wish', ({ section: _before, ...article }) => (section === '' ? article : { ...article, section }));
}

/** What a page carries besides its stories; the masthead is page 1's own. */
function linesOf({ pages }: Issue, page: number): readonly Block[] {
  return pages[page - 1]?.blocks.filter(({ content }) => content.kind === 'folio' || content.kind === 'imprint') ?? [];
}

/** Folio line and imprint of the page shown go to every other page that has such, as one step. */
function copyFurniture(): void {
  const { issue, page } = store.get();
  if (!issue) return;
  const lines = linesOf(issue, page);
  const edits = issue.pages.flatMap(({ number, blocks }) => {
    if (number === page) return [];
    const own = linesOf(issue, number);
    const kinds = own.map(({ content }) => content.kind);
    const copies = lines.filter(({ content }) => kinds.includes(content.kind)).map((line) => copied(issue, number, line, own));
    return copies.length === 0 ? [] : [{ type: 'setPageBlocks', page: number, blocks: replacing(blocks, copies) } as const];
  });
  if (edits.length > 0) store.edit({ type: 'batch', name: '', edits }, 'edit.furniture');
}

/** The line under the name that the page's own has. */
function copied(issue: Issue, page: number, line: Block, own: readonly Block[]): Block {
  const before = own.find(({ content }) => content.kind === line.content.kind);
  return { ...line, id: before?.id ?? freshId(issue, page) };
}

function replacing(blocks: readonly Block[], copies: readonly Block[]): readonly Block[] {
  return blocks.map((block) => copies.find(({ id }) => id === block.id) ?? block);
}
