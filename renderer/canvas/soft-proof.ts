/** Soft proof (软打样): how the page looks in print on newsprint, through the press profile, with what the press cannot print. */
import { STEPS, TABLE } from 'virtual:soft-proof';

const table = Uint8Array.from(atob(TABLE), (letter) => letter.charCodeAt(0));
const LAST = STEPS - 1;
/** For each value of a channel: the point of the table at or below it, and how far it is to the next one, in 256ths. */
const POINT = Uint8Array.from({ length: 256 }, (_, value) => Math.min(LAST - 1, Math.floor((value * LAST) / 255)));
const REST = Uint16Array.from({ length: 256 }, (_, value) => Math.round(((value * LAST) / 255 - POINT[value]!) * 256));
const [RED, GREEN, BLUE] = [STEPS * STEPS * 3, STEPS * 3, 3];

/** Colours of an opaque picture, red, green, blue, alpha each, become those of the print; in place. */
export function printOnPaper(pixels: Uint8ClampedArray): void {
  // Neighbours are mostly alike: paper, and flat tints.
  let known = -1;
  let [r, g, b] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    if (colour !== known) {
      known = colour;
      r = printed(colour, 0);
      g = printed(colour, 1);
      b = printed(colour, 2);
    }
    pixels[at] = r;
    pixels[at + 1] = g;
    pixels[at + 2] = b;
  }
}

/** A channel of a colour in print, between the eight points of the table around it. */
function printed(colour: number, channel: number): number {
  const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
  const at = POINT[red]! * RED + POINT[green]! * GREEN + POINT[blue]! * BLUE + channel;
  const [x, y, z] = [REST[red]!, REST[green]!, REST[blue]!];
  const low = mix(mix(table[at]!, table[at + BLUE]!, z), mix(table[at + GREEN]!, table[at + GREEN + BLUE]!, z), y);
  const up = at + RED;
  const high = mix(mix(table[up]!, table[up + BLUE]!, z), mix(table[up + GREEN]!, table[up + GREEN + BLUE]!, z), y);
  return Math.round(mix(low, high, x));
}

function mix(one: number, other: number, rest: number): number {
  return one + ((other - one) * rest) / 256;
}
