import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { codeMaps } from './code-maps-plugin.mjs';
import { lunarYears } from './lunar-plugin.mjs';
import { softProof } from './soft-proof-plugin.mjs';
import { dictionary } from './words-plugin.mjs';

const require = createRequire(import.meta.url);
const root = dirname(fileURLToPath(import.meta.url));

/**
 * WebAssembly that a program file loads by its side, and the licence texts that must go with it. Kept as files so that a
 * user may replace them (LGPL parts).
 */
const wasmFiles: readonly (readonly [source: string, name: string])[] = [
  [require.resolve('@imagemagick/magick-wasm/magick.wasm'), 'magick.wasm'],
  [join(root, 'node_modules/@imagemagick/magick-wasm/LICENSE'), 'magick-wasm.LICENSE.txt'],
  [join(root, 'node_modules/@imagemagick/magick-wasm/NOTICE'), 'magick-wasm.NOTICE.txt'],
  [require.resolve('lcms-wasm/dist/lcms.wasm'), 'lcms.wasm'],
  [join(root, 'node_modules/lcms-wasm/LICENSE.md'), 'lcms-wasm.LICENSE.txt'],
  [join(root, 'engine/words/LICENSE-jieba.txt'), 'jieba-dictionary.LICENSE.txt'],
  [join(root, 'node_modules/pdfjs-dist/cmaps/LICENSE'), 'code-maps.LICENSE.txt'],
];

/** What the bundle needs around it: WebAssembly with its licences, what says that it is CommonJS, and the command's file ready to be called by its name. */
function finishProgram(outDir: string): Plugin {
  return {
    name: 'finish-program',
    apply: 'build',
    closeBundle() {
      mkdirSync(outDir, { recursive: true });
      for (const [source, name] of wasmFiles) copyFileSync(source, join(outDir, name));
      writeFileSync(join(outDir, 'package.json'), '{ "type": "commonjs" }\n');
      if (existsSync(join(outDir, 'banxin.js'))) chmodSync(join(outDir, 'banxin.js'), 0o755);
    },
  };
}

/**
 * Writes the program in ASCII: V8 keeps such text in half the memory and need not decode it. The dictionary would be twice as long.
 */
function inAscii(): Plugin {
  return {
    name: 'in-ascii',
    apply: 'build',
    generateBundle(_, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk' || file.fileName.includes(LATER)) continue;
        file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
      }
    },
  };
}

/** Files that are read when something of theirs is first used: most commands use nothing of them (cli/loader.ts). */
const LATER = 'later-';

const outDir = process.env.BANXIN_OUT ? join(root, process.env.BANXIN_OUT) : join(root, 'dist');

/** Tests that put something of their own in a module's place, or start a window's: each file has a process to itself. */
const replacing = ['tests/press/spoiled-page.test.ts', 'tests/renderer/proof-client.test.ts', 'tests/store/whole-writes.test.ts'];

/**
 * Tests of the window whose topics stand in a folder beside them come first: they take longest, but are small files, which Vitest
 * would begin last, one alone while the other core waits.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => existsSync(moduleId.replace(/\.test\.ts$/, ''));
    const [others, app] = [false, true].map((isApp) => files.filter(({ project }) => (project.name === 'app') === isApp));
    const inApp = await super.sort(app!);
    return [...(await super.sort(others!)), ...inApp.filter(isLong), ...inApp.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  plugins: [codeMaps(), dictionary(), lunarYears(), softProof(), inAscii(), finishProgram(outDir)],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node18',
    minify: true,
    rollupOptions: {
      // pdf-lib does not say so, but its modules only define: without the unused ones a text page starts 80 ms earlier.
      treeshake: { moduleSideEffects: (id) => !id.includes('/node_modules/pdf-lib/') },
      input: {
        banxin: 'cli/loader.ts',
        program: 'cli/banxin.ts',
        'prepare-fonts': 'cli/prepare-fonts.ts',
        'picture-worker': 'engine/press/node/picture-worker.ts',
        'proof-worker': 'engine/press/node/proof-worker.ts',
        'plate-worker': 'engine/press/node/plate-worker.ts',
      },
      // Only CommonJS can be compiled from kept code (cli/loader.ts).
      output: {
        format: 'cjs',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: `${LATER}dictionary`, test: /virtual:dictionary$/ },
            { name: `${LATER}fflate`, test: /\/node_modules\/fflate\// },
            { name: `${LATER}bilevel`, test: /\/press\/inspect\/(jbig2|fax)/ },
          ],
        },
      },
    },
  },
  test: {
    // Only what hangs takes so long, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Vitest leaves one core to itself, which is half of two.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      // Modules are read once for all files that a process runs; leave-nothing.ts clears up between them.
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/app/**', ...replacing],
          isolate: false,
          setupFiles: 'tests/leave-nothing.ts',
        },
      },
      { extends: true, test: { name: 'replacing', include: replacing } },
      // A window waits half of its time: two of them, each on a display of its own, keep two cores at work.
      {
        extends: true,
        test: {
          name: 'app',
          include: ['tests/app/**/*.test.ts'],
          globalSetup: 'tests/app/setup.ts',
          maxWorkers: 2,
          // A look waits for what it looks for, however busy the machine is.
          expect: { poll: { timeout: 100_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
