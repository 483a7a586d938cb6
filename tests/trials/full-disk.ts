/** A disk that is full now and then: a write stops half-way and fails, as the system's own does. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Bytes = string | Uint8Array;

let share = 0;
let state = 1;
/** How many writes failed so far. */
export let failures = 0;

/** Lets about this share of all writes fail from here on; 0 lets all succeed. */
export function fillDisk(failing: number, seed = state): void {
  share = failing;
  state = seed;
}

function fails(): boolean {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  if (state / 2 ** 32 >= share) return false;
  failures++;
  return true;
}

const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 });
const half = (content: Bytes): Uint8Array => {
  const bytes = Buffer.from(content as string);
  return bytes.subarray(0, bytes.length >> 1);
};

/** Once, before anything is written. */
export async function watchWrites(probe: string): Promise<void> {
  const handle = await fs.promises.open(probe, 'w');
  const prototype = Object.getPrototypeOf(handle) as { writeFile: (content: Bytes) => Promise<void>; sync: () => Promise<void> };
  await handle.close();
  const { writeFile, sync } = prototype;
  prototype.writeFile = async function (this: unknown, content: Bytes) {
    if (!fails()) return writeFile.call(this, content);
    await writeFile.call(this, half(content));
    throw full();
  };
  prototype.sync = async function (this: unknown) {
    if (fails()) throw full();
    return sync.call(this);
  };
  const { writeFileSync } = fs;
  fs.writeFileSync = ((file: string, content: Bytes, options?: fs.WriteFileOptions) => {
    if (!fails()) return writeFileSync(file, content, options);
    writeFileSync(file, half(content), options);
    throw full();
  }) as typeof fs.writeFileSync;
  const { copyFile, mkdir } = fs.promises;
  fs.promises.copyFile = async (...args) => {
    if (fails()) throw full();
    return copyFile(...args);
  };
  fs.promises.mkdir = (async (...args: Parameters<typeof mkdir>) => {
    if (fails()) throw full();
    return mkdir(...args);
  }) as typeof mkdir;
  syncBuiltinESMExports();
}
