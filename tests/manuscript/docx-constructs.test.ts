/** Documents made of everything that Word, WPS and others write, nested in each other: every visible word arrives once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../engine/manuscript/docx';
import type { Parts } from '../../engine/manuscript/docx/parts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

function parts(
  body: string,
  others: Readonly<Record<string, string | Uint8Array>> = {},
  rels = '',
  namespace = TRANSITIONAL,
): Parts {
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels':
      '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="/word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${rels}</Relationships>`,
    ...others,
  };
  const encode = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return new Map(Object.entries(files).map(([name, content]) => [name, encode(content)]));
}

const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
const run = (text: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${t(text)}</w:r>`;
const p = (...content: readonly string[]) => `<w:p>${content.join('')}</w:p>`;
const read = (body: string, others = {}, rels = '') => readDocx(parts(body, others, rels), 'a.docx');
const linesOf = (body: string, others = {}, rels = '') => read(body, others, rels).text.split('\n');

/** What is inside a paragraph: XML with the words that a reader sees and those that he does not. */
interface Made {
  readonly xml: string;
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
}

let count = 0;
const word = () => `词${(count++).toString(36)}。`;
const wrap = (inner: Made, around: (xml: string) => string): Made => ({ ...inner, xml: around(inner.xml) });
const hide = (around: (xml: string) => string): Made => {
  const unseen = word();
  return { xml: around(unseen), seen: [], unseen: [unseen] };
};
const show = (around: (xml: string) => string): Made => {
  const seen = word();
  return { xml: around(seen), seen: [seen], unseen: [] };
};
const all = (made: readonly Made[], around: (xml: string) => string = (xml) => xml): Made => ({
  xml: around(made.map(({ xml }) => xml).join('')),
  seen: made.flatMap(({ seen }) => seen),
  unseen: made.flatMap(({ unseen }) => unseen),
});

const leaves: readonly (() => Made)[] = [
  () => show((text) => run(text)),
  () => show((text) => run(text, '<w:b/><w:vanish w:val="0"/>')),
  () => show((text) => run(text, '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
  () => show((text) => `<w:ins>${run(text)}</w:ins>`),
  () => show((text) => `<w:moveTo>${run(text)}</w:moveTo>`),
  () => show((text) => `<w:hyperlink r:id="none">${run(text)}</w:hyperlink>`),
  () => show((text) => `<w:smartTag><w:smartTagPr/>${run(text)}</w:smartTag>`),
  () => show((text) => `<w:sdt><w:sdtPr><w:alias w:val="题"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`),
  () => show((text) => `<w:fldSimple w:instr="AUTHOR">${run(text)}</w:fldSimple>`),
  () => show((text) => `<w:customXml>${run(text)}</w:customXml><w:bookmarkStart w:name="a"/><w:bookmarkEnd/>`),
  () => show((text) => `<w:bdo w:val="ltr"><w:dir>${run(text)}</w:dir></w:bdo>`),
  () =>
    show((text) => `<m:oMathPara><m:oMath><m:f><m:num><m:r>${`<m:t>${text}</m:t>`}</m:r></m:num></m:f></m:oMath></m:oMathPara>`),
  () => show((text) => `<w:r><w:ruby><w:rt><w:r><w:t>zì</w:t></w:r></w:rt><w:rubyBase>${run(text)}</w:rubyBase></w:ruby></w:r>`),
  () => show((text) => `<w:r><w:pict><v:shape><v:textpath string="${text}"/></v:shape></w:pict></w:r>`),
  () =>
    show(
      (text) =>
        `<w:r><w:fldChar w:fldCharType="begin"><w:fldData>AAAA</w:fldData></w:fldChar></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  () => hide((text) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`),
  () => hide((text) => `<w:moveFrom>${run(text)}</w:moveFrom>`),
  () => hide((text) => run(text, '<w:vanish/>')),
  () => hide((text) => `<w:r><w:instrText>HYPERLINK "${text}"</w:instrText></w:r>`),
];

const box = (xml: string) => `<w:txbxContent>${p(xml)}</w:txbxContent>`;
const around: readonly ((inner: Made) => Made)[] = [
  (inner) => wrap(inner, (xml) => `<w:r><w:drawing><wps:txbx>${box(xml)}</wps:txbx></w:drawing></w:r>`),
  (inner) =>
    wrap(
      inner,
      (xml) => `<w:r><w:drawing><wpg:wgp><wps:wsp><wps:txbx>${box(xml)}</wps:txbx></wps:wsp></wpg:wgp></w:drawing></w:r>`,
    ),
  (inner) =>
    wrap(
      inner,
      (xml) =>
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(xml)}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box(xml)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  (inner) => wrap(inner, (xml) => `<w:ins>${xml}</w:ins>`),
  (inner) => wrap(inner, (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`),
];

const inline = (depth: number): fc.Arbitrary<() => Made> =>
  depth === 0
    ? fc.constantFrom(...leaves)
    : fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...leaves) },
        {
          weight: 2,
          arbitrary: fc.tuple(fc.constantFrom(...around), fc.array(inline(depth - 1), { minLength: 1, maxLength: 3 })).map(
            ([make, inner]) =>
              () =>
                make(all(inner.map((one) => one()))),
          ),
        },
      );

const block = (depth: number): fc.Arbitrary<() => Made> => {
  const paragraph = fc.array(inline(2), { maxLength: 4 }).map(
    (content) => () =>
      all(
        content.map((one) => one()),
        p,
      ),
  );
  if (depth === 0) return paragraph;
  const cell = fc.array(block(depth - 1), { minLength: 1, maxLength: 2 }).map(
    (content) => () =>
      all(
        content.map((one) => one()),
        (xml) => `<w:tc><w:tcPr/>${xml}</w:tc>`,
      ),
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map(
    (cells) => () =>
      all(
        cells.map((one) => one()),
        (xml) => `<w:tr>${xml}</w:tr>`,
      ),
  );
  const table = fc.array(row, { minLength: 1, maxLength: 3 }).map(
    (rows) => () =>
      all(
        rows.map((one) => one()),
        (xml) => `<w:tbl><w:tblPr/>${xml}</w:tbl>`,
      ),
  );
  const control = block(depth - 1).map(
    (inner) => () => wrap(inner(), (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`),
  );
  return fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: table }, { weight: 1, arbitrary: control });
};

