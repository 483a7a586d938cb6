/**
 * Packs the named maps of Chinese, Japanese and Korean encodings that a PDF may use without carrying them (ISO 32000-1
 * Table 118), as the module `virtual:code-maps`: Adobe's tables in the binary form that pdf.js keeps them in, each behind
 * its name and its length, deflated, as base64. `engine/press/inspect/named-maps.ts` reads them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { virtualModule } from './virtual-module.mjs';

/** Each comes with H and with V, unless it says so. */
const NAMES = [
  ...['GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K', 'UniGB-UCS2', 'UniGB-UTF16'],
  ...['B5pc', 'HKscs-B5', 'ETen-B5', 'ETenms-B5', 'CNS-EUC', 'UniCNS-UCS2', 'UniCNS-UTF16'],
  ...['83pv-RKSJ-H', '90ms-RKSJ', '90msp-RKSJ', '90pv-RKSJ-H', 'Add-RKSJ', 'EUC', 'Ext-RKSJ', 'H', 'V'],
  ...['UniJIS-UCS2', 'UniJIS-UCS2-HW', 'UniJIS-UTF16', 'UniJIS2004-UTF16'],
  ...['KSC-EUC', 'KSCms-UHC', 'KSCms-UHC-HW', 'KSCpc-EUC-H', 'UniKS-UCS2', 'UniKS-UTF16'],
].flatMap((name) => (/^[HV]$|-[HV]$/.test(name) ? [name] : [`${name}-H`, `${name}-V`]));
/** How a map says that it goes on from another: a mark, the length of the name, the name. */
const USES = 0xe1;

/** The map that one goes on from; the mark stands in its first bytes, behind a comment. */
function baseOf(bytes) {
  for (let at = 1; at < bytes.length && bytes[at] >= USES - 1; at += 2 + bytes[at + 1])
    if (bytes[at] === USES) return bytes.toString('latin1', at + 2, at + 2 + bytes[at + 1]);
  return undefined;
}

/** Every map with those that it goes on from, as one packed string. */
function packCodeMaps(read) {
  const maps = new Map();
  for (const name of NAMES) {
    let next = name;
    while (next !== undefined && !maps.has(next)) {
      maps.set(next, read(next));
      next = baseOf(maps.get(next));
    }
  }
  const parts = [...maps].flatMap(([name, bytes]) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes.length);
    return [Buffer.from([name.length]), Buffer.from(name, 'latin1'), head, bytes];
  });
  return deflateSync(Buffer.concat(parts), { level: 9 }).toString('base64');
}

/** For every build and test that contains the press's reader of PDFs. */
export const codeMaps = () =>
  virtualModule('code-maps', () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
    return `export default ${JSON.stringify(packCodeMaps((name) => readFileSync(join(folder, `${name}.bcmap`))))};`;
  });
