/** Rules about a file as a whole, its fonts and its colour spaces: each meets a foreign file that breaks it, and one that just does not. */
import { readFileSync } from 'node:fs';
import { PDFDocument, PDFHexString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProofEngine, inflate, type ProofEngine } from '../../engine/press/node/proof-engine';
import { examinePdf } from '../../engine/press/preflight/examine';
import { newsprintLimits } from '../../engine/press/preflight/limits';
import { SpotNames } from '../../engine/press/preflight/spot-names';
import { makePdf, name, type PageMaker } from './placed-pages';
import { fontFile, page, profilePath, write } from './support';

let engine: ProofEngine;
beforeAll(async () => {
  engine = await createProofEngine(profilePath);
});

const profile = readFileSync(profilePath);
const options = { limits: newsprintLimits, dpi: 36, wholeSheet: true };
const boxes = { TrimBox: [20, 20, 180, 100], BleedBox: [11, 11, 189, 109] };

async function found(pdf: Uint8Array) {
  return (await examinePdf(pdf, 'a.pdf', { ...engine, inflate }, options)).findings;
}

const rulesOf = async (pdf: Uint8Array) => (await found(pdf)).map(({ rule }) => rule);

interface FileShape {
  readonly claim?: 'PDF/X-4' | 'PDF/X-1a:2003';
  readonly version?: '1.4' | '1.6' | '1.7';
  /** Entries of the output intent; no intent when undefined. */
  readonly intent?: (make: PageMaker) => Record<string, unknown>;
}

/** A blank page in a file that claims a standard. */
function file({ claim, version, intent }: FileShape): Uint8Array {
  return makePdf({
    content: '',
    page: boxes,
    version,
    catalog: (make) => {
      const text = PDFHexString.fromText(claim ?? '');
      if (claim === 'PDF/X-1a:2003') make.context.trailerInfo.Info = make.context.obj({ GTS_PDFXVersion: text });
      const xmp = `<x><pdfxid:GTS_PDFXVersion>${claim}</pdfxid:GTS_PDFXVersion></x>`;
      const isX4 = claim === 'PDF/X-4';
      const own = { Type: 'OutputIntent', S: 'GTS_PDFX', OutputConditionIdentifier: PDFHexString.fromText('IFRA26S') };
      return {
        ...(isX4 ? { Metadata: make.stream({ Type: 'Metadata', Subtype: 'XML' }, xmp) } : {}),
        ...(intent ? { OutputIntents: [{ ...own, ...intent(make) }] } : {}),
      };
    },
  });
}

const withProfile =
  (bytes: Uint8Array = profile, N = 4) =>
  (make: PageMaker) => ({ DestOutputProfile: make.stream({ N }, bytes) });
const registered = () => ({ RegistryName: PDFHexString.fromText('http://www.color.org') });

/** The press profile as one of a monitor. */
function monitorProfile(): Uint8Array {
  const bytes = Uint8Array.from(profile);
  bytes.set(Buffer.from('mntr', 'latin1'), 12);
  return bytes;
}

