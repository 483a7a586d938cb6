/** What groups, notices, advertisements and captions become when their file comes again: what the sender changed. */
import { textMark } from '../issue/text-mark';
import type { Advertisement, Article, Issue, Notice, Photo, PhotoGroup } from '../issue/types';
import { type AdvertisementDraft, type CaptionDraft, type GroupDraft, type NoticeDraft, readPictureName } from '../manuscript';

const GROUP = ['caption', 'credit', 'label'] as const;
const NOTICE = ['title', 'text', 'entries'] as const;
const ADVERTISEMENT = ['label', 'title', 'lines'] as const;
const CAPTION = ['caption', 'credit'] as const;

/** Marks of the words of each kind, in the order of its fields. */
export const groupMarks = (sent: Pick<PhotoGroup, (typeof GROUP)[number]>): readonly string[] => marksOf(sent, GROUP);
export const noticeMarks = (sent: Pick<Notice, (typeof NOTICE)[number]>): readonly string[] => marksOf(sent, NOTICE);
export const advertisementMarks = (sent: Pick<Advertisement, (typeof ADVERTISEMENT)[number]>): readonly string[] =>
  marksOf(sent, ADVERTISEMENT);
export const captionMarks = (sent: Pick<Photo, (typeof CAPTION)[number]>): readonly string[] => marksOf(sent, CAPTION);

function marksOf<K extends string>(words: Readonly<Record<K, unknown>>, fields: readonly K[]): readonly string[] {
  return fields.map((field) => textMark(JSON.stringify(words[field])));
}

/**
 * An item with the fields that the sender changed, and the marks of the file. A field that was only changed here stays; without
 * marks what stands is taken for what came.
 */
function renewed<T extends { readonly asSent?: readonly string[] }, K extends keyof T & string>(
  item: T,
  sent: Pick<T, K>,
  fields: readonly K[],
): T {
  const [standing, now] = [marksOf(item, fields), marksOf(sent, fields)];
  const changed = fields.filter((_, index) => now[index] !== (item.asSent ?? standing)[index]);
  return { ...item, ...Object.fromEntries(changed.map((field) => [field, sent[field]])), asSent: now };
}

/** Pictures that came keep their numbers; numbers that the caption no longer has stay while a picture stands there. */
export function withGroup(item: PhotoGroup, draft: GroupDraft): PhotoGroup {
  const kept = item.pictures.filter(({ number, photo }) => photo !== '' || draft.numbers.includes(number));
  const added = draft.numbers.filter((number) => !kept.some((picture) => picture.number === number));
  const pictures = [...kept, ...added.map((number) => ({ number, photo: '' }))].sort((one, other) => one.number - other.number);
  return { ...renewed(item, draft, GROUP), pictures };
}

export function withNotice(item: Notice, draft: NoticeDraft): Notice {
  return renewed(item, draft, NOTICE);
}

export function withAdvertisement(item: Advertisement, draft: AdvertisementDraft): Advertisement {
  return renewed(item, draft, ADVERTISEMENT);
}

/** Photographs of an article with the captions that its file has now; those that stay as they are left out. */
export function recaptioned(issue: Issue, article: Article, captions: readonly CaptionDraft[]): readonly Photo[] {
  return captions.flatMap((caption, index) => {
    const photo = photoOfNumber(issue, article, caption.number || index + 1);
    if (!photo) return [];
    const after = renewed(photo, caption, CAPTION);
    return after.caption === photo.caption && after.credit === photo.credit ? [] : [after];
  });
}

/** The article whose awaited pictures have the captions of its file now; the same object when nothing changes. */
export function withAwaited(article: Article, captions: readonly CaptionDraft[]): Article {
  const { awaited } = article;
  if (!awaited) return article;
  const now = awaited.map((waiting) => {
    const sent = captions.find((caption, index) => (caption.number || index + 1) === waiting.number);
    return sent ? { number: waiting.number, caption: sent.caption, credit: sent.credit } : waiting;
  });
  const isSame = now.every(({ caption, credit }, index) => {
    const before = awaited[index]!;
    return caption === before.caption && credit === before.credit;
  });
  return isSame ? article : { ...article, awaited: now };
}

/** By the number in its file's name; by its place where no name has one and none is awaited. */
function photoOfNumber(issue: Issue, article: Article, number: number): Photo | undefined {
  if (article.awaited?.some((waiting) => waiting.number === number)) return undefined;
  const photos = article.photos.flatMap((id) => issue.photos.find((photo) => photo.id === id) ?? []);
  const numbers = photos.map(({ file }) => readPictureName(file).number);
  const named = numbers.indexOf(number);
  if (named >= 0) return photos[named];
  return numbers.every((one) => one === undefined) && !article.awaited ? photos[number - 1] : undefined;
}
