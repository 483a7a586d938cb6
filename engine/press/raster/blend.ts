/** Blend modes (ISO 32000-1 §11.3.5) on inks 0–255, which are the complements of the additive values that the standard speaks of. */

/** Ink of a plate from the backdrop's and the source's. */
export type BlendInk = (backdrop: number, source: number) => number;

const additive =
  (blend: (b: number, s: number) => number): BlendInk =>
  (backdrop, source) =>
    255 - 255 * Math.min(1, Math.max(0, blend(1 - backdrop / 255, 1 - source / 255)));

const hardLight = (b: number, s: number): number => (s <= 0.5 ? b * 2 * s : b + (2 * s - 1) - b * (2 * s - 1));

function softLight(b: number, s: number): number {
  if (s <= 0.5) return b - (1 - 2 * s) * b * (1 - b);
  const d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
  return b + (2 * s - 1) * (d - b);
}

const separable: Readonly<Record<string, BlendInk>> = {
  Multiply: (b, s) => 255 - ((255 - b) * (255 - s)) / 255,
  Screen: (b, s) => (b * s) / 255,
  Darken: (b, s) => Math.max(b, s),
  Lighten: (b, s) => Math.min(b, s),
  Overlay: additive((b, s) => hardLight(s, b)),
  HardLight: additive(hardLight),
  SoftLight: additive(softLight),
  ColorDodge: additive((b, s) => (b === 0 ? 0 : s >= 1 ? 1 : b / (1 - s))),
  ColorBurn: additive((b, s) => (b >= 1 ? 1 : s <= 0 ? 0 : 1 - (1 - b) / s)),
  Difference: additive((b, s) => Math.abs(b - s)),
  Exclusion: additive((b, s) => b + s - 2 * b * s),
};

/** These leave paper white where white lies on white; spot plates know no others (§11.7.4.2). */
const keepsWhite = new Set(Object.keys(separable).filter((mode) => mode !== 'Difference' && mode !== 'Exclusion'));

type Colour = readonly [number, number, number];
type Whole = (backdrop: Colour, source: Colour) => Colour;

const luminance = ([r, g, b]: Colour): number => 0.3 * r + 0.59 * g + 0.11 * b;
const saturation = (colour: Colour): number => Math.max(...colour) - Math.min(...colour);

function withLuminance(colour: Colour, wanted: number): Colour {
  const by = wanted - luminance(colour);
  const moved = colour.map((value) => value + by);
  const [least, most] = [Math.min(...moved), Math.max(...moved)];
  const clip = (value: number): number => {
    if (least < 0) return wanted + ((value - wanted) * wanted) / (wanted - least);
    return most > 1 ? wanted + ((value - wanted) * (1 - wanted)) / (most - wanted) : value;
  };
  return moved.map(clip) as unknown as Colour;
}

function withSaturation(colour: Colour, wanted: number): Colour {
  const [least, range] = [Math.min(...colour), saturation(colour)];
  return (range === 0 ? [0, 0, 0] : colour.map((value) => ((value - least) * wanted) / range)) as unknown as Colour;
}

const whole: Readonly<Record<string, Whole>> = {
  Hue: (b, s) => withLuminance(withSaturation(s, saturation(b)), luminance(b)),
  Saturation: (b, s) => withLuminance(withSaturation(b, saturation(s)), luminance(b)),
  Color: (b, s) => withLuminance(s, luminance(b)),
  Luminosity: (b, s) => withLuminance(b, luminance(s)),
};

export interface Blend {
  readonly isNormal: boolean;
  /** Of the process plates; undefined for modes that look at the whole colour. */
  readonly process: BlendInk | undefined;
  readonly spot: BlendInk;
  /** Cyan, magenta and yellow together, 0–255; black follows the source for Luminosity, the backdrop otherwise. */
  readonly colour: ((backdrop: Colour, source: Colour) => Colour) | undefined;
  readonly takesBlack: boolean;
}

const replace: BlendInk = (_, source) => source;
const normal: Blend = { isNormal: true, process: replace, spot: replace, colour: undefined, takesBlack: false };
const known = new Map<string, Blend | undefined>([
  ['Normal', normal],
  ['Compatible', normal],
]);

/** Undefined for a mode that no standard names, which counts as Normal. */
export function blendOf(mode: string): Blend | undefined {
  if (!known.has(mode)) known.set(mode, Object.hasOwn(separable, mode) || Object.hasOwn(whole, mode) ? made(mode) : undefined);
  return known.get(mode);
}

export { normal as normalBlend };

function made(mode: string): Blend {
  const process = Object.hasOwn(separable, mode) ? separable[mode]! : undefined;
  const mix = Object.hasOwn(whole, mode) ? whole[mode]! : undefined;
  const light = (inks: Colour): Colour => inks.map((ink) => 1 - ink / 255) as unknown as Colour;
  const ink = (lights: Colour): Colour => lights.map((value) => 255 - 255 * value) as unknown as Colour;
  return {
    isNormal: false,
    process,
    spot: process && keepsWhite.has(mode) ? process : replace,
    colour: mix && ((backdrop, source) => ink(mix(light(backdrop), light(source)))),
    takesBlack: mode === 'Luminosity',
  };
}