test('every visible word of any document arrives once, and no other', () => {
  fc.assert(
    fc.property(fc.array(block(2), { minLength: 1, maxLength: 5 }), fc.boolean(), (blocks, strict) => {
      const { xml, seen, unseen } = all(blocks.map((one) => one()));
      const { text } = readDocx(parts(p(run('始。')) + xml, {}, '', strict ? STRICT : TRANSITIONAL), 'a.docx');
      for (const one of seen) expect(text.split(one), one).toHaveLength(2);
      for (const one of unseen) expect(text).not.toContain(one);
    }),
    { numRuns: 300 },
  );
});

describe('paragraphs', () => {
  test('go on in the next one where their end was deleted or moved away, or they are a sunk first character', () => {
    const deleted = p('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', run('上半句'));
    expect(linesOf(deleted + p(run('下半句。')))).toEqual(['上半句下半句。']);
    const sunk = p('<w:pPr><w:framePr w:dropCap="drop" w:lines="2"/></w:pPr>', run('河'));
    expect(linesOf(sunk + p(run('堤添绿。')))).toEqual(['河堤添绿。']);
  });

  test('have the numbers of their styles; lists of one definition count on unless told to begin anew', () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles><w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="head"><w:basedOn w:val="base"/></w:style></w:styles>`;
    const rels =
      '<Relationship Id="n" Type="http://x/numbering" Target="numbering.xml"/><Relationship Id="s" Type="http://x/styles" Target="styles.xml"/>';
    const item = (id: string, text: string) =>
      p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`, run(text));
    const styled = (text: string, more = '') => p(`<w:pPr><w:pStyle w:val="head"/>${more}</w:pPr>`, run(text));
    const body =
      styled('甲') +
      item('2', '乙') +
      item('3', '丙') +
      item('3', '丁') +
      styled('无', '<w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(linesOf(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }, rels)).toEqual([
      '1.甲',
      '2.乙',
      '1.丙',
      '2.丁',
      '无',
    ]);
  });
});

