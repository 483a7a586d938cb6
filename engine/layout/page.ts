import { InputError } from '../errors';
import type { Context } from './context';
import type { PageLayout } from './types';

export function setPage(context: Context, number: number): PageLayout {
  const page = context.issue.pages.find((candidate) => candidate.number === number);
  if (!page) throw new InputError('layout.page', { page: number });
  const { spec } = context.issue;
  return {
    page: number,
    display: { width: context.grid.width, height: context.grid.height, bleed: (spec.bleed * 72) / 25.4, groups: [] },
    fits: [],
    fallbacks: [],
  };
}
