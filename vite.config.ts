import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

/** WebAssembly that a program file loads by its side. Kept as files so that a user may replace them (LGPL parts). */
const wasmFiles = ['@imagemagick/magick-wasm/magick.wasm', 'lcms-wasm/dist/lcms.wasm'];

/** What the bundle needs around it: WebAssembly at its side, and the command's file ready to be called by its name. */
function finishProgram(outDir: string): Plugin {
  return {
    name: 'finish-program',
    apply: 'build',
    closeBundle() {
      mkdirSync(outDir, { recursive: true });
      for (const file of wasmFiles) copyFileSync(require.resolve(file), join(outDir, file.slice(file.lastIndexOf('/') + 1)));
      if (existsSync(join(outDir, 'banxin.js'))) chmodSync(join(outDir, 'banxin.js'), 0o755);
    },
  };
}

const root = dirname(new URL(import.meta.url).pathname);
const outDir = process.env.BANXIN_OUT ? join(root, process.env.BANXIN_OUT) : join(root, 'dist');

export default defineConfig({
  plugins: [finishProgram(outDir)],
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
        banxin: 'cli/banxin.ts',
        'prepare-fonts': 'cli/prepare-fonts.ts',
        'picture-worker': 'engine/press/node/picture-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  test: { include: ['tests/**/*.test.ts'], testTimeout: 30_000 },
});
