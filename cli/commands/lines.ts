import { InputError } from '../../engine/errors';
import { decodeText, maxBytes } from '../../engine/manuscript/decode';
import { readUserFile } from '../../engine/store/files';
import { composeParagraph } from '../../engine/typeset';
import { parseArguments, UsageError } from '../args';
import type { Command } from '../command';
import { readStandardInput } from '../standard-input';
import { fontOption, measureOption, paragraphsOf, sizeOption, styleOption, TYPESET_OPTIONS } from '../typeset-options';

const OPTIONS = {
  ...TYPESET_OPTIONS,
  json: { type: 'boolean' },
} as const;

/** Where each line breaks and why, as JSON. Its output is JSON with or without `--json`. */
export const command: Command = {
  async run(args, io) {
    const { values, positionals } = parseArguments(args, OPTIONS, { least: 0, most: 1 });
    const size = sizeOption(values.size);
    const measure = measureOption(values.measure, size);
    if (measure === undefined) throw new UsageError('cli.noMeasure');
    const style = await styleOption(values, size, measure, 0);
    const { fonts, face } = fontOption(values.font);
    const input = positionals[0] ?? '-';
    const bytes = await (input === '-' ? readStandardInput(maxBytes) : readUserFile(input, maxBytes));
    const paragraphs = paragraphsOf(textOf(bytes, input)).map((paragraph) => {
      const { lines } = composeParagraph([{ text: paragraph, face }], style, fonts.fonts);
      return lines.map(({ start, end, reason, natural, set }) => ({
        text: paragraph.slice(start, end),
        reason,
        natural: inEm(natural, size),
        set: inEm(set, size),
      }));
    });
    io.out(`${JSON.stringify(paragraphs)}\n`);
    return 0;
  },
};

/** The text as it is; where there is none, there are no lines to explain, which is no fault. */
function textOf(bytes: Uint8Array, input: string): string {
  try {
    return decodeText(bytes, input).text;
  } catch (error) {
    if (error instanceof InputError && error.code === 'manuscript.empty') return '';
    throw error;
  }
}

function inEm(points: number, size: number): number {
  return Math.round((points / size) * 10_000) / 10_000;
}
