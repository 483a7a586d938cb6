import { latinSpans } from './latin-spans';
import { around, type Tally } from './tally';

/**
 * Signs that belong to a number stand right beside it (GB/T 15835): `50 %`, `30 ℃`, `￥ 20`; `°C` is the one sign ℃. Spaces before
 * units of Latin letters stay: `5 km`.
 */
export function tidyUnits(text: string, line: number, tally: Tally): string {
  if (!tally.does('units') || !/[%‰℃°˚º￥¥$＄€£]/.test(text)) return text;
  const kept = latinSpans(text);
  const change = (found: string, at: number, written: string) => {
    if (kept[at] || found === written) return found;
    tally.add('units', line, around(text, at, found.length));
    return written;
  };
  return text.replace(/(?<=\d) ?[°˚º] ?C(?![A-Za-z])|(?<=\d) +(?=[%‰℃°])|(?<=[￥¥$＄€£]) +(?=\d)/g, (found: string, at: number) =>
    change(found, at, found.includes('C') ? '℃' : ''),
  );
}
