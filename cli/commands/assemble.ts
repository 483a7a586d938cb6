import { programRoot } from '../../engine/store';
import { openFonts } from '../../engine/store/font-files';
import { type Assembly, assemble, type Rule } from '../../engine/store/packages';
import { packageLines, packageReports } from '../../shell/package-report';
import { choiceOption, parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence } from '../messages';
import { heldUpLine } from '../progress';

const RULES = ['ours', 'theirs', 'newer'] as const satisfies readonly Rule[];

/** Packages of other desks into an issue: all of them or, with a conflict that nothing decides, none. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { take: { type: 'string' }, resolve: { type: 'string' }, json: { type: 'boolean' } },
      { least: 2, most: Number.POSITIVE_INFINITY },
    );
    const [folder, ...files] = positionals as [string, ...string[]];
    const rule = choiceOption('take', values.take, RULES);
    const resolved = resolutions(values.resolve);
    const faces = openFonts(programRoot())
      .own.filter(({ problem }) => !problem)
      .map(({ id }) => id);
    const ruleOf = (unit: string) => resolved.get(unit) ?? rule;
    const assembly = await assemble(folder, files, { ruleOf, faces, heldUp: heldUpLine(folder, io) });
    await tell(assembly, folder, io, values.json ?? false);
    return assembly.conflicts.length > 0 ? 1 : 0;
  },
};

/** `page:2=theirs,article:a1=ours` */
function resolutions(text: string | undefined): ReadonlyMap<string, Rule> {
  const entries = (text ?? '').split(/[,，]/).filter((entry) => entry.trim() !== '');
  return new Map(
    entries.map((entry) => {
      const [, unit, word] = /^\s*([^=\s]+)=([a-z]+)\s*$/.exec(entry) ?? [];
      const rule = RULES.find((candidate) => candidate === word);
      if (unit === undefined || rule === undefined) throw new UsageError('cli.badResolve', { value: entry });
      return [unit, rule];
    }),
  );
}

async function tell(assembly: Assembly, folder: string, io: Io, json: boolean): Promise<void> {
  const { added, replaced, kept, absentFonts, conflicts } = assembly;
  const open = conflicts.length;
  const changed = assembly.changed && open === 0;
  if (json) {
    io.out(`${JSON.stringify({ folder, changed, added, replaced, kept, absentFonts, packages: packageReports(assembly) })}\n`);
    return;
  }
  for (const line of await packageLines(assembly, io.language)) io.err(line);
  const code = open > 0 ? 'cli.notAssembled' : changed ? 'cli.assembled' : 'cli.nothingNew';
  const said = await sentence(code, { folder, count: open, packages: assembly.packages.length }, io.language);
  if (open > 0) io.err(said);
  else io.out(`${said}\n`);
}
