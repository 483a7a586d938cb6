/** Packages from strangers, forged or damaged. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openIssue } from '../../engine/store';
import { contentHash } from '../../engine/store/assets';
import { assemble } from '../../engine/store/packages';
import { smallIssue } from '../issue/small-issue';
import { byRule, bytesOf, change, desksOf, documentOf, packed, withStory } from './desks';

describe('a package that is', () => {
  type Members = Record<string, Uint8Array>;

  async function sound(): Promise<{ main: string; file: string; members: Members }> {
    const { main, desks } = await desksOf(['east']);
    await change(desks[0]!, withStory(2, '东街'));
    await change(desks[0]!, (issue) => ({ ...issue, groups: issue.groups.map((group) => ({ ...group, page: 2 })) }));
    const file = await packed(desks[0]!, { page: 2 }, 'p2');
    return { main, file, members: unzipSync(readFileSync(file)) };
  }

  async function refusal(main: string, file: string): Promise<string> {
    const before = [documentOf(main), statSync(join(main, 'assets')).mtimeMs];
    const code = await assemble(main, [file], byRule('theirs')).then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );
    expect([documentOf(main), statSync(join(main, 'assets')).mtimeMs]).toEqual(before);
    return code;
  }

  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const forgeries: Readonly<Record<string, (members: Members) => Members>> = {
    'without its sums': ({ 'package.json': _, ...rest }) => rest,
    'without its content': ({ 'content.json': _, ...rest }) => rest,
    'with a path that leads out': (members) => ({ ...members, '../../evil.sh': bytesOf('x') }),
    'with a hidden path': (members) => ({ ...members, '.lock': bytesOf('x') }),
    'with a stranger': (members) => ({ ...members, 'assets/readme.txt': bytesOf('x') }),
    'with another photograph': (members) => mapped(members, (name, bytes) => (name.startsWith('assets') ? bytesOf('云') : bytes)),
    'with other content': (members) =>
      mapped(members, (name, bytes) => (name === 'content.json' ? bytesOf(text(bytes).replace('东街', '西街')) : bytes)),
    'no JSON': (members) => ({ ...members, 'package.json': bytesOf('{') }),
    'deep JSON': (members) => ({ ...members, 'package.json': bytesOf('['.repeat(500_000)) }),
    'with a prototype': (members) => ({ ...members, 'package.json': bytesOf('{"__proto__":{"format":"banxin-package"}}') }),
  };

  function mapped(members: Members, change: (name: string, bytes: Uint8Array) => Uint8Array): Members {
    return Object.fromEntries(Object.entries(members).map(([name, bytes]) => [name, change(name, bytes)]));
  }

  test.each(Object.keys(forgeries))('%s is refused whole', async (name) => {
    const { main, file, members } = await sound();
    writeFileSync(file, zipSync(forgeries[name]!(members)));
    expect(await refusal(main, file)).toBe('store.packageBroken');
    expect(existsSync(join(main, '..', 'evil.sh'))).toBe(false);
  });

  test('of a newer program, and a bomb', async () => {
    const { main, file, members } = await sound();
    const newer = text(members['package.json']!).replace('"version": 1', '"version": 2');
    writeFileSync(file, zipSync({ ...members, 'package.json': bytesOf(newer) }));
    expect(await refusal(main, file)).toBe('store.packageNewer');
    writeFileSync(
      file,
      zipSync({ ...members, [Object.keys(members).find((name) => name.startsWith('assets'))!]: new Uint8Array(50_000_000) }),
    );
    expect(await refusal(main, file)).toBe('store.packageBroken');
  });

  /** With sums that fit, as a forger makes them. */
  function sealed(members: Members, content: Uint8Array): Uint8Array {
    const all: Members = { ...members, 'content.json': content };
    const { 'package.json': _, ...rest } = all;
    const files = Object.entries(rest).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: contentHash(bytes) }));
    const sums = { format: 'banxin-package', version: 1, files, seal: contentHash(JSON.stringify(files)) };
    return zipSync({ 'package.json': bytesOf(JSON.stringify(sums)), ...rest });
  }

  test('forged with sums that fit is refused, or is a sound issue', async () => {
    const { main, file, members } = await sound();
    const content = text(members['content.json']!);
    const places = [...content.matchAll(/: ("[^"]*"|\d+|\[\]|true|false)/g)];
    const values = ['null', '-1', '1e9', '"../../x"', '[]', '{}', '""', '"p-0000000000000000"', '{"__proto__":1}'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom(...values), async ({ index, 0: found }, value) => {
        const forged = `${content.slice(0, index)}: ${value}${content.slice(index + found.length)}`;
        writeFileSync(file, sealed(members, bytesOf(forged)));
        const outcome = await assemble(main, [file], byRule()).catch((error: { code?: string }) => error.code);
        if (typeof outcome === 'object') await openIssue(main);
        else expect(['store.packageBroken', 'store.packageOther']).toContain(outcome);
      }),
      { numRuns: 200 },
    );
  });

  test('cut or changed anywhere is refused or read as it was', async () => {
    const { main, file } = await sound();
    const whole = readFileSync(file);
    for (let at = 0; at < 60; at++) {
      const place = Math.floor((at * whole.length) / 60);
      writeFileSync(file, whole.subarray(0, place));
      expect(await refusal(main, file)).toMatch(/^store\.(packageBroken|zipDamaged)$/);
    }
    const copy = join(main, '..', 'other.banxin');
    await cp(main, copy, { recursive: true, preserveTimestamps: true });
    writeFileSync(file, whole);
    await assemble(copy, [file], byRule());
    for (let at = 0; at < 60; at++) {
      const changed = Buffer.from(whole);
      changed[Math.floor(((at + 0.5) * whole.length) / 60)]! ^= 0x11;
      writeFileSync(file, changed);
      const outcome = await assemble(main, [file], byRule()).catch((error: { code: string }) => error.code);
      if (typeof outcome === 'string') expect(outcome).toBe('store.packageBroken');
      else expect(documentOf(main)).toBe(documentOf(copy));
    }
  });

  test('of another issue, of another format, or of a page that is not there', async () => {
    const { main, file } = await sound();
    await change(main, (issue) => ({ ...issue, pages: issue.pages.slice(0, 1) }));
    expect(await refusal(main, file)).toBe('store.packagePage');
    await change(main, (issue) => ({ ...issue, spec: { ...issue.spec, rows: issue.spec.rows - 1 } }));
    expect(await refusal(main, file)).toBe('store.packageOther');
    await change(main, (issue) => ({ ...issue, spec: smallIssue.spec, number: 99 }));
    expect(await refusal(main, file)).toBe('store.packageOther');
  });
});
