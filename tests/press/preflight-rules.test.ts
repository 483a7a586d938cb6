/** Each rule about type, lines, pictures and boxes meets a page that breaks it, and one that just does not. */
import { beforeAll, expect, it } from 'vitest';
import { createProofEngine, inflate, type ProofEngine } from '../../engine/press/node/proof-engine';
import { examinePdf } from '../../engine/press/preflight/examine';
import { newsprintLimits } from '../../engine/press/preflight/limits';
import { makePdf, type PageMaker } from './placed-pages';
import { profilePath } from './support';

let engine: ProofEngine;
beforeAll(async () => {
  engine = await createProofEngine(profilePath);
});

const options = { limits: newsprintLimits, dpi: 36, wholeSheet: true };
const boxes = { TrimBox: [20, 20, 180, 100], BleedBox: [11, 11, 189, 109] };

function grey(make: PageMaker, bits: 1 | 8, side: number, filter?: string) {
  const dict = { Type: 'XObject', Subtype: 'Image', Width: side, Height: side, BitsPerComponent: bits, ColorSpace: 'DeviceGray' };
  const bytes = new Uint8Array((bits * side * side) / 8).fill(85);
  return make.stream({ ...dict, ...(filter ? { Filter: filter } : {}) }, bytes);
}

const resources = (make: PageMaker) => ({
  Font: {
    F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' },
    B: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica-Bold' },
  },
  ExtGState: { O: { OP: true, op: true, OPM: 1 } },
  XObject: { Line: grey(make, 1, 80), Photo: grey(make, 8, 80), Coded: grey(make, 8, 80, 'LZWDecode') },
});

async function rulesOf(content: string, page: Record<string, unknown> = {}): Promise<string[]> {
  const pdf = makePdf({ content, resources, page: { ...boxes, ...page } });
  const { findings } = await examinePdf(pdf, 'a.pdf', { ...engine, inflate }, options);
  return findings.map(({ rule }) => rule);
}

const text = (colour: string, size: number, font = 'F', before = '') =>
  `1 0 0 0 k 40 40 60 40 re f q ${before} ${colour} k BT /${font} ${size} Tf 50 50 Td (ab) Tj ET Q`;
const line = (colour: string, width: number) => `${colour} K ${width} w 50 50 m 100 50 l S`;
const picture = (name: string, points: number) => `q ${points} 0 0 ${points} 50 40 cm /${name} Do Q`;

it.each<[rule: string, broken: string, sound: string]>([
  ['whiteOverprints', text('0 0 0 0', 20, 'F', '/O gs'), text('0 0 0 0', 20)],
  ['reversedType', text('0 0 0 0', 9), text('0 0 0 0', 10)],
  ['reversedType', text('0 0 0 0', 9), text('0 0 0 0', 9, 'B')],
  ['blackKnocksOut', text('0 0 0 1', 9), text('0 0 0 1', 9, 'F', '/O gs')],
  ['tintType', text('0 0 0 0.5', 7), text('0 0 0 0.5', 8)],
  ['fourColourType', text('0.2 0.7 0.7 0.1', 9), text('0 0.7 0 0', 9)],
  ['multiPlateType', text('0 0.7 0.7 0', 9), text('0 0.7 0.7 0', 10)],
  ['richBlackType', text('0.6 0.5 0.5 1', 12), text('0 0 0 1', 12, 'F', '/O gs')],
  ['thinLine', line('0 0 0 1', 0.2), line('0 0 0 1', 0.25)],
  ['colouredLine', line('1 1 0 0', 0.3), line('1 0 0 0', 0.3)],
  ['weakTint', '0 0 0 0.02 k 40 40 20 20 re f', '0 0 0 0.05 k 40 40 20 20 re f'],
  ['pictureTooCoarse', picture('Photo', 58), picture('Photo', 57)],
  ['pictureCoarse', picture('Photo', 40), picture('Photo', 38)],
  ['lineArtResolution', picture('Line', 10), picture('Line', 9)],
  ['pictureCoding', picture('Coded', 30), picture('Photo', 30)],
])('tells %s, and only where it is so', async (rule, broken, sound) => {
  expect(await rulesOf(broken)).toContain(rule);
  expect(await rulesOf(sound)).not.toContain(rule);
});

it.each<[rule: string, broken: Record<string, unknown>]>([
  ['rotated', { Rotate: 90 }],
  ['smallBleed', { BleedBox: [15, 15, 185, 105] }],
  ['boxesNotNested', { BleedBox: [30, 30, 170, 90] }],
])('tells a page that is %s', async (rule, broken) => {
  expect(await rulesOf('')).not.toContain(rule);
  expect(await rulesOf('', broken)).toContain(rule);
});
