/** The files of a handoff: press files, imposed files, proofs, report, job ticket, and the difference sheet of what goes out again. */
import { setImmediate as breath } from 'node:timers/promises';
import { programRoot, readUserFile } from '../../store';
import { openFonts } from '../../store/font-files';
import type { ZipEntry } from '../../store/zip-writer';
import { errorsFirst } from '../findings';
import { files as fileNames, folders, packageName, pressStem } from '../handoff/names';
import { proofPdf } from '../handoff/proof-pdf';
import { type ReportFile, reportHtml } from '../handoff/report-html';
import { presetFindings } from '../handoff/sheet-rules';
import { type Ticket, ticketOf } from '../handoff/ticket';
import { ticketSheet } from '../handoff/ticket-sheet';
import { writePdf } from '../pdf-writer';
import type { PreflightReport } from '../preflight/types';
import { impositionOf, type Job, json, textEntry } from './handoff-job';
import { type DeliveredPage, sha256 } from './handoff-manifest';
import { type ImposedEntry, pressEntries, validPages } from './handoff-press';
import type { ProofRoom } from './proof-room';
import { differenceSheet } from './resend';
import { pdfTools } from './tools';

/** What was found in the pages, and where the issue is not what the shop's preset asks for; errors first. */
export function reportOf({ issue, made, settings }: Job): PreflightReport {
  const findings = [...presetFindings(issue, settings.preset.preset), ...made.report.findings];
  return { ...made.report, findings: errorsFirst(findings) };
}

/** Everything that goes out, in the order of reading. */
export async function packageEntries(job: Job, room: ProofRoom): Promise<ZipEntry[]> {
  const { made, settings, version, before } = job;
  const press = pressEntries(job);
  const valid = validPages(job, press);
  const ticket = makeTicket(job, valid);
  const report = reportOf(job);
  const imposed = await imposedEntries(job);
  const reported: ReportFile[] = [...press, ...imposed].map(({ name, pages, bytes }) => ({
    name,
    pages,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
  const pictures = new Map([...made.pages].map(([page, { pictures: own }]) => [page, own]));
  const html = reportHtml(ticket, report, pictures, reported, settings.voice);
  // Between two strokes of work a signal is heard.
  await breath();
  const entries: ZipEntry[] = [
    ...press.map(({ name, bytes }) => ({ name, bytes })),
    ...imposed.map(({ name, bytes }) => ({ name, bytes })),
    ...proofEntries(job),
    textEntry(fileNames.report, html),
    textEntry(fileNames.findings, json(findingsData(job, report))),
    { name: fileNames.ticket, bytes: ticketPdf(job, ticket) },
    textEntry(fileNames.ticketData, json(ticket)),
  ];
  if (before) entries.push(textEntry(`difference_v${version}.html`, await differenceSheet(job, before, press, imposed, room)));
  return entries;
}

function makeTicket({ issue, settings, made, version }: Job, valid: readonly DeliveredPage[]): Ticket {
  const { preset, condition } = settings.preset;
  return ticketOf(issue, preset, {
    version,
    condition: condition ? `${condition.identifier} ${condition.info}` : made.report.intent,
    standard: preset.standard ?? 'pdfx4',
    imposition: impositionOf(settings),
    copies: settings.copies,
    files: new Map(valid.map(({ page, name: file, bytes = null, sha256: sum }) => [page, { file, bytes, sha256: sum }])),
    reports: made.report.pages,
  });
}

/** Imposed files of sheets with a page that goes out. */
async function imposedEntries({ issue, made, version, changed, settings }: Job): Promise<ImposedEntry[]> {
  const { names } = settings.preset.preset;
  const entries = made.imposed
    .filter(({ pages }) => pages.some((page) => changed.includes(page)))
    .map(async (target) => {
      const nameIn = (each: number) => `${folders.imposed}/${pressStem(issue, target, names, each)}.pdf`;
      return { name: nameIn(version), nameIn, pages: target.pages, bytes: await readUserFile(target.file, 1 << 30) };
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
