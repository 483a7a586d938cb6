/**
 * The journal (日志): the edits since the document was last saved, on the disk within a moment of being made, so that a
 * crash or a power cut loses none. One file for each program that edits an issue, `journal/<revision>-<host>-<pid>.jsonl`:
 * a line holds edits in their order, and its line end says that it is whole. The revision is the document's that they
 * began from; saving a new one makes them needless.
 */
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { apply, type Edit } from '../issue/edits';
import { renewed } from '../issue/old-forms';
import type { Issue } from '../issue/types';
import { readIssue } from '../issue/validate';
import { withFile } from './file-errors';
import { flushFolder, readOwnFile } from './files';
import { makeFolder } from './folders';
import { isDead } from './lock';
import { JOURNAL_FOLDER } from './names';

/** A day's typing in an eight-page issue has some megabytes. */
const MOST_BYTES = 256_000_000;

/** Edits that a program which ended badly left behind. */
export interface Recovered {
  /** The issue with them. */
  readonly issue: Issue;
  readonly edits: number;
  /** When the last was written, ISO 8601, UTC. */
  readonly time: string;
}

/** The journal of this program for one issue. Edits are written in the order of the calls. */
export class Journal {
  private last: Promise<void> = Promise.resolve();
  /** Everything that the file holds, in case it does so no more: the disk was full in the middle of a line, or taken out. */
  private lines: string[] = [];
  private length = 0;

  /** @param revision the document's that the edits begin from */
  constructor(
    private readonly folder: string,
    private readonly revision: string,
  ) {}

  /** Resolves when the edits are on the disk. Throws InputError for a disk that is full, read-only or gone. */
  append(edits: readonly Edit[]): Promise<void> {
    const work = this.last.then(() => this.write(`${JSON.stringify(edits)}\n`));
    this.last = work.catch(() => {});
    return work;
  }

  /** The document holds the edits now, or the user does not want them. */
  async drop(): Promise<void> {
    await this.last;
    await rm(this.file, { force: true }).catch(() => {});
  }

  /**
   * Takes over the newest edits to this revision that no living program owns; undefined when there are none, or when they
   * make no sound issue. What comes after a line that was cut off or means nothing is left out.
   */
  async recover(issue: Issue): Promise<Recovered | undefined> {
    const left = await this.newestLeft();
    if (!left) return undefined;
    const bytes = await readOwnFile(left.file, MOST_BYTES).catch(() => new Uint8Array(0));
    const recovered = applied(issue, linesOf(bytes));
    if (!recovered) return undefined;
    await withFile(this.file, () => rename(left.file, this.file));
    this.lines = recovered.lines.map((line) => `${line}\n`);
    this.length = Buffer.byteLength(this.lines.join(''));
    const { issue: found, edits } = recovered;
    return { issue: found, edits, time: left.time.toISOString() };
  }

  private get file(): string {
    return join(this.folder, JOURNAL_FOLDER, `${this.revision.slice(0, 32)}-${owner.host}-${owner.pid}.jsonl`);
  }

  private write(line: string): Promise<void> {
    // Nobody knows the journal's files: what cannot be written is the issue.
    return withFile(this.folder, async () => {
      await makeFolder(join(this.folder, JOURNAL_FOLDER));
      const handle = await open(this.file, 'a+');
      try {
        const { size } = await handle.stat();
        const isNew = size < this.length;
        if (isNew || size > this.length) await handle.truncate(isNew ? 0 : this.length);
        const text = isNew ? [...this.lines, line].join('') : line;
        await handle.writeFile(text);
        await handle.sync();
        this.lines.push(line);
        this.length += Buffer.byteLength(line);
      } finally {
        await handle.close();
      }
      if (this.lines.length === 1) await flushFolder(join(this.folder, JOURNAL_FOLDER));
    });
  }

