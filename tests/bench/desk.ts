/** The window's speed, measured in the real Electron as a person meets it: from the key or the mouse to the painted frame. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Launched, type LaunchOptions, launch } from '../app/launch';
import { type DeskPage, writeDeskIssue } from './desk-issue';
import {
  noteFirstFrame,
  notePaints,
  type Times,
  takeFirstFrame,
  takeFrames,
  takeTimes,
  watchFrames,
  watchWindow,
} from './desk-watch';
import { median } from './measure';
import { threadTimes, workText } from './thread-time';

/** Inputs of each kind. */
const ROUNDS = 40;
/** From one input to the next, milliseconds: as fast as a quick typist. */
const REST = 150;
/** Turns of the wheel while panning or zooming goes on, one a frame, milliseconds. */
const FLOW = 120;
const FRAME = 16;
/** The protocol's sign of the control key. */
const CONTROL = 2;

/**
 * Full pages. 12,000 characters, ten headlines and ten pictures do not fit the 12,896 cells that 对开 has in 9 pt; in 8 pt,
 * solid as in a broadsheet of text, they do.
 */
const pages: readonly DeskPage[] = [
  { template: 'sikai', characters: 2900 },
  { template: 'duikai', characters: 12_000, spec: { bodySize: 8, columnChars: 14, rows: 154, pitch: 9.06 } },
];

