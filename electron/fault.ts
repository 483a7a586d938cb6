/** What was thrown as a fault that the window shows: in the user's language, and in the other for when that changes. */
import { InputError } from '../engine/errors';
import { type Language, sentenceFor } from '../shell/say';
import type { Fault, InLanguages } from './bridge';

/** The sentence of an error in each language of the window. Never throws. */
export async function inLanguages(error: unknown): Promise<InLanguages> {
  const [zh, en] = await Promise.all([sentenceFor(error, 'zh'), sentenceFor(error, 'en')]);
  return { 'zh-CN': zh, en };
}

/** Never throws. */
export async function faultOf(error: unknown, language: Language): Promise<Fault> {
  const texts = await inLanguages(error);
  const code = error instanceof InputError ? error.code : 'shell.internal';
  return { code, text: texts[language === 'zh' ? 'zh-CN' : 'en'], texts };
}
