/**
 * The state and its followers. Every change is heard at once by whoever composes, paints and saves; the panels follow at
 * once too, or, while someone types, drags or zooms, as soon as that costs the next key nothing: first what shows the text or the
 * block itself, and lists and sums, which only tell of it, when the writer rests.
 */
import { type DeskState, START } from './desk-state';

/** The panels follow an edit by typing or dragging after so long at the latest, milliseconds. */
const SETTLE_REST = 150;
/** They are drawn anew this often at most while edits follow each other, milliseconds. */
const SETTLE_PAUSE = 100;
/** Panels that were drawn so fast, milliseconds, hold up nothing that comes from the workers. */
const QUICK = 6;
/** Lists and sums follow after so long without such an edit, milliseconds. */
const CALM_REST = 250;
/** They are drawn anew this often at most while edits follow each other, milliseconds. */
const CALM_PAUSE = 800;
/** The panels follow the view when it has been at rest for so long, milliseconds. */
const VIEW_REST = 120;

/** Holds the state; what changes it is the store’s. */
export class Followed {
  protected state: DeskState = START;
  /** What the panels show: the state, or for a moment the one before the last quick edits. */
  private shown: DeskState = START;
  /** What lists and sums show: the same, or a state a little before. */
  private calm: DeskState = START;
  private readonly listeners = new Set<() => void>();
  private readonly panels = new Set<() => void>();
  private readonly lists = new Set<() => void>();
  private settling: ReturnType<typeof setTimeout> | undefined;
  /** When the panels were drawn last, milliseconds of the window's clock. */
  private settledAt = 0;
  /** How long drawing them took, milliseconds. */
  private settleTime = Number.POSITIVE_INFINITY;
  private calming: ReturnType<typeof setTimeout> | undefined;
  private calmedAt = 0;
  private viewing: ReturnType<typeof setTimeout> | undefined;
  private quick = false;

  readonly get = (): DeskState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The state as the panels show it, and when that changes. */
  readonly getShown = (): DeskState => this.shown;

  readonly subscribePanels = (listener: () => void): (() => void) => {
    this.panels.add(listener);
    return () => this.panels.delete(listener);
  };

  /** The state as lists and sums show it, and when that changes. */
  readonly getCalm = (): DeskState => this.calm;

  readonly subscribeLists = (listener: () => void): (() => void) => {
    this.lists.add(listener);
    return () => this.lists.delete(listener);
  };

  /**
   * The page is on the screen as it is at `revision`: the best moment for the panels to follow, since the writer sees the
   * key answered and has not yet typed the next one. Called by the canvas after each new frame.
   */
  seen(revision: number): void {
    if (this.settling === undefined || revision < this.state.revision) return;
    const now = performance.now();
    const early = this.settledAt + SETTLE_PAUSE - now;
    if (early > 0) {
      // As soon as they may, and not when the next key is likely to come.
      clearTimeout(this.settling);
      this.settling = setTimeout(() => this.settle(), early);
    } else if (now - this.calmedAt < CALM_PAUSE) this.settle();
    else this.rest();
  }

  /**
   * A field shows what was just typed in it, which takes a beat of the screen: panels that are quick go along. They spare the page a
   * later beat, and its picture, which comes while they are drawn, is shown with the next one.
   */
  settleAlong(): void {
    const early = performance.now() - this.settledAt < SETTLE_PAUSE;
    if (this.settling !== undefined && !early && this.settleTime < QUICK) this.settle();
  }

  /** Lets the panels catch up now: before anything else is typed, which they would answer by what they show. */
  settle(): void {
    clearTimeout(this.settling);
    clearTimeout(this.viewing);
    this.settling = undefined;
    if (this.shown === this.state) return;
    this.shown = this.state;
    const start = performance.now();
    for (const listener of this.panels) listener();
    this.settledAt = performance.now();
    // What they draw, they draw at the end of this task.
    queueMicrotask(() => {
      this.settleTime = performance.now() - start;
    });
  }

  /** Lets everything catch up now, lists and sums too: nothing is typed, or the next click may be on one of them. */
  rest(): void {
    this.settle();
    clearTimeout(this.calming);
    this.calming = undefined;
    if (this.calm === this.state) return;
    this.calm = this.state;
    for (const listener of this.lists) listener();
    this.calmedAt = performance.now();
  }

  protected change(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
    if (!this.quick) this.rest();
  }

  /** Changes the state now; the panels follow with the page's picture. */
  protected soon(act: () => void): void {
    this.quickly(act);
    if (this.shown === this.state) return;
    this.settling ??= setTimeout(() => this.settle(), SETTLE_REST);
    clearTimeout(this.calming);
    this.calming = setTimeout(() => this.rest(), CALM_REST);
  }

  /** Changes the view now; the panels follow when it is at rest. */
  protected whileViewing(act: () => void): void {
    this.quickly(act);
    clearTimeout(this.viewing);
    this.viewing = setTimeout(() => this.rest(), VIEW_REST);
  }

  private quickly(act: () => void): void {
    this.quick = true;
    try {
      act();
    } finally {
      this.quick = false;
    }
  }
}
