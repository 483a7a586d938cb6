/** The window's own face for words that the painting worker writes: a system may have no Chinese one. */

export const LABEL_FAMILY = 'Banxin UI';

let loaded: Promise<unknown> | undefined;

/** Loads the face once; without it the system's faces have to do. */
export function loadLabelFace(): Promise<unknown> {
  loaded ??= load().catch(() => undefined);
  return loaded;
}

async function load(): Promise<void> {
  const face = new FontFace(LABEL_FAMILY, `url(${self.location.origin}/fonts/hei-bold)`, { weight: '600' });
  // A worker has its set of faces where a page has that of its document.
  const { fonts } = self as unknown as { readonly fonts: FontFaceSet };
  fonts.add(await face.load());
}
