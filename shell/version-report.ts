/** Versions of an issue and what differs between them, in the user's words. */
import { InputError } from '../engine/errors';
import type { Issue } from '../engine/issue';
import type { UnitDifference } from '../engine/issue/issue-differences';
import type { TextPiece } from '../engine/issue/text-difference';
import { conflictCopies, readVersion, type SavedVersion, savedVersions } from '../engine/store';
import { type Language, localTime, sentence } from './say';

/** The issue that a user means: a place in the list from 1, a name, the start of an id, or the name of a conflict copy. */
export async function versionNamed(folder: string, wanted: string): Promise<Issue> {
  const copy = (await conflictCopies(folder)).find(({ name }) => name === wanted);
  if (copy) {
    if (copy.content instanceof InputError) throw copy.content;
    return copy.content;
  }
  const versions = await savedVersions(folder);
  const number = /^\d{1,4}$/.test(wanted) ? Number(wanted) : 0;
  const found =
    versions[number - 1] ?? versions.find(({ name }) => name === wanted) ?? versions.find(({ id }) => id.startsWith(wanted));
  if (!found || wanted === '') throw new InputError('store.noVersion', { file: folder, version: wanted });
  return readVersion(folder, found.id);
}

/** `1  2026-03-10 14:05  王芳  送审前` */
export async function versionLine(version: SavedVersion, number: number, language: Language): Promise<string> {
  const { name, reason, who, time } = version;
  const title = name === '' ? await sentence(`shell.version-${reason}`, {}, language) : name;
  return `${String(number).padStart(3)}  ${localTime(time)}  ${who}  ${title}`;
}

/** What differs, a line each: paragraphs with what went as [-…-] and what came as {+…+}. */
export async function differenceLines(differences: readonly UnitDifference[], language: Language): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { unit, title, kind, paragraphs, values } of differences) {
    lines.push(await sentence(`shell.difference-${kind}`, { unit, title }, language));
    for (const { kind: change, pieces } of paragraphs) if (change !== 'same') lines.push(`    ${pieces.map(marked).join('')}`);
    for (const { path, ours, theirs } of values) lines.push(`    ${path}  [-${ours}-]{+${theirs}+}`);
  }
  return lines;
}

/** Long passages that stay are cut to what stands beside a change. */
const AROUND = 12;

function marked({ kind, text }: TextPiece): string {
  if (kind === 'added') return `{+${text}+}`;
  if (kind === 'removed') return `[-${text}-]`;
  const characters = [...text];
  if (characters.length <= 2 * AROUND + 1) return text;
  return `${characters.slice(0, AROUND).join('')}…${characters.slice(-AROUND).join('')}`;
}
