import { completed, type Language, sentence as line, sentenceFor as lineFor, type Params } from '../shell/say';
import { UsageError } from './args';

/** BANXIN_LANG, else the locale of the system: `en…` is English, everything else Chinese. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.BANXIN_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
}

/** One line for the user about something that was thrown. */
export async function sentenceFor(error: unknown, language: Language): Promise<string> {
  return error instanceof UsageError ? sentence(error.code, error.params, language) : lineFor(error, language);
}

/** As the shells' own, with what the command line alone has to say (`cli.…`). */
export async function sentence(code: string, params: Params, language: Language): Promise<string> {
  const [room, key] = code.split('.');
  if (room !== 'cli') return line(code, params, language);
  const { messages } = await import('./text');
  return completed(messages[language][key ?? ''], code, params);
}
