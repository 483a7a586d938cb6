import { type Found, partOf, spanOf } from './pieces';
import type { Paragraph } from './rejoin';
import { isAdvertisementLabel } from './signs';
import type { AdvertisementDraft } from './types';

/**
 * An advertisement at a place: the line 广告 or 公益广告, then its large line and the others, up to a wider gap or to
 * where something else begins.
 */
export function readAdvertisement(
  paragraphs: readonly Paragraph[],
  at: number,
  ends: (index: number) => boolean,
): Found<AdvertisementDraft> | undefined {
  if (!isAdvertisementLabel(paragraphs[at]!.text) || at + 1 >= paragraphs.length || ends(at + 1)) return undefined;
  let end = at + 2;
  while (end < paragraphs.length && paragraphs[end]!.blanks <= 1 + paragraphs[at + 1]!.blanks && !ends(end)) end++;
  const parts = paragraphs.slice(at, end).map((paragraph, index) => {
    const kind = index === 0 ? 'label' : index === 1 ? 'title' : 'line';
    return partOf(kind, paragraph.text, paragraph, index === 0 ? 0.95 : 0.8);
  });
  const [label, title, ...lines] = parts.map((part) => part.text);
  return {
    draft: { kind: 'advertisement', label: label!, title: title!, lines, page: 0, parts, span: spanOf(parts), confidence: 0.9 },
    taken: end - at,
  };
}
