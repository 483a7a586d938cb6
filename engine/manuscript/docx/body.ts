/** The text of a Word document in reading order, as its reader sees it: changes accepted, hidden text and field codes left out. */
import { LineCollector } from '../line-collector';
import { type Attributes, attribute, walkXml, type XmlVisitor } from '../xml';
import type { Body, BodyHelpers, Title } from './body-types';
import { Embedded } from './embedded';
import type { ListPlace } from './numbering';
import { symbolOf } from './symbols';

/**
 * What is not part of the text: deleted and moved-away text, codes of fields, pronunciation marks, properties, and properties as
 * they were before a change.
 */
const SKIPPED: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delInstrText',
  'delText',
  'rt',
  'sectPr',
  'tblPr',
  'tcPr',
  'trPr',
  'rPrChange',
  'pPrChange',
  'numberingChange',
]);

/** The text, pictures and tables of a document part in reading order; `helpers` knows what stands in other parts. */
export function readBody(document: Uint8Array, helpers: BodyHelpers): Body {
  const reader = new BodyReader(helpers);
  walkXml(document, reader);
  return reader.finish();
}

/** What a paragraph that is being read says of itself. */
interface ParagraphState {
  style: string;
  list: Partial<ListPlace> | undefined;
  /** It goes on in the next one: its end was deleted, or it is a sunk first character. */
  goesOn: boolean;
}

const freshParagraph = (): ParagraphState => ({ style: '', list: undefined, goesOn: false });

/** Reads what lies between two tags; notes are read by one of their own. */
export class BodyReader implements XmlVisitor {
  private readonly lines = new LineCollector();
  private readonly embedded: Embedded;
  private readonly titles: Title[] = [];
  private titlesEnded = false;
  /** Depth inside something that is skipped; 0 outside. */
  private skipping = 0;
  private inText = false;
  private hidden = false;
  private inRun = 0;
  private inParagraphProperties = false;
  private font = '';
  /** The paragraph being read, on top of those in which its box is anchored. */
  private readonly paragraphs: ParagraphState[] = [freshParagraph()];
  private captioned = 0;
  /** What was read when each open alternative began, and whether one of them gave something. */
  private readonly alternatives: { before: number; found: boolean }[] = [];

  constructor(private readonly helpers: BodyHelpers) {
    this.embedded = new Embedded(this.lines, helpers);
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.skipping > 0 || this.isSkipped(name)) {
      if (this.skipping === 0) this.noteDeletedEnd(name);
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
        this.font = '';
        break;
      case 'pPr':
        this.inParagraphProperties = false;
        break;
      case 'p':
        this.endParagraph();
        break;
      case 'txbxContent':
        this.closeBox();
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
    this.write(text.replace(/[\uf020-\uf0ff]/g, (sign) => symbolOf(sign.charCodeAt(0).toString(16), this.font)));
  };

  finish(): Body {
    const { pictures, notes, lost } = this.embedded;
    const lines = [...this.lines.finish(), ...notes];
    return { lines, pictures, lost: [...lost], titles: this.titles };
  }

  private isSkipped(name: string): boolean {
    if (SKIPPED.has(name)) return true;
    const alternative = this.alternatives.at(-1);
    return (name === 'Choice' || name === 'Fallback') && alternative?.found === true;
  }

  /** The mark that ends a paragraph was deleted or moved away: the next one goes on in its line. */
  private noteDeletedEnd(name: string): void {
    if (this.inParagraphProperties && (name === 'del' || name === 'moveFrom')) this.paragraph.goesOn = true;
  }

  private get paragraph(): ParagraphState {
    return this.paragraphs.at(-1)!;
  }

  private openElement(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    switch (name) {
      case 'pStyle':
        this.paragraph.style = value;
        break;
      case 'numId':
        if (this.inParagraphProperties) this.paragraph.list = { ...this.paragraph.list, list: value };
        break;
      case 'ilvl':
        if (this.inParagraphProperties) this.paragraph.list = { ...this.paragraph.list, level: Number(value) || 0 };
        break;
      case 'framePr':
        if ((attribute(attributes, 'dropCap') ?? 'none') !== 'none') this.paragraph.goesOn = true;
        break;
      case 'vanish':
        this.hidden = this.inRun > 0 && value !== '0' && value !== 'false';
        break;
      case 'rFonts':
        if (this.inRun > 0) this.font = attribute(attributes, 'ascii') ?? attribute(attributes, 'hAnsi') ?? '';
        break;
      case 'tab':
      case 'ptab':
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
        this.write(symbolOf(attribute(attributes, 'char') ?? '', attribute(attributes, 'font') ?? ''));
        break;
      case 'footnoteReference':
        this.note('footnote', attributes);
        break;
      case 'endnoteReference':
        this.note('endnote', attributes);
        break;
      default:
        this.embedded.open(name, attributes);
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
      case 'pPr':
        this.inParagraphProperties = true;
        break;
      case 'txbxContent':
        this.lines.openBox();
        this.paragraphs.push(freshParagraph());
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
    return this.lines.size + this.embedded.amount;
  }

  private write(text: string): void {
    if (!this.lines.isOpen) this.openLine();
    this.lines.add(text);
    this.helpers.bound(this.lines.size);
  }

  /** What stands before a paragraph without being in it: its number in a list; 图N before a caption of the picture above. */
  private openLine(): void {
    const { style, list } = this.paragraph;
    this.lines.add(this.helpers.numbering.next(list, style));
    // Counted once, however often its line is begun.
    this.paragraph.list = { list: '0' };
    const { length } = this.embedded.pictures;
    if (this.helpers.styles.get(style) === 'caption' && length > this.captioned) {
      this.captioned = length;
      this.lines.add(`图${this.captioned}：`);
    }
  }

  private note(kind: 'footnote' | 'endnote', attributes: Attributes): void {
    const mark = this.embedded.note(kind, attributes);
    if (mark !== undefined) this.write(mark);
  }

  private endParagraph(): void {
    this.noteTitle();
    if (!this.paragraph.goesOn) this.lines.endLine(true);
    this.paragraphs[this.paragraphs.length - 1] = freshParagraph();
  }

  private noteTitle(): void {
    if (this.titlesEnded || !this.lines.isOpen) return;
    const kind = this.paragraphs.length === 1 ? this.helpers.styles.get(this.paragraph.style) : undefined;
    if (kind === 'title' || kind === 'subtitle') this.titles.push({ kind, text: this.lines.line });
    else this.titlesEnded = true;
  }

  private closeBox(): void {
    this.lines.closeBox();
    if (this.paragraphs.length > 1) this.paragraphs.pop();
  }
}
