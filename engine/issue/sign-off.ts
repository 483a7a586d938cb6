/**
 * Who has seen which page at which stage (三审三校): the proof stages 小样, 大样, 清样, the three reviews 初审, 复审, 终审 and the
 * three readings 一校, 二校, 三校. An entry says what was seen by its hash, so that a page that is another by now is known.
 */
import { Fault, integer, list, matching, oneOf, type Reader, record, text } from './reading';
import { MOST_PAGES } from './schema';

const STAGES = ['galley', 'page', 'final'] as const;
const REVIEWS = ['review1', 'review2', 'review3'] as const;
const READINGS = ['reading1', 'reading2', 'reading3'] as const;
export const SIGN_STEPS = [...STAGES, ...READINGS, ...REVIEWS] as const;

export type Stage = (typeof STAGES)[number];
export type SignStep = (typeof SIGN_STEPS)[number];

export interface SignEntry {
  readonly page: number;
  readonly step: SignStep;
  /** 通过, or 退改 with a remark that says what is to be done. */
  readonly verdict: 'passed' | 'returned';
  readonly who: string;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly remark: string;
  /** SHA-256 of what was seen (seen.ts). */
  readonly seen: string;
  /** Saved version of the issue that it stood in; empty when none was saved. */
  readonly version: string;
}

/** What the entries say of a page as it stands. */
export interface PageSignOff {
  /** Stage of the last proof that was signed. */
  readonly stage: Stage | undefined;
  /** The last entry of each step. */
  readonly last: ReadonlyMap<SignStep, SignEntry>;
  /** Steps that passed on the page as it stands. */
  readonly standing: ReadonlySet<SignStep>;
  /** 签发: the final review passed, and nothing has changed since. */
  readonly released: boolean;
  /** The final review passed on another state of the page: the release is lost. */
  readonly changedSince: SignEntry | undefined;
  /** The last entry for the page at all. */
  readonly latest: SignEntry | undefined;
}

const MOST_ENTRIES = 20_000;

const entry = record<SignEntry>({
  page: integer(1, MOST_PAGES),
  step: oneOf(...SIGN_STEPS),
  verdict: oneOf('passed', 'returned'),
  who: text(100),
  host: text(200),
  time: matching(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/),
  remark: text(2_000),
  seen: matching(/^[0-9a-f]{64}$/),
  version: matching(/^[\w-]{0,64}$/),
});

const entries = list(entry, MOST_ENTRIES);

/** Entries from a file, in their order. Throws `Fault`. */
export const readSignEntries: Reader<readonly SignEntry[]> = (value, path) => {
  if (!Array.isArray(value)) throw new Fault('type', path, 'array');
  return entries(value, path);
};

/** @param seen hash of the page as it stands */
export function pageSignOff(all: readonly SignEntry[], page: number, seen: string): PageSignOff {
  const own = all.filter((one) => one.page === page);
  const last = new Map<SignStep, SignEntry>();
  for (const one of own) last.set(one.step, one);
  const passed = (step: SignStep) => last.get(step)?.verdict === 'passed';
  const standing = new Set(SIGN_STEPS.filter((step) => passed(step) && last.get(step)?.seen === seen));
  const final = last.get('review3');
  return {
    stage: own.findLast(({ step, verdict }) => verdict === 'passed' && isStage(step))?.step as Stage | undefined,
    last,
    standing,
    released: standing.has('review3'),
    changedSince: final && passed('review3') && final.seen !== seen ? final : undefined,
    latest: own.at(-1),
  };
}

/**
 * The step that has to pass before another may: the reviews and readings follow each other. Undefined when nothing is in the
 * way. To send a page back is always allowed.
 */
export function missingBefore(all: readonly SignEntry[], page: number, step: SignStep): SignStep | undefined {
  const row: readonly SignStep[] = [REVIEWS, READINGS].find((steps) => (steps as readonly SignStep[]).includes(step)) ?? [];
  const { last } = pageSignOff(all, page, '');
  return row.slice(0, Math.max(0, row.indexOf(step))).find((before) => last.get(before)?.verdict !== 'passed');
}

/** Reviews that one person signed twice: three reviews want three people. */
export function sameReviewer(all: readonly SignEntry[], page: number, step: SignStep, who: string): SignStep | undefined {
  if (!(REVIEWS as readonly SignStep[]).includes(step)) return undefined;
  const { last } = pageSignOff(all, page, '');
  return REVIEWS.find((other) => other !== step && last.get(other)?.who === who);
}

function isStage(step: SignStep): boolean {
  return (STAGES as readonly SignStep[]).includes(step);
}
