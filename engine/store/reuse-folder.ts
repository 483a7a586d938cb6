/** New issues from old ones, and templates of the user's own: issues that hold furniture and stock alone. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import { asTemplate, type NextIssue, nextIssue } from '../issue/reuse';
import type { Issue } from '../issue/types';
import { addAsset, readAsset } from './assets';
import { errnoOf, withFile } from './file-errors';
import { exists } from './files';
import { makeFolder } from './folders';
import { createIssue, openIssue } from './issue-folder';
import { ISSUE_FILE } from './names';
import { assetsOf } from './package-file';
import { templateNames } from './templates';
import { userDataFolder } from './user-data';

/** Where templates of the user's own stand: `BANXIN_TEMPLATES`, or beside his fonts. */
function ownTemplatesFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  return env.BANXIN_TEMPLATES || join(userDataFolder(env, platform), 'templates');
}

/** Makes the issue after the one in the folder `last` in a folder of its own. Throws InputError. */
export async function newFrom(folder: string, last: string, next: NextIssue): Promise<Issue> {
  const issue = nextIssue(await openIssue(last), next);
  await createWithAssets(folder, issue, last);
  return issue;
}

/** Names of the user's own templates, in alphabetical order. */
export async function ownTemplateNames(): Promise<readonly string[]> {
  const entries = await withFile(ownTemplatesFolder(), async () => {
    try {
      return await readdir(ownTemplatesFolder());
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    }
  });
  const found = await Promise.all(entries.map((name) => exists(join(ownTemplatesFolder(), name, ISSUE_FILE))));
  return entries.filter((_, index) => found[index]).sort();
}

/** The folder of one of the user's own templates; undefined when there is none of that name. */
export async function ownTemplate(name: string): Promise<string | undefined> {
  return (await ownTemplateNames()).includes(name) ? join(ownTemplatesFolder(), name) : undefined;
}

const NAME = /^[^\p{Cc}/\\:*?"<>|.][^\p{Cc}/\\:*?"<>|]{0,59}$/u;

/**
 * Keeps paper, page spec, furniture, notices and stock of an issue as a template of the user's own, whose folder it returns.
 * Throws InputError: a name that no folder may have, one that is taken, a disk that fails.
 */
export async function saveTemplate(name: string, issue: Issue, from: string): Promise<string> {
  if (!NAME.test(name) || (await templateNames()).includes(name)) throw new InputError('store.badName', { file: name });
  const folder = join(ownTemplatesFolder(), name);
  if (await exists(folder)) throw new InputError('store.templateTaken', { template: name, file: folder });
  await createWithAssets(folder, asTemplate(issue), from);
  return folder;
}

/** Photographs that are gone or damaged stay behind: preflight names them. */
async function createWithAssets(folder: string, issue: Issue, from: string): Promise<void> {
  await makeFolder(join(folder, '..'));
  await createIssue(folder, issue);
  for (const asset of assetsOf(issue)) {
    const bytes = await readAsset(from, asset).catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
    });
    if (bytes) await addAsset(folder, bytes, asset.slice(65));
  }
}
