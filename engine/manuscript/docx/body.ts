/** The text of a Word document in reading order, as its reader sees it: changes accepted, hidden text and field codes left out. */
import { LineCollector } from '../line-collector';
import { type Attributes, attribute, walkXml } from '../xml';
import type { Numbering } from './numbering';
import { symbolOf } from './symbols';

export interface Body {
  readonly lines: readonly string[];
  /** Relationship ids of the pictures, in the order of the text, each once. */
  readonly pictures: readonly string[];
}

export interface BodyHelpers {
  readonly numbering: Numbering;
  readonly captionStyles: ReadonlySet<string>;
  /** Text of a note (脚注, 尾注) by its kind and id; undefined when there is none. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => string | undefined;
  /** Throws when a document is longer than a manuscript may be. */
  readonly bound: (characters: number) => void;
}

/** What is not part of the text: deleted and moved-away text, codes of fields, pronunciation marks, properties. */
const SKIPPED: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rt',
  'sectPr',
  'tblPr',
  'tcPr',
  'trPr',
]);

/** The text, pictures and tables of a document part in reading order; `helpers` knows what stands in other parts. */
export function readBody(document: Uint8Array, helpers: BodyHelpers): Body {
  const reader = new BodyReader(helpers);
  walkXml(document, reader);
  return reader.finish();
}

class BodyReader {
  private readonly lines = new LineCollector();
  private readonly pictures: string[] = [];
  private readonly notes: string[] = [];
  /** Depth inside something that is skipped; 0 outside. */
  private skipping = 0;
  private inText = false;
  private hidden = false;
  private inRun = 0;
  private style = '';
  private list: { id: string; level: number } | undefined;
  private captioned = 0;
  /** What was read when each open alternative began, and whether one of them gave something. */
  private readonly alternatives: { before: number; found: boolean }[] = [];

  constructor(private readonly helpers: BodyHelpers) {}

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.skipping > 0 || this.isSkipped(name)) {
      this.skipping++;
      return;
    }
    this.openElement(name, attributes);
    this.openStructure(name);
  };

  readonly close = (name: string): void => {
    if (this.skipping > 0) {
      this.skipping--;
      return;
    }
    switch (name) {
      case 'AlternateContent':
        this.alternatives.pop();
        break;
      case 'Choice':
        this.noteAlternative();
        break;
      case 't':
        this.inText = false;
        break;
      case 'r':
        this.inRun--;
        this.hidden = false;
        break;
      case 'p':
        this.endParagraph();
        break;
      case 'txbxContent':
        this.lines.closeBox();
        break;
      case 'tc':
        this.lines.closeCell();
        break;
      case 'tbl':
        this.lines.closeTable();
    }
  };

  readonly text = (text: string): void => {
    if (this.skipping > 0 || !this.inText || this.hidden) return;
    this.write(text);
  };

  finish(): Body {
    return { lines: [...this.lines.finish(), ...this.notes], pictures: this.pictures };
  }

  private isSkipped(name: string): boolean {
    if (SKIPPED.has(name)) return true;
    const alternative = this.alternatives.at(-1);
    return (name === 'Choice' || name === 'Fallback') && alternative?.found === true;
  }

  private openElement(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    switch (name) {
      case 'pStyle':
        this.style = value;
        break;
      case 'numId':
        this.list = value === '0' ? undefined : { id: value, level: this.list?.level ?? 0 };
        break;
      case 'ilvl':
        this.list = { id: this.list?.id ?? '', level: Number(value) || 0 };
        break;
      case 'vanish':
        this.hidden = this.inRun > 0 && value !== '0' && value !== 'false';
        break;
      case 'tab':
        if (this.inRun > 0) this.write('\t');
        break;
      case 'br':
      case 'cr':
        if (attribute(attributes, 'type') !== 'column') this.write('\n');
        break;
      case 'noBreakHyphen':
        this.write('-');
        break;
      case 'sym':
        this.write(symbolOf(attribute(attributes, 'char') ?? ''));
        break;
      case 'footnoteReference':
        this.note('footnote', attributes);
        break;
      case 'endnoteReference':
        this.note('endnote', attributes);
        break;
      case 'blip':
        this.picture(attribute(attributes, 'embed'));
        break;
      case 'imagedata':
        this.picture(attribute(attributes, 'id'));
    }
  }

  private openStructure(name: string): void {
    switch (name) {
      case 'AlternateContent':
        this.alternatives.push({ before: this.amount(), found: false });
        break;
      case 't':
        this.inText = true;
        break;
      case 'r':
        this.inRun++;
        break;
      case 'txbxContent':
        this.lines.openBox();
        break;
      case 'tbl':
        this.lines.openTable();
        break;
      case 'tr':
        this.lines.openRow();
        break;
      case 'tc':
        this.lines.openCell();
    }
  }

  /** The first alternative that gives something counts (ECMA-376 part 3, 7.6); the others repeat it for other programs. */
  private noteAlternative(): void {
    const alternative = this.alternatives.at(-1);
    if (alternative) alternative.found = this.amount() > alternative.before;
  }

  private amount(): number {
    return this.lines.size + this.pictures.length;
  }

  private write(text: string): void {
    if (!this.lines.isOpen) this.openLine();
    this.lines.add(text);
    this.helpers.bound(this.lines.size);
  }

  /** What stands before a paragraph without being in it: its number in a list; 图N before a caption of the picture above. */
  private openLine(): void {
    if (this.list) this.lines.add(this.helpers.numbering.next(this.list.id, this.list.level));
    this.list = undefined;
    if (this.helpers.captionStyles.has(this.style) && this.pictures.length > this.captioned) {
      this.captioned = this.pictures.length;
      this.lines.add(`图${this.captioned}：`);
    }
  }

  private endParagraph(): void {
    this.lines.endLine(true);
    this.style = '';
    this.list = undefined;
  }

  private note(kind: 'footnote' | 'endnote', attributes: Attributes): void {
    const text = this.helpers.note(kind, attribute(attributes, 'id') ?? '');
    if (text === undefined) return;
    const mark = `[${this.notes.length + 1}]`;
    this.notes.push(`${mark} ${text}`);
    this.write(mark);
  }

  private picture(id: string | undefined): void {
    if (id !== undefined && !this.pictures.includes(id)) this.pictures.push(id);
  }
}