export async function desk(): Promise<void> {
  await windowStart();
  await firstPage();
  for (const asked of pages) {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-desk-'));
    try {
      const issue = join(folder, 'page.banxin');
      await writeDeskIssue(issue, asked);
      await measurePage(asked, issue);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Until the window has loaded its document, beside a window that shows nothing. */
async function windowStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-empty-'));
  const script = join(folder, 'main.cjs');
  writeFileSync(
    script,
    "const e = require('electron'); e.app.whenReady().then(() => new e.BrowserWindow().loadURL('about:blank'));",
  );
  const rows: Record<string, number[]> = { 'empty window': [], 'banxin, start screen': [] };
  for (let round = 0; round < 5; round++) {
    rows['empty window']!.push(await timeStart({ program: script }, 'html'));
    rows['banxin, start screen']!.push(await timeStart({}, '#root > *'));
  }
  rmSync(folder, { recursive: true, force: true });
  console.log('\nwindow start, process to first content (median of 5)');
  for (const [name, times] of Object.entries(rows))
    console.log(`  ${name.padEnd(28)} ${median(times).toFixed(0).padStart(6)} ms`);
}

async function timeStart(options: LaunchOptions, content: string): Promise<number> {
  const start = performance.now();
  const launched = await launch(options);
  await launched.page.waitForSelector(content);
  const time = performance.now() - start;
  await launched.close();
  return time;
}

/** From the click on an issue of eight full pages in the list of the start screen until its first page is shown. */
async function firstPage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-eight-'));
  const issue = join(folder, 'eight.banxin');
  const userData = join(folder, 'profile');
  const times: number[] = [];
  try {
    await writeDeskIssue(issue, { ...pages[1]!, pages: 8 });
    const known = await launch({ args: [issue], userData });
    await known.page.locator('.frame').first().waitFor({ state: 'visible' });
    await known.close();
    for (let round = 0; round < 5; round++) {
      const { page, close } = await launch({ userData });
      const entry = page.getByRole('button', { name: /eight/ }).first();
      await entry.waitFor();
      await page.evaluate(noteFirstFrame);
      await entry.click();
      await page.locator('.frame').first().waitFor({ state: 'visible' });
      times.push((await page.evaluate(takeFirstFrame)) as number);
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n对开, 8 pages: click to first page (median of 5) ${median(times).toFixed(0).padStart(6)} ms`);
}

async function measurePage({ template, characters }: DeskPage, issue: string): Promise<void> {
  const start = performance.now();
  const launched = await launch({ args: [issue] });
  const { page } = launched;
  try {
    await page.evaluate(watchWindow);
    await page.locator('.frame').waitFor({ state: 'visible' });
    const first = performance.now() - start;
    // Photographs, thumbnails and the rest of the start come to an end.
    await page.waitForTimeout(3000);
    console.log(
      `\n${template}, ${characters} characters, 10 photographs, blocks that overflow: ${await page.locator('.over-chip').count()}`,
    );
    console.log(`  ${'process to first page'.padEnd(28)} ${first.toFixed(0).padStart(6)} ms`);
    await type(launched);
    await write(launched);
    await pan(launched);
    await zoom(launched);
    await flow(page, 'panning', (round) => ({ deltaY: round % 60 < 30 ? 24 : -24 }));
    await flow(page, 'zooming', (round) => ({ deltaY: round % 40 < 20 ? -24 : 24, ctrl: true }));
    await drag(launched);
    await resize(launched);
  } finally {
    await launched.close();
  }
}

/** Characters into the middle of a story, until the canvas shows the page with them. */
async function type(launched: Launched): Promise<void> {
  const { page } = launched;
  await clickPage(page, 0.3, 0.3);
  const body = page.getByRole('textbox', { name: '正文', exact: true });
  await body.click();
  await page.evaluate('document.activeElement.setSelectionRange(300, 300)');
  await report(launched, 'key to frame', 'beforeinput', 'frame', async (round) => {
    await page.keyboard.insertText('春夏秋冬'[round % 4]!);
  });
}

/** The same at the caret on the page itself. */
async function write(launched: Launched): Promise<void> {
  const { page } = launched;
  const { x, y } = await pointOn(page, 0.3, 0.3);
  await page.mouse.dblclick(x, y);
  await page.waitForTimeout(500);
  await report(launched, 'key on the page to frame', 'beforeinput', 'frame', async (round) => {
    await page.keyboard.insertText('春夏秋冬'[round % 4]!);
  });
  await page.keyboard.press('Escape');
}

async function pan(launched: Launched): Promise<void> {
  const { page } = launched;
  await page.keyboard.press('Control+1');
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  await page.waitForTimeout(500);
  await report(launched, 'pan to paint', 'wheel', 'paint', (round) => page.mouse.wheel(0, round % 20 < 10 ? 60 : -60));
}

async function zoom(launched: Launched): Promise<void> {
  const { page } = launched;
  await page.keyboard.down('Control');
  await report(launched, 'zoom to paint', 'wheel', 'paint', (round) => page.mouse.wheel(0, round % 8 < 4 ? -100 : 100));
  await report(
    launched,
    'zoom to sharp frame',
    'wheel',
    'frame',
    (round) => page.mouse.wheel(0, round % 8 < 4 ? -100 : 100),
    300,
  );
  await page.keyboard.up('Control');
}

/** Wheels as fast as a touchpad sends them; how evenly frames follow, and what each costs the window's own thread. */
async function flow(page: Page, name: string, wheel: (round: number) => { deltaY: number; ctrl?: true }): Promise<void> {
  await page.keyboard.press('Control+1');
  const { x, y } = await middle(page);
  await page.waitForTimeout(800);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.evaluate(watchFrames);
  const before = await busy();
  const turns: Promise<unknown>[] = [];
  for (let round = 0; round < FLOW; round++) {
    const { deltaY, ctrl } = wheel(round);
    const modifiers = ctrl ? CONTROL : 0;
    turns.push(session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY, modifiers }));
    await page.waitForTimeout(FRAME);
  }
  await Promise.all(turns);
  const work = (await busy()) - before;
  const intervals = (await page.evaluate(takeFrames)) as number[];
  await session.detach();
  const sorted = intervals.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? Number.NaN).toFixed(0).padStart(4);
  const each = (work / Math.max(1, intervals.length)).toFixed(1);
  console.log(
    `  ${`${name}, frame to frame`.padEnd(28)} p50 ${at(0.5)}  p95 ${at(0.95)} ms  (${intervals.length})   work a frame ${each} ms`,
  );
}

async function drag(launched: Launched): Promise<void> {
  const { page } = launched;
  await page.keyboard.press('Control+0');
  await page.waitForTimeout(500);
  const { x, y } = await pointOn(page, 0.3, 0.3);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y + 10);
  await report(launched, 'drag to paint', 'pointermove', 'paint', (round) =>
    page.mouse.move(x + 10 + (round % 10) * 5, y + 10 + (round % 7) * 9),
  );
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function resize(launched: Launched): Promise<void> {
  const { page } = launched;
  const handle = await page.locator('[data-handle="s"]').boundingBox();
  if (!handle) throw new Error('No handle to resize by.');
  const { x, y } = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
  // Control suspends the pull of neighbours, so that every move changes the rows.
  await page.keyboard.down('Control');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await report(launched, 'resize to reflowed frame', 'pointermove', 'frame', (round) =>
    page.mouse.move(x, y - 12 - ((round % 6) + 1) * 8),
  );
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.keyboard.up('Control');
}

/** Does something many times and says how long each took to be seen, and what held the window up. */
async function report(
  { app, page }: Launched,
  name: string,
  event: keyof Times['events'],
  answer: 'frame' | 'paint',
  act: (round: number) => Promise<void>,
  rest = REST,
): Promise<void> {
  await page.evaluate(notePaints(answer === 'paint'));
  await page.evaluate(takeTimes);
  const before = await threadTimes(app);
  for (let round = 0; round < ROUNDS; round++) {
    await act(round);
    await page.waitForTimeout(rest);
  }
  const work = workText(before, await threadTimes(app), ROUNDS);
  const { events, frames, paints, longTasks } = (await page.evaluate(takeTimes)) as Times;
  const answers = answer === 'frame' ? frames : paints;
  const times = events[event].flatMap((start, i) => {
    const end = answers.find((time) => time >= start && time < (events[event][i + 1] ?? Number.POSITIVE_INFINITY) + REST);
    return end === undefined ? [] : [end - start];
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(0);
  const long = longTasks.filter((time) => time > 100).length;
  const tasks = `tasks over 50 ms: ${longTasks.length}, over 100 ms: ${long}`;
  console.log(`  ${name.padEnd(28)} p50 ${at(0.5).padStart(4)}  p95 ${at(0.95).padStart(4)} ms  (${times.length})   ${tasks}`);
  console.log(`    work, ms: ${work}`);
}

async function clickPage(page: Page, across: number, down: number): Promise<void> {
  const { x, y } = await pointOn(page, across, down);
  await page.mouse.click(x, y);
}

async function pointOn(page: Page, across: number, down: number): Promise<{ x: number; y: number }> {
  const paper = await page.locator('.paper').boundingBox();
  if (!paper) throw new Error('No page is shown.');
  return { x: paper.x + paper.width * across, y: paper.y + paper.height * down };
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const board = await page.locator('.board').boundingBox();
  if (!board) throw new Error('No canvas is shown.');
  return { x: board.x + board.width / 2, y: board.y + board.height / 2 };
}
