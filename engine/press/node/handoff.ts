/**
 * The whole package for the print shop: press files, imposed files, proofs, report, job ticket, sums, and all of it as
 * one ZIP. Everything is made before anything is delivered.
 */
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import { exists, programRoot, readUserFile, writeWhole } from '../../store';
import { openFonts } from '../../store/font-files';
import type { ZipEntry } from '../../store/zip-writer';
import { errorsFirst } from '../findings';
import { files as fileNames, folders, packageName, pressStem } from '../handoff/names';
import { type Imposition, limitsOf, type Preset } from '../handoff/preset';
import { proofPdf } from '../handoff/proof-pdf';
import { type ReportFile, reportHtml } from '../handoff/report-html';
import { presetFindings } from '../handoff/sheet-rules';
import { type Ticket, ticketOf } from '../handoff/ticket';
import { ticketSheet } from '../handoff/ticket-sheet';
import type { Voice } from '../handoff/voice';
import { writePdf } from '../pdf-writer';
import type { PreflightFinding, PreflightReport } from '../preflight/types';
import {
  type DeliveredFile,
  type DeliveredPage,
  type Manifest,
  openManifest,
  requireManifest,
  sha256,
  sumsText,
} from './handoff-manifest';
import { type MadePages, makePages } from './handoff-pages';
import type { LoadedPreset } from './preset-file';
import { type ProofRoom, withProofRoom } from './proof-room';
import { differenceSheet } from './resend';
import { withScratch } from './scratch';
import { openStage } from './stage';
import { pdfTools } from './tools';

export interface HandoffSettings {
  readonly preset: LoadedPreset;
  readonly voice: Voice;
  readonly imposition?: Imposition;
  readonly copies?: number;
  /** Send only what has changed since the last handoff into the same folder. */
  readonly resend: boolean;
  /** Replace a handoff that stands in the folder. */
  readonly force: boolean;
  /** ISO 8601, UTC; the day of the issue when undefined. */
  readonly date?: string;
  /** Hears of each page that is pressed, and again when it is examined: steps done of all. */
  readonly progress?: (done: number, total: number) => void;
}

export interface HandoffResult {
  readonly folder: string;
  readonly package: string;
  /** 1 for the first handoff. */
  readonly version: number;
  /** Pages that go out. */
  readonly pages: readonly number[];
  /** Files written, from the folder. */
  readonly files: readonly string[];
  readonly findings: readonly PreflightFinding[];
}

/**
 * Hands an issue off. Throws InputError: what pressing throws; `store.exists` where a handoff stands and is not to be
 * replaced; `press.notHandedOff`, `press.otherIssue`, `press.nothingChanged` when sending again.
 */
export async function handOff(issue: Issue, folder: string, output: string, settings: HandoffSettings): Promise<HandoffResult> {
  const before = settings.resend ? await requireManifest(output, issue) : undefined;
  if (!before && !settings.force) await requireNoHandoff(output);
  const version = before ? before.version + 1 : 1;
  return inWorkshop(async (scratch, room) => {
    const bled = withBleed(issue, settings.preset.preset);
    const made = await makePages(bled, folder, scratch, settings, impositionOf(settings), room);
    const changed = before ? changedPages(made, before) : [...made.pages.keys()];
    if (changed.length === 0) throw new InputError('press.nothingChanged', { file: output });
    const job: Job = { issue: bled, output, settings, made, version, before, changed };
    const entries = await packageEntries(job, room);
    const findings = reportOf(job).findings;
    const written = await deliver(job, entries, room);
    return {
      folder: output,
      package: join(output, packageName(issue, version)),
      version,
      pages: changed,
      files: written,
      findings,
    };
  });
}

const inWorkshop = <T>(work: (scratch: string, room: ProofRoom) => Promise<T>): Promise<T> =>
  withScratch((scratch) => withProofRoom((room) => work(scratch, room)));

interface Job {
  readonly issue: Issue;
  readonly output: string;
  readonly settings: HandoffSettings;
  readonly made: MadePages;
  readonly version: number;
  readonly before: Manifest | undefined;
  /** Pages that go out. */
  readonly changed: readonly number[];
}

async function requireNoHandoff(output: string): Promise<void> {
  const file = join(output, fileNames.manifest);
  if (await exists(file)) throw new InputError('store.exists', { file });
}

/** The shop's bleed instead of the paper's. */
function withBleed(issue: Issue, { bleed }: Preset): Issue {
  return bleed === undefined ? issue : { ...issue, spec: { ...issue.spec, bleed } };
}

