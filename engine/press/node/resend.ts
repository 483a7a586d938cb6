/** What a page sent again changes: compared with the press file that it replaces. */
import { join } from 'node:path';
import { InputError } from '../../errors';
import { readUserFile } from '../../store';
import { changedAreas, changedPassages } from '../handoff/difference';
import { differenceHtml, type PageDifference, type ReplacedFile } from '../handoff/difference-html';
import { dataUri } from '../handoff/html';
import type { Look } from './examination';
import type { Job } from './handoff-job';
import { type DeliveredPage, type Manifest, sha256 } from './handoff-manifest';
import type { ImposedEntry, PressEntry } from './handoff-press';
import type { ProofRoom } from './proof-room';

const dpi = 72;
const mostBytes = 1 << 30;

/** The sheet of pages that differ from an earlier delivery, as HTML; `before` is that delivery's manifest. Throws what reading throws but for damaged files. */
export async function differenceSheet(
  { issue, output, changed, version, settings: { voice } }: Job,
  before: Manifest,
  press: readonly PressEntry[],
  imposed: readonly ImposedEntry[],
  room: ProofRoom,
): Promise<string> {
  const pages: PageDifference[] = [];
  for (const page of changed) {
    const { name, bytes, pages: inFile } = press.find((entry) => entry.pages.includes(page))!;
    const replaced = before.pages.find((entry) => entry.page === page);
    const old = replaced && (await seen(join(output, replaced.name), placeInFile(before, replaced), room));
    const fresh = await room.look({ bytes, file: name, page: inFile.indexOf(page) + 1, dpi });
    const alike = old && old.width === fresh.width && old.height === fresh.height;
    pages.push({
      page,
      before: old && pictureOf(old),
      after: pictureOf(fresh),
      areas: alike ? changedAreas(old.rgb, fresh.rgb, fresh.width, fresh.height, 3) : [],
      passages: changedPassages(old?.text ?? [], fresh.text),
      file: name,
      replaces: replaced?.name ?? '',
      sha256: sha256(bytes),
    });
  }
  const sheets = imposed.map((sheet) => replacedSheet(sheet, version, before));
  return differenceHtml(issue.paper.name, issue.date, version, pages, sheets, voice);
}

/** An imposed file has the name of the one before but for the version; not each version sends every sheet. */
function replacedSheet({ name, nameIn, bytes }: ImposedEntry, version: number, { files }: Manifest): ReplacedFile {
  const known = new Set(files.map((file) => file.name));
  let earlier = version - 1;
  while (earlier > 0 && !known.has(nameIn(earlier))) earlier--;
  return { file: name, replaces: earlier > 0 ? nameIn(earlier) : '', sha256: sha256(bytes) };
}

const pictureOf = ({ jpeg }: Look): string => dataUri(jpeg, 'image/jpeg');

/** Of a delivered page, from 1: a file of several pages carries them in their order. */
function placeInFile({ pages }: Manifest, { name, page }: DeliveredPage): number {
  const beside = pages.filter((entry) => entry.name === name).map((entry) => entry.page);
  return beside.toSorted((one, other) => one - other).indexOf(page) + 1;
}

/** Undefined when the file delivered then is gone or damaged: the new one is shown alone. */
async function seen(file: string, page: number, room: ProofRoom): Promise<Look | undefined> {
  try {
    return await room.look({ bytes: await readUserFile(file, mostBytes), file, page, dpi });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
