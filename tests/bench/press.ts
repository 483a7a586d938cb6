/** The press: photographs beside the work on them alone, memory and cores, cancelling, pages of text alone. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLayout } from '../../engine/layout';
import { PRESS_PROFILE } from '../../engine/press/node/picture-files';
import { openIssue } from '../../engine/store';
import { openFonts } from '../../engine/store/font-files';
import { childrenCpu, interleave, table } from './measure';
import { writePhotographs, writePhotoIssue } from './press-load';
import { pressText } from './press-text';
import { cpuOf, watch } from './process-watch';

const photographs = 40;
/** Megabytes and milliseconds that were promised. */
const budget = { memory: 700, cancel: 200, ratio: 1.3 };

/** `root` is the checkout; `folder` takes what is made. */
export async function press(program: string, root: string, folder: string): Promise<void> {
  const profile = join(root, PRESS_PROFILE);
  const photos = join(folder, 'photographs');
  await writePhotographs(photos, photographs, profile);
  await onePage(program, root, folder, photos, profile);
  await eightPages(program, folder, photos);
  await pressText(program, root, folder);
}

async function onePage(program: string, root: string, folder: string, photos: string, profile: string): Promise<void> {
  const issue = join(folder, 'one');
  await writePhotoIssue(issue, photos, 1, 8);
  const list = join(folder, 'placements.json');
  const items = createLayout(await openIssue(issue), openFonts(root).fonts)
    .page(1)
    .display.groups.flatMap((group) => group.items);
  const placements = items.flatMap((item) => {
    if (item.kind !== 'picture') return [];
    const placement = { crop: item.crop, widthPt: item.width, heightPt: item.height };
    return [{ file: join(issue, 'assets', item.asset), placement }];
  });
  writeFileSync(list, JSON.stringify(placements));
  const rows = interleave(
    {
      [`${placements.length} photographs alone`]: [join(root, '.cache', 'bench', 'pictures-alone.js'), profile, list],
      'the page with them': [program, 'press', issue, '-o', join(folder, 'one-press'), '--force'],
    },
    5,
  );
  table('press: a page of eight 8-megapixel photographs (median of 5)', rows);
  const [alone, page] = Object.values(rows);
  const [wall, cpu] = [page!.wall / alone!.wall, page!.cpu / alone!.cpu];
  console.log(`  ratio ${wall.toFixed(2)} by the clock, ${cpu.toFixed(2)} by CPU time (budget ${budget.ratio})`);
}

async function eightPages(program: string, folder: string, photos: string): Promise<void> {
  const issue = join(folder, 'eight');
  await writePhotoIssue(issue, photos, 8, 5);
  const command = [program, 'press', issue, '-o', join(folder, 'eight-press')];
  const start = performance.now();
  const child = spawn(process.execPath, command, { stdio: 'ignore' });
  const { peak, cpu, together } = await watch(child);
  const wall = performance.now() - start;
  console.log('\npress: eight pages with 40 photographs');
  console.log(`  ${wall.toFixed(0)} ms wall, ${cpu.toFixed(0)} ms CPU, ${(cpu / wall).toFixed(2)} cores had`);
  console.log(`  two threads or more ready to work in ${(100 * together).toFixed(0)} % of the time`);
  console.log(`  ${peak.toFixed(0)} MB at most (budget ${budget.memory})`);
  for (const verb of ['press', 'handoff']) await cancel(program, verb, issue, join(folder, 'cancelled'));
}

/** Moments at which a command is cancelled, spread over the time that it takes by itself. */
const moments = 16;

/** Tells how long cancelling takes and what it leaves. CPU time tells what a busy machine's clock does not. */
async function cancel(program: string, verb: string, issue: string, output: string): Promise<void> {
  const run = () => spawn(process.execPath, [program, verb, issue, '-o', output], { stdio: 'ignore' });
  const begun = performance.now();
  await new Promise((resolve) => run().on('exit', resolve));
  const whole = performance.now() - begun;
  rmSync(output, { recursive: true, force: true });
  let [longest, most, left, cancelled] = [0, 0, 0, 0];
  for (let moment = 1; moment <= moments; moment++) {
    const before = childrenCpu();
    const child = run();
    const ended = new Promise<boolean>((resolve) => child.on('exit', (_, signal) => resolve(signal !== null)));
    await new Promise((resolve) => setTimeout(resolve, (whole * moment) / (moments + 1)));
    const used = child.exitCode === null ? cpuOf(child.pid!) : 0;
    const start = performance.now();
    child.kill('SIGINT');
    if (await ended) {
      cancelled++;
      longest = Math.max(longest, performance.now() - start);
      most = Math.max(most, childrenCpu() - before - used);
      if (statSync(output, { throwIfNoEntry: false })) left += readdirSync(output).length;
    }
    rmSync(output, { recursive: true, force: true });
  }
  const after = `${longest.toFixed(0)} ms, ${most.toFixed(0)} ms CPU of all threads`;
  console.log(
    `  ${verb} (${whole.toFixed(0)} ms) cancelled at ${cancelled} of ${moments} moments, before it was done: ended after ${after} at most (budget ${budget.cancel}), ${left} files left`,
  );
}
