/** An issue's pages as press PDFs in a folder: lay out, prepare pictures, write, inspect, deliver. One file a page. */
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DisplayPage, Picture } from '../../display/types';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import { createLayout, type Layout } from '../../layout';
import { exists, makeFolder, openIssue, programRoot, readAsset, writeWhole } from '../../store';
import { type Fonts, openFonts } from '../../store/font-files';
import { auditPdf } from '../audit';
import { pressFileName } from '../file-name';
import { type Finding, fileOf, isEmptyPage, layoutFindings, unplacedFindings } from '../findings';
import { inkLimit } from '../ink';
import { writePdf } from '../pdf-writer';
import { markMissingPictures } from '../proof';
import type { OutputIntent, PdfOptions, PreparedPicture, PressStandard } from '../types';
import { PRESS_PROFILE } from './picture-files';
import { createPictures, type Pictures } from './pictures';
import { pdfTools } from './tools';

export interface PressSettings {
  readonly standard: PressStandard;
  /** Mark missing pictures visibly; the files are named so that they are not taken for press files. */
  readonly proof: boolean;
  /** Print the house colour from its spot plate. */
  readonly spot: boolean;
  /** Replace files that are already there. */
  readonly force: boolean;
  /** ISO 8601, UTC; the day of the issue when undefined. */
  readonly date?: string;
}

export interface PressFile {
  readonly page: number;
  readonly file: string;
  readonly bytes: number;
  readonly seconds: number;
}

export interface PressResult {
  readonly files: readonly PressFile[];
  /** Numbers of empty pages. */
  readonly skipped: readonly number[];
  readonly findings: readonly Finding[];
}

const condition = { identifier: 'IFRA26S', info: 'Coldset newsprint (IFRA26S 2004), total ink 220 %' };

/**
 * `done` hears of each file as it is delivered. Throws InputError: no issue, nothing to write, a file that stands already,
 * a folder that cannot be written, a missing font. Each file is whole or absent.
 */
export async function pressIssue(
  folder: string,
  output: string,
  settings: PressSettings,
  done: (file: PressFile) => void,
): Promise<PressResult> {
  const issue = await openIssue(folder);
  const numbers = issue.pages.filter((page) => !isEmptyPage(page)).map((page) => page.number);
  if (numbers.length === 0) throw new InputError('press.noPages', { file: folder });
  const targets = new Map(numbers.map((number) => [number, join(output, fileName(issue, number, settings.proof))]));
  if (!settings.force) await requireAbsent([...targets.values()]);
  const profile = join(programRoot(), PRESS_PROFILE);
  const options = pdfOptions(issue, settings, readIntent(profile));
  const pictures = createPictures(profile);
  const fonts = openFonts(programRoot());
  const press = new Press(issue, folder, createLayout(issue, fonts.fonts), fonts, pictures, options, settings.proof);
  const made = await makeFolder(output);
  const files: PressFile[] = [];
  const findings: Finding[] = [...unplacedFindings(issue)];
  try {
    for (const [page, file] of targets) {
      const start = performance.now();
      const { bytes, findings: found } = await press.page(page, file);
      await writeWhole(file, bytes, { keepExisting: !settings.force });
      findings.push(...found);
      files.push({ page, file, bytes: bytes.length, seconds: Math.round(performance.now() - start) / 1000 });
      done(files.at(-1)!);
    }
  } catch (error) {
    if (made !== undefined && files.length === 0) await rm(made, { recursive: true, force: true });
    throw error;
  } finally {
    await pictures.close();
  }
  const skipped = issue.pages.filter(isEmptyPage).map((page) => page.number);
  return { files, skipped, findings };
}

function fileName(issue: Issue, page: number, proof: boolean): string {
  const name = pressFileName(issue.paper.name, issue.date, page);
  return proof ? name.replace(/\.pdf$/, '_proof.pdf') : name;
}

async function requireAbsent(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (await exists(file)) throw new InputError('store.exists', { file });
  }
}

