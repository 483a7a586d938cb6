import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MagickFormat } from '@imagemagick/magick-wasm';
import { describe, expect, it } from 'vitest';
import { pressIssue } from '../../engine/press/node/press-issue';
import { addAsset, saveIssue } from '../../engine/store';
import { makePicture } from './make-picture';
import { busyPdf, makePdf, name as pdfName } from './placed-pages';
import { inkOfBlack, name, photograph, pressedIssue, settings } from './pressed-issue';
import { outside } from './support';

const { at, makeIssue, press } = pressedIssue();

describe('pressIssue', () => {
  it('writes a file a page into a folder that it makes, and skips empty pages', async () => {
    await makeIssue(photograph());
    const result = await press();
    expect(result.files.map((file) => file.pages)).toEqual([[1]]);
    expect(result.skipped).toEqual([2]);
    expect(await readdir(at.output)).toEqual([name('01')]);
    const pdf = await readFile(join(at.output, name('01')));
    expect(result.files[0]).toMatchObject({ file: join(at.output, name('01')), bytes: pdf.length });
    expect(outside('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax');
    expect(outside('pdfimages', ['-list', 'FILE'], pdf)).toMatch(/image +300 +\d+ +cmyk +4 +8 +jpeg/);
    expect(outside('pdftotext', ['-raw', 'FILE', '-'], pdf)).toContain('图①桂花开了。');
  });

  it('gives the same bytes again', async () => {
    await makeIssue(photograph());
    await press();
    const first = await readFile(join(at.output, name('01')));
    await press({ force: true });
    expect(Buffer.compare(first, await readFile(join(at.output, name('01'))))).toBe(0);
  });

  it('leaves a file that is there alone unless forced', async () => {
    await makeIssue(photograph());
    await press();
    await writeFile(join(at.output, name('01')), 'mine');
    await expect(press()).rejects.toMatchObject({ code: 'store.exists' });
    expect(await readFile(join(at.output, name('01')), 'utf8')).toBe('mine');
  });

  it('exports the page and names the picture that is truncated', async () => {
    const photo = photograph();
    await makeIssue(photo.subarray(0, photo.length / 2));
    const { files, findings } = await press();
    expect(files).toHaveLength(1);
    expect(findings).toContainEqual(
      expect.objectContaining({
        page: 1,
        severity: 'error',
        rule: 'pictureTruncated',
        params: expect.objectContaining({ file: '桂花.jpg' }),
      }),
    );
  });

  it('marks the place of a missing picture with its name in a proof, and not in a press file', async () => {
    const issue = await makeIssue(photograph());
    await rm(join(at.issueFolder, 'assets', issue.photos[0]!.asset));
    const result = await press();
    expect(result.findings).toContainEqual(expect.objectContaining({ severity: 'error', rule: 'pictureMissing' }));
    await press({ proof: true });
    const words = async (file: string) => outside('pdftotext', ['-raw', 'FILE', '-'], await readFile(join(at.output, file)));
    expect(await words(name('01'))).not.toContain('桂花.jpg');
    expect(await words(name('01', '_proof'))).toContain('桂花.jpg');
  });

  it('leaves the frame of a picture that has not come empty in a press file, and shows it in a proof', async () => {
    const issue = await makeIssue(photograph());
    await saveIssue(at.issueFolder, {
      ...issue,
      photos: [],
      groups: [{ ...issue.groups[0]!, pictures: [{ number: 1, photo: '' }] }],
    });
    const { findings } = await press();
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', rule: 'groupPicture' }));
    await press({ proof: true });
    const ink = async (file: string) => Number(outside('gs', inkOfBlack, await readFile(join(at.output, file))).split(/ +/)[4]);
    expect((await ink(name('01', '_proof'))) - (await ink(name('01')))).toBeGreaterThan(2);
  });

  it('prints nothing at all of empty frames, neither keylines nor numbers, and shows both in a proof', async () => {
    const issue = await makeIssue(photograph());
    const [group] = issue.groups;
    const two = (photo: string) => [1, 2].map((number) => ({ number, photo }));
    // From below the group's tab to above its caption.
    const inkOfFrames = async (file: string) => {
      const grey = outside('pdftoppm', ['-r', '72', '-gray', 'FILE'], await readFile(join(at.output, file)), 'latin1');
      const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(grey)!;
      const row = (share: number) => header.length + Math.round(Number(height) * share) * Number(width);
      return grey.slice(row(0.26), row(0.55)).replaceAll('\xff', '').length;
    };
    await press();
    expect(await inkOfFrames(name('01'))).toBeGreaterThan(10_000);
    await saveIssue(at.issueFolder, { ...issue, groups: [{ ...group!, pictures: two('') }] });
    await press({ force: true });
    expect(await inkOfFrames(name('01'))).toBe(0);
    await press({ proof: true, force: true });
    expect(await inkOfFrames(name('01', '_proof'))).toBeGreaterThan(10_000);
    expect(outside('pdftotext', ['-raw', 'FILE', '-'], await readFile(join(at.output, name('01', '_proof'))))).toMatch(/^1 2$/m);
    await saveIssue(at.issueFolder, { ...issue, groups: [{ ...group!, pictures: two('p1') }] });
    await rm(join(at.issueFolder, 'assets', issue.photos[0]!.asset));
    await press({ force: true });
    expect(await inkOfFrames(name('01'))).toBe(0);
  });

  it('says that a picture has too few pixels for its place', async () => {
    await makeIssue(photograph());
    const { findings } = await press();
    expect(findings.find((finding) => finding.rule === 'lowResolution')?.params).toMatchObject({ file: '桂花.jpg', least: 150 });
  });

  it('refuses an issue with nothing on its pages, and makes no folder', async () => {
    const issue = await makeIssue(photograph());
    await saveIssue(at.issueFolder, { ...issue, pages: [{ ...issue.pages[1]!, number: 1 }] });
    await expect(press()).rejects.toMatchObject({ code: 'press.noPages' });
    await expect(readdir(at.output)).rejects.toThrow('ENOENT');
  });

  it('refuses a file in place of the folder', async () => {
    await makeIssue(photograph());
    at.output = join(at.folder, 'file');
    await writeFile(at.output, '');
    await expect(press()).rejects.toMatchObject({ code: 'store.notFolder' });
  });

  it('names a folder that cannot be written', async () => {
    await makeIssue(photograph());
    at.output = '/sys/press'; // nobody may, not even root
    await expect(press()).rejects.toMatchObject({ code: 'store.noPermission', params: { file: at.output } });
  });

  it('takes back the folder it made when the work ends after a page', async () => {
    await makeIssue(photograph());
    const ended = (): never => {
      throw new Error('ended');
    };
    await expect(pressIssue(at.issueFolder, at.output, settings, ended)).rejects.toThrow('ended');
    await expect(readdir(at.output)).rejects.toThrow('ENOENT');
  });

  it('prints the house colour from its plate when asked', async () => {
    await makeIssue(photograph());
    await press({ spot: true });
    const trace = outside('mutool', ['trace', 'FILE'], await readFile(join(at.output, name('01'))));
    expect(trace).toContain('Separation(DeviceCMYK,专色红)');
  });

  it('prints a page that may not carry colour in black ink alone, photographs too', async () => {
    await makeIssue(photograph());
    const result = await press({ monochromePages: [1] });
    expect(result.trapping).toBe('none');
    const pdf = await readFile(join(at.output, name('01')));
    const device = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=inkcov', '-o', '-', 'FILE'];
    const [c, m, y, k] = outside('gs', device, pdf).trim().split(/\s+/).map(Number);
    expect([c, m, y]).toEqual([0, 0, 0]);
    // A share of the page: the photograph stands on a good part of it.
    expect(k).toBeGreaterThan(0.2);
    expect(outside('pdfimages', ['-list', 'FILE'], pdf)).toMatch(/image +300 +\d+ +gray +1 +8 +jpeg/);
  });

  it('keeps photographs within another ink limit and resolution when the shop asks for them', async () => {
    await makeIssue(makePicture({ from: 'RGB', to: MagickFormat.Jpeg, width: 1800, height: 1200, at: () => [10, 20, 30] }));
    await press({ pictures: { inkLimit: 1.6, mostPpi: 100, reducedPpi: 80 } });
    const pdf = await readFile(join(at.output, name('01')));
    const [, ppi] = /jpeg +(?:no|yes) +\d+ +\d+ +(\d+)/.exec(outside('pdfimages', ['-list', 'FILE'], pdf)) ?? [];
    expect(Number(ppi)).toBeLessThanOrEqual(81);
  });

  it('places a finished advertisement, and names one that is refused', async () => {
    const helvetica = () => ({ Font: { F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } } });
    const everyPlate = (): Record<string, unknown> => {
      const tint = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [1, 1, 1, 1] };
      return { ColorSpace: { A: [pdfName('Separation'), pdfName('All'), pdfName('DeviceCMYK'), tint] } };
    };
    for (const [pdf, ...rules] of [
      [busyPdf(), 'pageRgbConverted', 'pageSpotConverted', 'pageLinesThickened'],
      [makePdf({ content: '', encrypted: true }), 'pageEncrypted'],
      [makePdf({ content: 'BT /F 9 Tf 20 20 Td (a) Tj ET', resources: helvetica }), 'pageFont'],
      [makePdf({ content: '/A cs 1 scn 20 20 9 9 re f', resources: everyPlate }), 'pageRegistration'],
      [makePdf({ content: '1 1 1 1 k 20 20 40 40 re f', pages: 2 }), 'pageFirstOnly', 'pageInkLimited'],
    ] as const) {
      const issue = await makeIssue(photograph(), `${rules[0]}.banxin`);
      const { asset } = await addAsset(at.issueFolder, pdf, 'pdf');
      const photos = [{ ...issue.photos[0]!, asset, file: '洗衣房.pdf' }];
      await saveIssue(at.issueFolder, { ...issue, photos });
      const { files, findings } = await press({ force: true });
      expect(files).toHaveLength(1);
      const about = findings.filter(({ params }) => params.file === '洗衣房.pdf');
      expect(about.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]));
      for (const { page, block } of about) expect([page, block]).toEqual([1, expect.stringMatching(/./)]);
    }
  });

  it('refuses a plate name that means all plates', async () => {
    const issue = await makeIssue(photograph());
    await saveIssue(at.issueFolder, { ...issue, paper: { ...issue.paper, accentSpot: 'All' } });
    await expect(press({ spot: true })).rejects.toMatchObject({ code: 'press.badSpot' });
    expect((await press()).files).toHaveLength(1);
  });

  it('writes PDF/X-1a for old plate-setters', async () => {
    await makeIssue(photograph());
    await press({ standard: 'pdfx1a' });
    const pdf = await readFile(join(at.output, name('01')));
    expect(pdf.toString('latin1', 0, 8)).toBe('%PDF-1.4');
    expect(outside('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax');
  });
});
