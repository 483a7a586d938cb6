/** The issues opened last, newest first, kept in the profile. The window knows them by id alone. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app } from 'electron';
import { list, matching, record, text } from '../engine/issue/reading';
import type { RecentIssue } from './bridge';
import { nameOf } from './issues';
import { Stored } from './stored';

const MOST = 12;

type Entry = Omit<RecentIssue, 'name'>;

const entries = list(
  record<Entry>({
    id: matching(/^[0-9a-f-]{36}$/),
    folder: text(4096),
    opened: matching(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/),
  }),
  MOST,
);

export class Recents {
  private readonly stored = new Stored<readonly Entry[]>(join(app.getPath('userData'), 'recent.json'), entries, []);

  list(): readonly RecentIssue[] {
    return this.stored.value.map((entry) => ({ ...entry, name: nameOf(entry.folder) }));
  }

  folderOf(id: string): string | undefined {
    return this.stored.value.find((entry) => entry.id === id)?.folder;
  }

  async note(folder: string): Promise<void> {
    const id = this.stored.value.find((entry) => entry.folder === folder)?.id ?? randomUUID();
    const others = this.stored.value.filter((entry) => entry.folder !== folder);
    await this.stored.put([{ id, folder, opened: new Date().toISOString() }, ...others].slice(0, MOST));
    app.addRecentDocument(folder);
  }

  async forget(id: string): Promise<void> {
    await this.stored.put(this.stored.value.filter((entry) => entry.id !== id));
  }
}
