/** The text of a page, line by line as it is drawn. */
import type { PdfPage } from './document';
import { interpretPage, type Shared } from './interpreter';
import type { ShownGlyph } from './page-sink';

const mostCharacters = 500_000;

/** Glyphs on one baseline that follow each other are a line, and so are single ones below each other: vertical text. */
export function pageText(page: PdfPage, shared: Shared): string[] {
  const lines: string[] = [];
  let [line, vertical, shown, total] = ['', false, 0, 0];
  let last = { x: Number.NaN, y: Number.NaN, end: 0 };
  const glyph = ({ code, matrix, size }: ShownGlyph): void => {
    total += code.text.length;
    if (total > mostCharacters) return;
    const [x, y] = [matrix[4], matrix[5]];
    const down = last.y - y;
    const beside = !vertical && Math.abs(down) <= 0.5 && x >= last.end - size && x <= last.end + 3 * size;
    const below = (vertical || shown === 1) && Math.abs(x - last.x) < size && down > size / 4 && down < 2 * size;
    if (!beside && !below) {
      if (line.trim() !== '') lines.push(line.trim());
      [line, shown] = ['', 0];
    }
    vertical = below;
    line += code.text;
    shown++;
    last = { x, y, end: x + code.width * size };
  };
  const nothing = (): void => {};
  const none = { fill: nothing, stroke: nothing, picture: nothing, shade: nothing, tile: nothing, unread: nothing };
  interpretPage(page, shared, { ...none, glyph, beginGroup: nothing, endGroup: nothing });
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
