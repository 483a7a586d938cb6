/**
 * What a print shop wants, written once as a JSON file: by the shop, or by the editor after a telephone call. Every key but
 * `format`, `version` and `shop` may be left out; docs/preset.md tells what each means.
 */
import { flag, integer, list, matching, number, oneOf, optional, record, text } from '../../issue/reading';
import type { Issue } from '../../issue/types';
import type { MarkSettings } from '../marks';
import { type Limits, newsprintLimits } from '../preflight/limits';
import type { PressStandard } from '../types';

export interface Preset {
  readonly format: 'banxin-preset';
  readonly version: 1;
  readonly shop: string;
  readonly contact?: { readonly name?: string; readonly phone?: string; readonly email?: string; readonly address?: string };
  readonly standard?: PressStandard;
  /** Trimmed page that the shop expects, and its bleed, mm. */
  readonly page?: { readonly width: number; readonly height: number };
  readonly bleed?: number;
  /** ICC file beside the preset, and what the condition is called. */
  readonly profile?: string;
  readonly condition?: { readonly identifier: string; readonly info: string };
  /** Total ink that a finished file may have, and that photographs are separated to, per cent. */
  readonly inkLimit?: number;
  readonly separationInkLimit?: number;
  /** Photographs: reduced to the first above the second; warned of below the third, refused below the fourth, ppi. */
  readonly resolution?: { readonly reduced?: number; readonly most?: number; readonly least?: number; readonly poor?: number };
  readonly marks?: MarkSettings;
  readonly imposition?: Imposition;
  /** One press file a page (when it is left out), or one of all pages. */
  readonly files?: 'pages' | 'issue';
  /** The sheet or the web: paper, gripper at one edge, cut-off of the cylinder, mm. */
  readonly sheet?: { readonly width: number; readonly height: number; readonly gripper?: number; readonly cutOff?: number };
  /** Pages that may carry colour; all others become black alone. All may when it is left out. */
  readonly colourPages?: readonly number[];
  /** The house colour prints from its spot plate. */
  readonly spot?: boolean;
  /** Name of a press file without its ending: `{paper}_{date}_{page}`. */
  readonly names?: string;
  readonly copies?: number;
  readonly stock?: string;
}

/** What an editor may wish otherwise than the shop's preset for one time. */
export type PressChoice = Required<Pick<Preset, 'standard' | 'spot' | 'files' | 'imposition' | 'marks'>>;

/** No imposed files, spreads for readers, or the printer's sheets. */
export type Imposition = 'none' | 'readers' | 'sheets';

const line = text(200);
const millimetres = number(20, 3000);
const readMarks = record<MarkSettings>({ crop: flag, registration: flag, colourBar: flag, slugLine: flag });
const readStandard = oneOf<PressStandard>('pdfx4', 'pdfx1a');
const readImposition = oneOf<Imposition>('none', 'readers', 'sheets');
const readFiles = oneOf<'pages' | 'issue'>('pages', 'issue');

/** Readers throw `Fault` with the place of what is wrong. */
export const readPreset = record<Preset>({
  format: oneOf('banxin-preset'),
  version: oneOf(1),
  shop: line,
  contact: optional(
    record<NonNullable<Preset['contact']>>({
      name: optional(line),
      phone: optional(line),
      email: optional(line),
      address: optional(line),
    }),
  ),
  standard: optional(readStandard),
  page: optional(record<NonNullable<Preset['page']>>({ width: millimetres, height: millimetres })),
  bleed: optional(number(0, 20)),
  profile: optional(matching(/^[^/\\\0]{1,200}\.ic[cm]$/i)),
  condition: optional(
    record<NonNullable<Preset['condition']>>({
      identifier: matching(/^[\x20-\x7e]{1,100}$/),
      info: matching(/^[\x20-\x7e]{0,200}$/),
    }),
  ),
  inkLimit: optional(number(100, 400)),
  separationInkLimit: optional(number(100, 400)),
  resolution: optional(
    record<NonNullable<Preset['resolution']>>({
      reduced: optional(number(72, 1200)),
      most: optional(number(72, 1200)),
      least: optional(number(30, 600)),
      poor: optional(number(20, 600)),
    }),
  ),
  marks: optional(readMarks),
  imposition: optional(readImposition),
  files: optional(readFiles),
  sheet: optional(
    record<NonNullable<Preset['sheet']>>({
      width: millimetres,
      height: millimetres,
      gripper: optional(number(0, 50)),
      cutOff: optional(millimetres),
    }),
  ),
  colourPages: optional(list(integer(1, 64), 64)),
  spot: optional(flag),
  names: optional(text(100)),
  copies: optional(integer(1, 100_000_000)),
  stock: optional(line),
});

/** Reads what a window asks for; throws `Fault` as the preset's reader does. */
export const readChoice = record<PressChoice>({
  standard: readStandard,
  spot: flag,
  files: readFiles,
  imposition: readImposition,
  marks: readMarks,
});

export const plainPreset: Preset = { format: 'banxin-preset', version: 1, shop: '' };

const noMarks: MarkSettings = { crop: false, registration: false, colourBar: false, slugLine: false };

/** What a shop's preset says of what may be wished otherwise, and what holds where it says nothing. */
export function choiceOf({
  standard = 'pdfx4',
  spot = false,
  files = 'pages',
  imposition = 'none',
  marks = noMarks,
}: Preset): PressChoice {
  return { standard, spot, files, imposition, marks };
}

/** The issue with the shop's bleed instead of the paper's. */
export function withBleed(issue: Issue, { bleed }: Preset): Issue {
  return bleed === undefined ? issue : { ...issue, spec: { ...issue.spec, bleed } };
}

/** What preflight goes by for this shop. */
export function limitsOf({ inkLimit, resolution, bleed }: Preset): Limits {
  return {
    ...newsprintLimits,
    ...(inkLimit === undefined ? {} : { inkLimit }),
    ...(resolution?.least === undefined ? {} : { leastPpi: resolution.least }),
    ...(resolution?.poor === undefined ? {} : { poorPpi: resolution.poor }),
    ...(bleed === undefined ? {} : { bleed }),
  };
}
