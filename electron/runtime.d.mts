export interface Runtime {
  readonly executable: string;
  /** The distribution: the folder of the executable. */
  readonly folder: string;
  readonly version: string;
  /** Not the official binary: good for trials, not for shipping. */
  readonly standIn: boolean;
}

/** Throws Error with a sentence for the user when there is no Electron for this machine. */
export function resolveElectron(say?: (line: string) => void): Runtime;
