/**
 * Word documents (.docx): their text a paragraph a line, tables a row a line, text boxes after their paragraph, notes at the
 * end, and their pictures in order. Read from the XML of the document itself, so that no character is lost to a conversion.
 *
 *   parts.ts  what the package holds      body.ts     walks over the text
 *   numbering.ts  numbers of lists        symbols.ts  signs of symbol fonts
 */
import { InputError } from '../../errors';
import { maxBytes } from '../decode';
import { attribute, walkXml } from '../xml';
import { readBody } from './body';
import { Numbering } from './numbering';
import { captionStyles, mainPart, type Parts, partOfType, type Relations, relationsOf } from './parts';

export interface DocxReading {
  readonly text: string;
  /** Paths of the pictures in the package, in the text's order, each once. */
  readonly pictures: readonly string[];
}

/**
 * @param file name for errors
 * @throws InputError manuscript.noWord (another Office document, or none), manuscript.large, manuscript.empty
 */
export function readDocx(parts: Parts, file: string): DocxReading {
  const path = mainPart(parts);
  if (path === undefined) throw new InputError('manuscript.noWord', { file });
  const relations = relationsOf(parts, path);
  const related = (type: string) => partOfType(relations, parts, type);
  const notes = { footnote: notesOf(related('footnotes'), 'footnote'), endnote: notesOf(related('endnotes'), 'endnote') };
  const { lines, pictures } = readBody(parts.get(path)!, {
    numbering: new Numbering(related('numbering')),
    captionStyles: captionStyles(related('styles')),
    note: (kind, id) => notes[kind].get(id),
    bound(characters) {
      if (characters <= maxBytes) return;
      throw new InputError('manuscript.large', { file, size: Math.ceil(characters / 1e6), limit: maxBytes / 1e6 });
    },
  });
  const targets = pictures.map((id) => targetOf(relations, parts, id)).filter((target) => target !== undefined);
  const text = lines.join('\n');
  if (text.trim() === '' && targets.length === 0) throw new InputError('manuscript.empty', { file });
  return { text, pictures: [...new Set(targets)] };
}

function targetOf(relations: Relations, parts: Parts, id: string): string | undefined {
  const target = relations.get(id)?.target;
  return target !== undefined && parts.has(target) ? target : undefined;
}

/** Texts of notes by their ids, their paragraphs joined. */
function notesOf(bytes: Uint8Array | undefined, kind: 'footnote' | 'endnote'): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  if (!bytes) return notes;
  let [id, text, inText, isReal] = ['', '', false, false];
  walkXml(bytes, {
    open(name, attributes) {
      if (name === kind) {
        [id, text] = [attribute(attributes, 'id') ?? '', ''];
        isReal = (attribute(attributes, 'type') ?? 'normal') === 'normal';
      }
      if (name === 't') inText = true;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'p' && text !== '') text += ' ';
      if (name === kind && isReal) notes.set(id, text.trim());
    },
  });
  return notes;
}