describe('the claim and the output intent', () => {
  it.each<[rule: string, broken: FileShape, sound: FileShape]>([
    ['claimVersion', { claim: 'PDF/X-4', version: '1.7' }, { claim: 'PDF/X-4', version: '1.6' }],
    ['claimVersion', { claim: 'PDF/X-1a:2003', version: '1.6' }, { claim: 'PDF/X-1a:2003', version: '1.4' }],
    ['noClaim', {}, { claim: 'PDF/X-4' }],
    ['noIntent', { claim: 'PDF/X-4' }, { claim: 'PDF/X-4', intent: withProfile() }],
    ['noIntentProfile', { claim: 'PDF/X-4', intent: registered }, { claim: 'PDF/X-4', intent: withProfile() }],
    [
      'noIntentProfile',
      { claim: 'PDF/X-1a:2003', version: '1.4', intent: () => ({}) },
      { claim: 'PDF/X-1a:2003', version: '1.4', intent: registered },
    ],
    ['intentNotCmyk', { claim: 'PDF/X-4', intent: withProfile(profile, 3) }, { claim: 'PDF/X-4', intent: withProfile() }],
    ['intentNotCmyk', { claim: 'PDF/X-4', intent: withProfile(monitorProfile()) }, { intent: withProfile() }],
  ])('tells %s, and only where it is so', async (rule, broken, sound) => {
    expect(await found(file(broken))).toContainEqual(expect.objectContaining({ rule, page: 0 }));
    expect(await rulesOf(file(sound))).not.toContain(rule);
  });

  it('names what a file claims beside what it is', async () => {
    const findings = await found(file({ claim: 'PDF/X-1a:2003', version: '1.6' }));
    expect(findings.find(({ rule }) => rule === 'claimVersion')).toMatchObject({
      severity: 'error',
      params: { claim: 'PDF/X-1a:2003', version: '1.6', most: '1.4' },
    });
  });
});

describe('the file', () => {
  async function encrypted(): Promise<Uint8Array> {
    const document = await PDFDocument.load(makePdf({ content: '0 0 0 1 k 40 40 20 20 re f', page: boxes }));
    document.encrypt({ ownerPassword: 'owner', userPassword: '', permissions: { printing: false } });
    return document.save();
  }

  it('that anybody opens but that is restricted is told, and examined all the same', async () => {
    const findings = await found(await encrypted());
    expect(findings).toContainEqual({ page: 0, severity: 'error', rule: 'pdfRestricted', params: {} });
    expect(findings.map(({ rule }) => rule)).not.toContain('blankPage');
    expect(await rulesOf(makePdf({ content: '', page: boxes }))).not.toContain('pdfRestricted');
  });

  it('without a page is refused by name', async () => {
    await expect(found(makePdf({ content: '', pages: 0 }))).rejects.toMatchObject({
      code: 'press.pdfWithoutPages',
      params: { file: 'a.pdf' },
    });
  });

  it('whose pages differ in size says which sizes', async () => {
    const findings = await found(write([page([], { width: 300 }), page([], { width: 280 })]));
    expect(findings.find(({ rule }) => rule === 'pageSizes')).toMatchObject({
      severity: 'warning',
      params: { sizes: '106 × 141 mm, 99 × 141 mm' },
    });
    expect(await rulesOf(write([page([]), page([])]))).not.toContain('pageSizes');
  });
});

describe('fonts', () => {
  const shown = (font: (make: PageMaker) => Record<string, unknown>, text: string) =>
    makePdf({
      content: `BT /F 12 Tf 50 50 Td ${text} Tj ET`,
      resources: (make) => ({ Font: { F: { Type: 'Font', ...font(make) } } }),
      page: boxes,
    });
  const drawn = (make: PageMaker) => ({
    Subtype: 'Type3',
    FontBBox: [0, 0, 1000, 1000],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    CharProcs: { a: make.stream({}, '500 0 d0 0 0 400 400 re f') },
    Encoding: { Type: 'Encoding', Differences: [97, name('a')] },
    FirstChar: 97,
    LastChar: 97,
    Widths: [500],
  });
  const plain = () => ({ Subtype: 'Type1', BaseFont: 'Helvetica' });

  it('drawn glyph by glyph (Type 3) are told with their place', async () => {
    const finding = (await found(shown(drawn, '(a)'))).find(({ rule }) => rule === 'fontType3');
    expect(finding).toMatchObject({ page: 1, severity: 'warning', place: { x: 10.6 } });
    expect(await rulesOf(shown(plain, '(a)'))).not.toContain('fontType3');
  });

  it('of one name are told once a page', async () => {
    const type3 = (make: PageMaker) => ({ Type: 'Font', ...drawn(make) });
    const pdf = makePdf({
      content: 'BT /F 12 Tf 50 50 Td (a) Tj /G 12 Tf (a) Tj ET',
      resources: (make) => ({ Font: { F: type3(make), G: type3(make) } }),
      page: boxes,
    });
    expect((await rulesOf(pdf)).filter((rule) => rule === 'fontType3')).toHaveLength(1);
  });

  const composite = (toUnicode: boolean) => (make: PageMaker) => {
    const descriptor = { Type: 'FontDescriptor', FontName: 'ABCDEF+Song', FontFile2: make.stream({}, 'no font') };
    const info = { Registry: PDFHexString.fromText('Adobe'), Ordering: PDFHexString.fromText('Identity'), Supplement: 0 };
    const own = { Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'ABCDEF+Song', CIDSystemInfo: info };
    const map = 'begincodespacerange\n<0000> <ffff>\nendcodespacerange\n1 beginbfchar\n<0001> <7248>\nendbfchar';
    return {
      Subtype: 'Type0',
      BaseFont: 'ABCDEF+Song',
      Encoding: 'Identity-H',
      DescendantFonts: [{ ...own, FontDescriptor: descriptor }],
      ...(toUnicode ? { ToUnicode: make.stream({}, map) } : {}),
    };
  };

  it('whose text cannot be copied (no ToUnicode) are told', async () => {
    const findings = await found(shown(composite(false), '<0001>'));
    expect(findings.find(({ rule }) => rule === 'fontUnreadable')).toMatchObject({ page: 1, params: { font: 'Song' } });
    expect(await rulesOf(shown(composite(true), '<0001>'))).not.toContain('fontUnreadable');
  });
});

