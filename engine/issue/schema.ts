import { pageSpec, paper } from './paper-schema';
import { flag, integer, list, matching, number, oneOf, optional, type Reader, record, text, variant } from './reading';
import { BOXES, id, idOrNone, line, prose, scale } from './schema-values';
import { LARGEST_NUMBER, LONGEST_CODE_LABEL, LONGEST_DECK, MOST_HEAD_LINES, MOST_PARAGRAPHS } from './text-fields';
import { CHECK_RULES } from './text-rules';
import type * as Doc from './types';

/**
 * The shape of `issue.json` with its bounds. `record<T>` asks for every key of T, so a field added to types.ts has to be
 * added here too. The bounds are far above any newspaper; they keep a hostile file from filling the memory.
 */
const MOST_ITEMS = 5_000;
export const MOST_PAGES = 64;
const MOST_BLOCKS = 500;
const MOST_RUNS = 5_000;
const MOST_PICTURES = 200;
const MOST_WISHES = 50;
const MOST_QUOTES = 20;
const MOST_PARTS = 99;
const MOST_PASSED = 1_000;

const pageOrAny = integer(0, MOST_PAGES);
const fraction = number(0, 1);

const run = record<Doc.Run>({
  text: prose,
  form: oneOf('plain', 'heading', 'subheading', 'bold', 'kai', 'link'),
  dots: optional(flag),
  underline: optional(flag),
  script: optional(oneOf('super', 'sub')),
  size: optional(number(4, 72)),
});

const PARAGRAPH_FORMS = ['signature', 'centre', 'names', 'question', 'answer', 'row', 'drop', 'note', 'quote'] as const;

const paragraph = record<Doc.ArticleParagraph>({
  runs: list(run, MOST_RUNS),
  verse: optional(flag),
  form: optional(oneOf(...PARAGRAPH_FORMS)),
});

const passed = optional(
  list(record<Doc.Passed>({ rule: oneOf(...CHECK_RULES), words: line, text: text(40), reason: line }), MOST_PASSED),
);

const sourceHash: Reader<Doc.SourceHash | undefined> = optional(matching(/^[0-9a-f]{64}$/));

const code = optional(record<Doc.LinkCode>({ link: line, label: text(LONGEST_CODE_LABEL) }));

const awaited = record<NonNullable<Doc.Article['awaited']>[number]>({ number: integer(1, 999), caption: prose, credit: line });

export const article = record<Doc.Article>({
  id,
  kicker: line,
  headline: list(line, MOST_HEAD_LINES),
  deck: text(LONGEST_DECK),
  byline: record<Doc.Byline>({ lead: line, credit: line }),
  paragraphs: list(paragraph, MOST_PARAGRAPHS),
  photos: list(id, MOST_PICTURES),
  weight: oneOf('auto', 'lead', 'major', 'normal', 'brief'),
  page: pageOrAny,
  section: optional(text(20)),
  column: optional(text(20)),
  together: optional(list(id, MOST_WISHES)),
  apart: optional(list(id, MOST_WISHES)),
  spread: optional(flag),
  filler: optional(flag),
  jump: line,
  code,
  awaited: optional(list(awaited, MOST_PICTURES)),
  source: line,
  sourceHash,
  asSent: optional(list(text(20), MOST_PARAGRAPHS + 5)),
  proofed: optional(text(20)),
  passed,
});

const assetName = matching(/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/);

/** Marks of the few texts of a picture or box. */
const marks = optional(list(text(20), 8));

export const photo = record<Doc.Photo>({
  id,
  asset: assetName,
  preview: optional(assetName),
  file: line,
  width: integer(1, 100_000),
  height: integer(1, 100_000),
  caption: prose,
  credit: line,
  taken: optional(matching(/^\d{4}-\d{2}-\d{2}$/)),
  focus: record<Doc.Photo['focus']>({ x: fraction, y: fraction }),
  focusBy: optional(oneOf('program', 'editor')),
  zoom: optional(number(1, 8)),
  whole: optional(flag),
  asSent: marks,
  passed,
});

export const group = record<Doc.PhotoGroup>({
  id,
  pictures: list(
    record<Doc.PhotoGroup['pictures'][number]>({ number: integer(1, LARGEST_NUMBER), photo: idOrNone }),
    MOST_PICTURES,
  ),
  each: optional(flag),
  caption: prose,
  credit: line,
  label: line,
  page: pageOrAny,
  source: line,
  sourceHash,
  asSent: marks,
  passed,
});

