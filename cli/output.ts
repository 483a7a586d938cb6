import { writeSync } from 'node:fs';

export interface Output {
  write(text: string): void;
  /** Whether all of it has been taken; false too when it could not be. */
  isSaid(): boolean;
}

/**
 * Standard output (1) or error (2) of the process. Node's stream of a pipe takes 3 ms to make, so it is made for what cannot be
 * written at once: what it fails with goes to `failed`.
 */
export function openOutput(descriptor: 1 | 2, failed: (error: NodeJS.ErrnoException) => void): Output {
  let stream: NodeJS.WriteStream | undefined;
  const open = () => (descriptor === 1 ? process.stdout : process.stderr).on('error', failed);
  // A console of Windows takes characters, no bytes.
  if (process.platform === 'win32') stream = open();
  return {
    write(text) {
      let rest: Uint8Array = new TextEncoder().encode(text);
      try {
        while (!stream && rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
      } catch {
        // Full for the moment or for good: the stream waits for the one and tells the other.
      }
      if (rest.length === 0) return;
      stream ??= open();
      stream.write(rest);
    },
    isSaid: () => !stream || (stream.writableLength === 0 && !stream.errored),
  };
}