function readIntent(profile: string): OutputIntent {
  if (!existsSync(profile)) throw new InputError('press.noProfile', { file: profile });
  const bytes = readFileSync(profile);
  if (bytes.toString('latin1', 12, 20) !== 'prtrCMYK') throw new InputError('press.badProfile', { file: profile });
  return { profile: bytes, ...condition };
}

function pdfOptions(issue: Issue, settings: PressSettings, intent: OutputIntent): PdfOptions {
  const { paper, date, number } = issue;
  const spots = settings.spot && paper.accentSpot ? [{ name: paper.accentSpot, colour: paper.accent }] : [];
  const title = `${paper.name} ${date} 第${number}期`;
  return { title, date: settings.date ?? `${date}T00:00:00Z`, standard: settings.standard, intent, spots };
}

class Press {
  constructor(
    private readonly issue: Issue,
    private readonly folder: string,
    private readonly layout: Layout,
    private readonly fonts: Fonts,
    private readonly pictures: Pictures,
    private readonly options: PdfOptions,
    private readonly proof: boolean,
  ) {}

  /** The bytes of a page's file, inspected. `file` is its name, for errors. */
  async page(number: number, file: string): Promise<{ bytes: Uint8Array; findings: Finding[] }> {
    const layout = this.layout.page(number);
    const prepared = new Map<Picture, PreparedPicture>();
    const jobs = picturesOf(layout.display).map((picture) => this.picture(number, picture, prepared));
    const findings = [...layoutFindings(this.issue, layout), ...(await Promise.all(jobs)).flat()];
    const display = this.proof ? this.marked(layout.display, prepared) : layout.display;
    const resources = {
      ...pdfTools,
      fontFile: this.fonts.file,
      picture: (picture: Picture) => prepared.get(picture),
    };
    const options = { ...this.options, title: `${this.options.title} 第${number}版` };
    const bytes = writePdf([display], resources, options);
    const faults = await auditPdf(bytes, this.options.standard!);
    if (faults.length > 0) {
      throw new InputError('press.audit', { file, detail: faults.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ') });
    }
    return { bytes, findings };
  }

  private marked(display: DisplayPage, prepared: ReadonlyMap<Picture, PreparedPicture>): DisplayPage {
    const missing = (picture: Picture) => !prepared.has(picture);
    return markMissingPictures(display, missing, (picture) => fileOf(this.issue, picture.asset), this.fonts.fonts);
  }

  /** Puts the picture into `prepared`, unless it is missing or broken; tells what there is to know about it. */
  private async picture(page: number, picture: Picture, prepared: Map<Picture, PreparedPicture>): Promise<Finding[]> {
    const params = { file: fileOf(this.issue, picture.asset), limit: inkLimit * 100 };
    const original = await this.asset(picture.asset);
    if (!original) return [{ page, severity: 'error', rule: 'pictureMissing', params }];
    const placement = { crop: picture.crop, widthPt: picture.width, heightPt: picture.height };
    const answer = await this.pictures.prepare(original, placement);
    if ('broken' in answer) return [{ page, severity: 'error', rule: brokenRules[answer.broken], params }];
    prepared.set(picture, answer.picture);
    return answer.remarks.map((remark) => ({ page, severity: 'warning', rule: remarkRules[remark], params }));
  }

  private async asset(name: string): Promise<Uint8Array | undefined> {
    try {
      return await readAsset(this.folder, name);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }
}

const brokenRules = {
  unknown: 'pictureUnknown',
  'too-large': 'pictureTooLarge',
  damaged: 'pictureDamaged',
  truncated: 'pictureTruncated',
  failed: 'pictureFailed',
} as const;

const remarkRules = { 'profile-refused': 'profileRefused', 'ink-limited': 'inkLimited' } as const;

const picturesOf = (display: DisplayPage): Picture[] =>
  display.groups.flatMap((group) => group.items.filter((item): item is Picture => item.kind === 'picture'));
