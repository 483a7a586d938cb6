/** Lines of a structured document: paragraphs one a line, the cells of a table's row side by side, boxes after the paragraph that anchors them. */

interface Frame {
  readonly lines: string[];
  /** The line being written. */
  buffer: string;
  /** Lines of boxes anchored in it. */
  after: string[];
}

interface Table {
  /** Rows of cells of lines. */
  readonly rows: string[][][];
}

/** A cell with more is no datum but a column of a page: such a table only arranges text, and its cells are read one after the other. */
const LONGEST_CELL = 100;
/** Tables and boxes inside each other; what lies deeper is read as text of the one around it. */
const DEEPEST = 60;

/** Takes text piece by piece and gives lines; tables become rows, or lines where they only arrange text. */
export class LineCollector {
  private readonly frames: Frame[] = [newFrame()];
  private readonly tables: Table[] = [];
  private length = 0;
  /** Boxes, tables and cells that were opened too deep, to be passed over when they close. */
  private readonly deep = { box: 0, table: 0, cell: 0 };

  /** Characters so far. */
  get size(): number {
    return this.length;
  }

  add(text: string): void {
    this.top.buffer += text;
    this.length += text.length;
  }

  /** The line being written. */
  get line(): string {
    return this.top.buffer;
  }

  /** Whether something stands on the line being written. */
  get isOpen(): boolean {
    return this.top.buffer !== '';
  }

  /** Ends the line; an empty one is kept when it means space between paragraphs. */
  endLine(keepEmpty: boolean): void {
    const frame = this.top;
    const isKept = (keepEmpty && frame.after.length === 0) || frame.buffer.trim() !== '';
    append(frame.lines, isKept ? frame.buffer.split('\n') : []);
    append(frame.lines, frame.after);
    frame.buffer = '';
    frame.after = [];
  }

  openBox(): void {
    if (this.isTooDeep('box')) return;
    this.frames.push(newFrame());
  }

  closeBox(): void {
    if (this.wasTooDeep('box') || this.frames.length < 2) return;
    const lines = this.closeFrame();
    append(this.top.after, lines);
  }

  openTable(): void {
    this.endLine(false);
    if (this.isTooDeep('table')) return;
    this.tables.push({ rows: [] });
  }

  openRow(): void {
    this.tables.at(-1)?.rows.push([]);
  }

  openCell(): void {
    if (this.isTooDeep('cell')) return;
    this.frames.push(newFrame());
  }

  closeCell(): void {
    if (this.wasTooDeep('cell')) {
      this.endLine(false);
      return;
    }
    if (this.frames.length < 2) return;
    const lines = this.closeFrame();
    this.tables.at(-1)?.rows.at(-1)?.push(lines);
  }

  closeTable(): void {
    if (this.wasTooDeep('table')) return;
    const table = this.tables.pop();
    if (table) append(this.top.lines, linesOf(table));
  }

  /** All lines; frames that were never closed count too. */
  finish(): string[] {
    while (this.frames.length > 1) this.closeBox();
    this.endLine(false);
    return this.top.lines;
  }

  private isTooDeep(what: 'box' | 'table' | 'cell'): boolean {
    if (this.frames.length + this.tables.length < DEEPEST) return false;
    this.deep[what]++;
    return true;
  }

  private wasTooDeep(what: 'box' | 'table' | 'cell'): boolean {
    if (this.deep[what] === 0) return false;
    this.deep[what]--;
    return true;
  }

  private get top(): Frame {
    return this.frames.at(-1)!;
  }

  private closeFrame(): string[] {
    this.endLine(false);
    return this.frames.pop()!.lines;
  }
}

/** One by one: hundreds of thousands of lines are more than a call takes arguments. */
function append(lines: string[], more: readonly string[]): void {
  for (const line of more) lines.push(line);
}

function newFrame(): Frame {
  return { lines: [], buffer: '', after: [] };
}

function linesOf({ rows }: Table): string[] {
  const cells = rows.flat().map((lines) => lines.filter((line) => line.trim() !== ''));
  const arranges = rows.every((row) => row.length < 2) || cells.some(isColumn);
  if (arranges) return rows.flat(2);
  return rows.map((row) =>
    row
      .map((lines) =>
        lines
          .map((line) => line.trim())
          .filter(Boolean)
          .join(' '),
      )
      .join('\t')
      .trimEnd(),
  );
}

function isColumn(lines: readonly string[]): boolean {
  return lines.length > 3 || lines.some((line) => line.length > LONGEST_CELL);
}
