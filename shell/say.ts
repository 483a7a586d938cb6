/** What a user reads: sentences of the rooms' `messages.ts`, for the command line and the window alike. */
import { InputError, type Messages } from '../engine/errors';

export type Language = 'zh' | 'en';
export type Params = Readonly<Record<string, string | number>>;

/** BANXIN_LANG, else the locale of the system: `en…` is English, everything else Chinese. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.BANXIN_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
}

/** One line for the user about something that was thrown. Catalogues are loaded only now. */
export async function sentenceFor(error: unknown, language: Language): Promise<string> {
  if (error instanceof InputError) return sentence(error.code, error.params, language);
  return sentence('shell.internal', { detail: error instanceof Error ? error.message : String(error) }, language);
}

/** The sentence of a code such as `store.damaged`, with its blanks filled. An unknown code is shown as it is, with what it knows. */
export async function sentence(code: string, params: Params, language: Language): Promise<string> {
  const dot = code.indexOf('.');
  const catalogue = await catalogueOf(code.slice(0, dot));
  return completed(catalogue?.[language][code.slice(dot + 1)], code, params);
}

/** The template with its blanks filled, in one line. */
export function completed(template: string | undefined, code: string, params: Params): string {
  return oneLine(template === undefined ? `${code} ${JSON.stringify(params)}` : fill(template, params));
}

async function catalogueOf(room: string): Promise<Messages | undefined> {
  try {
    const module: { messages: Messages } =
      room === 'shell' ? await import('./messages') : await import(`../engine/${room}/messages.ts`);
    return module.messages;
  } catch {
    return undefined;
  }
}

/** Puts params into a sentence's {blanks}. */
export function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (blank, name: string) => (name in params ? localTime(String(params[name])) : blank));
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/;

/** A moment (ISO 8601, UTC) as the clock on the wall has it, `2026-03-10 14:05`; any other text as it is. */
export function localTime(text: string): string {
  if (!MOMENT.test(text) || Number.isNaN(Date.parse(text))) return text;
  const time = new Date(text);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** File names and contents may hold line breaks and control characters; an error stays one line and cannot steer a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
