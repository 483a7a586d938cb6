/** What happens in the window, in milliseconds of its clock. Keys count from `beforeinput`: the field’s own text may change later. */
export interface Times {
  readonly events: { readonly beforeinput: number[]; readonly wheel: number[]; readonly pointermove: number[] };
  /** New frames of the page, when the screen could show them. */
  readonly frames: number[];
  /** Changes of the canvas and what lies over it, likewise, while they are noted. */
  readonly paints: number[];
  /** Lengths of tasks over 50 ms. */
  readonly longTasks: number[];
}

/** Takes what was noted since the last time. */
export const takeTimes = 'banxinWatch.take()';

/** Notes paints from now on, or no longer: that asks for a frame of its own at every change, and the program's next one comes after that. */
export const notePaints = (on: boolean) => `banxinWatch.notePaints(${on})`;

/** Script that notes all this; put into the window by the benchmark, no part of the program. */
export const watchWindow = `{
  const fresh = () => ({ events: { beforeinput: [], wheel: [], pointermove: [] }, frames: [], paints: [], longTasks: [] });
  let times = fresh();
  globalThis.banxinWatch = {
    take() {
      const taken = times;
      times = fresh();
      return taken;
    },
    notePaints(on) {
      if (on) observer.observe(document.querySelector('.stage') ?? document.body, changes);
      else observer.disconnect();
    },
  };
  const whenOnScreen = (name) => requestAnimationFrame(() => times[name].push(performance.now()));
  for (const type of ['beforeinput', 'wheel', 'pointermove']) {
    addEventListener(type, (event) => times.events[type].push(event.timeStamp), { capture: true, passive: true });
  }
  // In the task that shows the frame: an observer would be told of it only after the screen could show it.
  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    if (name === 'banxin:frame') whenOnScreen('frames');
    return mark(name, options);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) times.longTasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
  const changes = { subtree: true, childList: true, attributes: true };
  const observer = new MutationObserver(() => whenOnScreen('paints'));
}`;

/** Notes from now on how long each frame takes, until `takeFrames` asks. */
export const watchFrames = `{
  let last;
  globalThis.banxinFrames = [];
  const next = (time) => {
    if (last !== undefined) globalThis.banxinFrames?.push(time - last);
    last = time;
    if (globalThis.banxinFrames) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}`;

/** Milliseconds from frame to frame. */
export const takeFrames = `(() => {
  const taken = globalThis.banxinFrames;
  globalThis.banxinFrames = undefined;
  return taken;
})()`;

/** Notes the next click, and the first frame of a page after it that is on the screen. */
export const noteFirstFrame = `{
  globalThis.banxinFirst = {};
  addEventListener('click', ({ timeStamp }) => { banxinFirst.click ??= timeStamp; }, { capture: true });
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('banxin:frame').length === 0) return;
    requestAnimationFrame(() => { banxinFirst.frame ??= performance.now(); });
  }).observe({ entryTypes: ['mark'] });
}`;

/** Milliseconds between both. */
export const takeFirstFrame = 'banxinFirst.frame - banxinFirst.click';
