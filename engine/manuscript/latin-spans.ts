import { isAscii, isDigit, isLatin } from './characters';

/** The longest address, file name or piece of code that is looked for; what is longer is none. */
const longest = 2000;

/**
 * Marks the characters of addresses of mail and web, of file names and of code: 1 where nothing may be changed.
 * Works on runs of ASCII, so that its time grows with the text and no faster.
 */
export function latinSpans(text: string): Uint8Array {
  const kept = new Uint8Array(text.length);
  for (const { from, to } of findLatinSpans(text)) kept.fill(1, from, to);
  return kept;
}

interface LatinSpan {
  readonly from: number;
  readonly to: number;
  /** Whether it is an address, and no file's name and no code. */
  readonly link: boolean;
}

/** Where addresses of mail and web, file names and code stand. */
export function findLatinSpans(text: string): LatinSpan[] {
  const spans: LatinSpan[] = [];
  for (let from = 0; from < text.length; ) {
    if (!isAscii(text[from]!)) {
      from++;
      continue;
    }
    let to = from;
    while (to < text.length && isAscii(text[to]!)) to++;
    const run = text.slice(from, to);
    if (run.length <= longest && /[^\w,;:!?'"-]/.test(run)) addSpans(run, from, spans);
    from = to;
  }
  return spans;
}

const scheme = /(?:https?|ftp):\/\//i;
const link =
  /^(?:(?:https?|ftp):\/\/.+|www\..+\..+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|cn|net|org|gov|edu|info|io|top)(?::\d+)?(?:[/?].*)?)$/i;
const fileName =
  /^[\w-]+(?:\.[\w-]+)*\.(?:docx?|xlsx?|pptx?|pdf|txt|jpe?g|png|gif|tiff?|webp|heic|zip|rar|mp[34]|avi|mov|wps|psd|indd)$/i;
/** What only code has: braces, backslashes, assignments, comparisons, calls with their arguments, tags, pointers. */
const code = /[\\{}|^~`]|\w\[\w*\]|[=!<>]=|\w=[\w"'(]|&&|::|->|=>|\w\((?:["'][^"']*["']|\w+(?:,\w+)+)\)|<\/?[a-z][\w-]*\/?>/;

function addSpans(run: string, offset: number, spans: LatinSpan[]): void {
  const address = scheme.exec(run);
  // An address with its scheme goes on to the end of the run, whatever marks stand in it.
  if (address) {
    if (address.index > 0) addSpans(run.slice(0, address.index), offset, spans);
    const next = run.slice(address.index + 1).search(/(?<=[,;])(?:https?|ftp):\/\//i);
    const stop = next < 0 ? run.length : address.index + 1 + next;
    const [, end] = trimmed(run.slice(0, stop), address.index);
    spans.push({ from: offset + address.index, to: offset + balanced(run, address.index, end), link: true });
    if (next >= 0) addSpans(run.slice(stop), offset + stop, spans);
    return;
  }
  if (code.test(run)) {
    spans.push({ from: offset, to: offset + run.length, link: false });
    return;
  }
  let from = 0;
  for (const token of run.split(/(?<=[,;!"'<>()])|(?=[,;!"'<>()])/)) {
    const [start, end] = trimmed(token, 0);
    const core = token.slice(start, end);
    if (link.test(core)) spans.push({ from: offset + from + start, to: offset + from + end, link: true });
    else if (fileName.test(core)) spans.push({ from: offset + from + start, to: offset + from + end, link: false });
    from += token.length;
  }
}

/** A token without the marks that stand before and after it; a mark such as `:` before an address is not part of it. */
function trimmed(token: string, from: number): [number, number] {
  let start = from;
  let end = token.length;
  while (start < end && !isWordOrSlash(token[start]!)) start++;
  while (end > start && !isWordOrSlash(token[end - 1]!)) end--;
  return [start, end];
}

/** A bracket that closes at the end what opened inside the address belongs to it. */
function balanced(run: string, from: number, end: number): number {
  const inside = run.slice(from, end);
  const open = inside.split('(').length - inside.split(')').length;
  return open > 0 && run[end] === ')' ? end + 1 : end;
}

function isWordOrSlash(char: string): boolean {
  return isLatin(char) || isDigit(char) || char === '/' || char === '_';
}
