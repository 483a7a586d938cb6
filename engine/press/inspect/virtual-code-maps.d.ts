/** The packed maps of encodings that `code-maps-plugin.mjs` makes of the package that holds them. */
declare module 'virtual:code-maps' {
  const packed: string;
  export default packed;
}
