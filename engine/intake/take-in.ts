import { InputError } from '../errors';
import { Changes } from '../issue/changes';
import type { Edit } from '../issue/edits';
import { nextId } from '../issue/ids';
import type { CleanRule } from '../issue/text-rules';
import type { Id, Issue, Photo } from '../issue/types';
import type { Finding, Reading } from '../manuscript';
import { addAsset, assetName, contentHash, removeAsset } from '../store';
import { addReading, isAwaiting, isKnownText, isPending, titleOfItem } from './items';
import { addPageAdvertisement } from './pages';
import { basename, folderOf } from './paths';
import { EXTENSIONS, type Inspect, type PhotoFacts } from './photos';
import { type Arrival, placeOf, placePhotos } from './places';
import { orRefusal } from './refusal';
import { type FileRevision, revisionOfFile, updateFrom } from './revisions';
import type { Became, FileOutcome } from './types';
import { type Came, comeFrom, type UnderstoodPhoto, type UnderstoodText } from './understand';

export interface Helpers {
  /** Decodes a picture of a format whose header is not read here. */
  readonly inspect: Inspect;
  /** Finds where a photograph's subject is; undefined where it cannot tell. Never rejects. */
  readonly focus: (bytes: Uint8Array) => Promise<Photo['focus'] | undefined>;
  /** Whether a file that came before with other words updates its articles; otherwise the outcome tells where they differ. */
  readonly update?: boolean;
  /** Rules of cleaning that are not applied besides those that the paper switched off. */
  readonly cleanOff?: readonly CleanRule[];
  /** Hears of each file before it is read. */
  readonly progress: (file: string, done: number, total: number) => void;
  /** Keeps the changed issue; not called when nothing changed. When it throws, the new assets are removed again. */
  readonly keep: (issue: Issue, edits: readonly Edit[]) => Promise<void>;
}

/**
 * Takes manuscripts and photographs into the issue of a folder: originals go to its assets, everything else into the issue.
 * A refused file does not stop the others. Returns one outcome a file, in the order given; an archive and the pictures of a
 * Word document give one for each thing inside. Throws InputError only when the
 * folder itself fails, as with a full disk; then nothing of this import stays.
 */
export async function takeIn(
  folder: string,
  issue: Issue,
  paths: readonly string[],
  helpers: Helpers,
): Promise<readonly FileOutcome[]> {
  const intake = new Intake(folder, issue, helpers.update ?? false);
  try {
    for (const [done, path] of paths.entries()) {
      helpers.progress(path, done, paths.length);
      await intake.take(path, helpers);
    }
    await intake.findFocuses();
    const outcomes = intake.finish();
    if (intake.changes.edits.length > 0) await helpers.keep(intake.changes.issue, intake.changes.edits);
    return outcomes;
  } catch (error) {
    await intake.removeNewAssets();
    throw error;
  }
}

/** Photographs that are looked at side by side. */
const LOOKED_AT = 2;

class Intake {
  readonly changes: Changes;
  private readonly outcomes: FileOutcome[] = [];
  /** Articles and groups of this import with the folder of their manuscript. */
  private readonly newHosts = new Map<Id, string>();
  private readonly arrivals: Arrival[] = [];
  private readonly newAssets: string[] = [];
  private readonly focuses = new Map<Id, Photo['focus']>();
  private readonly looking: Promise<void>[] = [];

  constructor(
    private readonly folder: string,
    private readonly before: Issue,
    private readonly update: boolean,
  ) {
    this.changes = new Changes(before);
  }

  async take(path: string, { inspect, focus, cleanOff = [] }: Helpers): Promise<void> {
    const off = new Set([...(this.before.paper.words?.cleanOff ?? []), ...cleanOff]);
    for await (const came of comeFrom(path, { inspect, off })) {
      const { content } = came;
      if (content instanceof InputError) this.refuse(came.path, content);
      else if (content.kind === 'text') await this.addText(came.path, content);
      else if (content.kind === 'page') await this.addPage(came.path, content);
      else await this.addPhoto(came, content, focus);
    }
  }

  private refuse(file: string, error: InputError): void {
    this.outcomes.push({ file, status: 'refused', became: [], findings: [], error });
  }

