/**
 * Each item with what became of it, in order; the next one is begun while the one before is in the caller's hands. What fails
 * early is told when its turn comes; until then nobody listens.
 */
export async function* oneAhead<T, R>(items: readonly T[], begin: (item: T) => Promise<R>): AsyncGenerator<[item: T, result: R]> {
  const start = (item: T): Promise<R> => {
    const started = begin(item);
    started.catch(() => {});
    return started;
  };
  let next = items.length > 0 ? start(items[0]!) : undefined;
  for (const [i, item] of items.entries()) {
    const current = next!;
    next = i + 1 < items.length ? start(items[i + 1]!) : undefined;
    yield [item, await current];
  }
}
