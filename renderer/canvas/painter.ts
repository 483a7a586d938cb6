/** The window's side of the painting worker. */
import type { Frame, FrameRequest, PaintAnswer, PaintRequest, Photograph } from './paint-protocol';

interface Watcher {
  /** Device pixels. */
  readonly width: number;
  readonly take: (bitmap: ImageBitmap) => void;
}

class Painter {
  private worker: Worker | undefined;
  private readonly onFrame = new Map<number, (frame: Frame) => void>();
  /** By page; the last one is served. */
  private readonly watchers = new Map<number, readonly Watcher[]>();
  private readonly onPhotograph = new Map<string, (picture: Blob | undefined) => void>();
  /** Asked for before there was a worker. */
  private early: PaintRequest[] = [];

  /** Starts the worker; composed pages come in by the port. */
  connect(port: MessagePort): void {
    this.worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module', name: 'paint' });
    this.worker.onmessage = ({ data }: MessageEvent<PaintAnswer>) => this.take(data);
    this.worker.postMessage({ kind: 'connect', port } satisfies PaintRequest, [port]);
    for (const request of this.early) this.worker.postMessage(request);
    this.early = [];
  }

  /** Another issue is open since a revision; `folder` is the address of its photographs. */
  open(folder: string, since: number): void {
    this.ask({ kind: 'issue', folder, since });
  }

  /** Looks again for photographs that were not there, and shows those still missing by a name. */
  lookAgain(name: string): void {
    this.ask({ kind: 'missing', name });
  }

  /** Asks for a part of a page; frames go to the last listener of the slot. */
  show(request: Omit<FrameRequest, 'kind'>, listener: (frame: Frame) => void): void {
    this.onFrame.set(request.slot, listener);
    this.ask({ kind: 'frame', ...request });
  }

  /** No more frames for a slot. */
  leave(slot: number): void {
    this.onFrame.delete(slot);
    this.ask({ kind: 'leave', slot });
  }

  /**
   * Keeps a small picture of a page up to date, `width` device pixels wide; the answer ends that. A dialog may show a page that a
   * panel behind it shows too: who came last is served, and when he goes, who was there before.
   */
  watch(page: number, width: number, take: (bitmap: ImageBitmap) => void): () => void {
    const watcher: Watcher = { width, take };
    this.setWatchers(page, [...this.watchersOf(page), watcher]);
    return () => {
      const others = this.watchersOf(page).filter((other) => other !== watcher);
      this.setWatchers(page, others);
    };
  }

  private watchersOf(page: number): readonly Watcher[] {
    return this.watchers.get(page) ?? [];
  }

  private setWatchers(page: number, watchers: readonly Watcher[]): void {
    const served = this.watchersOf(page).at(-1);
    this.watchers.set(page, watchers);
    const next = watchers.at(-1);
    if (next !== served) this.ask({ kind: 'thumbnail', page, width: next?.width ?? 0 });
  }

  /**
   * The photograph at an address by itself, `width` pixels wide at most; undefined when it is missing or cannot be read. Of each
   * only one may be asked for at a time.
   */
  photograph(address: string, width: number): Promise<Blob | undefined> {
    return new Promise((resolve) => {
      this.onPhotograph.set(address, resolve);
      this.ask({ kind: 'photograph', address, width });
    });
  }

  private ask(request: PaintRequest): void {
    if (this.worker) this.worker.postMessage(request);
    else this.early.push(request);
  }

  private take(answer: PaintAnswer): void {
    if (answer.kind === 'frame') this.onFrame.get(answer.slot)?.(answer);
    else if (answer.kind === 'photograph') this.takePhotograph(answer);
    else this.watchersOf(answer.page).at(-1)?.take(answer.bitmap);
  }

  private takePhotograph({ address, picture }: Photograph): void {
    this.onPhotograph.get(address)?.(picture);
    this.onPhotograph.delete(address);
  }
}

/** The one painter of the window. */
export const painter = new Painter();
