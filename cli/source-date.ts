/**
 * The time that a build states by SOURCE_DATE_EPOCH (seconds since 1970, UTC; reproducible-builds.org), ISO 8601 in seconds:
 * `2026-03-10T00:00:00Z`. Undefined when the variable is absent or no such number.
 */
export function sourceDate(): string | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return undefined;
  return new Date(Number(epoch) * 1000).toISOString().replace('.000', '');
}
