/** An issue as it stood after each of many acts, with what the window showed then and what is printed of it. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Issue } from '../../../engine/issue';
import { readIssue } from '../../../engine/issue/validate';
import { pressPages } from '../../../engine/press/node/press-issue';
import { type Comparison, compareShown, type Frame, RENDERING, type Shown } from '../compare-page';
import { clearFolder } from './clear';

const command = promisify(execFile);
/** Each picture has 25 megabytes. */
const AT_ONCE = 16;

interface State {
  readonly issue: Issue;
  readonly folder: string;
  readonly page: number;
  readonly frame: Frame;
}

export class PressedStates {
  private readonly states = new Map<string, State>();

  /** @param work takes the files */
  constructor(private readonly work: string) {}

  /** Notes what the window shows of a page of the issue that has just been saved to a folder. */
  note(name: string, folder: string, page: number, frame: Frame): void {
    const issue = readIssue(JSON.parse(readFileSync(join(folder, 'issue.json'), 'utf8')));
    this.states.set(name, { issue, folder, page, frame });
  }

  /** What was noted beside what is printed of it, by the names. All is pressed in this process: faces and profiles are read once. */
  async compared(): Promise<ReadonlyMap<string, Comparison>> {
    const noted = [...this.states];
    const found = new Map<string, Comparison>();
    for (let start = 0; start < noted.length; start += AT_ONCE) {
      const some = noted.slice(start, start + AT_ONCE);
      const folder = join(this.work, `from-${start}`);
      const shown: Promise<Shown>[] = [];
      // A page is pressed while the one before becomes a picture.
      for (const [at, [, state]] of some.entries()) shown.push(picture(state, await press(state, join(folder, `${at}`))));
      compareShown(await Promise.all(shown), folder).forEach((comparison, at) => {
        found.set(some[at]![0], comparison);
      });
      clearFolder(folder);
    }
    return found;
  }
}

/** The press file of the page, in a folder of its own. */
async function press({ issue, folder, page }: State, output: string): Promise<string> {
  const settings = { standard: 'pdfx4', proof: false, files: 'pages', spot: false, force: false, only: page } as const;
  const { files } = await pressPages(issue, folder, output, settings, () => {});
  return files[0]!.file;
}

async function picture({ frame }: State, file: string): Promise<Shown> {
  const name = file.replace(/\.pdf$/, '');
  await command('pdftoppm', [...RENDERING, file, name]);
  return { frames: [frame], file, picture: `${name}.ppm` };
}
