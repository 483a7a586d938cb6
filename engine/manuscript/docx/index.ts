/**
 * Word documents (.docx): their text a paragraph a line, tables a row a line, text boxes after their paragraph, notes at the
 * end, and their pictures in order. Read from the XML of the document itself, so that no character is lost to a conversion.
 *
 *   parts.ts  what the package holds      body.ts     walks over the text
 *   numbering.ts  numbers of lists        symbols.ts  signs of symbol fonts
 *   notes.ts  footnotes and endnotes      chunks.ts   text of other formats inside it
 */
import { InputError } from '../../errors';
import { maxBytes } from '../decode';
import { readBody } from './body';
import type { BodyHelpers, Lost } from './body-types';
import { chunkLines, diagramLines } from './chunks';
import { readNotes } from './notes';
import { Numbering } from './numbering';
import { mainPart, type Parts, partOfType, pathOfType, relationsOf, styleKinds, targetOf } from './parts';
import { labelTitles } from './titles';

export interface DocxReading {
  readonly text: string;
  /** Paths of the pictures in the package, in the text's order, each once. */
  readonly pictures: readonly string[];
  /** What could not be taken over: `manuscript.lost-<kind>` says it. */
  readonly lost: readonly Lost[];
}

/** Whether a member of the package is read as text; pictures are read when they are asked for. */
export function isTextPart(name: string): boolean {
  return /\.(?:xml|rels|html?|xhtml|mht|mhtml|txt)$/i.test(name);
}

/**
 * @param file name for errors
 * @throws InputError manuscript.noWord (another Office document, or none), manuscript.large, manuscript.empty, manuscript.onlyLinks
 */
export function readDocx(parts: Parts, file: string): DocxReading {
  const path = mainPart(parts);
  if (path === undefined) throw new InputError('manuscript.noWord', { file });
  const relations = relationsOf(parts, path);
  const styles = partOfType(relations, parts, 'styles');
  const alone: Omit<BodyHelpers, 'picture' | 'chunk' | 'diagram'> = {
    numbering: new Numbering(partOfType(relations, parts, 'numbering'), styles),
    styles: styleKinds(styles),
    note: () => undefined,
    bound(characters) {
      if (characters <= maxBytes) return;
      throw new InputError('manuscript.large', { file, size: Math.ceil(characters / 1e6), limit: maxBytes / 1e6 });
    },
  };
  const notesOf = (kind: 'footnote' | 'endnote') => {
    const part = pathOfType(relations, parts, `${kind}s`);
    return readNotes(part === undefined ? undefined : parts.get(part), kind, { ...alone, ...embeddedIn(parts, part ?? '') });
  };
  const notes = { footnote: notesOf('footnote'), endnote: notesOf('endnote') };
  const { lines, pictures, lost, titles } = readBody(parts.get(path)!, {
    ...alone,
    ...embeddedIn(parts, path),
    note: (kind, id) => notes[kind].get(id)?.text,
  });
  const inNotes = [...notes.footnote.values(), ...notes.endnote.values()].flatMap((note) => note.pictures);
  const text = labelTitles(lines, titles).join('\n');
  const all = [...new Set([...pictures, ...inNotes])];
  if (text.trim() === '' && all.length === 0)
    throw new InputError(lost.includes('link') ? 'manuscript.onlyLinks' : 'manuscript.empty', { file });
  return { text, pictures: all, lost };
}

/** What a part embeds, by its own relationships. */
function embeddedIn(parts: Parts, path: string): Pick<BodyHelpers, 'picture' | 'chunk' | 'diagram'> {
  const relations = relationsOf(parts, path);
  const target = (id: string) => targetOf(relations, parts, id);
  return {
    picture: target,
    chunk(id) {
      const found = target(id);
      return found === undefined ? undefined : chunkLines(parts.get(found));
    },
    diagram(id) {
      const found = target(id);
      return found === undefined ? undefined : diagramLines(parts.get(found)!);
    },
  };
}
