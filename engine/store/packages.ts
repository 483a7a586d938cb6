/** Parts of an issue leave for another desk as packages, and come into it (拼版合并). */
import { join } from 'node:path';
import { InputError } from '../errors';
import { extractArticles, extractPage } from '../issue/extract';
import { type Assembled, type MergeResult, mergePackage, type Package, type Rule } from '../issue/merge';
import type { Id, Issue } from '../issue/types';
import type { UnitKey } from '../issue/versions';
import { addAsset, readAsset, removeAsset } from './assets';
import { readFontManifest } from './font-manifest';
import { changeIssue, openIssue } from './issue-folder';
import type { HeldUp } from './lock';
import { assetsOf, type OpenPackage, openPackage, packageBytes, type UsedFont } from './package-file';
import { programRoot } from './program';
import { currentVersions, recordVersions } from './version-file';

export type { Rule } from '../issue/merge';

/** A page, or articles by their ids. */
export type Part = { readonly page: number } | { readonly articles: readonly Id[] };

/** More originals than a page has; a package is made in memory. */
const MOST_BYTES = 400_000_000;

export interface Packed {
  readonly bytes: Uint8Array;
  readonly content: Package;
}

/**
 * The package of a part of the issue in a folder. Notes in the folder which versions left. Throws InputError for a part that
 * is not there, a photograph that is missing or damaged, and originals of more than 400 MB.
 */
export async function packPart(folder: string, part: Part, heldUp?: HeldUp): Promise<Packed> {
  const { issue, versions } = await noted(folder, heldUp);
  checkPart(issue, part, folder);
  const content =
    'page' in part ? extractPage(issue, versions, part.page) : extractArticles(issue, versions, new Set(part.articles));
  const originals = new Map<string, Uint8Array>();
  let size = 0;
  for (const asset of assetsOf(content.issue)) {
    const bytes = await readAsset(folder, asset);
    size += bytes.length;
    if (size > MOST_BYTES) throw new InputError('store.packageTooLarge', { file: folder, most: MOST_BYTES / 1e6 });
    originals.set(asset, bytes);
  }
  return { bytes: await packageBytes({ ...content, fonts: fontsOf(issue) }, originals), content };
}

/** The issue with its versions up to date, recorded where the folder can be written. */
async function noted(folder: string, heldUp?: HeldUp): Promise<Assembled> {
  try {
    return await changeIssue(
      folder,
      async (issue) => {
        const versions = await currentVersions(folder, issue);
        await recordVersions(folder, issue, versions);
        return { issue, versions };
      },
      heldUp,
    );
  } catch (error) {
    if (!(error instanceof InputError) || !['store.readOnly', 'store.noPermission'].includes(error.code)) throw error;
    const issue = await openIssue(folder);
    return { issue, versions: await currentVersions(folder, issue) };
  }
}

function checkPart({ pages, articles }: Issue, part: Part, file: string): void {
  if ('page' in part) {
    if (!pages[part.page - 1]) throw new InputError('store.noPage', { file, page: part.page, pages: pages.length });
    return;
  }
  const missing = part.articles.find((id) => !articles.some((article) => article.id === id));
  if (missing !== undefined) throw new InputError('store.noArticle', { file, article: missing });
}

function fontsOf({ paper }: Issue): readonly UsedFont[] {
  const own = new Map((paper.faces ?? []).map(({ role, face }) => [role, face]));
  return programRoles().map((role) => ({ role, face: own.get(role) ?? role }));
}

function programRoles(): readonly string[] {
  return [...readFontManifest(join(programRoot(), 'fonts', 'manifest.json')).keys()];
}

export interface Assembly extends MergeResult {
  /** Whether the issue in the folder is another now. */
  readonly changed: boolean;
  /** What became of each package, in the order given. */
  readonly packages: readonly (Omit<MergeResult, keyof Assembled> & { readonly file: string; readonly page: number })[];
  /** Faces that packages use and that neither the program nor `faces` has. */
  readonly absentFonts: readonly string[];
}

