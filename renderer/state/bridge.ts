/** The way to the program: preload's bridge. */
import type { Bridge } from '../../electron/bridge';

declare global {
  var banxin: Bridge;
}

export function bridge(): Bridge {
  return globalThis.banxin;
}
