/**
 * Fonts. A file's bytes go into `readFont`, a user's into `readOwnFont`; composition asks the metrics of a `FontSet`, which finds another face for a
 * character that one lacks; whoever paints or embeds asks the file for outlines or a subset. `packMetrics` and
 * `unpackMetrics` carry metrics to a thread that has no files.
 */

export { CarriedOutlines, metricsFromBytes, metricsToBytes, outlinesToBytes } from './carried';
export { type FaceChoice, withChosenFaces } from './chosen-faces';
export { createFontSet } from './font-set';
export { packMetrics, unpackMetrics } from './metrics';
export { describeFace, extractFace, type FaceDescription, facesIn, type LoadedFont, readFont, readOwnFont } from './read-font';
export { type FontBytes, isCollection } from './sfnt';
export type * from './types';
export { woffSize, woffToSfnt } from './woff';
