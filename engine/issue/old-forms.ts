/**
 * Forms that documents of earlier programs have and that this one writes no more. A document is renewed before the schema
 * reads it; each step names what tells the old form and makes the new one of it. All values are untrusted.
 */
type Plain = Readonly<Record<string, unknown>>;

interface Renewal {
  readonly isOld: (document: Plain) => boolean;
  readonly renew: (document: Plain) => Plain;
}

/** In the order in which the forms followed each other. */
const RENEWALS: readonly Renewal[] = [
  // Captions that wait for their photograph were counted from 0.
  {
    isOld: (document) => articlesOf(document).some((article) => awaitedOf(article).some(({ number }) => number === 0)),
    renew: (document) => ({ ...document, articles: (document.articles as readonly unknown[]).map(countedFromOne) }),
  },
];

/** The document in the form of today; the same object when it has that already. */
export function renewed(document: unknown): unknown {
  if (!isPlain(document)) return document;
  return RENEWALS.reduce((current, { isOld, renew }) => (isOld(current) ? renew(current) : current), document);
}

function countedFromOne(article: unknown): unknown {
  const awaited = isPlain(article) ? awaitedOf(article) : [];
  if (!isPlain(article) || !awaited.some(({ number }) => number === 0)) return article;
  return { ...article, awaited: awaited.map((one) => ({ ...one, number: Number(one.number) + 1 })) };
}

function articlesOf({ articles }: Plain): readonly Plain[] {
  return Array.isArray(articles) ? articles.filter(isPlain) : [];
}

function awaitedOf({ awaited }: Plain): readonly Plain[] {
  return Array.isArray(awaited) && awaited.every(isPlain) ? awaited : [];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
