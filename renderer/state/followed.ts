/**
 * The state and its followers. Every change is heard at once by whoever composes, paints and saves; the panels follow at
 * once too, or, while someone types, drags or zooms, as soon as that costs the next key nothing.
 */
import { type DeskState, START } from './desk-state';

/** The panels follow an edit by typing or dragging after so long at the latest, milliseconds. */
const SETTLE_REST = 150;
/** They are drawn anew this often at most while edits follow each other, milliseconds. */
const SETTLE_PAUSE = 100;
/** They follow the view when it has been at rest for so long, milliseconds. */
const VIEW_REST = 120;

/** Holds the state; what changes it is the store’s. */
export class Followed {
  protected state: DeskState = START;
  /** What the panels show: the state, or for a moment the one before the last quick edits. */
  private shown: DeskState = START;
  private readonly listeners = new Set<() => void>();
  private readonly panels = new Set<() => void>();
  private settling: ReturnType<typeof setTimeout> | undefined;
  /** When the panels were drawn last, milliseconds of the window's clock. */
  private settledAt = 0;
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

  /**
   * The page is on the screen as it is at `revision`: the best moment for the panels to follow, since the writer sees the
   * key answered and has not yet typed the next one. Called by the canvas after each new frame.
   */
  seen(revision: number): void {
    if (this.settling === undefined || revision < this.state.revision) return;
    if (performance.now() - this.settledAt >= SETTLE_PAUSE) this.settle();
  }

  /** Lets the panels catch up now: before anything else is typed or clicked, which they would answer by what they show. */
  settle(): void {
    clearTimeout(this.settling);
    clearTimeout(this.viewing);
    this.settling = undefined;
    if (this.shown === this.state) return;
    this.shown = this.state;
    for (const listener of this.panels) listener();
    this.settledAt = performance.now();
  }

  protected change(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
    if (!this.quick) this.settle();
  }

  /** Changes the state now; the panels follow with the page's picture. */
  protected soon(act: () => void): void {
    this.quickly(act);
    if (this.shown !== this.state) this.settling ??= setTimeout(() => this.settle(), SETTLE_REST);
  }

  /** Changes the view now; the panels follow when it is at rest. */
  protected whileViewing(act: () => void): void {
    this.quickly(act);
    clearTimeout(this.viewing);
    this.viewing = setTimeout(() => this.settle(), VIEW_REST);
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
