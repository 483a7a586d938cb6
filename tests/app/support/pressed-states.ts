/** Press files of an issue as it stood after each of many acts, made beside the window that goes on, and their pictures. */
import { execFile } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Comparison, compareShown, type Frame, RENDERING, type Shown } from '../compare-page';
import { builtProgram } from '../launch';

const command = promisify(execFile);
const program = join(dirname(dirname(builtProgram)), 'banxin.js');

export class PressedStates {
  private readonly states = new Map<string, { readonly frame: Frame; readonly pressed: Promise<Omit<Shown, 'frames'>> }>();
  private last: Promise<unknown> = Promise.resolve();

  /** @param work takes the copies and the files */
  constructor(private readonly work: string) {}

  /** Notes what the window shows of a page of the issue that has just been saved to a folder. */
  note(name: string, folder: string, page: number, frame: Frame): void {
    const state = join(this.work, `state-${this.states.size}`);
    const copy = join(state, 'issue.banxin');
    cpSync(join(folder, 'assets'), join(copy, 'assets'), { recursive: true });
    cpSync(join(folder, 'issue.json'), join(copy, 'issue.json'));
    // One after the other: the window works too.
    const pressed = this.last.then(() => press(state, copy, page));
    pressed.catch(() => {});
    this.last = pressed.catch(() => {});
    this.states.set(name, { frame, pressed });
  }

  /** What was noted beside what is printed of it, by the names. */
  async compared(): Promise<ReadonlyMap<string, Comparison>> {
    const names = [...this.states.keys()];
    const shown = await Promise.all(
      [...this.states.values()].map(async ({ frame, pressed }) => ({ frames: [frame], ...(await pressed) })),
    );
    const found = compareShown(shown, this.work);
    return new Map(names.map((name, at) => [name, found[at]!]));
  }
}

async function press(state: string, folder: string, page: number): Promise<Omit<Shown, 'frames'>> {
  const files = join(state, 'press');
  await command(process.execPath, [program, 'press', folder, '-o', files]);
  const name = readdirSync(files).find((each) => each.endsWith(`A0${page}.pdf`))!;
  const picture = join(state, 'page');
  await command('pdftoppm', [...RENDERING, join(files, name), picture]);
  return { file: join(files, name), picture: `${picture}.ppm` };
}
