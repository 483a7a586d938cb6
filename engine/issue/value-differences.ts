/** Two values of a part of an issue side by side, for people. */
import { paragraphText } from './characters';

export interface ValueDifference {
  /** Such as `headline[0]`, `paragraphs[2]`, `blocks.article a1`. */
  readonly path: string;
  /** The passage that differs, with a little before it; empty where one side has nothing. */
  readonly ours: string;
  readonly theirs: string;
}

const MOST_DIFFERENCES = 50;
const EXCERPT = { before: 8, length: 40 };

/** Where two values of plain data differ, in the order of the first, at most 50 places. */
export function valueDifferences(ours: unknown, theirs: unknown): readonly ValueDifference[] {
  const [one, other] = [leavesOf(ours), leavesOf(theirs)];
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
  return paths.slice(0, MOST_DIFFERENCES).map((path) => ({ path, ...excerpts(one.get(path) ?? '', other.get(path) ?? '') }));
}

type Leaves = Map<string, string>;
type Plain = Readonly<Record<string, unknown>>;

function leavesOf(value: unknown): Leaves {
  const leaves: Leaves = new Map();
  collect(value, '', leaves);
  return leaves;
}

function collect(value: unknown, path: string, leaves: Leaves): void {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) leaves.set(path, String(value));
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) collectEntry(entry, path, index, leaves);
    return;
  }
  for (const [key, part] of Object.entries(value as Plain)) collect(part, path === '' ? key : `${path}.${key}`, leaves);
}

/** A paragraph reads as its text, a block goes by what it sets. */
function collectEntry(entry: unknown, path: string, index: number, leaves: Leaves): void {
  const place = `${path}[${index}]`;
  if (isParagraph(entry)) {
    leaves.set(place, paragraphText(entry));
    leaves.set(`${place}.form`, JSON.stringify({ ...entry, runs: entry.runs.map((run) => ({ ...run, text: run.text.length })) }));
  } else if (isBlock(entry)) {
    const name = `${path}.${blockName(entry.content)}`;
    const { id: _, ...block } = entry;
    collect(block, leaves.has(`${name}.locked`) ? `${name} ${index + 1}` : name, leaves);
  } else collect(entry, place, leaves);
}

function isParagraph(value: unknown): value is Plain & { readonly runs: readonly { readonly text: string }[] } {
  return typeof value === 'object' && value !== null && 'runs' in value;
}

function isBlock(value: unknown): value is Plain & { readonly content: Plain } {
  return typeof value === 'object' && value !== null && 'rect' in value && 'content' in value;
}

function blockName(content: Plain): string {
  const { kind } = content;
  const item = content[String(kind)] ?? content.articles;
  return item === undefined ? String(kind) : `${kind} ${item}`;
}

function excerpts(ours: string, theirs: string): Pick<ValueDifference, 'ours' | 'theirs'> {
  const [one, other] = [[...ours], [...theirs]];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const start = Math.max(0, at - EXCERPT.before);
  const excerpt = (characters: readonly string[]) => {
    const passage = characters.slice(start, start + EXCERPT.length).join('');
    return passage && `${start > 0 ? '…' : ''}${passage}${start + EXCERPT.length < characters.length ? '…' : ''}`;
  };
  return { ours: excerpt(one), theirs: excerpt(other) };
}
