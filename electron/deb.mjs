/** A Debian package of the unpacked Linux program, by dpkg-deb: /opt/Banxin, a desktop entry, both commands. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root the checkout
 * @param {string} unpacked the packed program's folder
 * @param {string} output folder of the package
 * @returns {string} the package's file
 */
export function makeDeb(root, unpacked, output) {
  const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const tree = join(root, '.cache', 'pack', 'deb');
  rmSync(tree, { recursive: true, force: true });
  const program = join(tree, 'opt', 'Banxin');
  cpSync(unpacked, program, { recursive: true, verbatimSymlinks: true });
  // Chromium's sandbox where the system gives users no namespaces of their own: root's, and set-user-id.
  chmodSync(join(program, 'chrome-sandbox'), 0o4755);
  const commands = folder(tree, 'usr', 'bin');
  for (const name of ['banxin', 'banxin-editor']) symlinkSync(`/opt/Banxin/${name}`, join(commands, name));
  writeFileSync(join(folder(tree, 'usr', 'share', 'applications'), 'banxin-editor.desktop'), desktopEntry());
  cpSync(
    join(root, 'electron/resources/icon.png'),
    join(folder(tree, 'usr/share/icons/hicolor/512x512/apps'), 'banxin-editor.png'),
  );
  cpSync(join(root, 'LICENSE'), join(folder(tree, 'usr/share/doc/banxin'), 'copyright'));
  writeFileSync(join(folder(tree, 'DEBIAN'), 'control'), control(version, description, sizeOf(program)));
  const file = join(output, `banxin_${version}_amd64.deb`);
  run('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z3', '--build', tree, file]);
  rmSync(tree, { recursive: true, force: true });
  return file;
}

function folder(...parts) {
  const path = join(...parts);
  mkdirSync(path, { recursive: true });
  return path;
}

function desktopEntry() {
  return `[Desktop Entry]
Type=Application
Name=Banxin
Name[zh_CN]=版心
Comment=Newspaper layout and press-ready PDF
Comment[zh_CN]=报纸组版与印前
Exec=/opt/Banxin/banxin-editor %f
Icon=banxin-editor
Terminal=false
Categories=Office;Publishing;
StartupWMClass=Banxin
`;
}

function control(version, description, kilobytes) {
  return `Package: banxin
Version: ${version}
Architecture: amd64
Maintainer: The Banxin authors <authors@banxin.invalid>
Installed-Size: ${kilobytes}
Depends: libgtk-3-0t64 | libgtk-3-0, libnss3, libasound2t64 | libasound2, libgbm1
Section: editors
Priority: optional
Description: ${description}
`;
}

/** Kilobytes, as Debian's policy counts. */
function sizeOf(path) {
  return Number(run('du', ['-sk', path]).split('\t')[0]);
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr.trim()}`);
  return stdout;
}
