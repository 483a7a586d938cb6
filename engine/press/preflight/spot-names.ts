/** Spot plates of a file: one name must mean one ink, and one ink must have one name, or the plate room makes two plates. */
import type { Place, PreflightFinding } from './types';

/** Spot names seen so far; gives what speaks against each page's. */
export class SpotNames {
  /** By name: its process equivalent, and the page where it was seen first. */
  private readonly known = new Map<string, { readonly inks: string; readonly page: number }>();

  findings(page: number, spots: ReadonlyMap<string, ReadonlyMap<string, Place>>): PreflightFinding[] {
    const findings: PreflightFinding[] = [];
    for (const [name, versions] of spots) {
      for (const [inks, place] of versions) {
        const before = this.known.get(name);
        if (!before) {
          const twin = [...this.known.keys()].find((other) => plain(other) === plain(name));
          if (twin !== undefined)
            findings.push({ page, severity: 'warning', rule: 'spotTwins', params: { name, other: twin }, place });
          this.known.set(name, { inks, page });
        } else if (before.inks !== inks)
          findings.push({ page, severity: 'error', rule: 'spotAlternates', params: { name, inks, other: before.inks }, place });
      }
    }
    return findings;
  }
}

/**
 * Case, spaces, strokes and the paper of a Pantone book (C, U, M, CV, CVC …) make no other ink. What parts words is folded first:
 * a search for any number of spaces before an end would take for ever in a hostile name.
 */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/ (?:c|u|m|cv|cvc|cvu|ec|pc|up)$/, '')
    .replaceAll(' ', '');
