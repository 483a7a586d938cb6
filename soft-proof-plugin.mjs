/**
 * Works out how colours of the screen look in print, as the module `virtual:soft-proof`: sRGB through the press profile to inks,
 * as photographs are separated, and back to the screen with the ink's weakness on that paper (absolute colorimetric).
 * A table of so many steps a channel, blue fastest, three bytes each, in base64. `renderer/canvas/soft-proof.ts` reads it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_ABSOLUTE_COLORIMETRIC,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  TYPE_CMYK_8,
  TYPE_RGB_8,
} from 'lcms-wasm';
import { virtualModule } from './virtual-module.mjs';

const PROFILE = new URL('templates/colour/newsprint-ifra26s-tac220.icc', import.meta.url);
/** Points of the table along each channel. */
const STEPS = 17;

/** The paper as the desk shows it: the eye takes newsprint for lighter than it is, and all else in proportion to it. */
const PAPER = [246, 243, 236];

/** For the window's workers. */
export const softProof = () =>
  virtualModule('soft-proof', async () => {
    const table = Buffer.from(await proofTable()).toString('base64');
    return `export const STEPS = ${STEPS};\nexport const TABLE = ${JSON.stringify(table)};\n`;
  });

/** Light of a channel of sRGB, 0–1, and the other way (IEC 61966-2-1). */
function light(value) {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function shade(lightness) {
  const share = Math.min(1, lightness);
  return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
}

async function proofTable() {
  const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('lcms-wasm/dist/lcms.wasm'));
  const lcms = await instantiate({ wasmBinary });
  const bytes = new Uint8Array(readFileSync(PROFILE));
  const press = lcms.cmsOpenProfileFromMem(bytes, bytes.length);
  const srgb = lcms.cmsCreate_sRGBProfile();
  const separate = lcms.cmsCreateTransform(
    srgb,
    TYPE_RGB_8,
    press,
    TYPE_CMYK_8,
    INTENT_RELATIVE_COLORIMETRIC,
    cmsFLAGS_BLACKPOINTCOMPENSATION,
  );
  const see = lcms.cmsCreateTransform(press, TYPE_CMYK_8, srgb, TYPE_RGB_8, INTENT_ABSOLUTE_COLORIMETRIC, 0);
  const values = Array.from({ length: STEPS }, (_, i) => Math.round((i * 255) / (STEPS - 1)));
  const colours = Uint8Array.from(values.flatMap((r) => values.flatMap((g) => values.flatMap((b) => [r, g, b]))));
  const count = colours.length / 3;
  const seen = lcms.cmsDoTransform(see, lcms.cmsDoTransform(separate, colours, count), count);
  const paper = [...seen.subarray(-3)].map(light);
  return seen.map((value, at) => Math.round(shade((light(value) / paper[at % 3]) * light(PAPER[at % 3]))));
}
