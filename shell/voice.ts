/** Words for what the engine prints: job ticket, report, difference sheet. */
import { handoffMessages } from '../engine/press/handoff/messages';
import type { Voice } from '../engine/press/handoff/voice';
import { sayFinding } from './preflight-report';
import { completed, type Language } from './say';

/** How the engine's printed matter speaks in a language. */
export function voiceIn(language: Language): Voice {
  return {
    language,
    words: (key, params = {}) => completed(handoffMessages[language][key], `handoff.${key}`, params),
    finding: (finding) => sayFinding(finding, language),
  };
}
