/** What stands beside the press files of an examination, for parts of their plates. */
export interface PlateIndex {
  /** Total ink from which the map is red, per cent. */
  readonly limit: number;
  /** Name of each page's file. */
  readonly files: Readonly<Record<number, string>>;
}

/** Name of the file. */
export const PLATE_INDEX = 'plates.json';
