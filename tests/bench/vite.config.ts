import { defineConfig } from 'vite';
import { codeMaps } from '../../code-maps-plugin.mjs';
import { lunarYears } from '../../lunar-plugin.mjs';
import { dictionary } from '../../words-plugin.mjs';

/** Bundles the benchmark into .cache/bench, so that it runs on plain Node. */
export default defineConfig({
  plugins: [codeMaps(), dictionary(), lunarYears()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: '.cache/bench',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      // Find their files by where they stand.
      external: [/electron\/runtime\.mjs$/, 'playwright-core'],
      input: {
        run: 'tests/bench/run.ts',
        'compose-text': 'tests/bench/compose-text.ts',
        'pictures-alone': 'tests/bench/pictures-alone.ts',
        'picture-worker': 'engine/press/node/picture-worker.ts',
        'proof-worker': 'engine/press/node/proof-worker.ts',
      },
      output: {
        entryFileNames: '[name].js',
        paths: (id) => (id.endsWith('electron/runtime.mjs') ? '../../electron/runtime.mjs' : id),
      },
    },
  },
});
