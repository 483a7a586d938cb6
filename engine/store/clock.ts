/**
 * The time of day, for what is noted about people and files on a disk: who has an issue open, who signed, what is stale. Nothing
 * that is set, pressed or merged may depend on it.
 */
export function now(): number {
  return Date.now();
}

/** ISO 8601, UTC. */
export function nowText(): string {
  return new Date(now()).toISOString();
}
