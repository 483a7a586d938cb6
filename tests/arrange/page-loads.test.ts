import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangePages, changedShare } from '../../engine/arrange/index';
import { contentIds } from '../../engine/issue/contents';
import { type PageLoad, pageLoad } from '../bench/page-loads';
import { readTemplates } from '../bench/templates';
import { fakeLayout } from './fake-layout';

const [SIKAI, DUIKAI] = readTemplates('templates', ['sikai', 'duikai']);
const LOADS = [...[0, 1, 3, 5, 10].map((seed) => pageLoad(SIKAI!, seed)), ...[2, 6].map((seed) => pageLoad(DUIKAI!, seed))];

/** Everything is shown once or reported, nothing is illegal, and proposals differ. */
function examine({ issue, page }: PageLoad): void {
  const [arranged] = [...arrangePages(issue, [page], fakeLayout(issue), { seed: 0, proposals: 3 })];
  const { proposals } = arranged!;
  for (const { blocks, overset, leftOff, violations } of proposals) {
    const shown = blocks.flatMap(({ content }) => contentIds(content));
    expect(new Set(shown).size).toBe(shown.length);
    const reported = new Set([...shown, ...leftOff, ...overset.map(({ article }) => article)]);
    const material = [...issue.articles, ...issue.groups, ...issue.notices, ...issue.advertisements].map(({ id }) => id);
    expect(material.filter((id) => !reported.has(id))).toEqual([]);
    const errors = violations.filter(({ severity, rule }) => severity === 'error' && rule !== 'overset');
    expect(errors).toEqual([]);
  }
  for (const [index, one] of proposals.entries()) {
    for (const other of proposals.slice(index + 1)) expect(changedShare(one.blocks, other.blocks)).toBeGreaterThanOrEqual(1 / 3);
  }
  const pictures = proposals[0]!.blocks.flatMap(({ content }) =>
    content.kind === 'article' ? content.form.pictures.map(({ photo }) => photo) : [],
  );
  const grouped = issue.groups.flatMap((group) => group.pictures.map(({ photo }) => photo));
  expect([...pictures, ...grouped, ...proposals[0]!.leftOff].sort()).toEqual(
    expect.arrayContaining(issue.photos.map(({ id }) => id)),
  );
}

describe('generated page loads', () => {
  it.each(LOADS.map((load) => [load.name, load] as const))('%s', (_, load) => examine(load));

  it('that nobody has seen', () => {
    const seeds = fc.integer({ min: 1_000, max: 1_000_000 });
    fc.assert(
      fc.property(seeds, fc.constantFrom(SIKAI!, DUIKAI!), (seed, template) => examine(pageLoad(template, seed))),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('are the same for a seed', () => {
    expect(pageLoad(SIKAI!, 4)).toEqual(pageLoad(SIKAI!, 4));
    expect(pageLoad(SIKAI!, 4).issue.articles).not.toEqual(pageLoad(SIKAI!, 8).issue.articles);
  });
});
