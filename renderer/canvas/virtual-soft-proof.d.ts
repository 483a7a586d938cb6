/** Made by `soft-proof-plugin.mjs`. */
declare module 'virtual:soft-proof' {
  /** Points of the table along each channel. */
  export const STEPS: number;
  /** How each colour of the screen looks in print: red, green, blue in base64, the blue of the screen counting fastest. */
  export const TABLE: string;
}
