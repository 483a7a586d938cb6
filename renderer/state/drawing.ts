/** What a drawn rectangle becomes: the tool says it, or a menu asks. */
import { applyAll, type GridRect } from '../../engine/issue/index';
import { i18n } from '../i18n';
import { headOf } from '../pictures/frames';
import { givenTo } from '../pictures/placing';
import { goToField } from '../proof/text-fields';
import { type Drawn, drawn } from './drawn';
import { blockOf } from './facts';
import { importFiles } from './jobs';
import { signal } from './signal';
import { store, type Tool } from './store';

/** A rectangle of which is asked what it shall be. */
export interface Offer {
  readonly page: number;
  readonly rect: GridRect;
  /** Where the pointer let go, CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
}

const { get: offered, put: setOffer, use } = signal<Offer | null>(null);
/** What is asked about a drawn rectangle; null when nothing is. */
export const useOffer = use;

/** The rectangle was let go: text becomes a story, a picture is asked for, a frame may become several things. */
export function finishDrawing(
  tool: Tool,
  page: number,
  rect: GridRect,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  store.set({ tool: 'select' });
  if (tool === 'text') draw('article', page, rect);
  else if (tool === 'picture') void drawPicture(page, rect);
  else setOffer({ page, rect, x, y });
}

/** The menu's answer; without one nothing is made. */
export function answerOffer(kind: Drawn | null): void {
  const asked = offered();
  setOffer(null);
  if (asked && kind) draw(kind, asked.page, asked.rect);
}

/** Makes the item and its block as one step, and brings its first words to be written over. */
function draw(kind: Drawn, page: number, rect: GridRect): void {
  const { issue } = store.get();
  if (!issue) return;
  const made = drawn(issue, page, rect, kind, i18n.t(`drawn.${kind}`));
  store.edit(made.edit, 'edit.draw');
  store.select(made.block);
  store.set({ panels: { ...store.get().panels, right: true } });
  goToField({ ...made.material, field: FIRST_FIELD[kind] });
}

const FIRST_FIELD = { article: 'headline', notice: 'title', group: 'label', advertisement: 'title' } as const;

/** A picture drawn on a story goes into it; elsewhere it stands as a group of its own. Without a file nothing is made. */
async function drawPicture(page: number, rect: GridRect): Promise<void> {
  const { issue } = store.get();
  const under = issue?.pages[page - 1]?.blocks.find(
    ({ rect: other, content }) => content.kind === 'article' && holds(other, rect),
  );
  if (under) {
    const head = headOf(store.get().layouts, under.id);
    await importFiles(undefined, (after, photos) => givenTo(after, under.id, photos, head));
    return;
  }
  await importFiles(undefined, (after, photos) => {
    if (photos.length === 0) return after;
    const made = drawn(after, page, rect, 'group', i18n.t('drawn.group'));
    const withGroup = applyAll(after, [made.edit]);
    return blockOf(withGroup, made.block) ? givenTo(withGroup, made.block, photos) : after;
  });
}

function holds(outer: GridRect, inner: GridRect): boolean {
  return (
    inner.column >= outer.column &&
    inner.row >= outer.row &&
    inner.column + inner.columns <= outer.column + outer.columns &&
    inner.row + inner.rows <= outer.row + outer.rows
  );
}
