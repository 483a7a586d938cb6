/** Photographs for painting: read one after the other, kept reduced to the size in use, cut and scaled for their frames once. */
import type { Picture } from '../../engine/display/types';
import { loadLabelFace } from './label-face';
import type { Shown } from './paint';
import { Reduced } from './reduced';
import { makeCanvas, paintStamp, type Stamp, type Stamps } from './stamps';

interface Reading {
  /** Width of the upright original in pixels; 0 while unknown. */
  readonly full: number;
  /** Undefined when it is still being read, or cannot be. */
  readonly reduced: Reduced | undefined;
  readonly state: 'reading' | 'ready' | 'missing' | 'unreadable';
}

const NOTHING: Reading = { full: 0, reduced: undefined, state: 'reading' };

/** Reduced photographs kept, in bytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/** What a screen shows: of a PDF page its picture. */
export const shownAsset = ({ asset, preview }: Pick<Picture, 'asset' | 'preview'>): string => preview ?? asset;

export class Pictures {
  /** In the order of their use, the longest unused first. */
  private readonly readings = new Map<string, Reading>();
  private queue: Promise<void> = Promise.resolve();

  /** `changed` is called with an asset that can be shown better than before. */
  constructor(
    private readonly stamps: Stamps,
    private readonly changed: (asset: string) => void,
  ) {}

  /** `folder` is the address of the photographs. */
  show(folder: string, picture: Picture, width: number, height: number): Shown {
    const { crop, shade } = picture;
    const asset = shownAsset(picture);
    const address = `${folder}/${asset}`;
    const needed = Math.ceil(width / crop.width);
    const reading = this.readings.get(address);
    if (!reading || (reading.state === 'ready' && !isEnough(reading, needed))) this.read(address, asset, needed);
    if (!reading) return 'reading';
    this.touch(address, reading);
    const { reduced, state } = reading;
    if (state === 'missing') return state;
    if (state === 'unreadable') return { unreadable: asset.slice(asset.lastIndexOf('.') + 1).toUpperCase() };
    if (!reduced) return 'reading';
    const key = [address, reduced.width, crop.x, crop.y, crop.width, crop.height, width, height, JSON.stringify(shade)].join(' ');
    return this.stamps.get(key, () => cut(reduced.to(needed), picture, width, height)).picture;
  }

  /** Reads the photograph so large that it is at least `needed` pixels wide, or as large as it is. */
  private read(address: string, asset: string, needed: number): void {
    const before = this.readings.get(address) ?? NOTHING;
    this.readings.set(address, { ...before, state: 'reading' });
    this.queue = this.queue.then(async () => {
      await this.load(address, needed);
      this.changed(asset);
    });
  }

  /** Only in its turn in the queue. */
  private async load(address: string, needed: number): Promise<void> {
    const known = this.readings.get(address) ?? NOTHING;
    if (isEnough(known, needed)) {
      this.readings.set(address, { ...known, state: 'ready' });
      return;
    }
    try {
      this.readings.set(address, { ...(await decode(address, needed)), state: 'ready' });
      this.forget();
    } catch (error) {
      await loadLabelFace();
      this.readings.set(address, { ...NOTHING, state: error instanceof MissingError ? 'missing' : 'unreadable' });
    }
  }

  /** The photograph at an address by itself for a panel, `width` pixels wide at most; undefined when there is none to show. */
  small(address: string, width: number): Promise<Blob | undefined> {
    const made = this.queue.then(async () => {
      await this.load(address, width);
      const reduced = this.readings.get(address)?.reduced;
      return reduced && smallPicture(reduced.to(width), width);
    });
    this.queue = made.then(
      () => undefined,
      () => undefined,
    );
    return made.catch(() => undefined);
  }

  /** Photographs that were not there are read again when they are next shown, which is asked for. */
  lookAgain(): void {
    for (const [address, { state }] of this.readings) {
      if (state !== 'missing') continue;
      this.readings.delete(address);
      this.changed(address.slice(address.lastIndexOf('/') + 1));
    }
  }

  private touch(address: string, reading: Reading): void {
    this.readings.delete(address);
    this.readings.set(address, reading);
  }

  private forget(): void {
    let bytes = 0;
    for (const { reduced } of this.readings.values()) bytes += reduced?.bytes ?? 0;
    for (const [address, { reduced, state }] of this.readings) {
      if (bytes <= MOST_BYTES) return;
      if (state !== 'ready') continue;
      bytes -= reduced?.bytes ?? 0;
      this.readings.delete(address);
    }
  }
}

/** Whether there are so many pixels in its width already, or all that the photograph has. */
function isEnough({ reduced, full }: Reading, needed: number): boolean {
  return reduced !== undefined && reduced.width >= Math.min(needed, full);
}

/** Share of what the eye could tell that is kept: panels are not proofs. */
const SMALL_QUALITY = 0.9;

function smallPicture(source: ImageBitmap | OffscreenCanvas, most: number): Promise<Blob> {
  const width = Math.min(most, source.width);
  const { canvas, context } = makeCanvas(width, Math.max(1, Math.round((source.height * width) / source.width)));
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/webp', quality: SMALL_QUALITY });
}

class MissingError extends Error {}

/** The upright photograph, reduced as far as `needed` allows. Throws MissingError, or another when Chromium cannot read its kind. */
async function decode(address: string, needed: number): Promise<Pick<Reading, 'full' | 'reduced'>> {
  const response = await fetch(address);
  if (!response.ok) throw new MissingError(`${address}: ${response.status}`);
  const original = await createImageBitmap(await response.blob());
  const full = original.width;
  const reduced = new Reduced(new Reduced(original).to(needed));
  if (reduced.width < full) original.close();
  return { full, reduced };
}

function cut(source: ImageBitmap | OffscreenCanvas, { crop, shade }: Picture, width: number, height: number): Stamp {
  const { width: w, height: h } = source;
  const picture = paintStamp(width, height, (context) => {
    context.imageSmoothingQuality = 'high';
    context.drawImage(source, crop.x * w, crop.y * h, crop.width * w, crop.height * h, 0, 0, width, height);
    if (shade) darken(context, shade, width, height);
  });
  return { picture, left: 0, top: 0 };
}

/** Takes from every colour the share that the stops say, from top to foot. */
function darken(
  context: OffscreenCanvasRenderingContext2D,
  shade: NonNullable<Picture['shade']>,
  width: number,
  height: number,
): void {
  const gradient = context.createLinearGradient(0, 0, 0, height);
  for (const { at, dark } of shade) gradient.addColorStop(at, `rgb(0 0 0 / ${dark})`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
}