export interface AssembleOptions {
  /** The rule for a unit in conflict, if there is one. */
  readonly ruleOf: (unit: UnitKey) => Rule | undefined;
  /** The user's own faces on this machine. */
  readonly faces: readonly string[];
  readonly heldUp?: HeldUp;
}

/**
 * Merges packages into the issue of a folder, all or none: a conflict that no rule decides leaves the folder as it is, so
 * does a package that is broken or of another issue. Throws InputError for such a package.
 */
export async function assemble(folder: string, files: readonly string[], options: AssembleOptions): Promise<Assembly> {
  const packages: OpenPackage[] = [];
  try {
    for (const file of files) packages.push(await openPackage(file));
    return await changeIssue(
      folder,
      async (issue, _, saveMerged) => {
        const base = { issue, versions: await currentVersions(folder, issue) };
        const merged = mergeAll(base, packages, options);
        if (merged.conflicts.length > 0) return merged;
        await keep(folder, packages, merged, saveMerged);
        return merged;
      },
      options.heldUp,
    );
  } finally {
    for (const { close } of packages) close();
  }
}

function mergeAll(base: Assembled, packages: readonly OpenPackage[], { ruleOf, faces }: AssembleOptions): Assembly {
  const known = new Set([...programRoles(), ...faces]);
  let current = base;
  const results = packages.map((incoming) => {
    checkSameIssue(base.issue, incoming, incoming.file);
    const { issue, versions, ...result } = mergePackage(current, incoming, ruleOf);
    current = { issue, versions };
    return { ...result, file: incoming.file, page: incoming.page };
  });
  const all = <K extends 'added' | 'replaced' | 'kept'>(key: K) => [...new Set(results.flatMap((result) => result[key]))];
  return {
    ...current,
    added: all('added'),
    replaced: all('replaced'),
    kept: all('kept'),
    conflicts: results.flatMap(({ conflicts }) => conflicts),
    changed: JSON.stringify(current.issue) !== JSON.stringify(base.issue),
    packages: results,
    absentFonts: [...new Set(packages.flatMap(({ fonts }) => fonts.map(({ face }) => face)))].filter((face) => !known.has(face)),
  };
}

/** Paper, date and number, and for a page its number and the page spec. */
function checkSameIssue(ours: Issue, { issue: theirs, page }: Package, file: string): void {
  const compared: (readonly [string, string | number, string | number])[] = [
    ['paper.name', ours.paper.name, theirs.paper.name],
    ['date', ours.date, theirs.date],
    ['number', ours.number, theirs.number],
  ];
  const keys = Object.keys(ours.spec) as (keyof Issue['spec'])[];
  if (page > 0) compared.push(...keys.map((key) => [`spec.${key}`, ours.spec[key], theirs.spec[key]] as const));
  const differing = compared.filter(([, one, other]) => one !== other);
  if (differing.length > 0) {
    const differences = differing.map(([key, one, other]) => `${key} ${one} | ${other}`).join('; ');
    throw new InputError('store.packageOther', { file, differences });
  }
  if (page > ours.pages.length) throw new InputError('store.packagePage', { file, page, pages: ours.pages.length });
}

/** Originals first, then the document, then the record; what was added goes when the document could not be saved. */
async function keep(
  folder: string,
  packages: readonly OpenPackage[],
  merged: Assembly,
  save: (merged: Assembled) => Promise<void>,
): Promise<void> {
  if (!merged.changed) {
    await recordVersions(folder, merged.issue, merged.versions);
    return;
  }
  const added: string[] = [];
  try {
    for (const incoming of packages) {
      for (const asset of assetsOf(incoming.issue)) {
        const kept = await addAsset(folder, await incoming.readAsset(asset), asset.slice(65));
        if (kept.added) added.push(kept.asset);
      }
    }
    await save(merged);
  } catch (error) {
    for (const asset of added) await removeAsset(folder, asset).catch(() => {});
    throw error;
  }
}
