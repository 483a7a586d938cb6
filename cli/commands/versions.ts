import { join } from 'node:path';
import { InputError } from '../../engine/errors';
import { apply } from '../../engine/issue/edits';
import { articleDifference, issueDifferences, titleOf, type UnitDifference } from '../../engine/issue/issue-differences';
import { restoreArticle, restoreIssue } from '../../engine/issue/restore';
import type { Issue } from '../../engine/issue/types';
import {
  backUpDocument,
  changeIssue,
  conflictCopies,
  createIssue,
  exists,
  ISSUE_FILE,
  openIssue,
  putAway,
  readVersion,
  savedVersions,
  saveVersion,
} from '../../engine/store';
import { localTime } from '../../shell/say';
import { differenceLines, versionLine, versionNamed } from '../../shell/version-report';
import { parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence, sentenceFor } from '../messages';
import { heldUpLine } from '../progress';

/** Named versions of an issue or of an article: kept, listed, compared, taken back; copies that a cloud drive made, too. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      {
        save: { type: 'string' },
        who: { type: 'string' },
        diff: { type: 'string' },
        with: { type: 'string' },
        restore: { type: 'string' },
        article: { type: 'string' },
        'put-away': { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 1, most: 1 },
    );
    const folder = positionals[0]!;
    const asked = [values.save, values.diff, values.restore, values['put-away']].filter((value) => value !== undefined);
    if (asked.length > 1 || (values.with !== undefined && values.diff === undefined)) throw new UsageError('cli.oneVersionTask');
    const json = values.json ?? false;
    if (values.save !== undefined) await keep(folder, values.save, values.who, io, json);
    else if (values.diff !== undefined) await compare(folder, values.diff, values.with, values.article, io, json);
    else if (values.restore !== undefined) await restore(folder, values.restore, values.article, io, json);
    else if (values['put-away'] !== undefined) await away(folder, values['put-away'], io, json);
    else await list(folder, values.article, io, json);
    return 0;
  },
};

async function keep(folder: string, name: string, who: string | undefined, io: Io, json: boolean): Promise<void> {
  if (name.trim() === '') throw new UsageError('cli.emptyArgument');
  const issue = await openIssue(folder);
  const version = await saveVersion(folder, issue, { name: name.trim(), reason: 'named', ...(who === undefined ? {} : { who }) });
  if (json) io.out(`${JSON.stringify(version)}\n`);
  else io.out(`${await sentence('cli.versionKept', { name: version.name, time: version.time }, io.language)}\n`);
}

async function compare(
  folder: string,
  one: string,
  other: string | undefined,
  article: string | undefined,
  io: Io,
  json: boolean,
) {
  const before = await versionNamed(folder, one);
  const after = other === undefined ? await openIssue(folder) : await versionNamed(folder, other);
  const differences = article === undefined ? issueDifferences(before, after) : ofArticle(folder, before, after, article);
  if (json) {
    io.out(`${JSON.stringify({ differences })}\n`);
    return;
  }
  for (const line of await differenceLines(differences, io.language)) io.out(`${line}\n`);
  if (differences.length === 0) io.out(`${await sentence('cli.noDifference', {}, io.language)}\n`);
}

function ofArticle(folder: string, before: Issue, after: Issue, id: string): readonly UnitDifference[] {
  const [one, other] = [before, after].map(({ articles }) => articles.find((article) => article.id === id));
  if (!one && !other) throw new InputError('store.noArticle', { file: folder, article: id });
  if (!one || !other) return issueDifferences(before, after).filter(({ unit }) => unit === `article:${id}`);
  const difference = articleDifference(one, other);
  if (difference.paragraphs.length + difference.values.length === 0) return [];
  return [{ unit: `article:${id}`, title: titleOf(other), kind: 'changed', ...difference }];
}

/** What stood before is kept as a version; a document that cannot be read any more, as a backup. */
async function restore(folder: string, wanted: string, article: string | undefined, io: Io, json: boolean): Promise<void> {
  const earlier = await versionNamed(folder, wanted);
  const readable = await openIssue(folder).then(
    () => true,
    (error: unknown) => {
      if (article !== undefined || !(error instanceof InputError)) throw error;
      return false;
    },
  );
  if (readable) await restoreInto(folder, earlier, article, io);
  else {
    if (await exists(join(folder, ISSUE_FILE))) await backUpDocument(folder, 'replaced');
    await createIssue(folder, earlier, folder);
  }
  if (json) io.out(`${JSON.stringify({ folder, restored: wanted, ...(article === undefined ? {} : { article }) })}\n`);
  else io.out(`${await sentence('cli.restored', { folder, version: wanted }, io.language)}\n`);
}

async function restoreInto(folder: string, earlier: Issue, article: string | undefined, io: Io): Promise<void> {
  const name = await sentence('cli.beforeRestoring', {}, io.language);
  await changeIssue(
    folder,
    async (present, save) => {
      const edit = article === undefined ? restoreIssue(present, earlier, '') : restoreArticle(present, earlier, article, '');
      if (!edit) throw new InputError('store.noArticle', { file: folder, article: article ?? '' });
      await saveVersion(folder, present, { name, reason: 'named' });
      await save(apply(present, edit).issue);
    },
    heldUpLine(folder, io),
  );
}

async function away(folder: string, name: string, io: Io, json: boolean): Promise<void> {
  await putAway(folder, name);
  if (json) io.out(`${JSON.stringify({ folder, putAway: name })}\n`);
  else io.out(`${await sentence('cli.copyPutAway', { name }, io.language)}\n`);
}

async function list(folder: string, article: string | undefined, io: Io, json: boolean): Promise<void> {
  const all = await savedVersions(folder);
  const versions =
    article === undefined ? all.map((version, index) => ({ version, number: index + 1 })) : await statesOf(folder, article);
  const copies = await conflictCopies(folder);
  if (json) {
    const said = copies.map(({ name, time, content }) => ({ name, time, readable: !(content instanceof InputError) }));
    io.out(`${JSON.stringify({ versions: versions.map(({ version }) => version), conflictCopies: said })}\n`);
    return;
  }
  for (const { version, number } of versions) io.out(`${await versionLine(version, number, io.language)}\n`);
  for (const { name, time, content } of copies) {
    const reason = content instanceof InputError ? await sentenceFor(content, io.language) : localTime(time);
    io.out(`${await sentence('cli.conflictCopy', { name, reason }, io.language)}\n`);
  }
  if (versions.length + copies.length === 0) io.out(`${await sentence('cli.noVersions', {}, io.language)}\n`);
}

/** Versions in which the article is another than in the one after it, or than it is now. */
async function statesOf(folder: string, id: string) {
  const issue = await openIssue(folder);
  const states = [];
  let later = JSON.stringify(issue.articles.find((article) => article.id === id));
  for (const [index, version] of (await savedVersions(folder)).entries()) {
    const state = JSON.stringify((await readVersion(folder, version.id)).articles.find((article) => article.id === id));
    if (state !== undefined && state !== later) states.push({ version, number: index + 1 });
    later = state;
  }
  if (states.length === 0 && later === undefined) throw new InputError('store.noArticle', { file: folder, article: id });
  return states;
}
