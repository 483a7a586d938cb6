import { apply, type Edit } from './edits';
import type { Issue } from './types';

/** Several edits on their way: the issue as it stands after them, and the edits for the undo history and the journal. */
export class Changes {
  private readonly done: Edit[] = [];

  constructor(private current: Issue) {}

  get issue(): Issue {
    return this.current;
  }

  get edits(): readonly Edit[] {
    return this.done;
  }

  make(edit: Edit): void {
    this.current = apply(this.current, edit).issue;
    this.done.push(edit);
  }
}
