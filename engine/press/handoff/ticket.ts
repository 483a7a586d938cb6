/** The job ticket (生产单): what the print shop has to make, as data. */
import type { Issue } from '../../issue/types';
import { imposedSides, type SheetSide } from '../imposition';
import type { MarkSettings } from '../marks';
import type { PageReport } from '../preflight/types';
import type { PressStandard } from '../types';
import { type Imposition, limitsOf, type Preset } from './preset';

export interface TicketPage {
  readonly page: number;
  readonly section: string;
  /** `C`, `M`, `Y`, `K` and spot plates with ink on them. */
  readonly plates: readonly string[];
}

/** A press file that is valid, from the folder of the handoff. */
export interface TicketFile {
  readonly file: string;
  /** Null: not known. */
  readonly bytes: number | null;
  readonly sha256: string;
}

export interface Ticket {
  readonly paper: string;
  readonly publisher: string;
  readonly date: string;
  readonly number: number;
  readonly total: number;
  readonly version: number;
  readonly shop: string;
  readonly shopContact: Preset['contact'] | null;
  readonly contact: { readonly editor: string; readonly phone: string; readonly email: string; readonly address: string };
  /** Null: to be agreed. */
  readonly copies: number | null;
  readonly stock: string | null;
  readonly format: { readonly width: number; readonly height: number; readonly bleed: number };
  readonly standard: PressStandard;
  readonly condition: string;
  readonly inkLimit: number;
  /** Photographs are warned of below the first and refused below the second, ppi. */
  readonly resolution: { readonly least: number; readonly poor: number };
  /** Marks outside the bleed. */
  readonly marks: readonly (keyof MarkSettings)[];
  readonly pageCount: number;
  readonly blankPages: readonly number[];
  readonly pages: readonly TicketPage[];
  /** Each file once, with the numbers of its pages, in the order of the first of them. */
  readonly files: readonly (TicketFile & { readonly pages: readonly number[] })[];
  readonly imposition: Imposition;
  /** Sides of the sheets in the order of printing. */
  readonly sheets: readonly SheetSide[];
  readonly sheet: Preset['sheet'] | null;
  readonly spots: readonly string[];
  readonly trapping: 'none';
}

export interface TicketFacts {
  readonly version: number;
  readonly condition: string;
  readonly standard: PressStandard;
  readonly imposition: Imposition;
  readonly copies: number | undefined;
  /** By number of page; a file of several pages is that of each. */
  readonly files: ReadonlyMap<number, TicketFile>;
  readonly reports: readonly PageReport[];
}

const markNames = ['crop', 'registration', 'colourBar', 'slugLine'] as const;
const processLetters: Readonly<Record<string, string>> = { Cyan: 'C', Magenta: 'M', Yellow: 'Y', Black: 'K' };

/** The job ticket of an issue: what the shop makes, from which files, on which plates. */
export function ticketOf(issue: Issue, preset: Preset, facts: TicketFacts): Ticket {
  const { paper, spec } = issue;
  const limits = limitsOf(preset);
  const platesOf = (page: number) => {
    const coverage = facts.reports.find((report) => report.page === page)?.coverage ?? {};
    return Object.entries(coverage).flatMap(([name, share]) => (share > 0 ? [processLetters[name] ?? name] : []));
  };
  const pages = issue.pages.flatMap(({ number, section }): TicketPage[] => {
    return facts.files.has(number) ? [{ page: number, section, plates: platesOf(number) }] : [];
  });
  const blank = issue.pages.map(({ number }) => number).filter((number) => !facts.files.has(number));
  const inks = new Set(Object.values(processLetters));
  return {
    paper: paper.name,
    publisher: paper.publisher || paper.sponsor,
    date: issue.date,
    number: issue.number,
    total: issue.total,
    version: facts.version,
    shop: preset.shop || paper.printer,
    shopContact: preset.contact ?? null,
    contact: { editor: paper.editor, phone: paper.hotline, email: paper.email, address: paper.address },
    copies: facts.copies ?? preset.copies ?? null,
    stock: preset.stock ?? null,
    format: { width: spec.width, height: spec.height, bleed: spec.bleed },
    standard: facts.standard,
    condition: facts.condition,
    inkLimit: limits.inkLimit,
    resolution: { least: limits.leastPpi, poor: limits.poorPpi },
    marks: markNames.filter((mark) => preset.marks?.[mark]),
    pageCount: issue.pages.length,
    blankPages: blank,
    pages,
    files: filesOf(facts.files),
    imposition: facts.imposition,
    sheets: imposedSides(issue.pages.length, (page) => blank.includes(page)),
    sheet: preset.sheet ?? null,
    spots: [...new Set(pages.flatMap(({ plates }) => plates))].filter((plate) => !inks.has(plate)),
    trapping: 'none',
  };
}

function filesOf(files: TicketFacts['files']): Ticket['files'] {
  const pages = new Map<string, TicketFile & { readonly pages: number[] }>();
  for (const [page, file] of [...files].sort(([one], [other]) => one - other)) {
    const known = pages.get(file.file);
    if (known) known.pages.push(page);
    else pages.set(file.file, { ...file, pages: [page] });
  }
  return [...pages.values()];
}
