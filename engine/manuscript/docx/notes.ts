/** Footnotes and endnotes (脚注、尾注): each read as the body is, with the pictures that stand in it. */
import { attribute, walkXml } from '../xml';
import { BodyReader } from './body';
import type { BodyHelpers } from './body-types';

export interface Note {
  readonly text: string;
  readonly pictures: readonly string[];
}

/** Notes by their ids, their paragraphs joined; separators and other notes of Word's own are left out. */
export function readNotes(
  bytes: Uint8Array | undefined,
  kind: 'footnote' | 'endnote',
  helpers: BodyHelpers,
): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  if (!bytes) return notes;
  let reader: BodyReader | undefined;
  let id = '';
  walkXml(bytes, {
    open(name, attributes) {
      if (name !== kind) reader?.open(name, attributes);
      else if ((attribute(attributes, 'type') ?? 'normal') === 'normal') {
        id = attribute(attributes, 'id') ?? '';
        reader = new BodyReader(helpers);
      }
    },
    text: (text) => reader?.text(text),
    close(name) {
      if (name !== kind) {
        reader?.close(name);
        return;
      }
      if (!reader) return;
      const { lines, pictures } = reader.finish();
      notes.set(id, {
        text: lines
          .map((line) => line.trim())
          .filter(Boolean)
          .join(' '),
        pictures,
      });
      reader = undefined;
    },
  });
  return notes;
}
