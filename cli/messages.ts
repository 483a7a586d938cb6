import { InputError } from '../engine/errors';
import { completed, type Language, sentence as line, sentenceFor as lineFor, type Params } from '../shell/say';
import { UsageError } from './args';

export { languageOf } from '../shell/say';

/** One line for the user about something that was thrown. */
export async function sentenceFor(error: unknown, language: Language): Promise<string> {
  const hasCode = error instanceof UsageError || error instanceof InputError;
  return hasCode ? sentence(error.code, error.params, language) : lineFor(error, language);
}

/** As the shells' own, with what the command line alone has to say (`cli.…`). */
export async function sentence(code: string, params: Params, language: Language): Promise<string> {
  const [room, key] = code.split('.');
  if (room !== 'cli') return line(code, params, language);
  const { messages } = await import('./text');
  return completed(messages[language][key ?? ''], code, params);
}
