/** Finds what the picture engine loads: WebAssembly beside the program or in the installed packages, the press profile. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineFiles } from './picture-engine';

/** The press profile that comes with the program, from its root. */
export const PRESS_PROFILE = join('templates', 'colour', 'newsprint-ifra26s-tac220.icc');

const here = dirname(fileURLToPath(import.meta.url));

/** A file of the built program: in this file's folder, or in the folder above when this file is a chunk. */
export function builtFile(name: string): string | undefined {
  return [join(here, name), join(here, '..', name)].find((path) => existsSync(path));
}

/** `profile` is the path of the press profile. */
export function readEngineFiles(profile: string): EngineFiles {
  return {
    magickWasm: readFileSync(builtFile('magick.wasm') ?? packaged('@imagemagick/magick-wasm/magick.wasm')),
    lcmsWasm: readFileSync(builtFile('lcms.wasm') ?? packaged('lcms-wasm/dist/lcms.wasm')),
    pressProfile: readFileSync(profile),
  };
}

const packaged = (name: string): string => createRequire(import.meta.url).resolve(name);
