/** What a plate room asks of the file as a whole, and of its boxes (ISO 15930-4, 15930-7; ISO 32000-1). */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { type Box, meets, rectangleOf } from '../geometry';
import { isPressProfile } from '../icc-profile';
import type { OpenPdf, PdfPage } from '../inspect/document';
import { decodeStream, type Inflate } from '../inspect/filters';
import { numbersOf } from '../inspect/functions';
import type { Limits } from './limits';
import type { PreflightFinding } from './types';

export interface FileFindings {
  readonly findings: readonly PreflightFinding[];
  readonly claim: string;
  readonly intent: string;
}

const file = (severity: 'error' | 'warning', rule: string, params: PreflightFinding['params'] = {}): PreflightFinding => ({
  page: 0,
  severity,
  rule,
  params,
});

/**
 * What speaks against a file as a whole, with the standard that it claims and its output intent. One that needs a password is
 * examined no further.
 */
export function fileFindings(pdf: OpenPdf, inflate: Inflate): FileFindings {
  if (pdf.encryption === 'closed') return { findings: [file('error', 'pdfEncrypted')], claim: '', intent: '' };
  const claim = claimOf(pdf);
  const { findings, name } = intentFindings(pdf, claim, inflate);
  const restricted = pdf.encryption === 'open' ? [file('error', 'pdfRestricted')] : [];
  return { findings: [...restricted, ...claimFindings(pdf, claim), ...findings, ...activeFindings(pdf)], claim, intent: name };
}

/** X-1a and X-3 claim in the Info dictionary, X-4 in XMP. */
function claimOf({ context, catalog }: OpenPdf): string {
  const metadata = catalog?.lookup(PDFName.of('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents.subarray(0, 1 << 20)) : '';
  const inXmp = /GTS_PDFXVersion\s*(?:>|=\s*["'])\s*(PDF\/X-[^<"']{1,20})/.exec(xmp)?.[1];
  const info = context.lookup(context.trailerInfo.Info);
  const stated = info instanceof PDFDict ? info.lookup(PDFName.of('GTS_PDFXVersion')) : undefined;
  return (inXmp ?? textOf(stated)).trim();
}

function textOf(object: unknown): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText().slice(0, 200) : '';
}

function claimFindings({ version }: OpenPdf, claim: string): PreflightFinding[] {
  if (claim === '') return [file('warning', 'noClaim')];
  const most = claim.startsWith('PDF/X-1') || claim.startsWith('PDF/X-3') ? '1.4' : '1.6';
  return version > most ? [file('error', 'claimVersion', { claim, version, most })] : [];
}

/** X-4 wants the profile in the file; X-1a and X-3 that, or a condition that a registry knows. */
function intentFindings({ catalog }: OpenPdf, claim: string, inflate: Inflate): { findings: PreflightFinding[]; name: string } {
  const array = catalog?.lookup(PDFName.of('OutputIntents'));
  const intents = array instanceof PDFArray ? array.asArray().map((_, i) => array.lookup(i)) : [];
  const press = intents.find(
    (entry): entry is PDFDict => entry instanceof PDFDict && entry.lookup(PDFName.of('S'))?.toString() === '/GTS_PDFX',
  );
  if (!press) return { findings: [file(claim ? 'error' : 'warning', 'noIntent')], name: '' };
  const name = textOf(press.lookup(PDFName.of('OutputConditionIdentifier')));
  const profile = press.lookup(PDFName.of('DestOutputProfile'));
  if (!(profile instanceof PDFRawStream)) {
    const isKnown = claim !== 'PDF/X-4' && textOf(press.lookup(PDFName.of('RegistryName'))) !== '';
    return { findings: claim === '' || isKnown ? [] : [file('error', 'noIntentProfile', { name })], name };
  }
  const components = numbersOf(profile.dict.lookup(PDFName.of('N')))[0];
  const isCmyk = components === 4 && isPressProfile(decodeStream(profile, inflate).bytes);
  return { findings: isCmyk ? [] : [file('error', 'intentNotCmyk', { name })], name };
}

/** Scripts, forms, layers and attachments do not belong into a file that is plated. */
function activeFindings({ catalog }: OpenPdf): PreflightFinding[] {
  const has = (key: string) => catalog?.lookup(PDFName.of(key)) !== undefined;
  const names = catalog?.lookup(PDFName.of('Names'));
  const inNames = (key: string) => names instanceof PDFDict && names.lookup(PDFName.of(key)) !== undefined;
  const found = [
    ...(inNames('JavaScript') || has('AA') || scripts(catalog) ? ['JavaScript'] : []),
    ...(has('AcroForm') ? ['AcroForm'] : []),
    ...(inNames('EmbeddedFiles') ? ['EmbeddedFiles'] : []),
    ...(has('OCProperties') ? ['OCProperties'] : []),
  ];
  return found.map((what) => file(what === 'OCProperties' ? 'warning' : 'error', 'activeContent', { what }));
}

function scripts(catalog: PDFDict | undefined): boolean {
  const action = catalog?.lookup(PDFName.of('OpenAction'));
  return action instanceof PDFDict && action.lookup(PDFName.of('S'))?.toString() === '/JavaScript';
}

const slack = 0.05;
const pointsPerMm = 72 / 25.4;

const contains = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left - slack &&
  inner.bottom >= outer.bottom - slack &&
  inner.right <= outer.right + slack &&
  inner.top <= outer.top + slack;

/** Whether a page's boxes stand in each other and give the bleed that is wished, mm; turned pages and annotations that print. */
export function pageBoxFindings(page: PdfPage, { bleed: wished }: Limits): PreflightFinding[] {
  const { number, media, bleed, trim, art, rotate, dict } = page;
  const found = (severity: 'error' | 'warning', rule: string, params: PreflightFinding['params'] = {}): PreflightFinding => ({
    page: number,
    severity,
    rule,
    params,
  });
  const findings: PreflightFinding[] = [];
  const finished = trim ?? art;
  if (!finished) findings.push(found('error', 'noTrimBox'));
  const nested =
    (!finished || contains(media, finished)) &&
    (!bleed || contains(media, bleed)) &&
    (!bleed || !finished || contains(bleed, finished));
  if (!nested) findings.push(found('error', 'boxesNotNested'));
  if (finished && nested && wished > 0) {
    const outer = bleed ?? finished;
    const least = Math.min(
      finished.left - outer.left,
      finished.bottom - outer.bottom,
      outer.right - finished.right,
      outer.top - finished.top,
    );
    const mm = Math.round((least / pointsPerMm) * 10) / 10;
    if (mm < wished - 0.05) findings.push(found('warning', 'smallBleed', { bleed: mm, least: wished }));
  }
  if (rotate % 360 !== 0) findings.push(found('warning', 'rotated', { degrees: rotate }));
  const annotations = dict.lookup(PDFName.of('Annots'));
  if (
    annotations instanceof PDFArray &&
    annotations.asArray().some((_, i) => isInside(annotations.lookup(i), bleed ?? finished ?? media))
  )
    findings.push(found('error', 'annotation'));
  return findings;
}

const harmless = new Set(['/TrapNet', '/PrinterMark', '/Popup']);

function isInside(annotation: unknown, box: Box): boolean {
  if (!(annotation instanceof PDFDict) || harmless.has(annotation.lookup(PDFName.of('Subtype'))?.toString() ?? '')) return false;
  const rectangle = rectangleOf(numbersOf(annotation.lookup(PDFName.of('Rect'))));
  return rectangle !== undefined && meets(rectangle, box);
}