describe('what stands in other parts', () => {
  test('notes have their changes accepted, their fields and their pictures', () => {
    const note = `<w:footnotes><w:footnote w:id="2">${p(run('县志'), `<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>`, `<w:moveFrom>${run('走')}</w:moveFrom>`, '<w:r><a:blip r:embed="i"/></w:r>')}${p(run('卷三'))}</w:footnote></w:footnotes>`;
    const rels = '<Relationship Id="f" Type="http://x/footnotes" Target="footnotes.xml"/>';
    const others = {
      'word/footnotes.xml': note,
      'word/_rels/footnotes.xml.rels':
        '<Relationships><Relationship Id="i" Type="http://x/image" Target="media/注图.png"/></Relationships>',
      'word/media/注图.png': 'x',
    };
    const { text, pictures } = read(p(run('古桥'), '<w:r><w:footnoteReference w:id="2"/></w:r>'), others, rels);
    expect(text).toBe('古桥[1]\n[1] 县志 卷三');
    expect(pictures).toEqual(['word/media/注图.png']);
  });

  test('chunks of HTML, web archives and plain text come in where they stand; another format is told', () => {
    const rels = ['h.html', 'm.mht', 't.txt', 'r.rtf']
      .map((name, at) => `<Relationship Id="c${at}" Type="http://x/aFChunk" Target="${name}"/>`)
      .join('');
    const archive =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=E6=B2=B3=\r\n=E5=A0=A4</p></body></html>\r\n--b--';
    const others = {
      'word/h.html': '<html><body><p>网页</p></body></html>',
      'word/m.mht': archive,
      'word/t.txt': '纯文本',
      'word/r.rtf': '{\\rtf1 x}',
    };
    const body = p(run('前')) + [0, 1, 2, 3].map((at) => `<w:altChunk r:id="c${at}"/>`).join('') + p(run('后'));
    const { text, lost } = read(body, others, rels);
    expect(text.split('\n')).toEqual(['前', '网页', '河堤', '纯文本', '后']);
    expect(lost).toEqual(['chunk']);
  });

  test('diagrams give their words; charts and pictures that are elsewhere are told', () => {
    const rels =
      '<Relationship Id="d" Type="http://x/diagramData" Target="diagrams/data1.xml"/><Relationship Id="l" Type="http://x/image" Target="http://a/b.png" TargetMode="External"/>';
    const data =
      '<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>步骤</a:t></a:r><a:r><a:t>一</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>';
    const body = p(
      run('见图'),
      '<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r>',
      '<w:r><w:drawing><c:chart r:id="x"/></w:drawing></w:r>',
      '<w:r><a:blip r:link="l"/></w:r>',
    );
    const { text, lost } = read(body, { 'word/diagrams/data1.xml': data }, rels);
    expect(text).toBe('见图\n步骤一');
    expect(lost).toEqual(['chart', 'link']);
  });

  test('pictures are found by names in other cases, with backslashes and in percent codes; old ones and those of groups too', () => {
    const targets = { a: 'media\\A.PNG', b: 'media/%E5%9B%BE1.png', c: '/word/media/c.png' };
    const rels = Object.entries(targets)
      .map(([id, target]) => `<Relationship Id="${id}" Type="http://x/image" Target="${target}"/>`)
      .join('');
    const others = { 'word/media/a.png': 'a', 'word/media/图1.png': 'b', 'word/media/c.png': 'c' };
    const body = p(
      '<w:r><wpg:wgp><pic:pic><a:blip r:embed="a"/></pic:pic><pic:pic><a:blip r:embed="b"/></pic:pic></wpg:wgp></w:r>',
      '<w:r><w:object><v:imagedata r:id="c"/></w:object></w:r>',
      '<w:r><a:blip r:embed=""/></w:r>',
    );
    expect(read(body, others, rels).pictures).toEqual(['word/media/a.png', 'word/media/图1.png', 'word/media/c.png']);
  });

  test('signs of Symbol and Wingdings are characters, set as such or typed in their font', () => {
    const symbol = '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>';
    expect(linesOf(p(symbol, run('\uf0b3', '<w:rFonts w:ascii="Symbol"/>')))).toEqual(['α✓≥']);
  });

  test('XML in UTF-16 and in a declared encoding is read', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document><w:body>${p(run('河堤'))}</w:body></w:document>`;
    const little = new Uint8Array(2 + xml.length * 2);
    little.set([0xff, 0xfe]);
    for (let at = 0; at < xml.length; at++) new DataView(little.buffer).setUint16(2 + at * 2, xml.charCodeAt(at), true);
    expect(read('', { 'word/document.xml': little }).text).toBe('河堤');
    const gbk = Uint8Array.from([
      ...new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?><d><w:p><w:r><w:t>'),
      0xba,
      0xd3,
      0xb5,
      0xcc,
      ...new TextEncoder().encode('</w:t></w:r></w:p></d>'),
    ]);
    expect(read('', { 'word/document.xml': gbk }).text).toBe('河堤');
  });
});

test('tables and boxes in each other are read however deep they are, in time that grows with the text', () => {
  const depth = 20_000;
  const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p(run('底'))}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
  const boxes = `${'<w:p><w:r><w:txbxContent>'.repeat(depth)}${p(run('匣'))}${'</w:txbxContent></w:r></w:p>'.repeat(depth)}`;
  const { text } = read(p(run('前')) + nested + boxes + p(run('后')));
  for (const one of ['前', '底', '匣', '后']) expect(text.split(one), one).toHaveLength(2);
});
