import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { black, intent, outside, page, red, run, white, write } from './support';

describe('trial', () => {
  it('runs', async () => {
    const pdf = write([page([run('版面上的字要站得稳，读得顺。', 20, 40, 9), run('第二行两端对齐，字距略大。', 20, 60, 9, { pitch: 10.3 }), run('长体标题', 20, 100, 30, { stretch: 0.9, pitch: 28, colour: red, face: 'hei-bold' }), run('转', 200, 100, 30, { rotate: 90 })])]);
    (await import('node:fs')).writeFileSync('/tmp/trial.pdf', pdf);
    console.log(outside('qpdf', ['--check', 'FILE'], pdf), outside('pdftotext', ['-raw', 'FILE', '-'], pdf), outside('pdftotext', ['FILE', '-'], pdf));
  });
});
