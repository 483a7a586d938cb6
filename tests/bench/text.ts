/** Newspaper-like text from nothing: sentences of hanzi drawn from GB 2312, with the marks a reporter uses. */
import { random } from '../press/mutate';

/** All hanzi of GB 2312 in its order; the first 3,755 are the common ones. */
export function gb2312(): string[] {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Uint8Array(2);
  const all: string[] = [];
  for (bytes[0] = 0xb0; bytes[0] < 0xf8; bytes[0]++) {
    for (bytes[1] = 0xa1; bytes[1] < 0xff; bytes[1]++) {
      const hanzi = decoder.decode(bytes);
      if (/^[\u4e00-\u9fff]$/.test(hanzi)) all.push(hanzi);
    }
  }
  return all;
}

/** About 2,600 characters a copy, like one page of a paper; each copy draws from another part of the character set. */
export function galleyText(copies: number): string {
  const hanzi = gb2312();
  const next = random(20260310);
  const paragraphs: string[] = [];
  for (let copy = 0; copy < copies; copy++) {
    for (let p = 0; p < 18; p++) paragraphs.push(paragraph(hanzi, (copy * 131) % hanzi.length, next));
  }
  return `${paragraphs.join('\n')}\n`;
}

function paragraph(hanzi: readonly string[], from: number, next: () => number): string {
  let text = '';
  while (text.length < 145) {
    const clause = Array.from(
      { length: 4 + Math.floor(next() * 9) },
      () => hanzi[(from + Math.floor(next() * next() * 1600)) % hanzi.length],
    ).join('');
    const kind = next();
    if (kind < 0.08) text += `“${clause}”`;
    else if (kind < 0.16) text += `${clause}${1 + Math.floor(next() * 900)}人`;
    else text += clause;
    text += next() < 0.3 ? '。' : '，';
  }
  return `${text.slice(0, -1)}。`;
}
