/** What was shown last among the problems and the findings of the text checks: Alt+Enter mends it. */
type Kind = 'problem' | 'finding';

let inHand: { readonly kind: Kind; readonly key: string } | undefined;

/** From now on this one is meant. */
export function takeInHand(kind: Kind, key: string): void {
  inHand = { kind, key };
}

/** Key of what is meant, where it is of that kind. */
export function atHand(kind: Kind): string | undefined {
  return inHand?.kind === kind ? inHand.key : undefined;
}
