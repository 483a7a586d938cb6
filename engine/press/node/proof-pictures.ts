/** Pictures of a page for proofs and the report, from its plates. */
import { dataUri } from '../handoff/html';
import type { ProofPage } from '../handoff/proof-pdf';
import type { PagePictures } from '../handoff/report-html';
import { processSamples } from '../raster/composite';
import { inkMapPicture, totals } from '../raster/ink-map';
import { reduced } from '../raster/picture-planes';
import { inverted } from '../raster/png';
import type { Separation } from '../raster/separate';
import { plateLetter } from './plate-files';
import type { ProofEngine } from './proof-engine';

export interface ProofPictures {
  readonly proof: ProofPage;
  readonly pictures: PagePictures;
}

/** The small plates of the report are this many times smaller than the proof. */
const plateReduction = 4;

/** @param limit total ink from which the map is red, per cent */
export function proofPictures(separation: Separation, engine: ProofEngine, limit: number): ProofPictures {
  const { plates, dpi } = separation;
  const { width, height } = plates;
  const jpeg = engine.jpeg(engine.toScreen(processSamples(separation)), width, height);
  const small = reduced(
    { width, height, names: [], planes: plates.plates.map(({ ink }) => ink) },
    plateReduction,
    plateReduction,
  );
  const picture = (rgb: Uint8Array) => dataUri(engine.jpeg(rgb, small.width, small.height), 'image/jpeg');
  const inked = plates.plates.map(({ name }, i) => ({ name, ink: small.planes[i]! }));
  const ink = { width: small.width, height: small.height, plates: inked };
  return {
    proof: { jpeg, width, height, dpi },
    pictures: {
      page: dataUri(jpeg, 'image/jpeg'),
      plates: [
        ...inked.map(({ name, ink: own }) => ({ plate: plateLetter(name), picture: picture(tripled(inverted(own))) })),
        { plate: 'ink', picture: picture(inkMapPicture(totals(ink), limit)) },
      ],
    },
  };
}

/** Grey samples as RGB. */
function tripled(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(3 * grey.length);
  for (let i = 0; i < grey.length; i++) rgb.fill(grey[i]!, 3 * i, 3 * i + 3);
  return rgb;
}
