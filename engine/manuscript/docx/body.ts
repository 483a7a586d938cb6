/** The text of a Word document in reading order, as its reader sees it: changes accepted, hidden text and field codes left out. */
import { LineCollector } from '../line-collector';
import { type Attributes, attribute, walkXml, type XmlVisitor } from '../xml';
import type { ListPlace, Numbering } from './numbering';
import type { StyleKind } from './parts';
import { symbolOf } from './symbols';

export interface Body {
  readonly lines: readonly string[];
  /** Paths of the pictures in the package, in the order of the text, each once. */
  readonly pictures: readonly string[];
  /** What stands in the document and cannot be taken over, each kind once. */
  readonly lost: readonly Lost[];
  /** The first paragraphs with text, as far as their style calls them title or subtitle. */
  readonly titles: readonly Title[];
}

export interface Title {
  readonly kind: 'title' | 'subtitle';
  readonly text: string;
}

/** A chart, a picture that is elsewhere, a document inside the document. */
export type Lost = 'chart' | 'link' | 'chunk';

export interface BodyHelpers {
  readonly numbering: Numbering;
  readonly styles: ReadonlyMap<string, StyleKind>;
  /** Text of a note (脚注, 尾注) by its kind and id; undefined when there is none. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => string | undefined;
  /** Path of a picture by its relationship; undefined when it is not in the package. */
  readonly picture: (id: string) => string | undefined;
  /** Lines of what stands in another part: a chunk of another format, the words of a diagram; undefined when it cannot be read. */
  readonly chunk: (id: string) => readonly string[] | undefined;
  readonly diagram: (id: string) => readonly string[] | undefined;
  /** Throws when a document is longer than a manuscript may be. */
  readonly bound: (characters: number) => void;
}

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
  private readonly pictures: string[] = [];
  private readonly notes: string[] = [];
  private readonly lost = new Set<Lost>();
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

  constructor(private readonly helpers: BodyHelpers) {}

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
    const lines = [...this.lines.finish(), ...this.notes];
    return { lines, pictures: this.pictures, lost: [...this.lost], titles: this.titles };
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
        this.openEmbedded(name, attributes);
    }
  }

  /** What stands in a part of its own, or nowhere in the text: pictures, diagrams, charts, chunks, words set as a drawing. */
  private openEmbedded(name: string, attributes: Attributes): void {
    switch (name) {
      case 'blip':
        this.picture(attribute(attributes, 'embed'), attribute(attributes, 'link'));
        break;
      case 'imagedata':
        this.picture(attribute(attributes, 'id') ?? attribute(attributes, 'pict'), attribute(attributes, 'href'));
        break;
      case 'textpath':
        this.box((attribute(attributes, 'string') ?? '').split(/\r\n?|\n/));
        break;
      case 'relIds':
        this.box(this.helpers.diagram(attribute(attributes, 'dm') ?? '') ?? []);
        break;
      case 'chart':
        if (attribute(attributes, 'id') !== undefined) this.lost.add('chart');
        break;
      case 'altChunk':
        this.chunk(attribute(attributes, 'id') ?? '');
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
    return this.lines.size + this.pictures.length + this.lost.size;
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
    if (this.helpers.styles.get(style) === 'caption' && this.pictures.length > this.captioned) {
      this.captioned = this.pictures.length;
      this.lines.add(`图${this.captioned}：`);
    }
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

  /** Lines that stand as a box after the paragraph that anchors them. */
  private box(lines: readonly string[]): void {
    if (lines.every((line) => line.trim() === '')) return;
    this.lines.openBox();
    for (const line of lines) {
      this.lines.add(line);
      this.lines.endLine(false);
    }
    this.lines.closeBox();
    this.helpers.bound(this.lines.size);
  }

  private chunk(id: string): void {
    const lines = this.helpers.chunk(id);
    if (!lines) this.lost.add('chunk');
    for (const line of lines ?? []) {
      this.lines.add(line);
      this.lines.endLine(true);
    }
    this.helpers.bound(this.lines.size);
  }

  private note(kind: 'footnote' | 'endnote', attributes: Attributes): void {
    const text = this.helpers.note(kind, attribute(attributes, 'id') ?? '');
    if (text === undefined) return;
    const mark = `[${this.notes.length + 1}]`;
    this.notes.push(`${mark} ${text}`);
    this.write(mark);
  }

  /** An empty relationship is none; a picture that is only linked stands elsewhere. */
  private picture(id: string | undefined, link: string | undefined): void {
    const path = id ? this.helpers.picture(id) : undefined;
    if (path === undefined && link) this.lost.add('link');
    if (path !== undefined && !this.pictures.includes(path)) this.pictures.push(path);
  }
}
