import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messages as own } from '../../cli/text';
import type { Messages } from '../../engine/errors';

const engine = new URL('../../engine/', import.meta.url);
const files = readdirSync(engine)
  .map((room) => `../../engine/${room}/messages.ts`)
  .filter((file) => existsSync(new URL(file, import.meta.url)));
const catalogues: readonly (readonly [string, Messages])[] = await Promise.all(
  [...files, '../../cli/text.ts', '../../shell/messages.ts'].map(
    async (file) => [file, ((await import(file)) as { messages: Messages }).messages] as const,
  ),
);

test.each(catalogues)('%s says the same in both languages, each sentence in one line', (_, messages) => {
  expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages.zh).sort());
  const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const [key, zh] of Object.entries(messages.zh)) {
    const en = messages.en[key]!;
    expect(blanks(en), key).toEqual(blanks(zh));
    expect(zh, key).toMatch(/[\u4e00-\u9fff]/);
    expect(en, key).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh + en, key).not.toContain('\n');
  }
});

test('the command line has a sentence for every code that it names, and no other', () => {
  const cli = new URL('../../cli/', import.meta.url);
  const sources = readdirSync(cli, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const text = sources.map((file) => readFileSync(new URL(file, cli), 'utf8')).join('\n');
  const named = [...text.matchAll(/'cli\.(\w+)'/g)].map((match) => match[1]!);
  expect([...new Set(named)].sort()).toEqual(Object.keys(own.zh).sort());
});
