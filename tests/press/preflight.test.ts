/** Preflight of PDFs that others made, sound and broken. */
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../engine/errors';
import { messages } from '../../engine/press/messages';
import { createProofEngine, inflate, type ProofEngine } from '../../engine/press/node/proof-engine';
import { type Examined, type ExaminedPage, examinePdf } from '../../engine/press/preflight/examine';
import { newsprintLimits } from '../../engine/press/preflight/limits';
import { black, page, profilePath, red, run, write } from './support';

let engine: ProofEngine;
beforeAll(async () => {
  engine = await createProofEngine(profilePath);
});

const options = { limits: newsprintLimits, dpi: 36, wholeSheet: true };

async function examine(pdf: Uint8Array): Promise<Examined & { pages: ExaminedPage[] }> {
  const pages: ExaminedPage[] = [];
  const examined = await examinePdf(pdf, 'a.pdf', { ...engine, inflate }, options, (each) => void pages.push(each));
  return { ...examined, pages };
}

const rulesOf = ({ findings }: Examined): string[] => findings.map(({ rule }) => rule).sort();

/** A PDF of one page of 200 × 200 pt with objects from number 5 on; entry `page` goes into the page's dictionary. */
function foreign(content: string, { resources = '', pageEntries = '', objects = [] as string[], catalog = '' } = {}): Uint8Array {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 200] >>',
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << ${resources} >> ${pageEntries} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...objects,
  ];
  let file = '%PDF-1.6\n';
  const offsets = all.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

const boxes = '/TrimBox [20 20 180 180] /BleedBox [10 10 190 190]';
const always = ['noClaim', 'noIntent'];

