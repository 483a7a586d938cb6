import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from '../../engine/store/templates';

/** The program's templates of these names. */
export function readTemplates(folder: string, names: readonly string[]): Template[] {
  return names.map((name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Template);
}
