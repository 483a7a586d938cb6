/** The parts used of `hyphen`, which brings no types. */
declare module 'hyphen/en-us/index.js' {
  interface Options {
    readonly hyphenChar?: string;
    readonly minWordLength?: number;
  }
  const english: {
    /** The text with `hyphenChar` (U+00AD unless told) wherever a word may be divided. */
    hyphenateSync(text: string, options?: Options): string;
  };
  export default english;
}
