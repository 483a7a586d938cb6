/**
 * What an XMP packet (ISO 16684-1) says about a picture: description, creator, credit line and the day it was made. Photo programs
 * write it beside IPTC or in place of it, and phones into PNG and WebP.
 */
import { walkXml } from '../manuscript/xml';

export interface XmpWords {
  readonly caption: string;
  readonly creator: string;
  readonly credit: string;
  /** As written, ISO 8601. */
  readonly date: string;
}

/** Far above any picture's words; an extended packet holds thumbnails. */
const MOST_BYTES = 500_000;
const NAMES: Readonly<Record<string, keyof XmpWords>> = {
  description: 'caption',
  creator: 'creator',
  Credit: 'credit',
  DateTimeOriginal: 'date',
  DateCreated: 'date',
};

/** The first text of each property, as an element or as an attribute. Never throws. */
export function readXmp(packet: Uint8Array): XmpWords {
  const words: Record<keyof XmpWords, string> = { caption: '', creator: '', credit: '', date: '' };
  if (packet.length > MOST_BYTES) return words;
  let open: keyof XmpWords | undefined;
  let text = '';
  const keep = (name: keyof XmpWords, value: string) => {
    if (words[name] === '') words[name] = value.trim();
  };
  walkXml(packet, {
    open(name, attributes) {
      for (const [key, value] of Object.entries(attributes)) {
        const known = NAMES[key.slice(key.indexOf(':') + 1)];
        if (known && name === 'Description') keep(known, value);
      }
      if (NAMES[name]) [open, text] = [NAMES[name], ''];
      // Of several languages or people the first counts, and of several people all: 甲 乙.
      if (name === 'li' && open) text += text.trim() === '' || open === 'caption' ? '' : ' ';
    },
    text(piece) {
      if (open) text += piece;
    },
    close(name) {
      if (name === 'li' && open === 'caption') keep('caption', text);
      if (!open || NAMES[name] !== open) return;
      keep(open, text.replace(/\s+/g, ' '));
      open = undefined;
    },
  });
  return words;
}
