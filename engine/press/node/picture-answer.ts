/** What a picture worker is asked and what it answers. */
import type { PictureSettings, Placement } from '../picture-plan';
import type { PictureEngine, PictureFacts, Preparation } from './picture-engine';

export type WorkerRequest =
  | {
      readonly kind: 'prepare';
      readonly bytes: Uint8Array;
      readonly placement: Placement;
      readonly settings: PictureSettings;
    }
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array };

export type Answer = Preparation | PictureFacts;

export function answer(engine: PictureEngine, request: WorkerRequest): Answer {
  if (request.kind === 'inspect') return engine.inspect(request.bytes);
  return engine.prepare(request.bytes, request.placement, request.settings);
}
