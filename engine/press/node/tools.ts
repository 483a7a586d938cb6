import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfResources } from '../types';

/** The parts of PdfResources that Node brings along. */
export const pdfTools: Pick<PdfResources, 'deflate' | 'digest'> = {
  // With the larger table outlines pack a fifth faster, into the same size.
  deflate: (bytes) => deflateSync(bytes, { memLevel: 9 }),
  digest(chunks) {
    const hash = createHash('sha256');
    for (const chunk of chunks) hash.update(chunk);
    return hash.digest();
  },
};
