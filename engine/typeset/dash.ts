import type { FaceMetrics } from '../fonts/types';
import { inkOf } from './ink';

const HORIZONTAL_BAR = 0x2015; // ―
/** How far the halves of —— overlap, em: edges that only touch leave a seam where a screen smooths them. */
export const DASH_OVERLAP = 1 / 40;

/** An em dash narrower than this, em, is drawn for Latin text: short, and lower than the middle of Han. */
const CHINESE_DASH_LEAST = 0.95;
/** A bar thinner than this part of the dash would fall out of the face's weight. */
const THICKNESS_LEAST = 0.6;

/**
 * Glyph for one half of 破折号. Where a face's — is a Latin one, its ― stands in if it has the width of Han and about the
 * weight of the dash.
 */
export function dashGlyph(face: FaceMetrics, dash: number): number {
  const least = CHINESE_DASH_LEAST * face.unitsPerEm;
  if (face.advanceOf(dash) >= least) return dash;
  const bar = face.glyphOf(HORIZONTAL_BAR);
  if (bar === 0 || face.advanceOf(bar) < least) return dash;
  return thickness(face, bar) >= THICKNESS_LEAST * thickness(face, dash) ? bar : dash;
}

function thickness(face: FaceMetrics, glyph: number): number {
  const ink = inkOf(face, glyph);
  return ink ? ink.yMax - ink.yMin : 0;
}