describe('preflight of a foreign file', () => {
  it('finds colours that are no inks, with their place', async () => {
    const found = await examine(foreign('1 0 0 rg 48.35 100 28.35 28.35 re f', { pageEntries: boxes }));
    expect(rulesOf(found)).toEqual([...always, 'rgbColour']);
    const finding = found.findings.find(({ rule }) => rule === 'rgbColour')!;
    expect(finding).toMatchObject({ page: 1, severity: 'error', params: { space: 'DeviceRGB', count: 1 } });
    expect(finding.place).toEqual({ x: 10, y: 18.2, width: 10, height: 10 });
  });

  it('looks past the bleed for nothing', async () => {
    const found = await examine(foreign('1 0 0 rg 0 0 8 8 re f 0 0 0 1 K 0.1 w 2 2 m 2 8 l S', { pageEntries: boxes }));
    expect(rulesOf(found)).toEqual(['blankPage', ...always]);
  });

  it('tells fonts that are not embedded', async () => {
    const resources =
      '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /ExtGState << /O << /OP true /OPM 1 >> >>';
    const found = await examine(
      foreign('/O gs 0 0 0 1 k BT /F1 12 Tf 50 50 Td (Hello) Tj ET', { resources, pageEntries: boxes }),
    );
    expect(found.findings.find(({ rule }) => rule === 'fontNotEmbedded')).toMatchObject({
      severity: 'error',
      params: { font: 'Helvetica' },
    });
    expect(rulesOf(found)).toContain('notPainted');
  });

  it('names spot colours that mean two inks, or one ink twice', async () => {
    const spot = (spelt: string, inks: string) =>
      `[/Separation /${spelt} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [${inks}] >>]`;
    const resources = `/ColorSpace << /A ${spot('PANTONE#20185#20C', '0 1 0.8 0')} /B ${spot('PANTONE#20185#20C', '0 0.9 0.7 0')} /C ${spot('Pantone#20185#20CV', '0 1 0.8 0')} >>`;
    const found = await examine(
      foreign('/A cs 1 scn 40 40 9 9 re f /B cs 1 scn 60 40 9 9 re f /C cs 1 scn 80 40 9 9 re f', {
        resources,
        pageEntries: boxes,
      }),
    );
    expect(found.findings.find(({ rule }) => rule === 'spotAlternates')).toMatchObject({
      page: 1,
      severity: 'error',
      place: { x: 14.1 },
    });
    expect(found.findings.find(({ rule }) => rule === 'spotTwins')?.params).toEqual({
      name: 'Pantone 185 CV',
      other: 'PANTONE 185 C',
    });
  });

  it('tells white that overprints, content that ends at the cut, and where the page is translucent', async () => {
    const resources = '/ExtGState << /O << /op true /OPM 1 >> /T << /ca 0.5 >> >>';
    const content =
      '1 0 0 0 k 15 100 40 40 re f q /O gs 0 0 0 0 k 20.5 110 10 10 re f Q /T gs 0 1 0 0 k 100 100 28.35 28.35 re f';
    const found = await examine(foreign(content, { resources, pageEntries: boxes }));
    expect(rulesOf(found)).toEqual(['bleedShort', ...always, 'transparency', 'whiteObjectOverprints'].sort());
    expect(found.findings.find(({ rule }) => rule === 'bleedShort')?.params).toMatchObject({ bleed: 1.8, least: 3 });
    expect(found.findings.find(({ rule }) => rule === 'transparency')?.place).toMatchObject({ x: 28.2, width: 10 });
  });

  it('measures pictures where they stand, through nested forms', async () => {
    const samples = Buffer.alloc(100 * 100, 128).toString('latin1');
    const picture = `<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 10000 >>\nstream\n${samples}\nendstream`;
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [2 0 0 2 0 0] /Resources << /XObject << /P 5 0 R >> >> /Length 5 >>\nstream\n/P Do\nendstream';
    const found = await examine(
      foreign('q 72 0 0 72 30 30 cm /X Do Q', {
        resources: '/XObject << /X 6 0 R >>',
        pageEntries: boxes,
        objects: [picture, form],
      }),
    );
    expect(found.findings.find(({ rule }) => rule === 'pictureTooCoarse')?.params).toMatchObject({ ppi: 50, width: 100 });
  });

  it('weighs lines, tints and type', async () => {
    const content = `0 0 0 1 K 0.1 w 30 30 m 90 30 l S  0 0 0 0.02 k 30 60 40 40 re f  1 1 1 0.5 k 30 120 40 40 re f`;
    const found = await examine(foreign(content, { pageEntries: boxes }));
    expect(rulesOf(found)).toEqual(['inkOfColour', ...always, 'thinLine', 'tooMuchInk', 'weakTint']);
    expect(found.pages[0]!.ink.most).toBeCloseTo(350, 0);
  });

  it('tells of black small parts that overprint a dark ground', async () => {
    const resources = '/ExtGState << /O << /OP true /op true /OPM 1 >> /N << /OP false /op false >> >>';
    const ground = '/N gs 0.8 0.7 0.5 0 k 30 30 140 140 re f';
    const small = '0 0 0 1 k 100 100 4 4 re f';
    const over = await examine(foreign(`${ground} /O gs ${small}`, { resources, pageEntries: boxes }));
    expect(rulesOf(over)).toEqual(['inkOfSmallParts', ...always]);
    const finding = over.findings.find(({ rule }) => rule === 'inkOfSmallParts')!;
    expect(finding).toMatchObject({ severity: 'warning', params: { most: 300, limit: 240 } });
    // From the trimmed page's corner, in millimetres: (100 - 20, 180 - 104) pt.
    expect(finding.place!.x).toBeCloseTo(28.2, 0);
    expect(finding.place!.y).toBeCloseTo(26.8, 0);
    const out = await examine(foreign(`${ground} ${small}`, { resources, pageEntries: boxes }));
    expect(rulesOf(out)).toEqual(always);
  });

  it('reads predicted, filtered and indexed samples', async () => {
    const rows = Buffer.from([2, 10, 2, 10, 2, 10]);
    const data = deflateSync(rows).toString('latin1');
    const picture =
      `<< /Type /XObject /Subtype /Image /Width 1 /Height 3 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceCMYK 30 <${'00'.repeat(40)}${'000000FF'}${'00'.repeat(40)}${'FF000000'}${'00'.repeat(36)}>] ` +
      `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /Columns 1 >> /Length ${data.length} >>\nstream\n${data}\nendstream`;
    const found = await examine(
      foreign('q 60 0 0 90 40 40 cm /P Do Q', { resources: '/XObject << /P 5 0 R >>', pageEntries: boxes, objects: [picture] }),
    );
    const { plates } = found.pages[0]!.separation.plates;
    const inked = plates.filter(({ ink }) => ink.some((value) => value === 255)).map(({ name }) => name);
    // Rows add up to 10, 20, 30: entry 10 is black, 20 paper, 30 paper.
    expect(inked).toEqual(['Black']);
  });

  it('reads inline pictures with all that stands in their dictionary', async () => {
    const rows = deflateSync(Buffer.from([1, 0, 0, 2, 255, 0])).toString('latin1');
    const content = `q 60 0 0 60 40 40 cm BI /W 2 /H 2 /BPC 8 /CS /G /F /Fl /DP << /Predictor 15 /Columns 2 >> ID ${rows}\nEI Q`;
    const found = await examine(foreign(content, { pageEntries: boxes }));
    // Black, black; paper, black.
    const black = found.pages[0]!.separation.plates.plates[3]!.ink;
    expect(black.reduce((sum, ink) => sum + ink, 0) / 255 / (30 * 30)).toBeCloseTo(0.75, 1);
    expect(rulesOf(found)).not.toContain('notPainted');
  });

  it('paints shadings by their space, directly and as patterns', async () => {
    const shading = (kind: number, coordinates: string) =>
      `<< /ShadingType ${kind} /ColorSpace /DeviceCMYK /Coords [${coordinates}] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0 0] /C1 [0 0 1 0] /N 1 >> >>`;
    const resources = `/Shading << /S ${shading(2, '20 0 180 0')} >> /Pattern << /P << /PatternType 2 /Shading ${shading(3, '100 150 0 100 150 20')} >> >>`;
    const content = 'q 20 20 160 60 re W n /S sh Q /Pattern cs /P scn 80 130 40 40 re f';
    const found = await examine(foreign(content, { resources, pageEntries: boxes }));
    // It ends at the trimmed edge.
    expect(rulesOf(found)).toEqual(['bleedShort', ...always]);
    const { plates } = found.pages[0]!.separation;
    const inkAt = (name: string, x: number, y: number) =>
      plates.plates.find((plate) => plate.name === name)!.ink[Math.floor((200 - y) / 2) * plates.width + Math.floor(x / 2)]!;
    const along = [24, 100, 176].map((x) => [inkAt('Cyan', x, 50), inkAt('Yellow', x, 50)]);
    expect(along[0]![0]).toBeGreaterThan(235);
    expect(Math.abs(along[1]![0]! - along[1]![1]!)).toBeLessThan(8);
    expect(along[2]![1]).toBeGreaterThan(235);
    expect(inkAt('Cyan', 100, 150)).toBeGreaterThan(200);
    expect(inkAt('Yellow', 118, 150)).toBeGreaterThan(200);
    expect([inkAt('Cyan', 60, 150), inkAt('Yellow', 60, 150)]).toEqual([0, 0]);
  });

  it('tells encryption, active content and missing boxes', async () => {
    const found = await examine(foreign('', { catalog: '/AcroForm << >> /OpenAction << /S /JavaScript /JS (1) >>' }));
    expect(rulesOf(found)).toEqual(['activeContent', 'activeContent', 'blankPage', ...always, 'noTrimBox']);
    const locked = new TextDecoder('latin1')
      .decode(foreign(''))
      .replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard >>');
    expect(rulesOf(await examine(Uint8Array.from(locked, (character) => character.charCodeAt(0))))).toEqual(['pdfEncrypted']);
  });

  it('refuses what is no PDF by a sentence', async () => {
    await expect(examine(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({ code: 'press.notPdf' });
  });

  it('finds nothing in a press file of this program but small coloured type', async () => {
    const found = await examine(write([page([run('正文黑字', 20, 40, 9), run('小红字', 20, 80, 8, { colour: red })])]));
    expect(found.claim).toBe('PDF/X-4');
    expect(rulesOf(found)).toEqual(['multiPlateType']);
    expect(found.pages[0]!.colouredTexts).toMatchObject([
      { text: '小红字', size: 8, plates: { Magenta: 100, Yellow: 95, Black: 10 } },
    ]);
  });

  it('finds rich black type', async () => {
    const found = await examine(write([page([run('四色黑字', 20, 40, 20, { colour: { ...black, c: 0.5, m: 0.4 } })])]));
    expect(found.findings).toMatchObject([
      { rule: 'richBlackType', severity: 'error', params: { size: 20, text: '四色黑字', count: 4 } },
    ]);
  });
});

describe('a damaged file', () => {
  it('is examined as far as it goes, or refused', async () => {
    const sound = write([page([run('正文黑字', 20, 40, 9), { kind: 'disc', cx: 90, cy: 90, radius: 30, colour: red }])]);
    let seed = 7;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    for (let round = 0; round < 24; round++) {
      const broken = sound.slice(0, round % 3 === 0 ? random(sound.length) : sound.length);
      for (let i = 0; i < 1 + random(30); i++) broken[random(broken.length || 1)] = random(256);
      await examine(broken).catch((error: unknown) => expect(error).toBeInstanceOf(InputError));
    }
  });

  it('cannot keep the painter busy without end', async () => {
    const forms = Array.from({ length: 6 }, (_, i) => {
      const content = i === 5 ? '0 0 0 1 k 0 0 200 200 re f '.repeat(40) : `/X${i + 1} Do `.repeat(40);
      const inner = i === 5 ? '' : `/Resources << /XObject << /X${i + 1} ${6 + i} 0 R >> >>`;
      return `<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] ${inner} /Length ${content.length} >>\nstream\n${content}\nendstream`;
    });
    const pdf = foreign('/X0 Do', { resources: '/XObject << /X0 5 0 R >>', pageEntries: boxes, objects: forms });
    const found = await examine(pdf);
    expect(rulesOf(found)).toContain('notExamined');
  });

  it('cannot nest or repeat without end', async () => {
    const self =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream';
    const found = await examine(foreign('/X Do', { resources: '/XObject << /X 5 0 R >>', pageEntries: boxes, objects: [self] }));
    expect(rulesOf(found)).toContain('notExamined');
    const deep = `${'['.repeat(100_000)} ${'<<'.repeat(100_000)} Tj`;
    expect(rulesOf(await examine(foreign(deep, { pageEntries: boxes })))).toEqual(['blankPage', ...always]);
  });
});

describe('the catalogue', () => {
  it('tells each fact with its cure in both languages', () => {
    const rules = ['rgbColour', 'thinLine', 'fontNotEmbedded', 'tooMuchInk', 'folioMissing', 'advertisementLabel'];
    for (const rule of rules) {
      expect(messages.zh[rule]).toContain('；');
      expect(messages.en[rule]).toContain('; ');
    }
  });
});
