/**
 * `npm run pack [-- FOLDER]`: the program as it is given away, into dist-pack/ or another folder. On Linux a folder and a Debian package; on Windows and
 * macOS the installers of electron-builder.json.
 */
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'electron-builder';
import { makeDeb } from './deb.mjs';
import { resolveElectron } from './runtime.mjs';
import { stage } from './stage.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const output = resolve(root, process.argv[2] ?? 'dist-pack');
const runtime = resolveElectron();
if (runtime.standIn)
  console.log('用替代的 Electron 打包：可以试用，不要发布。Packed with the stand-in: for trials, not for release.');

stage(root, join(root, '.cache', 'pack', 'app'));
const files = await build({
  projectDir: root,
  publish: 'never',
  config: {
    extends: 'electron-builder.json',
    directories: { output },
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    electronFuses: fuses(),
    afterPack: removeLoader,
  },
  ...(process.platform === 'linux' ? { linux: ['dir'] } : {}),
});
const made = process.platform === 'linux' ? [unpacked(), makeDeb(root, unpacked(), output)] : files;
for (const file of made) console.log(file);

/**
 * Doors of Electron that the program does not use. Running as Node stays: it carries the command line. The file protocol's
 * privileges cannot be taken from the stand-in, which is too old.
 */
function fuses() {
  const shut = { enableNodeOptionsEnvironmentVariable: false };
  return runtime.standIn ? shut : { ...shut, grantFileProtocolExtraPrivileges: false };
}

/** The default app of an Electron distribution, which opens programs named on the command line. */
function removeLoader({ appOutDir, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

function unpacked() {
  return join(output, 'linux-unpacked');
}
