/** Another file in place of a photograph's: its caption, credit and place on the page stay, its crop where the shape does. */
import { InputError } from '../errors';
import type { PutEdit } from '../issue/edits';
import type { Id, Issue, Photo } from '../issue/types';
import { addAsset } from '../store';
import { EXTENSIONS, type Inspect } from './photos';
import { comeFrom } from './understand';

/**
 * Keeps the file in the issue's folder and gives the edit that puts it in place of the photograph's. A file with the content
 * that the photograph had is put back where it was missing or damaged. Throws InputError for a file that is no picture.
 */
export async function replacePhoto(folder: string, issue: Issue, id: Id, path: string, inspect: Inspect): Promise<PutEdit> {
  const photo = issue.photos.find((candidate) => candidate.id === id);
  if (!photo) throw new InputError('intake.noPhoto', { photo: id });
  for await (const { content } of comeFrom(path, { inspect, off: new Set() })) {
    if (content instanceof InputError) throw content;
    if (content.kind === 'text') break;
    const { asset } = await addAsset(folder, content.bytes, content.ext);
    const preview = content.preview && (await addAsset(folder, content.preview, EXTENSIONS.jpeg)).asset;
    const { file, width, height } = content.photo;
    const { preview: _, ...rest } = photo;
    const kept = isSameShape(photo, content.photo) ? rest : uncropped(rest);
    const item = { ...kept, asset, file, width, height, ...(preview === undefined ? {} : { preview }) };
    return { type: 'put', list: 'photos', item };
  }
  throw new InputError('intake.noPicture', { file: path });
}

/** Proportions of two files of one picture, which may have been reduced, differ less. */
const SHAPE_TOLERANCE = 0.01;

function isSameShape(one: Shape, other: Shape): boolean {
  return Math.abs((one.width / one.height) * (other.height / other.width) - 1) < SHAPE_TOLERANCE;
}

type Shape = Pick<Photo, 'width' | 'height'>;

/** What was chosen for another picture says nothing about this one. */
function uncropped({ focusBy: _f, zoom: _z, whole: _w, ...photo }: Photo): Photo {
  return { ...photo, focus: { x: 0.5, y: 0.5 } };
}
