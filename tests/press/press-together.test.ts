/** Pages pressed into one file, or onto sheets. */
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { allMarks } from '../../engine/press/marks';
import { saveIssue } from '../../engine/store';
import { inkOfBlack, photograph, pressedIssue } from './pressed-issue';
import { outside } from './support';

const { at, makeIssue, press } = pressedIssue();

describe('pages that are pressed together', () => {
  it('imposes pages side by side on sheets of twice the trim, a blank half for an empty page', async () => {
    await makeIssue(photograph());
    const result = await press({ files: 'sheets' });
    expect(result.files.map(({ pages }) => pages)).toEqual([[0, 1]]);
    expect(result.skipped).toEqual([2]);
    expect(await readdir(at.output)).toEqual(['澄塘社区报_20260310_拼1正_空-A01.pdf']);
    const pdf = await readFile(result.files[0]!.file);
    expect(outside('pdfinfo', ['-box', 'FILE'], pdf)).toMatch(/TrimBox: +8\.50 +8\.50 +1556\.22 /);
    expect(outside('pdfimages', ['-list', 'FILE'], pdf)).toMatch(/image +300 +\d+ +cmyk +4 +8 +jpeg/);
    const [, left] = /word xMin="([\d.]+)"[^>]*>图①桂花开了。/.exec(outside('pdftotext', ['-bbox', 'FILE', '-'], pdf)) ?? [];
    expect(Number(left)).toBeGreaterThan(773.86);
  });

  it('writes all pages into one file, each as by itself', async () => {
    const issue = await makeIssue(photograph());
    const [first, second] = issue.pages;
    const group = { ...first!.blocks[1]!, id: 'b2' };
    await saveIssue(at.issueFolder, { ...issue, pages: [first!, { ...second!, blocks: [...second!.blocks, group] }] });
    const result = await press({ files: 'issue', monochromePages: [2], marks: allMarks });
    expect(result.files).toMatchObject([{ pages: [1, 2], together: true }]);
    expect(await readdir(at.output)).toEqual(['澄塘社区报_20260310.pdf']);
    const pdf = await readFile(result.files[0]!.file);
    expect(outside('pdfinfo', ['FILE'], pdf)).toMatch(/Pages: +2/);
    expect(outside('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax');
    const inks = outside('gs', inkOfBlack, pdf).trim().split('\n');
    const [coloured, black] = inks.map((line) => line.trim().split(/ +/).slice(0, 4).map(Number));
    expect(coloured!.every((ink) => ink > 0)).toBe(true);
    // Marks for register stand on every plate; of the picture nothing does.
    expect(black![3]).toBeGreaterThan(3 * black![0]!);
    expect(outside('pdfimages', ['-list', 'FILE'], pdf)).toMatch(/image .*cmyk .*\n.*image .*gray /);
    expect(outside('pdftotext', ['-raw', 'FILE', '-'], pdf)).toMatch(/A01[\s\S]*A02/);
  });

  it('gives each page of one file what it has by itself', async () => {
    await makeIssue(photograph());
    const [alone] = (await press()).files;
    const [together] = (await press({ files: 'issue' })).files;
    const text = async (file: string) =>
      outside('pdftotext', ['-bbox', 'FILE', '-'], await readFile(file)).replace(/<title>.*/, '');
    expect(await text(together!.file)).toBe(await text(alone!.file));
  });

  it('says how many blank pages it adds to fill the sheets', async () => {
    const issue = await makeIssue(photograph());
    await saveIssue(at.issueFolder, { ...issue, pages: [...issue.pages, { ...issue.pages[1]!, number: 3, blocks: [] }] });
    const { findings } = await press({ files: 'sheets' });
    expect(findings).toContainEqual({ page: 0, severity: 'warning', rule: 'padded', params: { pages: 3, count: 1 } });
  });

  it('refuses to impose a single page', async () => {
    const issue = await makeIssue(photograph());
    await saveIssue(at.issueFolder, { ...issue, pages: issue.pages.slice(0, 1) });
    await expect(press({ files: 'sheets' })).rejects.toMatchObject({ code: 'press.onePage' });
    await expect(readdir(at.output)).rejects.toThrow('ENOENT');
  });
});
