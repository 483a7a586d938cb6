/** Gathers what ships into one folder: the built program, every face under its own name, templates, sample, licences. */
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of node_modules nothing ships as it is; these are bundled into the program. */
function bundledPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev && !entry.optional && existsSync(join(root, path)))
    .map(([path]) => path);
}

/**
 * @param {string} root the checkout, built
 * @param {string} target made anew
 */
export function stage(root, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  // Kept code (cli/loader.ts) is of this Node's V8, which is not Electron's.
  const filter = (file) => !file.endsWith('.code');
  cpSync(join(root, process.env.BANXIN_OUT ?? 'dist'), join(target, 'dist'), { recursive: true, filter });
  for (const folder of ['templates', 'samples']) cpSync(join(root, folder), join(target, folder), { recursive: true });
  rmSync(join(target, 'dist', 'prepare-fonts.js'), { force: true });
  stageFonts(root, join(target, 'fonts'));
  copyFileSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
  writeFileSync(join(target, 'THIRD-PARTY.txt'), thirdParties(root));
  writeFileSync(join(target, 'package.json'), manifest(root));
}

/** The manifest with its licences, and each face under the manifest's `file` name: from a package, prepared, or already here. */
function stageFonts(root, target) {
  cpSync(join(root, 'fonts'), target, { recursive: true });
  const { faces } = JSON.parse(readFileSync(join(root, 'fonts', 'manifest.json'), 'utf8'));
  for (const face of Object.values(faces)) {
    if (face.package === undefined) continue;
    const source = face.path.endsWith('.woff')
      ? join(root, '.cache', 'fonts', face.file)
      : join(root, 'node_modules', face.package, face.path);
    copyFileSync(source, join(target, face.file));
  }
}

function manifest(root) {
  const { name, version, description, license, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const shipped = {
    name,
    productName: 'Banxin',
    version,
    description,
    license,
    author: 'The Banxin authors',
    type: 'module',
    main,
  };
  return `${JSON.stringify(shipped, null, 2)}\n`;
}

/** Names, versions and licence texts of everything bundled. */
function thirdParties(root) {
  return bundledPackages(root)
    .map((path) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
      const files = readdirSync(join(root, path)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
      const texts = files.map((file) => readFileSync(join(root, path, file), 'utf8').trim());
      return [`${name} ${version} (${license ?? 'see below'})`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}
