/** The packed dictionary that `words-plugin.mjs` makes of the package that holds it. */
declare module 'virtual:dictionary' {
  const packed: string;
  export default packed;
}
