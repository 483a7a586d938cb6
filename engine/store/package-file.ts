/**
 * A part of an issue as a file (版包, `.banxinpage`): a ZIP of `package.json` with the names, sizes and SHA-256 sums of the rest,
 * `content.json` and the originals in `assets/`. The same part gives the same bytes. A file that is not exactly that, byte for
 * byte, is refused whole before anything of it is used.
 */
import { InputError } from '../errors';
import type { Package } from '../issue/merge';
import { renewed } from '../issue/old-forms';
import { Fault, integer, list, matching, oneOf, record } from '../issue/reading';
import type { Issue } from '../issue/types';
import { readIssue } from '../issue/validate';
import { readVersions, versionRecords } from '../issue/version-records';
import {
  globalNames,
  isGlobal,
  itemText,
  itemUnit,
  LISTS,
  PAPER_UNIT,
  pageText,
  pageUnit,
  type UnitKey,
} from '../issue/versions';
import { contentHash } from './assets';
import { parseJson } from './json-file';
import { ASSETS_FOLDER } from './names';
import { shortHash } from './version-file';
import { openZip, type Zip } from './zip';
import { zipped } from './zip-writer';

/** The face that sets a part (role) of the paper. */
export interface UsedFont {
  readonly role: string;
  readonly face: string;
}

export interface PackageContent extends Package {
  readonly fonts: readonly UsedFont[];
}

/** A package that was examined and is sound. */
export interface OpenPackage extends PackageContent {
  readonly file: string;
  /** The original of a photograph, checked once more. */
  readAsset(asset: string): Promise<Uint8Array>;
  close(): void;
}

const FORMAT = 'banxin-package';
const VERSION = 1;
const SUMS = 'package.json';
const CONTENT = 'content.json';
const MOST = { sums: 2_000_000, content: 64_000_000, files: 5_000 };

interface FileSum {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Sums {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly files: readonly FileSum[];
  /** SHA-256 of `files` as JSON. */
  readonly seal: string;
}

const sha256 = matching(/^[0-9a-f]{64}$/);
const readSums = record<Sums>({
  format: oneOf(FORMAT),
  version: oneOf(VERSION),
  files: list(
    record<FileSum>({
      name: matching(/^(?:content\.json|assets\/[0-9a-f]{64}\.[a-z0-9]{1,5})$/),
      bytes: integer(0, 2 ** 40),
      sha256,
    }),
    MOST.files,
  ),
  seal: sha256,
});

const readContent = record<{ [K in keyof PackageContent]: PackageContent[K] }>({
  page: integer(0, 64),
  fonts: list(record<UsedFont>({ role: matching(/^[\w.-]{1,64}$/), face: matching(/^[\w.-]{1,64}$/) }), 200),
  issue: (value) => readIssue(renewed(value)),
  versions: readVersions,
});

/** @param originals the photographs' originals by asset */
export async function packageBytes(content: PackageContent, originals: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { page, fonts, issue, versions } = content;
  const document = { page, fonts, issue, versions: versionRecords(versions) };
  const entries = [
    { name: CONTENT, bytes: jsonBytes(document) },
    ...[...originals]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([asset, bytes]) => ({ name: assetPath(asset), bytes })),
  ];
  const files = entries.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: contentHash(bytes) }));
  const sums: Sums = { format: FORMAT, version: VERSION, files, seal: sealOf(files) };
  return zipped([{ name: SUMS, bytes: jsonBytes(sums) }, ...entries], issue.date, (name) => name.startsWith(ASSETS_FOLDER));
}

/**
 * Opens and examines a package; `close` it afterwards. Throws InputError `store.packageBroken`, `store.packageNewer`, and what
 * reading a file throws.
 */
