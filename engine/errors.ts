/**
 * An input is at fault: a file, an option's value, a document. Carries no prose: `code` names a sentence in the
 * `messages.ts` of a room (`store.damaged` is `damaged` in engine/store/messages.ts), `params` fill its {blanks}.
 * The shells (cli, electron) put it into the user's language.
 */
export class InputError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'InputError';
  }
}

/** The sentences of a room, in both languages. A sentence names the file, the place and the cure. */
export interface Messages {
  readonly zh: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}
