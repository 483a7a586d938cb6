/** Builds the window's program into dist/app: main, preload and job process each in one file, the window's own files beside. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { codeMaps } from '../code-maps-plugin.mjs';
import { lunarYears } from '../lunar-plugin.mjs';
import { softProof } from '../soft-proof-plugin.mjs';
import { dictionary } from '../words-plugin.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = process.env.BANXIN_OUT ? join(root, process.env.BANXIN_OUT) : join(root, 'dist');
const app = join(dist, 'app');

/** A file for Electron's own Node. The preload runs in a sandbox, which loads no second file. */
function program(name) {
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [codeMaps(), dictionary(), lunarYears()],
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: `electron/${name}.ts`,
      outDir: app,
      emptyOutDir: false,
      target: 'node18',
      minify: true,
      rollupOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  });
}

function page() {
  return build({
    root: join(root, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), dictionary(), lunarYears()],
    worker: { format: 'es', plugins: () => [dictionary(), lunarYears(), softProof()] },
    build: {
      outDir: join(app, 'window'),
      emptyOutDir: true,
      // `assets/` is the address of photographs.
      assetsDir: 'files',
      target: 'chrome114',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  });
}

await Promise.all([program('main'), program('preload'), program('job-process'), program('plate-process'), page()]);
