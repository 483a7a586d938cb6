/**
 * Memory of the window while an issue of eight full pages is worked on at random for ten minutes: keys, undo, blocks made higher
 * and lower, pages turned. What grows from minute to minute is a leak. BANXIN_SOAK gives other minutes.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createRandom, type Random } from '../../engine/arrange/random';
import { type Launched, launch } from '../app/launch';
import { writeDeskIssue } from './desk-issue';

const MINUTES = Number(process.env.BANXIN_SOAK ?? 10);
const PAGES = 8;
const MINUTE = 60_000;

export async function soak(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-soak-'));
  try {
    const issue = join(folder, 'issue.banxin');
    await writeDeskIssue(issue, { template: 'sikai', characters: 2900, pages: PAGES });
    const launched = await launch({ args: [issue] });
    await launched.page.locator('.frame').first().waitFor({ state: 'visible' });
    await work(launched).finally(() => launched.close());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function work(launched: Launched): Promise<void> {
  const { page } = launched;
  const random = createRandom(8);
  console.log(`\nmemory over ${MINUTES} minutes of work at random, ${PAGES} pages (MB, after a collection of garbage)`);
  // Every page is seen once before anything is counted.
  for (let number = 0; number < PAGES; number++) await turnTo(page, number);
  for (let minute = 0; minute <= MINUTES; minute++) {
    let acts = 0;
    const end = Date.now() + (minute === 0 ? 0 : MINUTE);
    for (; Date.now() < end; acts++) await act(page, random);
    await page.waitForTimeout(1500);
    const scripts = [...(await heaps(page))].map(([thread, heap]) => `${thread} ${heap.toFixed(1)}`).join('  ');
    const { window, graphics } = await memory(launched);
    console.log(
      `  minute ${String(minute).padStart(2)}  window ${window.toFixed(0).padStart(5)}  graphics ${graphics.toFixed(0).padStart(4)}  scripts: ${scripts}  (${acts} acts)`,
    );
  }
}

async function act(page: Page, random: Random): Promise<void> {
  const chance = random();
  const body = page.getByRole('textbox', { name: '正文', exact: true });
  if (chance < 0.08) {
    await turnTo(page, Math.floor(random() * PAGES));
  } else if (chance < 0.16) {
    await page.keyboard.press(random() < 0.7 ? 'Control+Z' : 'Control+Shift+Z');
  } else if (chance < 0.24 || (await body.count()) === 0) {
    await pull(page, random);
  } else {
    await body.focus();
    await page.evaluate(`document.activeElement.setSelectionRange(${Math.floor(random() * 250)}, ${Math.floor(random() * 250)})`);
    for (let key = 0; key < 8; key++) await page.keyboard.insertText('渡口换了新缆绳\n'[Math.floor(random() * 8)]!);
    for (let key = 0; key < 8; key++) await page.keyboard.press('Backspace');
  }
}

async function turnTo(page: Page, index: number): Promise<void> {
  await page.locator('button.thumbnail').nth(index).click();
  await page.waitForTimeout(300);
}

/** Selects a story by a click on the page and makes its block higher or lower. */
async function pull(page: Page, random: Random): Promise<void> {
  const paper = (await page.locator('.paper').last().boundingBox())!;
  await page.mouse.click(paper.x + paper.width * (0.15 + 0.7 * random()), paper.y + paper.height * (0.15 + 0.7 * random()));
  const handle = await page
    .locator('[data-handle="s"]')
    .first()
    .boundingBox({ timeout: 500 })
    .catch(() => null);
  if (!handle) return;
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 5; step++) await page.mouse.move(x, y + Math.round((random() - 0.5) * 50));
  await page.mouse.up();
}

/** What scripts of the window's threads hold, MB by the thread's name; `page` is the window's own. */
async function heaps(page: Page): Promise<ReadonlyMap<string, number>> {
  const session = await page.context().newCDPSession(page);
  const found = new Map<string, number>();
  const ask = async (name: string, send: (method: string) => Promise<{ usedSize?: number }>) => {
    await send('HeapProfiler.collectGarbage');
    found.set(name, (found.get(name) ?? 0) + (await send('Runtime.getHeapUsage')).usedSize! / 2 ** 20);
  };
  const answers = new Map<number, (result: { usedSize?: number }) => void>();
  const asked: Promise<void>[] = [];
  let count = 0;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
  });
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo: { title, url } }) => {
    const send = (method: string) =>
      new Promise<{ usedSize?: number }>((resolve) => {
        answers.set(++count, resolve);
        void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: count, method }) });
      });
    asked.push(ask(title || url, send));
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await ask('page', (method) => session.send(method as 'Runtime.getHeapUsage'));
  await Promise.all(asked);
  await session.detach();
  return found;
}

/** Private memory of the window's and the graphics process, MB. */
async function memory({ app }: Launched): Promise<{ window: number; graphics: number }> {
  const processes = (await app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, pid }) => ({ type: String(type), pid })),
  )) as { type: string; pid: number }[];
  const sum = (type: string) =>
    processes.filter((process) => process.type === type).reduce((all, { pid }) => all + privateMegabytes(pid), 0);
  return { window: sum('Tab'), graphics: sum('GPU') };
}

function privateMegabytes(pid: number): number {
  const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm);
  return [...lines].reduce((all, [, kilobytes]) => all + Number(kilobytes) / 1024, 0);
}