  private async addText(path: string, { hash, reading, encoding }: UnderstoodText): Promise<void> {
    const at = this.outcomes.length;
    await this.addReadText(path, hash, reading);
    // How the bytes were read is told with whatever became of them.
    const outcome = this.outcomes[at];
    if (encoding && outcome) this.outcomes[at] = { ...outcome, encoding };
  }

  private async addReadText(path: string, hash: string, reading: Reading): Promise<void> {
    const source = basename(path);
    if (isKnownText(this.changes.issue, hash) && !isPending(this.changes.issue, source, hash)) {
      this.outcomes.push({ file: path, status: 'known', became: [], findings: [] });
      return;
    }
    const revision = revisionOfFile(this.before, reading, source, hash);
    if (revision) await this.revise(path, hash, revision);
    else await this.addNewText(path, hash, reading);
  }

  /** A file that came before: what is new in it comes in, what changed waits for the word to update, or is updated. */
  private async revise(path: string, hash: string, revision: FileRevision): Promise<void> {
    const fresh = revision.fresh.drafts.length > 0 ? await orRefusal(async () => this.add(path, hash, revision.fresh)) : [];
    if (fresh instanceof InputError) {
      this.refuse(path, fresh);
      return;
    }
    for (const edit of revision.same) this.changes.make(edit);
    const { revisions } = revision;
    const isOther = revisions.length + revision.boxes.length > 0;
    const updated = this.update && isOther ? updateFrom(this.changes, revision, hash) : [];
    const status = !isOther ? (fresh.length > 0 ? 'imported' : 'known') : this.update ? 'updated' : 'changed';
    for (const id of updated) this.newHosts.set(id, folderOf(path));
    const changed = isOther ? { changed: { hash, revisions, boxes: revision.boxes } } : {};
    this.outcomes.push({ file: path, status, became: fresh, findings: [], ...changed });
  }

  private async addNewText(path: string, hash: string, reading: Reading): Promise<void> {
    const became = await orRefusal(async () => this.add(path, hash, reading));
    if (became instanceof InputError) this.refuse(path, became);
    else this.outcomes.push({ file: path, status: 'imported', became, findings: reading.report });
  }

  /** Throws InputError. */
  private add(path: string, hash: string, reading: Reading): readonly Became[] {
    const became = addReading(this.changes, reading, { path, hash });
    for (const { kind, id } of became) if (kind === 'article' || kind === 'group') this.newHosts.set(id, folderOf(path));
    return became;
  }

  private async addPhoto(came: Came, { bytes, ext, photo }: UnderstoodPhoto, focus: Helpers['focus']): Promise<void> {
    const known = this.changes.issue.photos.find(({ asset }) => asset === assetName(bytes, ext));
    const id = known?.id ?? (await this.addNewPhoto(came, bytes, ext, photo));
    if (known) this.foundInside(id, came);
    else await this.lookFor(id, () => focus(bytes));
    this.outcomes.push({ file: came.path, status: known ? 'known' : 'imported', became: [becamePhoto(id)], findings: [] });
  }

  /** A web page's picture may have come before its page, as a file of its own. */
  private foundInside(id: Id, { document }: Came): void {
    const at = this.arrivals.findIndex(({ photo }) => photo.id === id);
    const arrival = this.arrivals[at];
    if (arrival && document !== undefined)
      this.arrivals[at] = { ...arrival, folder: folderOf(document), document: basename(document) };
  }

  /** A page becomes the picture of an advertisement of its own. */
  private async addPage(path: string, { bytes, ext, photo: facts, preview }: UnderstoodPhoto): Promise<void> {
    const known = this.changes.issue.photos.find(({ asset }) => asset === assetName(bytes, ext));
    if (known) {
      this.outcomes.push({ file: path, status: 'known', became: [becamePhoto(known.id)], findings: [] });
      return;
    }
    const asset = await this.keepAsset(bytes, ext);
    const shown = preview ? { preview: await this.keepAsset(preview, EXTENSIONS.jpeg) } : {};
    const photo = { id: nextId(this.changes.issue, 'photos'), asset, ...shown, ...facts };
    this.changes.make({ type: 'put', list: 'photos', item: photo });
    const { id } = addPageAdvertisement(this.changes, photo.id, facts, contentHash(bytes));
    const became = { kind: 'advertisement', id, title: facts.file, chars: 0, confidence: 1 } as const;
    this.outcomes.push({ file: path, status: 'imported', became: [became], findings: [] });
  }

