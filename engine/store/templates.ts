import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import { pageSpec, paper } from '../issue/paper-schema';
import { integer, list, record, text } from '../issue/reading';
import type { PageSpec, Paper } from '../issue/types';
import { checkSpec } from '../issue/validate';
import { withFile } from './file-errors';
import { readingFile, readJsonFile } from './json-file';
import { programRoot } from './program';

/** What a paper's issues start from. */
export interface Template {
  readonly name: string;
  /** Name of the format: 四开. */
  readonly label: string;
  readonly spec: PageSpec;
  readonly paper: Paper;
  /** Sections (版名) of the pages; the first is page 1's, the others go round on the pages behind it. */
  readonly sections: readonly string[];
  /** Rows of the page furniture: masthead and imprint of page 1, folio line of the others. */
  readonly furniture: { readonly mastheadRows: number; readonly imprintRows: number; readonly folioRows: number };
}

const MOST_BYTES = 1024 * 1024;

const template = record<Template>({
  name: text(40),
  label: text(40),
  spec: pageSpec,
  paper,
  sections: list(text(20), 64, 1),
  furniture: record<Template['furniture']>({
    mastheadRows: integer(4, 60),
    imprintRows: integer(0, 10),
    folioRows: integer(1, 20),
  }),
});

/** Names of the templates, in alphabetical order. Throws InputError when the program has lost them. */
export async function templateNames(): Promise<readonly string[]> {
  const files = await withFile(templatesFolder(), () => readdir(templatesFolder()));
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** The template of that name. Throws InputError when there is none or it is faulty. */
export async function readTemplate(name: string): Promise<Template> {
  const names = await templateNames();
  if (!names.includes(name)) throw new InputError('store.noTemplate', { template: name, choices: names.join(' | ') });
  const file = join(templatesFolder(), `${name}.json`);
  const value = await readJsonFile(file, MOST_BYTES);
  return readingFile(file, () => {
    const read = template(value, '');
    checkSpec(read.spec);
    return read;
  });
}

function templatesFolder(): string {
  return join(programRoot(), 'templates');
}
