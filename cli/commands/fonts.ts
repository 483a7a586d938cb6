import { apply } from '../../engine/issue/edits';
import type { Paper } from '../../engine/issue/types';
import { changeIssue, openIssue, programRoot } from '../../engine/store';
import { type Fonts, openFonts } from '../../engine/store/font-files';
import { ownFontsFolder } from '../../engine/store/own-fonts';
import { type OwnFontReport, reportOwnFonts } from '../../shell/own-fonts';
import { parseArguments, UsageError } from '../args';
import type { Command, Io } from '../command';
import { sentence, sentenceFor } from '../messages';

type Chosen = NonNullable<Paper['faces']>;

/** The faces at hand, and those that an issue uses in place of the program's. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { use: { type: 'string' }, json: { type: 'boolean' } },
      { least: 0, most: 1 },
    );
    const folder = positionals[0];
    const fonts = openFonts(programRoot());
    const chosen = await chosenFaces(folder, values.use, fonts);
    const own = reportOwnFonts(fonts);
    const faces = fonts.faces.filter((id) => !own.some((face) => face.id === id));
    if (values.json) io.out(`${JSON.stringify({ folder: ownFontsFolder(), faces, own: await asJson(own, io), chosen })}\n`);
    else await tell(faces, own, chosen, io);
    return 0;
  },
};

async function chosenFaces(folder: string | undefined, use: string | undefined, fonts: Fonts): Promise<Chosen> {
  if (use === undefined) return folder === undefined ? [] : ((await openIssue(folder)).paper.faces ?? []);
  if (folder === undefined) throw new UsageError('cli.useNeedsFolder');
  const [role, face] = roleAndFace(use, fonts);
  return changeIssue(folder, async (issue, save) => {
    const others = (issue.paper.faces ?? []).filter((choice) => choice.role !== role);
    const faces = face === '' ? others : [...others, { role, face }];
    await save(apply(issue, { type: 'setPaper', paper: { ...issue.paper, faces } }).issue);
    return faces;
  });
}

/** Throws UsageError, or InputError when the face cannot be used. */
function roleAndFace(use: string, fonts: Fonts): [role: string, face: string] {
  const match = /^([^=]+)=(.*)$/.exec(use);
  if (!match) throw new UsageError('cli.badUse', { value: use });
  const [, role = '', face = ''] = match;
  fonts.file(role);
  if (face === '') return [role, ''];
  const id = fonts.own.find(({ name }) => name === face)?.id ?? face;
  fonts.file(id);
  return [role, id];
}

async function asJson(own: readonly OwnFontReport[], io: Io) {
  return Promise.all(
    own.map(async ({ problem, ...face }) =>
      problem ? { ...face, usable: false, reason: await sentenceFor(problem, io.language) } : { ...face, usable: true },
    ),
  );
}

async function tell(faces: readonly string[], own: readonly OwnFontReport[], chosen: Chosen, io: Io): Promise<void> {
  const say = async (code: string, params: Readonly<Record<string, string | number>>) =>
    io.out(`${await sentence(code, params, io.language)}\n`);
  await say('cli.programFaces', { faces: faces.join(' ') });
  await say('cli.fontsFolder', { folder: ownFontsFolder() });
  for (const { id, name, missing, problem } of own) {
    if (problem) await say('cli.fontRefused', { id, reason: await sentenceFor(problem, io.language) });
    else await say('cli.fontUsable', { id, name, missing });
  }
  for (const { role, face } of chosen) await say('cli.fontChosen', { role, face });
}
