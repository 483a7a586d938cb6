/** What a proof says of itself: its stage, its time, who saw the page last, and where it is another since. */
import type { DisplayPage } from '../../display/types';
import { InputError } from '../../errors';
import { contentIds } from '../../issue/contents';
import { type PageSignOff, SIGN_STEPS, type SignEntry } from '../../issue/sign-off';
import type { Issue } from '../../issue/types';
import { createLayout, type Layout } from '../../layout';
import { nowText, readVersion, signEntries, signOffs } from '../../store';
import type { Fonts } from '../../store/font-files';
import { changeBars } from '../change-bars';
import { setLine } from '../marks';

/** Adds the notes of a page to what it shows. */
export type ProofNotes = (page: number, display: DisplayPage) => DisplayPage;

/** Of a proof's own words, printed on it as newsrooms write them. */
const NAMES: Readonly<Record<SignEntry['step'], string>> = {
  galley: '小样',
  page: '大样',
  final: '清样',
  reading1: '一校',
  reading2: '二校',
  reading3: '三校',
  review1: '初审',
  review2: '复审',
  review3: '终审',
};
const black = { c: 0, m: 0, y: 0, k: 1 };
/** Baseline of the line of notes below the trimmed edge, its left end, points. */
const place = { x: 30, y: 14 };

/** @param date when the proof is made, ISO 8601, UTC; now when undefined */
export async function proofNotes(folder: string, issue: Issue, fonts: Fonts, date: string | undefined): Promise<ProofNotes> {
  const states = signOffs(issue, await entriesOf(folder));
  const before = new Map<string, { readonly issue: Issue; readonly layout: Layout }>();
  for (const id of new Set([...states.values()].flatMap(({ latest }) => (latest?.version ? [latest.version] : [])))) {
    const seen = await readVersion(folder, id).catch(orNothing);
    if (seen) before.set(id, { issue: seen, layout: createLayout(seen, fonts.fonts) });
  }
  const time = date ?? nowText();
  return (page, display) => {
    const state = states.get(page);
    const seen = before.get(state?.latest?.version ?? '');
    const shown = seen && page <= seen.issue.pages.length ? seen.layout.page(page).display : undefined;
    const bars = shown && seen ? changeBars(shown, display, keysOf(seen.issue, page), keysOf(issue, page)) : [];
    const line = noteLine(issue, page, state, time, bars.length > 0);
    const { runs } = setLine(line, place.x, place.y, display.width - place.x, black, fonts.fonts);
    return { ...display, groups: [...display.groups, { block: '', items: [...bars, ...runs] }] };
  };
}

/** A record that cannot be read has nothing to say on a proof; preflight and `sign` name it. */
async function entriesOf(folder: string): Promise<readonly SignEntry[]> {
  return (await signEntries(folder).catch(orNothing)) ?? [];
}

function orNothing(error: unknown): undefined {
  if (!(error instanceof InputError)) throw error;
}

/** A page is proofed as 大样 until that has passed, then as 清样. */
function noteLine(issue: Issue, page: number, state: PageSignOff | undefined, time: string, isChanged: boolean): string {
  const { paper, date, number } = issue;
  const passed = state?.last.get('page')?.verdict === 'passed' || state?.last.get('final')?.verdict === 'passed';
  const latest = state?.latest;
  const last = SIGN_STEPS.flatMap((step) => (latest?.step === step ? [NAMES[step]] : []));
  return [
    `【${passed ? NAMES.final : NAMES.page}】${paper.name} ${date} 第${number}期 ${page}版`,
    `打样 ${clock(time)}`,
    ...(latest ? [`上次 ${last} ${latest.verdict === 'passed' ? '通过' : '退改'} ${latest.who} ${clock(latest.time)}`] : []),
    ...(isChanged ? ['红线处为其后的改动'] : []),
    ...(state?.changedSince ? ['终审后有改动，签发失效'] : state?.released ? ['已签发'] : []),
  ].join('　');
}

/** As the clock on the wall has it. */
function clock(iso: string): string {
  const time = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function keysOf(issue: Issue, page: number): (block: string) => string {
  const blocks = issue.pages[page - 1]?.blocks ?? [];
  return (id) => {
    const content = blocks.find((block) => block.id === id)?.content;
    return content ? `${content.kind} ${contentIds(content).join()}` : '';
  };
}
