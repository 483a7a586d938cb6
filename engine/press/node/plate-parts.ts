/**
 * Plates of the part of a page that is in sight, at the resolution of the screen. The file and what its pages ask only once (spot
 * plates, decoded pictures) are kept from part to part; one file at a time, so that memory stays bounded.
 */
import { readUserFile } from '../../store';
import type { Box } from '../geometry';
import { openPdf, type PdfPage } from '../inspect/document';
import type { Shared } from '../inspect/interpreter';
import { PictureCache } from '../raster/picture-cache';
import { findPlates, type PageParts, separate } from '../raster/separate';
import { separator } from '../raster/separator';
import { platePicture } from './plate-files';
import { inflate, type ProofEngine } from './proof-engine';

/** A part of the first page of a file; pixels from its trimmed page's left upper corner. */
export interface PlatePart {
  /** Path of a press file of one page. */
  readonly file: string;
  /** As in `PlatePicture`. */
  readonly plate: string;
  /** Total ink from which the map is red, per cent. */
  readonly limit: number;
  /** Pixels a point. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Somebody wants another part by now. */
export class Superseded extends Error {}

/** Largest file that is read, bytes. */
const mostBytes = 1 << 30;
/** Pixels of a part: what the largest screens show, and a margin. */
const mostPixels = 24_000_000;
/** Pixels an inch at a zoom of 800 % on a screen of three device pixels a CSS pixel. */
const mostScale = 32;

interface OpenFile {
  readonly file: string;
  readonly page: PdfPage;
  readonly shared: Shared;
  readonly parts: Omit<PageParts, 'watch'>;
}

export class PlateParts {
  private open: OpenFile | undefined;

  constructor(private readonly engine: ProofEngine) {}

  /**
   * A PNG file of the part, whose pixels lie exactly on those asked for; undefined when the page has no such plate or the part
   * lies outside the bounds. `watch` is asked now and then and may throw `Superseded`. Throws what reading and opening the file throw.
   */
  async paint(part: PlatePart, watch: () => void): Promise<Uint8Array | undefined> {
    const { plate, limit, scale, left, top, width, height } = part;
    if (!(scale > 0 && scale <= mostScale && width >= 1 && height >= 1 && width * height <= mostPixels)) return undefined;
    const { page, shared, parts } = await this.fileOf(part.file);
    watch();
    const trim = page.trim ?? page.media;
    const box: Box = {
      left: trim.left + left / scale,
      right: trim.left + (left + width) / scale,
      top: trim.top - top / scale,
      bottom: trim.top - (top + height) / scale,
    };
    const separation = separate(page, shared, box, scale * 72, this.engine.decodeFormat, { ...parts, watch });
    watch();
    return platePicture(separation, this.engine, limit, plate);
  }

  private async fileOf(file: string): Promise<OpenFile> {
    if (this.open?.file === file) return this.open;
    this.open = undefined;
    const page = (await openPdf(await readUserFile(file, mostBytes), file)).pages[0]!;
    const shared: Shared = { inflate, fonts: new Map(), separate: separator((rgb) => this.engine.rgbToInks(rgb)) };
    const parts = { finder: findPlates(page, shared), pictures: new PictureCache(this.engine.decodeFormat) };
    this.open = { file, page, shared, parts };
    return this.open;
  }
}
