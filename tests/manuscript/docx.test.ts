import { describe, expect, test } from 'vitest';
import { readDocx } from '../../engine/manuscript/docx';
import type { Parts } from '../../engine/manuscript/docx/parts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The package of a document with this body and these other parts; `rels` are lines of `word/_rels/document.xml.rels`. */
function parts(body: string, others: Readonly<Record<string, string>> = {}, rels = ''): Parts {
  const files: Record<string, string> = {
    '_rels/.rels':
      '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${rels}</Relationships>`,
    ...others,
  };
  return new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
const read = (body: string, others?: Readonly<Record<string, string>>, rels?: string) =>
  readDocx(parts(body, others, rels), 'a.docx');
const textOf = (body: string): string => read(body).text;

describe('the text of a Word document', () => {
  test('is a paragraph a line; empty paragraphs stay, runs join, entities are read', () => {
    expect(textOf(p(run('村里'), run('修桥了')) + p() + p(run('A &amp; B &lt;3')))).toBe('村里修桥了\n\nA & B <3');
  });

  test('has tracked changes accepted, field codes and hidden text left out', () => {
    const changes = `<w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>${run('走')}</w:moveFrom><w:moveTo>${run('来')}</w:moveTo>`;
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>';
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>';
    expect(textOf(p(changes, field, hidden, run('。')))).toBe('新来。');
  });

  test('has the text of formulas', () => {
    expect(textOf(p(run('设'), '<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>', run('为长。')))).toBe('设x+1为长。');
  });

  test('keeps breaks, tabs, hyphens and signs of symbol fonts', () => {
    const body = p(
      run('一'),
      '<w:r><w:br/></w:r>',
      run('二'),
      '<w:r><w:tab/></w:r>',
      run('三'),
      '<w:r><w:noBreakHyphen/></w:r>',
      run('四'),
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    );
    expect(textOf(body)).toBe('一\n二\t三-四✓');
  });

  test('has a text box once, after the paragraph that anchors it, whichever form of it there is', () => {
    const box = (text: string) => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${box('框内')}</mc:Choice><mc:Fallback><w:pict>${box('框内')}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const fallbackOnly = `<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>${box('旧框')}</mc:Fallback></mc:AlternateContent>`;
    expect(textOf(p(run('前'), `<w:r>${both}</w:r>`, run('后')) + p(`<w:r>${fallbackOnly}</w:r>`))).toBe('前后\n框内\n旧框');
  });

  test('has a table of data a row a line, and reads a table that arranges columns cell after cell', () => {
    const cell = (text: string) => `<w:tc>${p(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('队')}${cell('分')}</w:tr><w:tr>${cell('南门')}${cell('12')}</w:tr></w:tbl>`;
    expect(textOf(p(run('战报')) + table + p(run('完')))).toBe('战报\n队\t分\n南门\t12\n完');
    const long = '稿'.repeat(120);
    expect(textOf(`<w:tbl><w:tr>${cell(long)}${cell('右栏')}</w:tr></w:tbl>`)).toBe(`${long}\n右栏`);
    const nested = `<w:tbl><w:tr><w:tc>${p(run('外'))}${table}</w:tc></w:tr></w:tbl>`;
    expect(textOf(nested)).toBe('外\n队\t分\n南门\t12');
  });

  test('numbers lists as Word shows them', () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2 ')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const item = (depth: number, text: string) =>
      p(`<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="3"/></w:numPr></w:pPr>`, run(text));
    const rels = '<Relationship Id="n" Type="http://x/numbering" Target="numbering.xml"/>';
    const body = item(0, '修桥') + item(1, '南岸') + item(1, '北岸') + item(0, '种树') + item(1, '东坡');
    const { text } = read(body, { 'word/numbering.xml': numbering }, rels);
    expect(text.split('\n')).toEqual(['一、修桥', '一.1 南岸', '一.2 北岸', '二、种树', '二.1 东坡']);
  });

  test('puts notes at the end, with their marks', () => {
    const notes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${p(run('—'))}</w:footnote><w:footnote w:id="2">${p(run('县志卷三'))}</w:footnote></w:footnotes>`;
    const rels = '<Relationship Id="f" Type="http://x/footnotes" Target="footnotes.xml"/>';
    const body = p(run('古桥'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('尚在。'));
    expect(read(body, { 'word/footnotes.xml': notes }, rels).text).toBe('古桥[1]尚在。\n[1] 县志卷三');
  });
});

describe('the pictures of a Word document', () => {
  const rels = ['a', 'b'].map((id) => `<Relationship Id="${id}" Type="http://x/image" Target="media/${id}.jpg"/>`).join('');
  const media = { 'word/media/a.jpg': 'a', 'word/media/b.jpg': 'b' };
  const drawing = (id: string) => p(`<w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r>`);

  test('come in the order of the text, each once; one that is not there is passed over', () => {
    const body = drawing('b') + drawing('a') + drawing('b') + drawing('gone');
    expect(read(body, media, rels).pictures).toEqual(['word/media/b.jpg', 'word/media/a.jpg']);
  });

  test('have their captions numbered, so that each finds its own', () => {
    const styles = '<w:styles><w:style w:styleId="a3"><w:name w:val="caption"/></w:style></w:styles>';
    const caption = (text: string) => p('<w:pPr><w:pStyle w:val="a3"/></w:pPr>', run(text));
    const more = `${rels}<Relationship Id="s" Type="http://x/styles" Target="styles.xml"/>`;
    const body = drawing('a') + caption('孩子们在过桥') + p(run('正文。')) + drawing('b') + caption('桥头合影');
    const { text } = read(body, { ...media, 'word/styles.xml': styles }, more);
    expect(text.split('\n').filter((line) => line !== '')).toEqual(['图1：孩子们在过桥', '正文。', '图2：桥头合影']);
  });
});

describe('what is no Word document', () => {
  test.each([
    ['a sheet', new Map([['xl/workbook.xml', new Uint8Array()]]), 'manuscript.noWord'],
    ['an empty one', parts(p()), 'manuscript.empty'],
  ])('%s is refused', (_, package_, code) => {
    expect(() => readDocx(package_, 'a.docx')).toThrow(
      expect.objectContaining({ code, params: expect.objectContaining({ file: 'a.docx' }) }),
    );
  });

  test('a document that breaks off is read as far as it goes', () => {
    const whole = parts(p(run('第一段')) + p(run('第二段')));
    const bytes = whole.get('word/document.xml')!;
    const cut = new Map([...whole, ['word/document.xml', bytes.subarray(0, bytes.length - 40)]]);
    expect(readDocx(cut, 'a.docx').text).toContain('第一段\n第二');
  });
});