function changedPages({ pages }: MadePages, before: Manifest): number[] {
  const known = new Map(before.pages.map(({ page, sha256: sum }) => [page, sum]));
  return [...pages].filter(([page, { pdf }]) => known.get(page) !== sha256(pdf)).map(([page]) => page);
}

function reportOf({ issue, made, settings }: Job): PreflightReport {
  const findings = [...presetFindings(issue, settings.preset.preset), ...made.report.findings];
  return { ...made.report, findings: errorsFirst(findings) };
}

/** Everything that goes out, in the order of reading. */
async function packageEntries(job: Job, room: ProofRoom): Promise<ZipEntry[]> {
  const { issue, made, settings, changed, version, before } = job;
  const press = changed.map((page) => ({ page, name: pressName(job, page), bytes: made.pages.get(page)!.pdf }));
  const valid = validPages(job, press);
  const ticket = makeTicket(job, valid);
  const report = reportOf(job);
  const reported: ReportFile[] = press.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const pictures = new Map([...made.pages].map(([page, { pictures: own }]) => [page, own]));
  const html = reportHtml(ticket, report, pictures, reported, settings.voice);
  // Between two strokes of work a signal is heard.
  await breath();
  const entries: ZipEntry[] = [
    ...press.map(({ name, bytes }) => ({ name, bytes })),
    ...(await imposedEntries(job)),
    ...proofEntries(job),
    textEntry(fileNames.report, html),
    textEntry(fileNames.findings, json(findingsData(job, report))),
    { name: fileNames.ticket, bytes: ticketPdf(job, ticket) },
    textEntry(fileNames.ticketData, json(ticket)),
  ];
  if (before)
    entries.push(
      textEntry(
        `difference_v${version}.html`,
        await differenceSheet(issue, job.output, before, press, version, settings.voice, room),
      ),
    );
  return entries;
}

const pressName = ({ issue, settings, version }: Job, page: number): string =>
  `${folders.press}/${pressStem(issue, page, settings.preset.preset.names, version)}.pdf`;

/** The press files that are valid once these have gone out. */
function validPages(
  { before, made }: Job,
  press: readonly { readonly page: number; readonly name: string; readonly bytes: Uint8Array }[],
): DeliveredPage[] {
  const fresh = press.map(({ page, name, bytes }) => ({ page, name, sha256: sha256(bytes) }));
  const kept = (before?.pages ?? []).filter(({ page }) => made.pages.has(page) && !fresh.some((own) => own.page === page));
  return [...kept, ...fresh].sort((one, other) => one.page - other.page);
}

const impositionOf = ({ imposition, preset }: HandoffSettings): Imposition => imposition ?? preset.preset.imposition ?? 'none';

function makeTicket({ issue, settings, made, version }: Job, valid: readonly DeliveredPage[]): Ticket {
  const { preset, condition } = settings.preset;
  return ticketOf(issue, preset, {
    version,
    condition: condition ? `${condition.identifier} ${condition.info}` : made.report.intent,
    inkLimit: limitsOf(preset).inkLimit,
    standard: preset.standard ?? 'pdfx4',
    imposition: impositionOf(settings),
    copies: settings.copies,
    files: new Map(valid.map(({ page, name, sha256: sum }) => [page, { file: name, sha256: sum }])),
    reports: made.report.pages,
  });
}

/** Imposed files of sheets with a page that goes out. */
async function imposedEntries({ made, version, changed }: Job): Promise<ZipEntry[]> {
  const again = version > 1 ? `_v${version}.pdf` : '.pdf';
  const entries = made.imposed
    .filter(({ pages }) => pages.some((page) => changed.includes(page)))
    .map(async ({ file }) => {
      const name = `${folders.imposed}/${basename(file).replace(/\.pdf$/, again)}`;
      return { name, bytes: await readUserFile(file, 1 << 30) };
    });
  return Promise.all(entries);
}

function proofEntries({ issue, made, changed, version, settings }: Job): ZipEntry[] {
  const { names } = settings.preset.preset;
  const pictures = changed.map((page) => {
    const { proof } = made.pages.get(page)!;
    return { name: `${folders.proofs}/${pressStem(issue, page, names, version)}.jpg`, proof };
  });
  const id = sha256(pictures.map(({ proof }) => sha256(proof.jpeg)).join('')).slice(0, 32);
  const title = `${issue.paper.name} ${issue.date}`;
  const date = settings.date ?? `${issue.date}T00:00:00Z`;
  const pdf = proofPdf(
    pictures.map(({ proof }) => proof),
    title,
    date,
    id,
  );
  const all = packageName(issue, version).replace(/\.zip$/, '_proof.pdf');
  return [...pictures.map(({ name, proof }) => ({ name, bytes: proof.jpeg })), { name: `${folders.proofs}/${all}`, bytes: pdf }];
}