  /**
   * What other journals without a living owner hold: edits to another state of the document, which was saved by another
   * program after a crash, or taken over. They are applied to the issue as it stands as far as they can be; the caller keeps
   * the outcome and then drops the journal. Those that make no sound issue are left alone.
   */
  async others(issue: Issue): Promise<readonly LeftOver[]> {
    const found: LeftOver[] = [];
    for (const { file } of (await this.allLeft()).filter((one) => one.file !== this.file)) {
      const bytes = await readOwnFile(file, MOST_BYTES).catch(() => new Uint8Array(0));
      const kept = appliedOneByOne(issue, linesOf(bytes));
      if (kept) found.push({ issue: kept, drop: () => rm(file, { force: true }) });
    }
    return found;
  }

  private async newestLeft(): Promise<Left | undefined> {
    const own = (await this.allLeft()).filter(({ name }) => name.startsWith(`${this.revision.slice(0, 32)}-`));
    return own.sort((one, other) => other.time.getTime() - one.time.getTime())[0];
  }

  /** Journals that no living program owns. */
  private async allLeft(): Promise<Left[]> {
    const names = await readdir(join(this.folder, JOURNAL_FOLDER)).catch(() => []);
    const left: Left[] = [];
    for (const name of names) {
      const file = join(this.folder, JOURNAL_FOLDER, name);
      const time = (await stat(file).catch(() => undefined))?.mtime;
      if (time && isLeft(name, time.getTime())) left.push({ name, file, time });
    }
    return left;
  }
}

interface Left {
  readonly name: string;
  readonly file: string;
  readonly time: Date;
}

/** Edits to another state of the document, on the present one. */
export interface LeftOver {
  readonly issue: Issue;
  /** Once it is kept elsewhere. */
  readonly drop: () => Promise<void>;
}

/** The host's name as it may stand in a file's. */
const owner = { host: hostname().replace(/[^A-Za-z0-9]/g, '') || 'host', pid: process.pid };

/** A journal of another machine may be that machine's living one; one of this program's own process was left by a window before. */
function isLeft(name: string, time: number): boolean {
  const match = /^[0-9a-f]+-([A-Za-z0-9]+)-(\d+)\.jsonl$/.exec(name);
  if (!match || match[1] !== owner.host) return false;
  const pid = Number(match[2]);
  return pid === owner.pid || isDead({ host: hostname(), pid }, time);
}

/** Lines that are whole. */
function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split('\n').slice(0, -1);
}

interface Lines {
  readonly lines: readonly string[];
}

/**
 * The issue after the edits up to the first line that means nothing, read anew with the schema: what stands in a folder may
 * come from anywhere. Undefined when no line does, or when the result is no sound issue.
 */
function applied(issue: Issue, lines: readonly string[]): (Pick<Recovered, 'issue' | 'edits'> & Lines) | undefined {
  let [current, count] = [issue, 0];
  const sound: string[] = [];
  try {
    for (const line of lines) {
      const edits = JSON.parse(line) as readonly Edit[];
      current = edits.reduce((before, edit) => apply(before, edit).issue, current);
      count += edits.length;
      sound.push(line);
    }
  } catch {
    // The lines before stand.
  }
  try {
    return count === 0 ? undefined : { issue: readIssue(renewed(current)), edits: count, lines: sound };
  } catch {
    return undefined;
  }
}

/** Edits whose target is gone are left out. Undefined when none changes anything, or the result is no sound issue. */
function appliedOneByOne(issue: Issue, lines: readonly string[]): Issue | undefined {
  let current = issue;
  for (const line of lines) {
    try {
      for (const edit of JSON.parse(line) as readonly Edit[]) current = appliedOrNot(current, edit);
    } catch {
      break;
    }
  }
  try {
    return current === issue ? undefined : readIssue(renewed(current));
  } catch {
    return undefined;
  }
}

function appliedOrNot(issue: Issue, edit: Edit): Issue {
  try {
    return apply(issue, edit).issue;
  } catch {
    return issue;
  }
}
