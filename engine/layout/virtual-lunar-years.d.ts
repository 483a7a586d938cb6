/** Years of the Chinese calendar that `lunar-plugin.mjs` packs, six hexadecimal digits each, from the first one on. */
declare module 'virtual:lunar-years' {
  export const FIRST_YEAR: number;
  export const YEARS: string;
}
