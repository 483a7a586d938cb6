/** Records of versions as they stand in files: read from untrusted data, and written. */
import { Fault, flag, integer, list, matching, optional, type Reader, record, text } from './reading';
import type { UnitKey, Version, Versions } from './versions';

interface VersionRecord extends Version {
  readonly unit: UnitKey;
}

/** An issue of 64 pages and as many items as its schema takes. */
const MOST_UNITS = 30_000;
const MOST_SEEN = 2_000;
const MOST_TIME = 8.64e15;

const hash = matching(/^[0-9a-f]{16}$/);

const versionRecord = record<VersionRecord>({
  unit: matching(/^(?:paper|page:\d{1,2}|(?:article|photo|group|notice|advertisement):[A-Za-z0-9._-]{1,64})$/),
  uid: text(20),
  born: matching(/^\d{1,16}\/\d{4,6}$/),
  id: hash,
  now: hash,
  time: integer(0, MOST_TIME),
  seen: list(hash, MOST_SEEN, 1),
  own: optional(hash),
  blank: optional(flag),
});

const records = list(versionRecord, MOST_UNITS);

/** Throws `Fault`, also when a unit stands twice or its own version is not among those it has seen. */
export const readVersions: Reader<Versions> = (value, path) => {
  const versions = new Map<UnitKey, Version>();
  for (const { unit, ...version } of records(value, path)) {
    if (versions.has(unit)) throw new Fault('duplicate', path, unit);
    if (!version.seen.includes(version.id)) throw new Fault('reference', path, unit);
    versions.set(unit, version);
  }
  return versions;
};

/** The versions of an issue's units as plain rows to be stored. */
export function versionRecords(versions: Versions): readonly VersionRecord[] {
  return [...versions].map(([unit, version]) => ({ unit, ...version }));
}
