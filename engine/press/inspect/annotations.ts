/** Annotations that print (ISO 32000-1 §12.5.5): their appearance where it stands on the page. */
import { PDFArray, PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import { boxAround, type Matrix, rectangleOf, times } from '../geometry';
import type { PdfPage } from './document';
import { numbersOf } from './functions';
import { isHidden } from './optional-content';

const mostAnnotations = 2000;
const hiddenFlag = 2;
const printFlag = 4;

export interface PrintedAnnotation {
  readonly form: PDFRawStream;
  /** The form's parent space → the page's own space. */
  readonly matrix: Matrix;
}

/** What annotations of a page print, the first two thousand of them; those that are hidden or only for the screen are left out. */
export function annotationsOf({ dict, hidden }: PdfPage): PrintedAnnotation[] {
  const list = dict.lookup(PDFName.of('Annots'));
  if (!(list instanceof PDFArray)) return [];
  const count = Math.min(list.size(), mostAnnotations);
  return Array.from({ length: count }, (_, i) => list.lookup(i)).flatMap((annotation) => {
    if (!(annotation instanceof PDFDict) || isHidden(annotation.lookup(PDFName.of('OC')), hidden)) return [];
    if ((flagsOf(annotation) & printFlag) === 0 || isHiddenByFlag(annotation)) return [];
    if (annotation.lookup(PDFName.of('Subtype'))?.toString() === '/Popup') return [];
    const form = appearanceOf(annotation);
    const place = form && placeOf(annotation, form);
    return form && place ? [{ form, matrix: place }] : [];
  });
}

const flagsOf = (annotation: PDFDict): number => numbersOf(annotation.lookup(PDFName.of('F')))[0] ?? 0;

/** Shown neither on a screen nor in print. */
export const isHiddenByFlag = (annotation: PDFDict): boolean => (flagsOf(annotation) & hiddenFlag) !== 0;

/** The normal appearance, of the state that the annotation is in. */
function appearanceOf(annotation: PDFDict): PDFRawStream | undefined {
  const appearances = annotation.lookup(PDFName.of('AP'));
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of('N')) : undefined;
  if (normal instanceof PDFRawStream) return normal;
  const state = annotation.lookup(PDFName.of('AS'));
  const chosen = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined;
  return chosen instanceof PDFRawStream ? chosen : undefined;
}

/** Algorithm 8: the appearance's box, after its matrix, fills the annotation's rectangle. */
function placeOf(annotation: PDFDict, { dict }: PDFRawStream): Matrix | undefined {
  const rectangle = rectangleOf(numbersOf(annotation.lookup(PDFName.of('Rect'))));
  const box = rectangleOf(numbersOf(dict.lookup(PDFName.of('BBox'))));
  if (!rectangle || !box) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(dict.lookup(PDFName.of('Matrix')));
  const around = boxAround([a, b, c, d, e, f], box);
  const [width, height] = [around.right - around.left, around.top - around.bottom];
  if (width <= 0 || height <= 0) return undefined;
  const [x, y] = [(rectangle.right - rectangle.left) / width, (rectangle.top - rectangle.bottom) / height];
  return times([1, 0, 0, 1, -around.left, -around.bottom], [x, 0, 0, y, rectangle.left, rectangle.bottom]);
}
