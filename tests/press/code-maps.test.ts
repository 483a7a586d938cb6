/** Named maps of encodings: what their codes mean, against the decoders of the Encoding Standard, and in a placed page. */
import { PDFContext } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditPdf } from '../../engine/press/audit';
import { readCodeMap } from '../../engine/press/inspect/code-map';
import { namedMap, textOfCid } from '../../engine/press/inspect/named-maps';
import { readFont } from '../../engine/press/inspect/pdf-font';
import { inflate } from '../../engine/press/node/inflate';
import { newsprint } from '../../engine/press/picture-plan';
import { makePdf, name } from './placed-pages';
import { engine, inksOf, placement, pressed, startPlacing } from './placing';
import { chinese } from './song-font';
import { outside } from './support';

/** All codes of two bytes within ranges of each. */
function* codes([from, to]: readonly [number, number], [low, high]: readonly [number, number]): Generator<number> {
  for (let lead = from; lead <= to; lead++) for (let trail = low; trail <= high; trail++) yield 256 * lead + trail;
}

describe('named maps', () => {
  it.each([
    ['GBK-EUC-H', 'GB1', 'gbk', codes([0xb0, 0xd7], [0xa1, 0xf9])],
    ['GB-EUC-H', 'GB1', 'gbk', codes([0xd8, 0xf7], [0xa1, 0xfe])],
    ['ETen-B5-H', 'CNS1', 'big5', codes([0xa4, 0xc5], [0xa1, 0xfe])],
    ['90ms-RKSJ-H', 'Japan1', 'shift_jis', codes([0x89, 0x97], [0x9f, 0xfc])],
    ['KSCms-UHC-H', 'Korea1', 'euc-kr', codes([0xb0, 0xc8], [0xa1, 0xfe])],
  ])('%s means what the characters of %s read as', (map, ordering, encoding, range) => {
    const table = namedMap(map, inflate)!;
    const decoder = new TextDecoder(encoding);
    const different = [...range].filter((code) => {
      const read = textOfCid(ordering, table.cidOf(code) ?? 0, inflate);
      return read !== decoder.decode(Uint8Array.of(code >> 8, code & 255));
    });
    expect(different).toEqual([]);
  });

  it('differ from top to bottom in marks alone', () => {
    const [level, standing] = ['GBK-EUC-H', 'GBK-EUC-V'].map((map) => readCodeMap(name(map), inflate));
    expect([level!.vertical, standing!.vertical]).toEqual([false, true]);
    // 中 and ，
    expect(standing!.cidOf(0xd6d0)).toBe(level!.cidOf(0xd6d0));
    expect(standing!.cidOf(0xa3ac)).not.toBe(level!.cidOf(0xa3ac));
  });

  it('cut bytes by the lengths of their codes', () => {
    const cut = (map: string, ...bytes: number[]) => readCodeMap(name(map), inflate).codes(Uint8Array.from(bytes));
    expect(cut('GBK-EUC-H', 0xd6, 0xd0, 0x41, 0x20, 0xd6, 0xd0)).toEqual([0xd6d0, 0x41, 0x20, 0xd6d0]);
    expect(cut('UniGB-UCS2-H', 0x4e, 0x2d, 0x00, 0x41)).toEqual([0x4e2d, 0x41]);
    // A surrogate pair is one code.
    expect(cut('UniGB-UTF16-H', 0x4e, 0x2d, 0xd8, 0x40, 0xdc, 0x0b)).toEqual([0x4e2d, 0xd840dc0b]);
    expect(cut('GBK2K-H', 0x81, 0x39, 0xef, 0x30, 0x41)).toEqual([0x8139ef30, 0x41]);
  });

  it('are known by their names alone', () => {
    expect(readCodeMap(name('GBK-EUC-H'), inflate).isKnown).toBe(true);
    expect(readCodeMap(name('Identity-V'), inflate)).toMatchObject({ isKnown: true, vertical: true });
    expect(readCodeMap(name('House-H'), inflate).isKnown).toBe(false);
  });

  it('are gone on from by maps inside a file', () => {
    const context = PDFContext.create();
    const map = context.stream('1 begincidchar <d6d0> 7 endcidchar', { UseCMap: 'GBK-EUC-H' });
    const { codes: cut, cidOf } = readCodeMap(map, inflate);
    expect(cut(Uint8Array.of(0x41, 0xd6, 0xd0))).toEqual([0x41, 0xd6d0]);
    expect(cidOf(0xd6d0)).toBe(7);
    expect(textOfCid('GB1', cidOf(0xd6d1), inflate)).toBe(new TextDecoder('gbk').decode(Uint8Array.of(0xd6, 0xd1)));
  });
});

/** 中, a space that is widened by 30 points, 中, from the left edge on; below it the same in one operator. */
const content = 'BT /F 20 Tf 30 Tw 0 60 Td <d6d020d6d0> Tj 40 TL 30 0 (\xd6\xd0 \xd6\xd0) " ET';
const advert = (encoding: string, isEmbedded = true) =>
  makePdf({ content, resources: (make) => ({ Font: { F: chinese(make, name(encoding), isEmbedded) } }) });

describe('a page whose font has a named map', () => {
  beforeAll(startPlacing);

  it('tells characters, widths and texts', () => {
    let codesShown: readonly object[] = [];
    makePdf({
      content: '',
      resources: (make) => {
        codesShown = readFont(chinese(make, name('GBK-EUC-H')), inflate).codes(Uint8Array.of(0xd6, 0xd0, 0x20));
        return {};
      },
    });
    expect(codesShown).toMatchObject([
      { code: 0xd6d0, cid: 4559, width: 1, text: '中', space: false },
      { code: 0x20, cid: 7716, width: 0.5, text: ' ', space: true },
    ]);
  });

  it.each(['pdfx4', 'pdfx1a'] as const)('is placed for %s with codes that any plate-setter knows', async (standard) => {
    const pdf = await pressed(advert('GBK-EUC-H'), { ...newsprint, transparency: standard === 'pdfx4' });
    expect(await auditPdf(pdf, standard, inflate)).toEqual([]);
    expect(outside('mutool', ['show', 'FILE', 'grep'], pdf)).not.toContain('GBK-EUC');
    expect(outside('pdftotext', ['-layout', 'FILE', '-'], pdf).replace(/\s+/g, ' ').trim()).toBe('中 中 中 中');
    const inks = inksOf(pdf);
    const hasInk = (from: number, to: number, y: number) =>
      Array.from({ length: to - from }, (_, i) => inks(from + i, y)[3]!).some((ink) => ink > 128);
    // Twenty points, ten of the space and thirty more, twenty again.
    expect([hasInk(0, 20, 54), hasInk(21, 59, 54), hasInk(60, 80, 54)]).toEqual([true, false, true]);
  });

  it('is refused when the font is not embedded, or its map is nobody’s', async () => {
    expect(await engine.place(advert('GBK-EUC-H', false), placement, newsprint)).toEqual({
      refused: 'font',
      detail: 'ABCDEF+Song',
    });
    expect(await engine.place(advert('House-H'), placement, newsprint)).toEqual({
      refused: 'font',
      detail: 'ABCDEF+Song (House-H)',
    });
  });
});
