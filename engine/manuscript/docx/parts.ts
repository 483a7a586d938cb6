/** Parts of a Word document (ECMA-376) by the names that it gives them: what belongs to the text, and where it stands. */
import { attribute, walkXml } from '../xml';

/** Everything in the package by its path, `word/document.xml`; pictures may be left unread until they are asked for. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Targets of a part's relationships by their ids; external ones are left out. */
export type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

/** The relationships of a part (ECMA-376 part 2, §9); none where it has no such file. */
export function relationsOf(parts: Parts, part: string): Relations {
  const slash = part.lastIndexOf('/') + 1;
  const bytes = parts.get(found(parts, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`) ?? '');
  const relations = new Map<string, { type: string; target: string }>();
  if (!bytes) return relations;
  walkXml(bytes, {
    open(name, attributes) {
      const { Id, Target, Type = '', TargetMode } = attributes;
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(part.slice(0, slash), Target) });
    },
  });
  return relations;
}

/** `../media/a.png` seen from `word/`; some writers use backslashes. */
function resolved(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const path = plain.startsWith('/') ? plain.slice(1) : folder + plain;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The name that a part has in the package: names are compared without case, and may be written in percent codes. */
function found(parts: Parts, path: string): string | undefined {
  if (parts.has(path)) return path;
  const wanted = [path, unescaped(path)].map((name) => name.toLowerCase());
  for (const name of parts.keys()) if (wanted.includes(name.replaceAll('\\', '/').toLowerCase())) return name;
  return undefined;
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where a relationship leads; undefined when that is not in the package. */
export function targetOf(relations: Relations, parts: Parts, id: string): string | undefined {
  const target = relations.get(id)?.target;
  return target === undefined ? undefined : found(parts, target);
}

/** Path of the main document; undefined when the package is no Word document. */
export function mainPart(parts: Parts): string | undefined {
  const stated = [...relationsOf(parts, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  for (const path of [stated, 'word/document.xml']) {
    const name = path === undefined ? undefined : found(parts, path);
    if (name !== undefined && /\.xml$/i.test(name)) return name;
  }
  return undefined;
}

/** The first related part of a type. */
export function pathOfType(relations: Relations, parts: Parts, type: string): string | undefined {
  const target = [...relations.values()].find((relation) => relation.type === type)?.target;
  return target === undefined ? undefined : found(parts, target);
}

export function partOfType(relations: Relations, parts: Parts, type: string): Uint8Array | undefined {
  return parts.get(pathOfType(relations, parts, type) ?? '');
}

/** What a paragraph style says of its text: 题注, 标题, 副标题. */
export type StyleKind = 'caption' | 'title' | 'subtitle';

const STYLE_NAMES: readonly (readonly [StyleKind, RegExp])[] = [
  ['caption', /^(?:(?:image |figure )?caption|题注|图片题注|图题|图注)$/i],
  ['title', /^(?:title|标题|大标题|主标题)$/i],
  ['subtitle', /^(?:subtitle|副标题)$/i],
];

/** Kinds of the paragraph styles by their ids. Word's Chinese versions number style ids, the names stay. */
export function styleKinds(styles: Uint8Array | undefined): ReadonlyMap<string, StyleKind> {
  const kinds = new Map<string, StyleKind>();
  if (!styles) return kinds;
  let id = '';
  walkXml(styles, {
    open(name, attributes) {
      if (name === 'style') id = attribute(attributes, 'styleId') ?? '';
      if (name !== 'name') return;
      const value = attribute(attributes, 'val') ?? '';
      const kind = STYLE_NAMES.find(([, names]) => names.test(value))?.[0];
      if (kind) kinds.set(id, kind);
    },
  });
  return kinds;
}
