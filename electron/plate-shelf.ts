/**
 * The press files of the last examination, in a folder of the program's own, and the process that paints parts of their plates. It
 * starts with the first part and ends when none has been asked for a while, so that its memory is only held while plates are looked at.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { PlatePartRequest } from './bridge';
import type { PartQuestion, PartReply } from './plate-process';

/** The process ends after so long without a question, milliseconds. */
const REST = 60_000;

type Settle = (png: Uint8Array<ArrayBuffer> | null) => void;

export class PlateShelf {
  private current: string | undefined;
  private process: UtilityProcess | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting = new Map<number, Settle>();
  private asked = 0;

  /** @param root folder for the folders of examinations; whatever stands there is the program's */
  constructor(private readonly root: string) {}

  /** A new folder for the press files of an examination; its name is a UUID. */
  async begin(): Promise<string> {
    const folder = join(this.root, randomUUID());
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Parts are painted of this examination from now on; all others are removed. */
  async keepOnly(name: string): Promise<void> {
    this.current = name;
    await this.removeOthers();
  }

  /** Null when another part is asked for meanwhile, and when the examination is not the last one. */
  part(request: PlatePartRequest): Promise<Uint8Array<ArrayBuffer> | null> {
    if (request.plates !== this.current) return Promise.resolve(null);
    const process = this.started();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.end(), REST);
    const number = ++this.asked;
    process.postMessage({ number, folder: join(this.root, request.plates), request } satisfies PartQuestion);
    return new Promise((resolve) => this.waiting.set(number, resolve));
  }

  /** Ends the process and removes all files. */
  async clear(): Promise<void> {
    this.current = undefined;
    this.end();
    await this.removeOthers();
  }

  private started(): UtilityProcess {
    if (this.process) return this.process;
    const process = utilityProcess.fork(join(__dirname, 'plate-process.cjs'), [], { serviceName: 'banxin-plates' });
    process.on('message', ({ number, png }: PartReply) => {
      this.waiting.get(number)?.(png && new Uint8Array(png));
      this.waiting.delete(number);
    });
    process.once('exit', () => {
      if (this.process === process) this.end();
    });
    this.process = process;
    return process;
  }

  private end(): void {
    clearTimeout(this.resting);
    this.process?.kill();
    this.process = undefined;
    for (const settle of this.waiting.values()) settle(null);
    this.waiting.clear();
  }

  private async removeOthers(): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    const others = names.filter((name) => name !== this.current);
    await Promise.all(others.map((name) => rm(join(this.root, name), { recursive: true, force: true })));
  }
}
