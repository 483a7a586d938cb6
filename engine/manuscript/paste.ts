/** Rich text from the clipboard of Word, WPS, WeChat or a browser, as it comes into a field of running text. */
import { InputError } from '../errors';
import type { CleanRule } from '../issue/text-rules';
import { htmlText } from './html';
import { normalise } from './normalise';

/** More than a manuscript has; what is longer is pasted as plain text. */
const MOST_HTML = 5_000_000;

/**
 * The paragraphs of an HTML clipping, one a line, cleaned as an import would clean them. Undefined when it holds no text or is
 * longer than any manuscript.
 */
export function pastedText(html: string, off: ReadonlySet<CleanRule>): string | undefined {
  if (html.length > MOST_HTML) return undefined;
  try {
    const { paragraphs } = normalise(htmlText(fragmentOf(html)), '', off);
    return paragraphs.length > 0 ? paragraphs.map(({ text }) => text).join('\n') : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Windows marks the part that was copied; what stands around it is the page's. */
function fragmentOf(html: string): string {
  const from = html.indexOf('<!--StartFragment-->');
  const to = html.lastIndexOf('<!--EndFragment-->');
  return from >= 0 && to > from ? html.slice(from, to) : html;
}
