/** The text of a page, line by line as it is drawn. */
import type { PdfPage } from './document';
import { interpretPage, type Shared } from './interpreter';
import type { ShownGlyph } from './page-sink';

const mostCharacters = 500_000;

/** Glyphs on one baseline that follow each other are a line. */
export function pageText(page: PdfPage, shared: Shared): string[] {
  const lines: string[] = [];
  let [line, baseline, end, total] = ['', Number.NaN, 0, 0];
  const glyph = ({ code, matrix, size }: ShownGlyph): void => {
    total += code.text.length;
    if (total > mostCharacters) return;
    const [x, y] = [matrix[4], matrix[5]];
    if (Math.abs(y - baseline) > 0.5 || x < end - size || x > end + 3 * size) {
      if (line.trim() !== '') lines.push(line.trim());
      line = '';
    }
    line += code.text;
    baseline = y;
    end = x + code.width * size;
  };
  const nothing = (): void => {};
  const none = { fill: nothing, stroke: nothing, picture: nothing, shade: nothing, tile: nothing, unread: nothing };
  interpretPage(page, shared, { ...none, glyph, beginGroup: nothing, endGroup: nothing });
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