describe('characters that an embedded font does not have', () => {
  // Code 1 is 中, code 2 a blank; nothing else is in the font.
  const font =
    (texts: string, file = true) =>
    (make: PageMaker) => {
      const { metrics, subset } = fontFile('song-regular');
      const { program } = subset([...'中 '].map((character) => metrics.glyphOf(character.codePointAt(0)!)));
      const embedded = file ? { FontFile2: make.stream({}, program) } : {};
      const info = { Registry: PDFHexString.fromText('Adobe'), Ordering: PDFHexString.fromText('Identity'), Supplement: 0 };
      const own = {
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: 'ABCDEF+Song',
        CIDSystemInfo: info,
        CIDToGIDMap: name('Identity'),
      };
      const map = `begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${texts}`;
      return {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: 'ABCDEF+Song',
        Encoding: 'Identity-H',
        DescendantFonts: [{ ...own, FontDescriptor: { Type: 'FontDescriptor', FontName: 'ABCDEF+Song', ...embedded } }],
        ToUnicode: make.stream({}, map),
      };
    };
  const showing = (codes: string, texts: string, file = true) =>
    makePdf({
      content: `BT /F 12 Tf 50 50 Td ${codes} Tj ET`,
      resources: (make) => ({ Font: { F: font(texts, file)(make) } }),
      page: boxes,
    });
  const read = '2 beginbfchar\n<0000> <7248>\n<0001> <4e2d>\nendbfchar';
  const blank = '2 beginbfchar\n<0000> <00a0>\n<0001> <4e2d>\nendbfchar';
  const absent = async (pdf: Uint8Array) => (await found(pdf)).filter(({ rule }) => rule === 'glyphAbsent');

  it('are told with their place and how many they are', async () => {
    const [finding, ...more] = await absent(showing('<000100000000>', read));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ page: 1, severity: 'warning', params: { what: 'Song', count: 2, text: '版版' } });
    expect(finding!.place).toMatchObject({ x: expect.any(Number) });
  });

  it('are told where nobody knows what they read as but they show a box', async () => {
    expect(await absent(showing('<0000>', '1 beginbfchar\n<0001> <4e2d>\nendbfchar'))).toHaveLength(1);
  });

  it('are not told of what is there, of blanks, and where the font is not embedded', async () => {
    expect(await absent(showing('<00010002>', read))).toEqual([]);
    expect(await absent(showing('<00010000>', blank))).toEqual([]);
    expect(await absent(showing('<0000>', read, false))).toEqual([]);
  });
});

