/** What a picture worker is asked and what it answers. */
import { isPdf } from '../image-header';
import type { PictureSettings, Placement } from '../picture-plan';
import type { PagePreparation, PictureEngine, PictureFacts, Preparation } from './picture-engine';

export type WorkerRequest =
  | {
      readonly kind: 'prepare';
      readonly bytes: Uint8Array;
      readonly placement: Placement;
      readonly settings: PictureSettings;
    }
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array };

export type Prepared = Preparation | PagePreparation;
export type Answer = Prepared | PictureFacts;

/** PDFs are told from pictures by their first bytes. */
export async function answer(engine: PictureEngine, request: WorkerRequest): Promise<Answer> {
  const page = isPdf(request.bytes);
  if (request.kind === 'inspect') return page ? engine.inspectPage(request.bytes) : engine.inspect(request.bytes);
  const { bytes, placement, settings } = request;
  return page ? engine.place(bytes, placement, settings) : engine.prepare(bytes, placement, settings);
}
