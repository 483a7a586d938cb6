/** Word lists and text checks over eight pages, and an issue's manuscripts with thirty photographs coming in. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../engine/issue/types';
import { checkItem, type ListEntry, WordLists } from '../../engine/proofread';
import { random } from '../press/mutate';
import { childrenCpu, interleave, median, table } from './measure';
import { galleyText, gb2312 } from './text';

const ENTRIES = 20_000;
/** Characters of eight pages: a 四开 page of running text holds about 6,000. */
const PAGES = 8;
const PAGE_COPIES = 2.3;
const ROUNDS = 9;

/** Words of two to five common hanzi, none twice. */
function entries(): readonly ListEntry[] {
  const hanzi = gb2312().slice(0, 1500);
  const next = random(7);
  const words = new Set<string>();
  while (words.size < ENTRIES) {
    const length = 2 + Math.floor(next() * 4);
    words.add(Array.from({ length }, () => hanzi[Math.floor(next() * hanzi.length)]).join(''));
  }
  return [...words].map((one) => ({ rule: 'sensitive', words: one, list: '敏感' }));
}

function milliseconds(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times);
}

/** CPU time, medians: the list made ready, looked for in eight pages, and all checks of those pages. */
export function words(): void {
  const list = entries();
  const text = galleyText(Math.ceil(PAGES * PAGE_COPIES));
  const paragraphs = text.split('\n');
  let lists = new WordLists(list);
  let found = 0;
  const ready = milliseconds(() => {
    lists = new WordLists(list);
  });
  const looked = milliseconds(() => {
    found = paragraphs.reduce((sum, paragraph) => sum + lists.find(paragraph).length, 0);
  });
  const article = {
    id: 'a1',
    kicker: '',
    headline: [],
    deck: '',
    byline: { lead: '', credit: '' },
    paragraphs: paragraphs.map((one) => ({ runs: [{ text: one, form: 'plain' }] })),
    photos: [],
    weight: 'auto',
    page: 0,
    jump: '',
    source: '',
  } as const satisfies Article;
  const checking = { date: '2026-01-25', lists, off: new Set<never>() };
  const checked = milliseconds(() => void checkItem({ list: 'articles', item: article }, checking));
  console.log(`\nwords: ${list.length} entries over ${text.length} characters (median CPU of ${ROUNDS})`);
  console.log(
    `  list made ready ${ready.toFixed(1)} ms, looked for ${looked.toFixed(1)} ms, ${found} found (budget 50 ms together)`,
  );
  console.log(`  all text checks ${checked.toFixed(0)} ms`);
}

const PHOTOGRAPHS = 30;

/** The sample's manuscripts and photographs, these multiplied: each differs in its last byte, behind the picture's end. */
export function intake(program: string, manuscripts: string, folder: string): void {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const names = readdirSync(manuscripts);
  for (const name of names.filter((one) => !one.endsWith('.jpg'))) cpSync(join(manuscripts, name), join(inbox, name));
  const photographs = names.filter((one) => one.endsWith('.jpg'));
  for (let number = 0; number < PHOTOGRAPHS; number++) {
    const bytes = readFileSync(join(manuscripts, photographs[number % photographs.length]!));
    writeFileSync(join(inbox, `照片 ${number + 1}.jpg`), Buffer.concat([bytes, Buffer.from([number])]));
  }
  const issue = join(folder, 'intake');
  interleave({ new: [program, 'new', issue, '--template', 'sikai', '--pages', '4', '--date', '2026-03-10'] }, 0);
  const copies = Array.from({ length: 4 }, (_, at) => join(folder, `intake-${at}`));
  for (const copy of copies) cpSync(issue, copy, { recursive: true });
  const samples = copies.map((copy) => {
    const cpu = childrenCpu();
    const start = performance.now();
    const result = spawnSync(process.execPath, [program, 'import', copy, inbox], { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(result.stderr);
    return { wall: performance.now() - start, cpu: childrenCpu() - cpu };
  });
  const title = `import of ${names.length - photographs.length} manuscripts and ${PHOTOGRAPHS} photographs`;
  table(`${title} (median of ${copies.length}, budget 3,000 ms)`, {
    import: { wall: median(samples.map(({ wall }) => wall)), cpu: median(samples.map(({ cpu }) => cpu)) },
  });
}
