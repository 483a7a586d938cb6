import { isAscii, isDigit, isLatin } from './characters';

/** The longest address or file name that is looked for; what is longer is no address. */
const longest = 2000;

/**
 * Marks the characters of addresses of mail and web and of file names: 1 where nothing may be changed.
 * Works on runs of ASCII, so that its time grows with the text and no faster.
 */
export function latinSpans(text: string): Uint8Array {
  const kept = new Uint8Array(text.length);
  for (const { from, to } of findLatinSpans(text)) kept.fill(1, from, to);
  return kept;
}

/** Where addresses of mail and web and file names stand; `link` tells an address from a file's name. */
export function findLatinSpans(text: string): { from: number; to: number; link: boolean }[] {
  const spans: { from: number; to: number; link: boolean }[] = [];
  for (let from = 0; from < text.length; ) {
    if (!isAscii(text[from]!)) {
      from++;
      continue;
    }
    let to = from;
    while (to < text.length && isAscii(text[to]!)) to++;
    const run = text.slice(from, to);
    if (run.length <= longest && /[.@]/.test(run)) addSpans(run, from, spans);
    from = to;
  }
  return spans;
}

const link =
  /^(?:https?:\/\/.+|www\..+\..+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|cn|net|org|gov|edu|info|io|top)(?::\d+)?(?:\/.*)?)$/i;
const fileName =
  /^[\w-]+(?:\.[\w-]+)*\.(?:docx?|xlsx?|pptx?|pdf|txt|jpe?g|png|gif|tiff?|webp|heic|zip|rar|mp[34]|avi|mov|wps|psd|indd)$/i;

function addSpans(run: string, offset: number, spans: { from: number; to: number; link: boolean }[]): void {
  let from = 0;
  for (const token of run.split(/(?<=[,;!"'<>()])|(?=[,;!"'<>()])/)) {
    const [start, end] = trimmed(token);
    const core = token.slice(start, end);
    if (link.test(core)) spans.push({ from: offset + from + start, to: offset + from + end, link: true });
    else if (fileName.test(core)) spans.push({ from: offset + from + start, to: offset + from + end, link: false });
    from += token.length;
  }
}

/** A token without the marks that stand before and after it; a mark such as `:` before an address is not part of it. */
function trimmed(token: string): [number, number] {
  let start = 0;
  let end = token.length;
  while (start < end && !isWordOrSlash(token[start]!)) start++;
  while (end > start && !isWordOrSlash(token[end - 1]!)) end--;
  return [start, end];
}

function isWordOrSlash(char: string): boolean {
  return isLatin(char) || isDigit(char) || char === '/' || char === '_';
}
