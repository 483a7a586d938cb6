import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '..', 'renderer');

/** Understand what people write, as 4栏 or 图①, or set what nobody sees; say nothing themselves. */
const READS_CHINESE: ReadonlySet<string> = new Set([
  'controls/number-text.ts',
  'pictures/group-order.ts',
  'compose/rehearsal.ts',
]);

/** Source text without comments. */
function code(file: string): string {
  return readFileSync(join(renderer, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

test('the window takes its words from the language files', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(50);
  const written = files.filter((file) => !READS_CHINESE.has(file.replaceAll('\\', '/')));
  expect(written.filter((file) => /\p{Script=Han}/u.test(code(file)))).toEqual([]);
  const textBetweenTags = />\s*[A-Za-z]{3,}[^<>{}()=;]*<\//;
  const names = /\b(?:aria-label|title|placeholder|alt)="[^"]*\p{L}/u;
  const components = files.filter((file) => file.endsWith('.tsx'));
  expect(components.filter((file) => textBetweenTags.test(code(file)) || names.test(code(file)))).toEqual([]);
});
