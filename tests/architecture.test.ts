/**
 * Holds the walls of the house (ARCHITECTURE.md): which room may know which, where Node lives, and that the engine is
 * deterministic.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Room {
  /** Rooms that it may import besides itself and engine/errors. */
  readonly knows: readonly string[];
  readonly packages?: readonly string[];
  readonly node?: true;
}

const rooms: Readonly<Record<string, Room>> = {
  'engine/issue': { knows: [], packages: ['diff'] },
  'engine/display': { knows: [] },
  'engine/fonts': { knows: [] },
  'engine/words': { knows: [], packages: ['virtual:dictionary'] },
  'engine/proofread': { knows: ['engine/issue', 'engine/words'] },
  'engine/typeset': { knows: ['engine/fonts'], packages: ['hyphen/en-us/index.js'] },
  'engine/manuscript': { knows: ['engine/issue'], packages: ['chardet', 'htmlparser2'] },
  'engine/store': { knows: ['engine/issue', 'engine/fonts'], packages: ['yauzl', 'fflate'], node: true },
  'engine/layout': {
    knows: ['engine/typeset', 'engine/words', 'engine/issue', 'engine/display', 'engine/fonts'],
    packages: ['lean-qr', 'virtual:lunar-years'],
  },
  'engine/arrange': { knows: ['engine/layout', 'engine/issue', 'engine/display'] },
  'engine/press': {
    knows: ['engine/display', 'engine/fonts', 'engine/issue', 'engine/layout'],
    packages: ['pdf-lib', 'virtual:code-maps'],
  },
  'engine/press/node': {
    knows: ['engine/press', 'engine/store', 'engine/display', 'engine/fonts', 'engine/issue', 'engine/layout'],
    packages: ['@imagemagick/magick-wasm', 'lcms-wasm', 'smartcrop'],
    node: true,
  },
  'engine/intake': { knows: ['engine/issue', 'engine/manuscript', 'engine/press', 'engine/store'] },
};

interface Import {
  readonly file: string;
  /** A file of the project from its root, or a package's or built-in module's name. */
  readonly target: string;
}

/** What a source text imports: `import … from`, `export … from`, `import()`; also from templates such as `./commands/${name}.ts`. */
function specifiersOf(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].map((match) => match[1]!);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function importsOf(file: string): readonly Import[] {
  return specifiersOf(readFileSync(join(root, file), 'utf8')).map((specifier) => ({
    file,
    target: specifier.startsWith('.') ? join(dirname(file), specifier).replaceAll('\\', '/') : specifier,
  }));
}

/** The innermost room that a path of the engine lies in. */
function roomOf(path: string): string | undefined {
  const matching = Object.keys(rooms).filter((room) => path === room || path.startsWith(`${room}/`));
  return matching.sort((one, other) => other.length - one.length)[0];
}

const engineFiles = sourcesIn('engine');
const isNode = (target: string) => target.startsWith('node:') || builtinModules.includes(target);
const isOurs = (target: string) => /^(?:(?:engine|shell|cli|electron|renderer)\/|package\.json$)/.test(target);

describe('the scan', () => {
  test('sees every way to import', () => {
    const source = `
      import { a } from './a'; import type { B } from "../b";
      import 'side-effect';
      export * from '@scope/package';
      const c = await import(\`../c/\${name}.ts\`); const d = import('node:fs');
      /** from 'a comment' */
      // from 'another'
      const text = 'not from here';
    `;
    expect(specifiersOf(source)).toEqual(['./a', '../b', 'side-effect', '@scope/package', `../c/\${name}.ts`, 'node:fs']);
  });

  test('sees every room', () => {
    const folders = readdirSync(join(root, 'engine'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders)
      expect(rooms, `engine/${name} has no place in the table of rooms`).toHaveProperty([`engine/${name}`]);
    expect(engineFiles.length).toBeGreaterThan(100);
  });
});

describe.each(Object.entries(rooms))('%s', (name, room) => {
  const files = engineFiles.filter((file) => roomOf(file) === name);
  const imports = files.flatMap(importsOf);

  test('knows only its rooms', () => {
    const strangers = imports.filter(({ target }) => isOurs(target) && target !== 'engine/errors' && !mayKnow(target));
    expect(strangers).toEqual([]);
  });

  test('uses only its packages', () => {
    const strangers = imports.filter(
      ({ target }) => !isOurs(target) && !isNode(target) && !(room.packages ?? []).includes(target),
    );
    expect(strangers).toEqual([]);
  });

  test('uses Node only where Node lives', () => {
    expect(room.node ? [] : imports.filter(({ target }) => isNode(target))).toEqual([]);
    if (room.node) return;
    expect(files.filter((file) => /\bBuffer\b|\bprocess\.|__dirname/.test(code(file)))).toEqual([]);
  });

  function mayKnow(target: string): boolean {
    const other = roomOf(target);
    return other !== undefined && (other === name || room.knows.includes(other));
  }
});

describe('the engine', () => {
  test('gives the same answer at every time and in every runtime', () => {
    const unsteady = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bIntl\.|\blocaleCompare\b|\btoLocale\w*\(/;
    const watched = engineFiles.filter((file) => file !== 'engine/store/clock.ts');
    expect(watched.filter((file) => unsteady.test(code(file)))).toEqual([]);
  });

  test('has no user interface', () => {
    const targets = engineFiles
      .flatMap(importsOf)
      .filter(({ target }) => /^(react|react-dom|electron)\b|^(shell|cli|electron|renderer)\//.test(target));
    expect(targets).toEqual([]);
    expect(
      engineFiles.filter((file) =>
        /\b(?:window|document)\.(?:\w+Element|getElement|querySelector|addEventListener|create\w+)/.test(code(file)),
      ),
    ).toEqual([]);
  });
});

describe.each<[shell: string, knows: readonly string[]]>([
  ['shell', ['engine/', 'shell/']],
  ['cli', ['engine/', 'shell/', 'cli/', 'package.json']],
  ['electron', ['engine/', 'shell/', 'electron/', 'renderer/i18n/', 'renderer/state/keys']],
  ['renderer', ['engine/', 'renderer/', 'electron/bridge']],
])('%s', (shell, knows) => {
  const imports = sourcesIn(shell).flatMap(importsOf);

  test('knows only the floors below it', () => {
    expect(imports.length).toBeGreaterThan(0);
    const strangers = imports.filter(({ target }) => isOurs(target) && !knows.some((known) => target.startsWith(known)));
    expect(strangers).toEqual([]);
  });
});

test('the window has no Node, neither of its own nor through the engine', () => {
  const nodeRooms = Object.keys(rooms).filter((name) => rooms[name]!.node);
  const strangers = sourcesIn('renderer')
    .flatMap(importsOf)
    .filter(({ target }) => isNode(target) || target === 'electron' || nodeRooms.includes(roomOf(target) ?? ''));
  expect(strangers).toEqual([]);
});

test('what runs before the window has nothing but Electron and its channels', () => {
  const targets = importsOf('electron/preload.ts').map(({ target }) => target);
  expect(targets.sort()).toEqual(['electron', 'electron/bridge', 'electron/channels']);
});

test('no file is too long to be read in one sitting', () => {
  const long = [...engineFiles, ...['shell', 'cli', 'electron', 'renderer'].flatMap(sourcesIn)].filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 400,
  );
  expect(long).toEqual([]);
});

/** A file's text without comments. */
function code(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
