/** Why a finished page from outside cannot be placed. */
export type RefusalReason =
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'font'
  | 'font-damaged'
  | 'colour'
  | 'registration'
  | 'transparency'
  | 'picture'
  | 'too-much';

/** Thrown inside this folder only; `placePage` gives it as its result. */
export class Refusal extends Error {
  /** `detail` names what is at fault: a font, a colour space. */
  constructor(
    readonly reason: RefusalReason,
    readonly detail = '',
  ) {
    super(`${reason} ${detail}`);
  }
}