describe('colour spaces', () => {
  const painted = (space: (make: PageMaker) => unknown, values = '') =>
    makePdf({
      content: `/S cs ${values} sc 40 40 20 20 re f`,
      resources: (make) => ({ ColorSpace: { S: space(make) } }),
      page: boxes,
    });
  const pictured = (space: (make: PageMaker) => unknown) =>
    makePdf({
      content: 'q 20 0 0 20 40 40 cm /P Do Q',
      resources: (make) => {
        const size = { Type: 'XObject', Subtype: 'Image', Width: 80, Height: 80, BitsPerComponent: 8 };
        return { XObject: { P: make.stream({ ...size, ColorSpace: space(make) }, new Uint8Array(80 * 80 * 4).fill(99)) } };
      },
      page: boxes,
    });
  const device = () => name('DeviceCMYK');
  const icc = (make: PageMaker) => [name('ICCBased'), make.stream({ N: 4 }, profile)];
  const odd = () => [name('Nonsense')];

  it('with a profile of their own are told, of areas and of pictures', async () => {
    for (const pdf of [painted(icc, '0 0 0 1'), pictured(icc)]) {
      const finding = (await found(pdf)).find(({ rule }) => rule === 'managedColour');
      expect(finding).toMatchObject({ page: 1, severity: 'warning', params: { space: 'ICCBased(4)' }, place: { x: 7.1 } });
    }
    for (const pdf of [painted(device, '0 0 0 1'), pictured(device)]) expect(await rulesOf(pdf)).not.toContain('managedColour');
  });

  it('that nobody knows are told, of areas and of pictures', async () => {
    for (const pdf of [painted(odd), pictured(odd)]) {
      const finding = (await found(pdf)).find(({ rule }) => rule === 'unknownColour');
      expect(finding).toMatchObject({ page: 1, severity: 'error', place: { x: 7.1, y: 14.1 } });
    }
    for (const pdf of [painted(device, '0 0 0 1'), pictured(device)]) expect(await rulesOf(pdf)).not.toContain('unknownColour');
  });

  it('make rich black of an area, but not of a small rule', async () => {
    const ground = (inks: string, side: number) => makePdf({ content: `${inks} k 40 40 ${side} ${side} re f`, page: boxes });
    expect(await found(ground('0.4 0.3 0.3 1', 20))).toContainEqual(
      expect.objectContaining({ rule: 'richBlack', severity: 'warning', params: { percent: 200, count: 1 } }),
    );
    expect(await rulesOf(ground('0 0 0 1', 20))).not.toContain('richBlack');
    expect(await rulesOf(ground('0.4 0.3 0.3 1', 1.9))).not.toContain('richBlack');
  });
});

describe('names of spot plates', () => {
  const twins = (...names: readonly string[]) => {
    const known = new SpotNames();
    const versions = new Map([['0 100 100 0', { x: 0, y: 0 }]]);
    return names.flatMap((each) => known.findings(1, new Map([[each, versions]])).map(({ rule }) => rule));
  };

  it.each([
    ['PANTONE 185 C', 'Pantone 185 CV'],
    ['PANTONE  185\tU', 'pantone 185'],
    ['Pantone-185_C', 'PANTONE 185 C'],
    ['专色 红', '专色红'],
  ])('%s and %s are one ink', (one, other) => {
    expect(twins(one, other)).toEqual(['spotTwins']);
  });

  it.each([
    ['PANTONE 185 C', 'PANTONE 186 C'],
    ['Magic', 'Mag'],
    ['专色红', '专色蓝'],
  ])('%s and %s are two', (one, other) => {
    expect(twins(one, other)).toEqual([]);
  });

  it('of any length are compared at once', () => {
    // A search for spaces before an end that is tried from every space takes hours here.
    const spaces = ' '.repeat(1_000_000);
    expect(twins(`a${spaces}x`, `A ${spaces}X`)).toEqual(['spotTwins']);
  });
});
