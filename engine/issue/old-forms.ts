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
    isOld: (document) => objectsOf(document, 'articles').some((article) => awaitedOf(article).some(({ number }) => number === 0)),
    renew: (document) => ({ ...document, articles: mapped(document.articles, countedFromOne) }),
  },
  // A tint was one of the boxes, so that none had lines as well.
  {
    isOld: (document) => objectsOf(document, 'pages').some((page) => objectsOf(page, 'blocks').some(hasTintForBox)),
    renew: (document) => ({
      ...document,
      pages: mapped(document.pages, (page) => ({ ...page, blocks: mapped(page.blocks, tintedApart) })),
    }),
  },
];

/** The document in the form of today; the same object when it has that already. */
export function renewed(document: unknown): unknown {
  if (!isPlain(document)) return document;
  return RENEWALS.reduce((current, { isOld, renew }) => (isOld(current) ? renew(current) : current), document);
}

function countedFromOne(article: Plain): Plain {
  const awaited = awaitedOf(article);
  if (!awaited.some(({ number }) => number === 0)) return article;
  return { ...article, awaited: awaited.map((one) => ({ ...one, number: Number(one.number) + 1 })) };
}

function hasTintForBox({ content }: Plain): boolean {
  return isPlain(content) && isPlain(content.form) && content.form.box === 'tint';
}

function tintedApart(block: Plain): Plain {
  if (!hasTintForBox(block)) return block;
  const content = block.content as Plain;
  return { ...block, content: { ...content, form: { ...(content.form as Plain), box: 'none', tint: true } } };
}

function objectsOf(part: Plain, list: string): readonly Plain[] {
  const entries = part[list];
  return Array.isArray(entries) ? entries.filter(isPlain) : [];
}

/** A list with its objects changed; all that is none stays as it is. */
function mapped(entries: unknown, change: (entry: Plain) => Plain): unknown {
  return Array.isArray(entries) ? entries.map((entry) => (isPlain(entry) ? change(entry) : entry)) : entries;
}

function awaitedOf({ awaited }: Plain): readonly Plain[] {
  return Array.isArray(awaited) && awaited.every(isPlain) ? awaited : [];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
