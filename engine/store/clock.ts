/**
 * The time of day, and chance, for what is noted about people and files on a disk: who has an issue open, who signed, what is stale.
 * Nothing that is set, pressed or merged may depend on it.
 */
export function now(): number {
  return Date.now();
}

/** ISO 8601, UTC. */
export function nowText(): string {
  return new Date(now()).toISOString();
}

/** 12 hexadecimal figures of chance, for names of files that are gone soon; nobody is kept from guessing them. */
export function randomName(): string {
  return Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
}