export async function openPackage(file: string): Promise<OpenPackage> {
  const zip = await asBroken(file, () => openZip(file, file));
  try {
    const sums = await asBroken(file, () => examined(zip, file));
    const content = await asBroken(file, async () => contentOf(await checkedRead(zip, sums, CONTENT), sums, file));
    for (const { name } of sums.files) if (name !== CONTENT) await asBroken(file, () => checkedRead(zip, sums, name));
    const readAsset = (asset: string) => asBroken(file, () => checkedRead(zip, sums, assetPath(asset)));
    return { ...content, file, readAsset, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** The sums, after comparing them with what the archive says of itself; nothing but the sums has been unpacked yet. */
async function examined(zip: Zip, file: string): Promise<Sums> {
  const members = new Map(zip.members.map((member) => [member.name, member]));
  const own = members.get(SUMS);
  if (zip.leftOut > 0 || members.size !== zip.members.length) throw new Fault('unknownKey', 'ZIP');
  if (!own || own.size > MOST.sums) throw new Fault('missing', SUMS);
  const value = parseJson(await own.read(), file);
  checkVersion(value, file);
  const sums = readSums(value, SUMS);
  if (sums.seal !== sealOf(sums.files)) throw new Fault('pattern', `${SUMS}.seal`);
  if (sums.files.length !== members.size - 1) throw new Fault('length', `${SUMS}.files`);
  for (const { name, bytes } of sums.files) if (members.get(name)?.size !== bytes) throw new Fault('length', name);
  checkSizes(sums.files, zip.size);
  return sums;
}

/** Originals stand in the archive as they are: more bytes than the archive itself has are a bomb. */
function checkSizes(files: readonly FileSum[], size: number): void {
  const content = files.find(({ name }) => name === CONTENT);
  if (!content || content.bytes > MOST.content) throw new Fault('length', CONTENT);
  const originals = files.reduce((sum, { name, bytes }) => sum + (name === CONTENT ? 0 : bytes), 0);
  if (originals > size) throw new Fault('length', ASSETS_FOLDER);
}

function checkVersion(value: unknown, file: string): void {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > VERSION)
    throw new InputError('store.packageNewer', { file, version, known: VERSION });
}

async function checkedRead(zip: Zip, sums: Sums, name: string): Promise<Uint8Array> {
  const sum = sums.files.find((candidate) => candidate.name === name);
  const member = zip.members.find((candidate) => candidate.name === name);
  if (!sum || !member) throw new Fault('missing', name);
  const bytes = await member.read();
  if (contentHash(bytes) !== sum.sha256) throw new Fault('pattern', name);
  if (name !== CONTENT && !name.startsWith(assetPath(sum.sha256))) throw new Fault('pattern', name);
  return bytes;
}

function contentOf(bytes: Uint8Array, sums: Sums, file: string): PackageContent {
  const content = readContent(parseJson(bytes, file), '');
  checkVersions(content);
  const packed = new Set(sums.files.map(({ name }) => name));
  const used = new Set([CONTENT, ...[...assetsOf(content.issue)].map(assetPath)]);
  for (const name of used) if (!packed.has(name)) throw new Fault('missing', name);
  for (const name of packed) if (!used.has(name)) throw new Fault('unknownKey', name);
  return content;
}

/** Everything in it has a global id and a version that tells its content. */
function checkVersions({ issue, page, versions }: PackageContent): void {
  if (page > issue.pages.length) throw new Fault('range', 'page', String(issue.pages.length));
  const rename = globalNames(versions);
  const expected = new Map<UnitKey, string>([[PAPER_UNIT, JSON.stringify(issue.paper)]]);
  if (page > 0) expected.set(pageUnit(page), pageText(issue.pages[page - 1]!, rename));
  for (const list of LISTS) {
    for (const item of issue[list]) {
      const unit = itemUnit(list, item.id);
      if (!isGlobal(item.id) || item.id.slice(2) !== versions.get(unit)?.uid) throw new Fault('pattern', `${list}.${item.id}`);
      expected.set(unit, itemText(list, item, rename));
    }
  }
  for (const unit of versions.keys()) if (!expected.has(unit)) throw new Fault('unknownKey', unit);
  for (const [unit, content] of expected) {
    if (versions.get(unit)?.now !== shortHash(content)) throw new Fault('reference', `versions.${unit}`);
  }
}

/** What is wrong with a package in one sentence of its own; failures of the disk pass. */
async function asBroken<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) throw broken(file, error.path, error);
    if (error instanceof InputError && IN_THE_FILE.has(error.code)) throw broken(file, 'ZIP', error);
    throw error;
  }
}

const IN_THE_FILE: ReadonlySet<string> = new Set([
  'store.zipDamaged',
  'store.zipTooLarge',
  'store.zipLocked',
  'store.damaged',
  'store.notUtf8',
]);

function broken(file: string, place: string, cause: Error): InputError {
  return new InputError('store.packageBroken', { file, place: place || CONTENT }, { cause });
}

/** Files in assets/ that the photographs of an issue need. */
export function assetsOf({ photos }: Issue): ReadonlySet<string> {
  return new Set(photos.flatMap(({ asset, preview }) => (preview === undefined ? [asset] : [asset, preview])));
}

function assetPath(asset: string): string {
  return `${ASSETS_FOLDER}/${asset}`;
}

function sealOf(files: readonly FileSum[]): string {
  return contentHash(JSON.stringify(files));
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}
