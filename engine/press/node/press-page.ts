/** One page of an issue as the bytes of its press file. */
import type { DisplayPage, Picture } from '../../display/types';
import { InputError } from '../../errors';
import type { Issue } from '../../issue/types';
import type { Layout } from '../../layout';
import { readAsset } from '../../store';
import type { Fonts } from '../../store/font-files';
import { auditPdf } from '../audit';
import { type Finding, fileOf, layoutFindings } from '../findings';
import { inkLimit } from '../ink';
import { writePdf } from '../pdf-writer';
import { markMissingPictures } from '../proof';
import type { PdfOptions, PreparedPicture, PressStandard } from '../types';
import type { Pictures } from './pictures';
import { pdfTools } from './tools';

/** What all pages of a job share. */
export interface PressJob {
  /** Folder of the issue. */
  readonly folder: string;
  readonly issue: Issue;
  readonly layout: Layout;
  readonly fonts: Fonts;
  readonly pictures: Pictures;
  readonly options: PdfOptions & { readonly standard: PressStandard };
  /** Mark missing pictures. */
  readonly proof: boolean;
}

/** Lays out, prepares the pictures, writes and inspects. Throws InputError `press.audit`, and what fonts throw. */
export async function pressPage(job: PressJob, number: number): Promise<{ bytes: Uint8Array; findings: Finding[] }> {
  const layout = job.layout.page(number);
  const prepared = new Map<Picture, PreparedPicture>();
  const preparing = picturesOf(layout.display).map((picture) => preparePicture(job, number, picture, prepared));
  const findings = [...layoutFindings(job.issue, layout), ...(await Promise.all(preparing)).flat()];
  const display = job.proof ? marked(job, layout.display, prepared) : layout.display;
  const resources = { ...pdfTools, fontFile: job.fonts.file, picture: (picture: Picture) => prepared.get(picture) };
  const bytes = writePdf([display], resources, { ...job.options, title: `${job.options.title} 第${number}版` });
  await requireSound(bytes, job.options.standard, number);
  return { bytes, findings };
}

const picturesOf = (display: DisplayPage): Picture[] =>
  display.groups.flatMap((group) => group.items.filter((item): item is Picture => item.kind === 'picture'));

function marked({ issue, fonts }: PressJob, display: DisplayPage, prepared: ReadonlyMap<Picture, PreparedPicture>): DisplayPage {
  const missing = (picture: Picture) => !prepared.has(picture);
  return markMissingPictures(display, missing, (picture) => fileOf(issue, picture.asset), fonts.fonts);
}

async function requireSound(bytes: Uint8Array, standard: PressStandard, page: number): Promise<void> {
  const faults = await auditPdf(bytes, standard);
  if (faults.length === 0) return;
  throw new InputError('press.audit', { page, detail: faults.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ') });
}

/** Puts the picture into `prepared`, unless it is missing or broken; tells what there is to know about it. */
async function preparePicture(
  { folder, issue, pictures }: PressJob,
  page: number,
  picture: Picture,
  prepared: Map<Picture, PreparedPicture>,
): Promise<Finding[]> {
  const params = { file: fileOf(issue, picture.asset), limit: inkLimit * 100 };
  const original = await readOriginal(folder, picture.asset);
  if (!original) return [{ page, severity: 'error', rule: 'pictureMissing', params }];
  const placement = { crop: picture.crop, widthPt: picture.width, heightPt: picture.height };
  const answer = await pictures.prepare(original, placement);
  if ('broken' in answer) return [{ page, severity: 'error', rule: brokenRules[answer.broken], params }];
  prepared.set(picture, answer.picture);
  return answer.remarks.map((remark) => ({ page, severity: 'warning', rule: remarkRules[remark], params }));
}

async function readOriginal(folder: string, asset: string): Promise<Uint8Array | undefined> {
  try {
    return await readAsset(folder, asset);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
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
