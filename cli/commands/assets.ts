import { replacePhoto } from '../../engine/intake';
import { apply } from '../../engine/issue/edits';
import { type AssetProblem, changeIssue, checkAssets, openIssue } from '../../engine/store';
import { Decoder } from '../../shell/import-files';
import { parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { heldUpLine } from '../progress';

/** Looks at the originals of all photographs, byte by byte, and puts other files in place of those that are lost. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { replace: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: Number.POSITIVE_INFINITY },
    );
    const [folder, ...more] = positionals as [string, ...string[]];
    if (values.replace === undefined && more.length > 0) throw new UsageError('cli.tooMany', { argument: more[0]! });
    if (values.replace !== undefined) await replace(folder, [values.replace, ...more].map(replacementOf), io);
    const issue = await openIssue(folder);
    const problems = await checkAssets(folder, issue);
    await tell(problems, issue.photos.length, io, values.json ?? false);
    return problems.length > 0 ? 1 : 0;
  },
};

/** `p3=photo.jpg` */
function replacementOf(text: string): readonly [id: string, file: string] {
  const [, id, file] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (id === undefined || file === undefined) throw new UsageError('cli.badReplace', { value: text });
  return [id, file];
}

async function replace(folder: string, files: readonly (readonly [string, string])[], io: Io): Promise<void> {
  const decoder = new Decoder();
  try {
    await changeIssue(
      folder,
      async (issue, save) => {
        let changed = issue;
        for (const [id, file] of files)
          changed = apply(changed, await replacePhoto(folder, changed, id, file, decoder.inspect)).issue;
        if (JSON.stringify(changed) !== JSON.stringify(issue)) await save(changed);
      },
      heldUpLine(folder, io),
    );
  } finally {
    await decoder.close();
  }
}

async function tell(problems: readonly AssetProblem[], photos: number, io: Io, json: boolean): Promise<void> {
  if (json) {
    io.out(`${JSON.stringify({ photos, problems })}\n`);
    return;
  }
  for (const { photo, file, kind } of problems)
    io.err(await sentence(kind === 'missing' ? 'cli.assetMissing' : 'cli.assetDamaged', { photo, file }, io.language));
  if (problems.length === 0) io.out(`${await sentence('cli.assetsSound', { photos }, io.language)}\n`);
}
