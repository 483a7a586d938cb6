/** The last part of a path, with either kind of slash. */
export function basename(path: string): string {
  return path.slice(lastSlash(path) + 1);
}

/** The part before it; `.` when there is none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(lastSlash(path), 0)) || '.';
}

function lastSlash(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}
