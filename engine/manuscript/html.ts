/** Web pages and what word processors save or put on the clipboard as HTML: their text, a block a line, a table's row a line. */
import { Parser } from 'htmlparser2';
import { LineCollector } from './line-collector';

const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'rt',
  'rp',
  'select',
  'del',
]);
/** A line feed between two wide characters is no space (CSS Text 3, 4.1.3). */
const SEGMENT_BREAK = /(?<=[\u2e80-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\uffef])/g;
/** What a page or Word does not show. */
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all/i;
/** Classes that Word gives to a comment, its mark and the way back from it. */
const COMMENT = /(?:^|\s)msocom(?:anchor|txt|off)(?:\s|$)/i;
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hr html legend li main nav ol p pre section summary ul'
  ).split(' '),
);

/** Whether a text is HTML: it says so, or opens with an element that only HTML has. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s|div[\s>]|p[\s>]|table[\s>])/i.test(
    text.slice(0, 4000),
  );
}

/** The encoding that a page states in its head; undefined when it states none. Bytes of the head are ASCII in all that count. */
export function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  if (!/<(?:!doctype\s+html|html|head|meta)\b/i.test(head)) return undefined;
  return /<meta[^>]*charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1]?.toLowerCase();
}

export interface HtmlReading {
  /** Line by line; white space counts as on a screen. */
  readonly text: string;
  /** Where its pictures are, in order, each once. */
  readonly sources: readonly string[];
}

/** Text of a page without its pictures. */
export function htmlText(html: string): string {
  return parsed(html, false).text;
}

/** Text and pictures of a page; a caption under a picture is marked as that of 图N. */
export function readHtml(html: string): HtmlReading {
  return parsed(html, true);
}

function parsed(html: string, pictures: boolean): HtmlReading {
  const reader = new HtmlReader(pictures);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.write(html);
  parser.end();
  return { text: reader.text(), sources: [...reader.sources] };
}

/** Hidden, or a comment of Word's with the mark that leads to it. */
function isUnseen({ style = '', class: names = '' }: Readonly<Record<string, string>>): boolean {
  return HIDDEN.test(style) || COMMENT.test(names);
}

class HtmlReader {
  private readonly lines = new LineCollector();
  private skipped: string[] = [];
  private preformatted = 0;
  /** White space that is written when text follows on the same line. */
  private space = false;
  readonly sources = new Set<string>();
  private captioned = 0;

  /** @param pictures whether its pictures come along */
  constructor(private readonly pictures: boolean) {}

  readonly onopentag = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.skipped.length > 0 || SKIPPED.has(name) || isUnseen(attributes)) {
      if (!VOID.has(name)) this.skipped.push(name);
      return;
    }
    if (name === 'br') this.endLine(true);
    if (name === 'img') this.picture(attributes);
    if (name === 'pre') this.preformatted++;
    if (name === 'table') this.table(() => this.lines.openTable());
    else if (name === 'tr') this.table(() => this.lines.openRow());
    else if (name === 'td' || name === 'th') this.table(() => this.lines.openCell());
    else if (BLOCKS.has(name)) this.endLine(false);
    if (name === 'figcaption' && this.pictures && this.sources.size > this.captioned) {
      this.captioned = this.sources.size;
      this.lines.add(`图${this.captioned}：`);
    }
  };

  readonly onclosetag = (name: string): void => {
    if (this.skipped.length > 0) {
      if (!VOID.has(name)) this.skipped.pop();
      return;
    }
    if (name === 'pre') this.preformatted--;
    if (name === 'td' || name === 'th') this.table(() => this.lines.closeCell());
    else if (name === 'table') this.table(() => this.lines.closeTable());
    else if (BLOCKS.has(name)) this.endLine(false);
  };

  readonly ontext = (text: string): void => {
    if (this.skipped.length > 0) return;
    if (this.preformatted > 0) {
      this.lines.add(text);
      return;
    }
    const words = text.replace(SEGMENT_BREAK, '').replace(/[ \t\r\n\f]+/g, ' ');
    if (words === '' || words === ' ') {
      this.space ||= words !== '';
      return;
    }
    const opens = this.space || words.startsWith(' ');
    if (opens && this.lines.isOpen) this.lines.add(' ');
    this.lines.add(words.replace(/^ | $/g, ''));
    this.space = words.endsWith(' ');
  };

  /** Dots of a pixel or two count visits and are no pictures. */
  private picture({ src = '', 'data-src': later = '', width = '', height = '' }: Readonly<Record<string, string>>): void {
    const isDot = [width, height].some((side) => /^[0-3](?:px)?$/.test(side.trim()));
    // Pages that load their pictures late name them apart, and show a grey dot until then.
    const source = (later || src).trim();
    if (source !== '' && !isDot) this.sources.add(source);
  }

  text(): string {
    return this.lines.finish().join('\n');
  }

  private endLine(keepEmpty: boolean): void {
    this.lines.endLine(keepEmpty);
    this.space = false;
  }

  private table(act: () => void): void {
    this.space = false;
    act();
  }
}

const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
