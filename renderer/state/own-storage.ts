/** The window's own storage: texts by key, that outlive a crash. What is damaged there counts as absent. */
import { bridge } from './bridge';

/** What was kept under a key; undefined where there is nothing, or nothing that can be read. */
export function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value as JSON, and asks that it comes onto the disk soon. A full storage loses the memory, not the work. */
export function write(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (localStorage.getItem(key) === text) return;
  try {
    localStorage.setItem(key, text);
  } catch {
    localStorage.removeItem(key);
  }
  void bridge().keepMemory();
}
