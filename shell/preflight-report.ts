/** Preflight's findings in the user's language. */
import type { SpokenFinding } from '../engine/press/handoff/voice';
import { messages } from '../engine/press/messages';
import type { PreflightFinding } from '../engine/press/preflight/types';
import { completed, type Language, type Params } from './say';

const sentenceBreak = { zh: '；', en: '; ' } as const;

/** A sentence of the catalogue tells the fact, then the cure. */
export function sayFinding(
  { rule, severity, page, params: facts, place, block }: PreflightFinding,
  language: Language,
): SpokenFinding {
  const what = messages[language][`what.${facts.what}`];
  const params: Params = what === undefined ? facts : { ...facts, what };
  const template = messages[language][rule];
  const mark = sentenceBreak[language];
  const at = template?.lastIndexOf(mark) ?? -1;
  const [fact, cure] = at < 0 ? [template, ''] : [template!.slice(0, at), template!.slice(at + mark.length)];
  return {
    rule,
    severity,
    page,
    ...(place ? { place } : {}),
    ...(block === undefined ? {} : { block }),
    detail: completed(fact, `press.${rule}`, params),
    cure: cure === '' ? '' : completed(cure, `press.${rule}`, params),
  };
}

/** Errors before warnings, otherwise in the order given. */
export function errorsFirst(findings: readonly SpokenFinding[]): readonly SpokenFinding[] {
  return [...findings].sort((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
}

/** One line: `错误 第1版 (23.5, 120.0 mm)：…；…`. */
export function findingLine({ severity, page, place, detail, cure }: SpokenFinding, language: Language): string {
  const zh = language === 'zh';
  const kind = severity === 'error' ? (zh ? '错误' : 'error') : zh ? '提醒' : 'warning';
  const where = page === 0 ? (zh ? '全部' : 'all') : zh ? `第${page}版` : `page ${page}`;
  const spot = place ? ` (${place.x}, ${place.y} mm)` : '';
  const text = cure === '' ? detail : `${detail}${sentenceBreak[language]}${cure}`;
  return zh ? `${kind} ${where}${spot}：${text}` : `${kind}, ${where}${spot}: ${text}`;
}
