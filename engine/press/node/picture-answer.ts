/** What a picture worker is asked and what it answers. */
import { isPdf } from '../image-header';
import type { PictureSettings, Placement } from '../picture-plan';
import type { PagePreparation, PictureEngine, PictureFacts, Preparation } from './picture-engine';
import type { Focus } from './picture-focus';

export type WorkerRequest =
  | {
      readonly kind: 'prepare';
      readonly bytes: Uint8Array;
      readonly placement: Placement;
      readonly settings: PictureSettings;
    }
  | { readonly kind: 'inspect' | 'focus'; readonly bytes: Uint8Array };

export type Prepared = Preparation | PagePreparation;
export type Answer = Prepared | PictureFacts | { readonly focus: Focus | undefined };

/** PDFs are told from pictures by their first bytes. */
export async function answer(engine: PictureEngine, request: WorkerRequest): Promise<Answer> {
  const page = isPdf(request.bytes);
  const { bytes } = request;
  switch (request.kind) {
    case 'inspect':
      return page ? engine.inspectPage(bytes) : engine.inspect(bytes);
    case 'focus':
      return { focus: page ? undefined : await engine.focus(bytes) };
    case 'prepare': {
      const { placement, settings } = request;
      return page ? engine.place(bytes, placement, settings) : engine.prepare(bytes, placement, settings);
    }
  }
}
