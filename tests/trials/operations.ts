/** What an editor's programs do to an issue's folder, over and over, each by the code of the program itself. */
import fs, { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Issues } from '../../electron/issues';
import { InputError } from '../../engine/errors';
import { apply, type Edit } from '../../engine/issue';
import { changeIssue, openIssue, saveVersion, signPages, writeWhole } from '../../engine/store';
import { assemble, packPart } from '../../engine/store/packages';
import { exportIssue } from '../../shell/export-issue';
import { importFiles } from '../../shell/import-files';

/** What correspondents send does not come to the disk that is full. */
const { writeFileSync: send } = fs;

export const OPERATIONS = ['edit', 'import', 'pack', 'assemble', 'export', 'version', 'sign', 'press'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** The folders of a trial: the issue, another desk's copy of it, what goes in and what comes out. */
export interface Trial {
  readonly issue: string;
  readonly desk: string;
  readonly inbox: string;
  readonly out: string;
}

export function trialIn(home: string): Trial {
  const trial = {
    issue: join(home, '刊.banxin'),
    desk: join(home, '桌.banxin'),
    inbox: join(home, 'in'),
    out: join(home, 'out'),
  };
  for (const folder of [trial.inbox, trial.out]) mkdirSync(folder, { recursive: true });
  return trial;
}

/** The edit of a step: its number can be read off the issue afterwards. */
const step = (number: number): Edit => ({ type: 'setSection', page: 1, section: String(number) });
export const stepOf = (section: string): number => (/^\d+$/.test(section) ? Number(section) : 0);

/** Hears of every step that is on the disk. */
export type Told = (step: number) => void;

/** Works until the process ends. `rounds` bounds it for trials that end by themselves. */
export async function work(
  operation: Operation,
  trial: Trial,
  from: number,
  told: Told,
  rounds = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (operation === 'edit') return edit(trial, from, told, rounds);
  for (let round = 0; round < rounds; round++) await others[operation](trial, from + round);
}

/** Typing and saving, as the window does it. */
async function edit({ issue: folder }: Trial, from: number, told: Told, rounds: number): Promise<void> {
  const issues = new Issues();
  const { handle, issue: opened, recovered } = await issues.open(folder, true);
  let current = recovered ? apply(opened, recovered.edit).issue : opened;
  for (let round = 0; round < rounds; round++) {
    const number = from + round;
    current = apply(current, step(number)).issue;
    await issues.journal(handle, [step(number)]);
    told(number);
    if (round % 5 === 4) await issues.save(handle, current);
  }
  issues.closeAll();
}

const others: Readonly<Record<Exclude<Operation, 'edit'>, (trial: Trial, number: number) => Promise<void>>> = {
  async import({ issue, inbox }, number) {
    const files = [join(inbox, `稿${number}.txt`), join(inbox, `图${number}.png`)];
    send(files[0]!, `第${number}条路灯亮了\n\n本报讯（通讯员 程远）${'昨晚，路灯亮了。'.repeat(number % 40)}${number}\n`);
    send(files[1]!, picture(number));
    await changeIssue(issue, async (before, save) => {
      await importFiles(issue, before, files, { progress: () => {}, keep: save });
    });
  },
  async pack({ issue, out }) {
    await writeWhole(join(out, 'p1.banxinpage'), (await packPart(issue, { page: 1 })).bytes);
  },
  async assemble({ issue, desk, out }, number) {
    await changeIssue(desk, async (before, save) => {
      await save(apply(before, { type: 'setSection', page: 2, section: `桌${number}` }).issue);
    });
    const file = join(out, 'p2.banxinpage');
    await writeWhole(file, (await packPart(desk, { page: 2 })).bytes);
    await assemble(issue, [file], { ruleOf: () => 'theirs', faces: [] });
  },
  async export({ issue, out }) {
    await exportIssue(issue, await openIssue(issue), join(out, 'web'), true);
  },
  async version({ issue }, number) {
    await saveVersion(issue, await openIssue(issue), { name: `第${number}稿`, reason: 'named' });
  },
  async sign({ issue }, number) {
    const who = `编辑${number}`;
    await signPages(issue, await openIssue(issue), { pages: [1, 2], step: 'galley', verdict: 'passed', who, remark: '' });
  },
  async press({ issue, out }) {
    const folder = join(out, 'press');
    const settings = { standard: 'pdfx4', proof: false, files: 'pages', spot: false, force: true } as const;
    // Only this one needs the layout with its dictionary.
    const { pressIssue } = await import('../../engine/press/node/press-issue');
    await pressIssue(issue, folder, settings, () => {});
    await rm(folder, { recursive: true, force: true });
  },
};

/** A PNG of four by four pixels whose bytes differ by number; readers ignore the text chunk. */
export function picture(number: number): Uint8Array {
  const text = new TextEncoder().encode(`Comment\0${number} ${'x'.repeat((number * 37) % 20_000)}`);
  const chunk = new Uint8Array(12 + text.length);
  new DataView(chunk.buffer).setUint32(0, text.length);
  chunk.set(new TextEncoder().encode('tEXt'), 4);
  chunk.set(text, 8);
  new DataView(chunk.buffer).setUint32(8 + text.length, crc(chunk.subarray(4, 8 + text.length)));
  const png = Buffer.from(PNG, 'base64');
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';

/** Whether a failure is one that the program tells its user in a sentence. */
export const isTold = (error: unknown): boolean => error instanceof InputError;