const noticeEntry = record<Doc.Notice['entries'][number]>({ label: line, value: line, kind: oneOf('phone', 'email', 'text') });

export const notice = record<Doc.Notice>({
  id,
  title: line,
  text: prose,
  entries: list(noticeEntry, MOST_PICTURES),
  code,
  page: pageOrAny,
  source: line,
  sourceHash,
  asSent: marks,
  passed,
});

export const advertisement = record<Doc.Advertisement>({
  id,
  label: line,
  title: line,
  lines: list(line, MOST_PICTURES),
  code,
  photo: idOrNone,
  columns: integer(0, 24),
  rows: integer(0, 500),
  filler: optional(flag),
  page: pageOrAny,
  source: line,
  sourceHash,
  asSent: marks,
  passed,
});

const gridRect = record<Doc.GridRect>({
  column: integer(0, 23),
  row: integer(0, 499),
  columns: integer(1, 24),
  rows: integer(1, 500),
});

const articlePicture = record<Doc.ArticleForm['pictures'][number]>({
  photo: id,
  column: integer(0, 23),
  columns: integer(1, 24),
  row: integer(0, 499),
  rows: integer(1, 500),
  captionRows: integer(0, 100),
});

const articleQuote = record<NonNullable<Doc.ArticleForm['quotes']>[number]>({
  text: line,
  column: integer(0, 23),
  columns: integer(1, 24),
  row: integer(0, 499),
});

const textForm = {
  pictures: list(articlePicture, MOST_PICTURES),
  quotes: optional(list(articleQuote, MOST_QUOTES)),
  box: oneOf(...BOXES),
  tint: optional(flag),
  textColumns: integer(0, 24),
} as const;

const continuationForm = record<Doc.ContinuationForm>(textForm);

const articleForm = record<Doc.ArticleForm>({
  head: oneOf('lead', 'inside', 'second', 'wide', 'single', 'box', 'vertical', 'picture'),
  size: number(0, 300),
  lines: list(line, MOST_HEAD_LINES),
  headRows: integer(0, 500),
  headColumns: integer(0, 24),
  deck: flag,
  stretch: optional(scale),
  across: optional(flag),
  ...textForm,
  flow: optional(oneOf('vertical')),
});

/** One kind of block content with its other fields. */
type Content<K extends Doc.BlockContent['kind']> = Extract<Doc.BlockContent, { readonly kind: K }>;

const blockContent = variant<Doc.BlockContent>('kind', {
  masthead: record<Content<'masthead'>>({ kind: oneOf('masthead') }),
  folio: record<Content<'folio'>>({ kind: oneOf('folio') }),
  imprint: record<Content<'imprint'>>({ kind: oneOf('imprint') }),
  article: record<Content<'article'>>({ kind: oneOf('article'), article: id, form: articleForm }),
  continuation: record<Content<'continuation'>>({
    kind: oneOf('continuation'),
    article: id,
    part: integer(2, MOST_PARTS),
    form: continuationForm,
  }),
  briefs: record<Content<'briefs'>>({ kind: oneOf('briefs'), label: line, articles: list(id, MOST_BLOCKS) }),
  group: record<Content<'group'>>({ kind: oneOf('group'), group: id }),
  notice: record<Content<'notice'>>({ kind: oneOf('notice'), notice: id }),
  advertisement: record<Content<'advertisement'>>({ kind: oneOf('advertisement'), advertisement: id }),
});

const block = record<Doc.Block>({ id, content: blockContent, rect: gridRect, cuts: list(gridRect, 20), locked: flag });

const people = record<Partial<Doc.PagePeople>>({
  editor: optional(line),
  designer: optional(line),
  proofreader: optional(line),
});

const page = record<Doc.Page>({
  number: integer(1, MOST_PAGES),
  section: text(20),
  people: optional(people),
  blocks: list(block, MOST_BLOCKS),
});

export const issue = record<Doc.Issue>({
  format: oneOf('banxin-issue'),
  version: oneOf(1),
  template: id,
  paper,
  date: matching(/^\d{4}-\d{2}-\d{2}$/),
  number: integer(1, 1_000_000),
  total: integer(1, 1_000_000),
  spec: pageSpec,
  articles: list(article, MOST_ITEMS),
  photos: list(photo, MOST_ITEMS),
  groups: list(group, MOST_ITEMS),
  notices: list(notice, MOST_ITEMS),
  advertisements: list(advertisement, MOST_ITEMS),
  pages: list(page, MOST_PAGES, 1),
});
