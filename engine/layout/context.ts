/** What every part of the layout needs: the issue with its things by id, the grid and the faces. */
import { InputError } from '../errors';
import { withChosenFaces } from '../fonts/chosen-faces';
import type { FontSet } from '../fonts/types';
import type { Advertisement, Article, Id, Issue, Notice, Photo, PhotoGroup } from '../issue/types';
import type { Hyphenator } from '../typeset/index';
import type { ParagraphStyle } from '../typeset/types';
import { type Grid, makeGrid } from './grid';
import { textStyle } from './text-style';

export interface Context {
  readonly issue: Issue;
  readonly grid: Grid;
  readonly fonts: FontSet;
  /** The paper's running text; size and measure are those of its place. */
  readonly text: ParagraphStyle;
  readonly articles: ReadonlyMap<Id, Article>;
  readonly photos: ReadonlyMap<Id, Photo>;
  readonly groups: ReadonlyMap<Id, PhotoGroup>;
  readonly notices: ReadonlyMap<Id, Notice>;
  readonly advertisements: ReadonlyMap<Id, Advertisement>;
}

/** What running text is set with. */
export type TextContext = Pick<Context, 'fonts' | 'text'> & { readonly grid: Pick<Grid, 'em' | 'pitch'> };

/** What the layout of an issue is made from: its grid, faces and style of text, and its items by their ids. */
export function makeContext(issue: Issue, fonts: FontSet, hyphenator?: Hyphenator): Context {
  return {
    issue,
    grid: makeGrid(issue.spec),
    fonts: withChosenFaces(fonts, issue.paper.faces ?? []),
    text: textStyle(issue.paper.typesetting, hyphenator),
    articles: byId(issue.articles),
    photos: byId(issue.photos),
    groups: byId(issue.groups),
    notices: byId(issue.notices),
    advertisements: byId(issue.advertisements),
  };
}

function byId<T extends { readonly id: Id }>(things: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/** Takes a thing that a block names; a name that the issue does not know is refused. */
export function need<T>(things: ReadonlyMap<Id, T>, id: Id): T {
  const thing = things.get(id);
  if (thing === undefined) throw new InputError('layout.unknown', { id });
  return thing;
}
