const han = '〇一二三四五六七八九';

/** The value of `3`, `③` or `十三`, up to 99. */
export function numeralValue(figure: string): number {
  const code = figure.codePointAt(0)!;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (/^\d+$/.test(figure)) return Number(figure);
  const ten = figure.indexOf('十');
  if (ten < 0) return han.indexOf(figure);
  const tens = ten === 0 ? 1 : han.indexOf(figure.slice(0, ten));
  return 10 * tens + (ten === figure.length - 1 ? 0 : han.indexOf(figure.slice(ten + 1)));
}
