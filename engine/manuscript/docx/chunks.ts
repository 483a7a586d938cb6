/** Text of other formats that a document carries along (altChunk), and the words of diagrams (SmartArt). */
import { htmlText, isHtml } from '../html';
import { walkXml } from '../xml';

/**
 * Lines of a chunk: HTML, a web archive (MHTML) with one, or plain text; undefined for what cannot be read, such as RTF or a
 * document of its own.
 */
export function chunkLines(bytes: Uint8Array | undefined): readonly string[] | undefined {
  if (!bytes || bytes.length === 0 || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith('{\\rtf')) return undefined;
  const html = /^[\s\S]{0,2000}?Content-Type:\s*(?:multipart|text\/html)/i.test(text) ? htmlOfArchive(text) : text;
  if (html === undefined) return undefined;
  return (isHtml(html) || html !== text ? htmlText(html) : html).split(/\r\n?|\n/);
}

/** The first page of a web archive (RFC 2557). */
function htmlOfArchive(text: string): string | undefined {
  const start = text.search(/Content-Type:\s*text\/html/i);
  if (start < 0) return undefined;
  const rest = text.slice(start);
  const blank = /\r?\n\r?\n/.exec(rest);
  if (!blank) return undefined;
  const head = rest.slice(0, blank.index);
  const body = rest.slice(blank.index + blank[0].length);
  const boundary = /boundary="?([^"\s;]{1,70})/i.exec(text.slice(0, start))?.[1];
  const end = boundary === undefined ? -1 : body.indexOf(`--${boundary}`);
  const content = end < 0 ? body : body.slice(0, end);
  const encoding = /Content-Transfer-Encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'quoted-printable') return quotedPrintable(content);
  return encoding === 'base64' ? fromBase64(content) : content;
}

/** RFC 2045 6.7: `=E6=B2=B3`, and `=` at the end of a line that goes on. */
function quotedPrintable(text: string): string {
  const joined = text.replace(/=[ \t]*\r?\n/g, '');
  return joined.replace(/(?:=[0-9A-F]{2})+/gi, (codes) => {
    const bytes = codes
      .slice(1)
      .split('=')
      .map((code) => Number.parseInt(code, 16));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  });
}

function fromBase64(text: string): string | undefined {
  try {
    const binary = atob(text.replace(/\s+/g, ''));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Paragraphs of a diagram's data part (DrawingML, ECMA-376 part 1, 21.4). */
export function diagramLines(bytes: Uint8Array): readonly string[] {
  const lines: string[] = [];
  let [line, inText] = ['', false];
  walkXml(bytes, {
    open(name) {
      if (name === 't') inText = true;
    },
    text(text) {
      if (inText) line += text;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name !== 'p') return;
      if (line.trim() !== '') lines.push(line);
      line = '';
    },
  });
  return lines;
}