  private async addNewPhoto({ path, document }: Came, bytes: Uint8Array, ext: string, facts: PhotoFacts): Promise<Id> {
    const asset = await this.keepAsset(bytes, ext);
    const photo = { id: nextId(this.changes.issue, 'photos'), asset, ...facts };
    this.changes.make({ type: 'put', list: 'photos', item: photo });
    const from =
      document === undefined ? { folder: folderOf(path) } : { folder: folderOf(document), document: basename(document) };
    this.arrivals.push({ photo, ...from });
    return photo.id;
  }

  /** Photographs are looked at while the next file is read, two at a time, so that few are held in memory. */
  private async lookFor(id: Id, find: () => Promise<Photo['focus'] | undefined>): Promise<void> {
    if (this.looking.length >= LOOKED_AT) await this.looking.shift();
    const look = find().then((focus) => {
      if (focus) this.focuses.set(id, focus);
    });
    this.looking.push(look);
  }

  /** Gives the new photographs the focuses that were found. */
  async findFocuses(): Promise<void> {
    await Promise.all(this.looking);
    for (const photo of this.changes.issue.photos) {
      const focus = this.focuses.get(photo.id);
      if (focus) this.changes.make({ type: 'put', list: 'photos', item: { ...photo, focus, focusBy: 'program' } });
    }
  }

  private async keepAsset(bytes: Uint8Array, ext: string): Promise<string> {
    const { asset, added } = await addAsset(this.folder, bytes, ext);
    if (added) this.newAssets.push(asset);
    return asset;
  }

  /** Finds places for the photographs and tells what became of each file. */
  finish(): readonly FileOutcome[] {
    const taken = this.place().map((id) => this.placed(becamePhoto(id)));
    return this.outcomes.map((outcome) => ({
      ...outcome,
      became: [
        ...outcome.became.map((became) => this.placed(became)),
        ...taken.filter(({ place }) => outcome.became.some(({ kind, id }) => kind !== 'photo' && id === place?.item)),
      ],
      findings: [...outcome.findings, ...outcome.became.flatMap((became) => this.captionFound(became))],
    }));
  }

  /** New photographs look everywhere, those in the stock only in what came now; returns the stock. */
  private place(): readonly Id[] {
    const { articles, groups } = this.before;
    const oldHosts = [...groups, ...articles].map(({ id }) => [id, ''] as const);
    placePhotos(this.changes, this.arrivals, new Map([...oldHosts, ...this.newHosts]), 'anywhere');
    const stock = this.before.photos.filter(({ id }) => !placeOf(this.before, id)).map((photo) => ({ photo, folder: '' }));
    placePhotos(this.changes, stock, this.newHosts, 'named');
    return stock.map(({ photo }) => photo.id);
  }

  /** A caption that came inside the photograph's file and now stands under it is for the editor to check. */
  private captionFound({ kind, id }: Became): readonly Finding[] {
    const came = this.arrivals.find(({ photo }) => photo.id === id)?.photo.caption;
    const stands = this.changes.issue.photos.find((photo) => photo.id === id)?.caption;
    if (kind !== 'photo' || !came || came !== stands) return [];
    return [{ kind: 'doubt', code: 'intake.captionFound', params: { caption: came }, span: { from: 0, to: 0 }, confidence: 0.6 }];
  }

  private placed(became: Became): Became {
    const { issue } = this.changes;
    if (became.kind === 'caption') return isAwaiting(issue, became) ? { ...became, waits: true } : became;
    if (became.kind !== 'photo') return became;
    const place = placeOf(issue, became.id);
    return place ? { ...became, title: titleOfItem(issue, place.item), place } : { ...became, waits: true };
  }

  async removeNewAssets(): Promise<void> {
    for (const asset of this.newAssets) await removeAsset(this.folder, asset);
  }
}

function becamePhoto(id: Id): Became {
  return { kind: 'photo', id, title: '', chars: 0, confidence: 1 };
}
