/** The first page of an issue that is opened comes before everything that it does not need: that waits here. */

/** A page that cannot be set or shown holds up nothing longer than this, milliseconds. */
const MOST_WAIT = 2000;

/** Runs when it is called, unless it was called off. */
interface Waiting {
  act: (() => void) | undefined;
}

export class FirstFrame {
  /** While a first page is expected. */
  private patience: ReturnType<typeof setTimeout> | undefined;
  private waiting: Waiting[] = [];

  /** An issue was opened; what waits for the page of another waits for this one's. */
  expect(): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.come(), MOST_WAIT);
  }

  /** A page of the open issue is on the screen, or there is none to be shown. */
  come(): void {
    if (this.patience === undefined) return;
    clearTimeout(this.patience);
    this.patience = undefined;
    const { waiting } = this;
    this.waiting = [];
    for (const one of waiting) setTimeout(() => one.act?.());
  }

  /** Does something once the first page is shown, in a task of its own; at once in such a task when none is expected. The answer calls it off. */
  after(act: () => void): () => void {
    const one: Waiting = { act };
    if (this.patience === undefined) setTimeout(() => one.act?.());
    else this.waiting.push(one);
    return () => {
      one.act = undefined;
    };
  }
}

/** The one of the window. */
export const firstFrame = new FirstFrame();
