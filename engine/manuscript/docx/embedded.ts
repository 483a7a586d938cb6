/** What stands in a part of its own, or nowhere in the text of a Word document: pictures, diagrams, charts, chunks, notes, words set as a drawing. */
import type { LineCollector } from '../line-collector';
import { type Attributes, attribute } from '../xml';
import type { BodyHelpers, Lost } from './body-types';

/** Lines go to the collector of the text, the rest is kept here. */
export class Embedded {
  readonly pictures: string[] = [];
  readonly notes: string[] = [];
  readonly lost = new Set<Lost>();

  constructor(
    private readonly lines: LineCollector,
    private readonly helpers: BodyHelpers,
  ) {}

  /** Pictures and kinds of losses so far. */
  get amount(): number {
    return this.pictures.length + this.lost.size;
  }

  /** Any other element is passed over. */
  open(name: string, attributes: Attributes): void {
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

  /** Mark of a note in the text; undefined when there is no such note. */
  note(kind: 'footnote' | 'endnote', attributes: Attributes): string | undefined {
    const text = this.helpers.note(kind, attribute(attributes, 'id') ?? '');
    if (text === undefined) return undefined;
    const mark = `[${this.notes.length + 1}]`;
    this.notes.push(`${mark} ${text}`);
    return mark;
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

  /** An empty relationship is none; a picture that is only linked stands elsewhere. */
  private picture(id: string | undefined, link: string | undefined): void {
    const path = id ? this.helpers.picture(id) : undefined;
    if (path === undefined && link) this.lost.add('link');
    if (path !== undefined && !this.pictures.includes(path)) this.pictures.push(path);
  }
}
