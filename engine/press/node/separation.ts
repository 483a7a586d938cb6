/** Colour of photographs: source profile → press profile, relative colorimetric with black-point compensation. */
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type Lcms,
  TYPE_CMYK_8,
  TYPE_GRAY_8,
  TYPE_Lab_8,
  TYPE_RGB_8,
} from 'lcms-wasm';
import { channel } from '../ink';

/** Larger profiles are not believed. */
const mostProfileBytes = 4 << 20;
/** Transforms kept, one for each source profile met. */
const mostTransforms = 16;
/** Pixels converted at a time, which bounds the memory of the WebAssembly module. */
const chunkPixels = 1 << 18;

export interface Separation {
  /** RGB samples → CMYK samples for the press. `profile` is the picture's own; sRGB when undefined. */
  fromRgb(rgb: Uint8Array, profile: Uint8Array | undefined): { samples: Uint8Array; profileRefused: boolean };
  /** CIE L*a*b* samples (D50; a and b from −128 on) → CMYK samples for the press. */
  fromLab(lab: Uint8Array): Uint8Array;
  /** Grey samples → greys whose black ink looks as dark on the press. An RGB profile says as much of greys as none. */
  fromGrey(grey: Uint8Array, profile: Uint8Array | undefined): { samples: Uint8Array; profileRefused: boolean };
  /** RGB samples as they look in sRGB. */
  toSrgb(rgb: Uint8Array, profile: Uint8Array | undefined): { samples: Uint8Array; profileRefused: boolean };
  /** CMYK samples for the press as they look in sRGB, paper taken for white. */
  seen(cmyk: Uint8Array): Uint8Array;
}

/** Throws when `pressProfile` is not a CMYK output profile. */
export async function createSeparation(wasmBinary: Uint8Array, pressProfile: Uint8Array): Promise<Separation> {
  const lcms = await instantiate({ wasmBinary });
  if (!claimsSpace(pressProfile, 'CMYK')) throw new Error('the press profile is not CMYK');
  const srgb = lcms.cmsCreate_sRGBProfile();
  const press = lcms.cmsOpenProfileFromMem(pressProfile, pressProfile.length);
  const toPress = new Transforms(lcms, 'RGB ', TYPE_RGB_8, press, TYPE_CMYK_8);
  const greyToSrgb = new Transforms(lcms, 'GRAY', TYPE_GRAY_8, srgb, TYPE_RGB_8);
  const rgbToSrgb = new Transforms(lcms, 'RGB ', TYPE_RGB_8, srgb, TYPE_RGB_8);
  const plain = toPress.create(srgb);
  const view = lazily(() => createTransform(lcms, press, TYPE_CMYK_8, srgb, TYPE_RGB_8));
  const toned = lazily(() => blackInkCurve((inks) => convert(lcms, view(), inks, 4, 3)));
  const labToPress = lazily(() => createTransform(lcms, lcms.cmsCreateLab4Profile(null), TYPE_Lab_8, press, TYPE_CMYK_8));
  return {
    fromRgb(rgb, profile) {
      const own = profile && toPress.of(profile);
      return { samples: convert(lcms, own || plain, rgb, 3, 4), profileRefused: profile !== undefined && !own };
    },
    fromLab: (lab) => convert(lcms, labToPress(), lab, 3, 4),
    fromGrey(grey, profile) {
      const own = profile && greyToSrgb.of(profile);
      const greys = own ? channel(convert(lcms, own, grey, 1, 3), 3, 1) : grey;
      const refused = profile !== undefined && !own && !claimsSpace(profile, 'RGB ');
      const curve = toned();
      return { samples: greys.map((value) => curve[value]!), profileRefused: refused };
    },
    toSrgb(rgb, profile) {
      const own = profile && rgbToSrgb.of(profile);
      return { samples: own ? convert(lcms, own, rgb, 3, 3) : rgb, profileRefused: profile !== undefined && !own };
    },
    seen: (cmyk) => convert(lcms, view(), cmyk, 4, 3),
  };
}

/** What is worked out at its first use. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Transforms from embedded profiles of one colour space, kept by their bytes. */
class Transforms {
  private readonly kept = new Map<string, number>();

  constructor(
    private readonly lcms: Lcms,
    private readonly space: string,
    private readonly inputFormat: number,
    private readonly output: number,
    private readonly outputFormat: number,
  ) {}

  /** 0 when the profile is damaged or of another space. */
  of(profile: Uint8Array): number {
    if (!claimsSpace(profile, this.space)) return 0;
    const key = Buffer.from(profile).toString('latin1');
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const input = this.lcms.cmsOpenProfileFromMem(profile, profile.length);
    const transform = input ? this.create(input) : 0;
    if (input) this.lcms.cmsCloseProfile(input);
    if (this.kept.size >= mostTransforms) this.forgetOldest();
    this.kept.set(key, transform);
    return transform;
  }

  private forgetOldest(): void {
    const [key, transform] = this.kept.entries().next().value!;
    if (transform) this.lcms.cmsDeleteTransform(transform);
    this.kept.delete(key);
  }

  create(input: number): number {
    return createTransform(this.lcms, input, this.inputFormat, this.output, this.outputFormat);
  }
}

function createTransform(lcms: Lcms, input: number, inputFormat: number, output: number, outputFormat: number): number {
  const flags = cmsFLAGS_BLACKPOINTCOMPENSATION;
  return lcms.cmsCreateTransform(input, inputFormat, output, outputFormat, INTENT_RELATIVE_COLORIMETRIC, flags);
}

/**
 * Table from a grey of sRGB to the grey that black ink alone must print, so that mid-tones do not fill in by dot gain.
 * Paper white and solid black stay what they are.
 */
function blackInkCurve(view: (cmyk: Uint8Array) => Uint8Array): Uint8Array {
  const ramp = new Uint8Array(256 * 4);
  for (let ink = 0; ink < 256; ink++) ramp[ink * 4 + 3] = ink;
  const seen = channel(view(ramp), 3, 1);
  const [paper, solid] = [seen[0]!, seen[255]!];
  const curve = new Uint8Array(256);
  let ink = 255;
  for (let grey = 0; grey < 256; grey++) {
    const wanted = solid + (grey / 255) * (paper - solid);
    while (ink > 0 && seen[ink]! < wanted) ink--;
    curve[grey] = 255 - ink;
  }
  return curve;
}

/** ICC.1 §7.2: size, colour space at byte 16, file signature at byte 36. */
function claimsSpace(profile: Uint8Array, space: string): boolean {
  if (profile.length < 132 || profile.length > mostProfileBytes) return false;
  const text = (at: number) => String.fromCharCode(...profile.subarray(at, at + 4));
  return text(36) === 'acsp' && text(16) === space;
}

function convert(lcms: Lcms, transform: number, input: Uint8Array, from: number, to: number): Uint8Array {
  const pixels = input.length / from;
  const output = new Uint8Array(pixels * to);
  for (let at = 0; at < pixels; at += chunkPixels) {
    const count = Math.min(chunkPixels, pixels - at);
    output.set(
      lcms.cmsDoTransform(transform, input.subarray(at * from, (at + count) * from), count).subarray(0, count * to),
      at * to,
    );
  }
  return output;
}
