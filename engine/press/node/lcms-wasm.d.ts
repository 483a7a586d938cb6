/** The part of lcms-wasm (LittleCMS 2.16) that separation.ts uses; handles are numbers, 0 means failure. */
declare module 'lcms-wasm' {
  export interface Lcms {
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number;
    cmsCreate_sRGBProfile(): number;
    /** CIE L*a*b*; D50 when `whitePoint` is null. */
    cmsCreateLab4Profile(whitePoint: readonly number[] | null): number;
    cmsCloseProfile(profile: number): void;
    cmsCreateTransform(
      input: number,
      inputFormat: number,
      output: number,
      outputFormat: number,
      intent: number,
      flags: number,
    ): number;
    cmsDeleteTransform(transform: number): void;
    cmsDoTransform(transform: number, samples: Uint8Array, pixels: number): Uint8Array;
  }
  export const TYPE_GRAY_8: number;
  export const TYPE_RGB_8: number;
  export const TYPE_CMYK_8: number;
  export const TYPE_Lab_8: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
  export function instantiate(options: { wasmBinary: Uint8Array }): Promise<Lcms>;
}