function ticketPdf({ issue, settings, version }: Job, ticket: Ticket): Uint8Array {
  const fonts = openFonts(programRoot());
  const sheet = ticketSheet(ticket, settings.voice.words, fonts.fonts);
  const title = `${issue.paper.name} ${issue.date} ${settings.voice.words('ticketTitle')}${version > 1 ? ` v${version}` : ''}`;
  return writePdf([sheet], { ...pdfTools, fontFile: fonts.file }, { title, date: settings.date ?? `${issue.date}T00:00:00Z` });
}

/** Findings in words, figures of each page, fonts and profiles. */
function findingsData({ made, settings, version }: Job, report: PreflightReport) {
  const { condition } = settings.preset;
  const profile = { identifier: condition?.identifier ?? report.intent, sha256: made.profileSum };
  const fonts = new Map(report.pages.flatMap((page) => page.fonts.map((font) => [font.name, font])));
  return {
    version,
    claim: report.claim,
    trapping: 'none',
    findings: report.findings.map(settings.voice.finding),
    pages: report.pages.map(({ plates: _, ...page }) => page),
    fonts: [...fonts.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    profiles: [profile],
  };
}

const textEntry = (name: string, content: string): ZipEntry => ({ name, bytes: new TextEncoder().encode(content) });
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Adds archive, sums and manifest, and puts all of it into the folder. Gives the files' names. */
async function deliver(job: Job, entries: readonly ZipEntry[], room: ProofRoom): Promise<string[]> {
  const { issue, output, version, before, settings } = job;
  const delivered = entries.map(deliveredFile);
  await breath();
  const name = packageName(issue, version);
  const sums = textEntry(fileNames.sums, sumsText(delivered));
  const archive: ZipEntry = {
    name,
    bytes: (await room.pack({ file: name, entries: [...entries, sums], date: issue.date })).zip,
  };
  const files = mergedFiles(before, [...delivered, deliveredFile(archive)]);
  const manifest = manifestOf(job, entries, files);
  const all = [...entries, archive, textEntry(fileNames.sums, sumsText(files)), textEntry(fileNames.manifest, json(manifest))];
  const stale = settings.force && !before ? await staleFiles(output, files) : [];
  await putInto(output, all);
  for (const name of stale) await rm(join(output, name), { force: true });
  return all.map(({ name }) => name);
}

const deliveredFile = ({ name, bytes }: ZipEntry): DeliveredFile => ({ name, sha256: sha256(bytes) });

function manifestOf(job: Job, entries: readonly ZipEntry[], files: readonly DeliveredFile[]): Manifest {
  const { issue, version, changed } = job;
  const press = entries
    .filter(({ name }) => name.startsWith(`${folders.press}/`))
    .map(({ name, bytes }, i) => ({ page: changed[i]!, name, bytes }));
  const pages = validPages(job, press);
  return { format: 'banxin-handoff', version, paper: issue.paper.name, date: issue.date, pages, files };
}

/** Writes all files beside their places, then moves them there; a folder made for nothing is taken back. */
async function putInto(output: string, files: readonly ZipEntry[]): Promise<void> {
  const stage = await openStage(output);
  const places = files.map(({ name }) => join(output, name));
  try {
    for (const [i, { bytes }] of files.entries()) await writeWhole(await stage.draftOf(places[i]!), bytes);
    await stage.deliver(places, true);
  } finally {
    await stage.close();
  }
}

function mergedFiles(before: Manifest | undefined, fresh: readonly DeliveredFile[]): DeliveredFile[] {
  const names = new Set(fresh.map(({ name }) => name));
  return [...(before?.files ?? []).filter(({ name }) => !names.has(name)), ...fresh].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

/** Files of a handoff that is replaced which the new one does not write. */
async function staleFiles(output: string, files: readonly DeliveredFile[]): Promise<readonly string[]> {
  const old = await openManifest(output).catch(() => undefined);
  const names = new Set(files.map(({ name }) => name));
  return (old?.files ?? []).map(({ name }) => name).filter((name) => !names.has(name));
}
