/** What every command of the command line gets and gives. One file a command in commands/, loaded only when it is called. */
export interface Io {
  /** Writes to standard output: results, or JSON. */
  out(text: string): void;
  /** Writes a line to standard error: progress and warnings, in the user's language. */
  err(text: string): void;
  readonly language: 'zh' | 'en';
}

export interface Command {
  /** Returns the exit code: 0 done, 1 the input is at fault. Throws InputError (exit 1) or UsageError (exit 2). */
  run(args: readonly string[], io: Io): Promise<number>;
}
