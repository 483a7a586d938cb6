/** RGB → process inks through a table, since a colour engine is asked once and pages have millions of pixels. */
import type { Separate } from '../inspect/colour-space';

const steps = 33;

/** @param rgbToInks RGB samples → CMYK samples, 8 bits */
export function separator(rgbToInks: (rgb: Uint8Array) => Uint8Array): Separate {
  let table: Uint8Array | undefined;
  return (red, green, blue, out) => {
    table ??= rgbToInks(gridColours());
    interpolate(table, red * (steps - 1), green * (steps - 1), blue * (steps - 1), out);
  };
}

function gridColours(): Uint8Array {
  const rgb = new Uint8Array(3 * steps ** 3);
  for (let i = 0; i < steps ** 3; i++) {
    const at = [Math.floor(i / steps ** 2), Math.floor(i / steps) % steps, i % steps];
    for (let k = 0; k < 3; k++) rgb[3 * i + k] = Math.round((at[k]! * 255) / (steps - 1));
  }
  return rgb;
}

/** Over the tetrahedron that holds the colour: greys stay between greys. */
function interpolate(table: Uint8Array, red: number, green: number, blue: number, out: Float64Array): void {
  const [r, g, b] = [cell(red), cell(green), cell(blue)];
  const parts: [share: number, stride: number][] = [
    [red - r, steps * steps],
    [green - g, steps],
    [blue - b, 1],
  ];
  parts.sort(([one], [other]) => other - one);
  let index = (r * steps + g) * steps + b;
  let before = 1;
  for (let k = 0; k < 4; k++) out[k] = 0;
  for (let i = 0; i <= 3; i++) {
    const share = i < 3 ? parts[i]![0] : 0;
    const weight = (before - share) / 255;
    for (let k = 0; k < 4; k++) out[k]! += weight * table[4 * index + k]!;
    before = share;
    if (i < 3) index += parts[i]![1];
  }
}

const cell = (value: number): number => Math.min(steps - 2, Math.floor(value));
