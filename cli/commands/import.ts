import { join } from 'node:path';
import { type FileOutcome, type Inspect, takeIn } from '../../engine/intake';
import type { Pictures } from '../../engine/press/node/pictures';
import { expandFolders, openIssue, programRoot, requireWritable, saveIssue } from '../../engine/store';
import { parseArguments } from '../args';
import type { Command, Io } from '../command';
import { outcomeJson, outcomeLines } from '../import-report';
import { sentenceFor } from '../messages';
import { progressLines } from '../progress';

export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(
      args,
      { json: { type: 'boolean' } },
      { least: 2, most: Number.POSITIVE_INFINITY },
    );
    const [folder, ...paths] = positionals as [string, ...string[]];
    const issue = await openIssue(folder);
    await requireWritable(folder);
    const decoder = new Decoder();
    const outcomes = await takeIn(folder, issue, await expandFolders(paths), {
      inspect: decoder.inspect,
      progress: progressLines(io),
      keep: (changed) => saveIssue(folder, changed),
    }).finally(decoder.close);
    await report(outcomes, values.json ?? false, io);
    return outcomes.some(({ status }) => status === 'refused') ? 1 : 0;
  },
};

/** The press's picture decoder, loaded and started by the first picture that needs it. */
class Decoder {
  private pictures: Promise<Pictures> | undefined;

  readonly inspect: Inspect = async (bytes) => {
    this.pictures ??= startPictures();
    return (await this.pictures).inspect(bytes);
  };

  readonly close = async (): Promise<void> => (await this.pictures)?.close();
}

async function startPictures(): Promise<Pictures> {
  const { createPictures } = await import('../../engine/press/node/pictures');
  const { PRESS_PROFILE } = await import('../../engine/press/node/picture-files');
  return createPictures(join(programRoot(), PRESS_PROFILE));
}

async function report(outcomes: readonly FileOutcome[], json: boolean, io: Io): Promise<void> {
  if (json) {
    const files = await Promise.all(outcomes.map((outcome) => outcomeJson(outcome, io.language)));
    io.out(`${JSON.stringify({ files })}\n`);
  } else {
    const lines = await Promise.all(outcomes.map((outcome) => outcomeLines(outcome, io.language)));
    io.out(`${lines.flat().join('\n')}\n`);
  }
  for (const { error } of outcomes) if (error) io.err(await sentenceFor(error, io.language));
}
