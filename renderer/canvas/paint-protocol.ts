/** Between the window and its painting worker. */
import type { PixelRect } from './paint';

export type PaintRequest =
  /** Composed pages come in by this port. */
  | { readonly kind: 'connect'; readonly port: MessagePort }
  /** Another issue: pages of earlier revisions are none of its. `folder` is the address of its photographs. */
  | { readonly kind: 'issue'; readonly folder: string; readonly since: number }
  /** Photographs that were not there are looked for again; those still missing are shown by this name. */
  | { readonly kind: 'missing'; readonly name: string }
  | FrameRequest
  /** Nothing is shown in that slot any more. */
  | { readonly kind: 'leave'; readonly slot: number }
  /** Wants a small picture of a page, `width` device pixels wide, now and after every change; 0 wants it no longer. */
  | { readonly kind: 'thumbnail'; readonly page: number; readonly width: number }
  /** Wants a photograph by itself, `width` pixels wide at most. */
  | { readonly kind: 'photograph'; readonly address: string; readonly width: number };

/** A part of a page, painted at once and again whenever the page changes, until the next request for this slot. */
export interface FrameRequest {
  readonly kind: 'frame';
  /** Several pages are shown at the same time, each in a slot of its own. */
  readonly slot: number;
  readonly page: number;
  /** Paper and ink as they look in print (软打样). */
  readonly soft: boolean;
  /** Device pixels a point. */
  readonly scale: number;
  readonly part: PixelRect;
}

export type PaintAnswer = Frame | Thumbnail | Photograph;

export interface Frame extends Omit<FrameRequest, 'kind'> {
  readonly kind: 'frame';
  /** Of the document that it shows. */
  readonly revision: number;
  readonly bitmap: ImageBitmap;
}

export interface Thumbnail {
  readonly kind: 'thumbnail';
  readonly page: number;
  readonly bitmap: ImageBitmap;
}

export interface Photograph {
  readonly kind: 'photograph';
  readonly address: string;
  /** Undefined when it is missing or cannot be read. */
  readonly picture: Blob | undefined;
}
