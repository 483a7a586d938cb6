import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import type { Block, Issue, Page } from '../../engine/issue/types';
import type { PageLayout } from '../../engine/layout/types';
import {
  errorsFirst,
  type Finding,
  faceFindings,
  isEmptyPage,
  issueFindings,
  layoutFindings,
  oncePerBlock,
} from '../../engine/press/findings';
import { article, form, issue, photo } from '../layout/support';
import { page, red, run, white } from './support';

const block = (id: string, content: Block['content']): Block => ({
  id,
  content,
  rect: { column: 0, row: 0, columns: 6, rows: 10 },
  cuts: [],
  locked: false,
});

const story = (id: string, photos: readonly string[]) => article(id, { headline: ['大桥通了'], photos });

const storyBlock = (id: string, pictures: readonly string[]): Block['content'] => {
  const place = { column: 0, columns: 2, row: 4, rows: 8, captionRows: 0 };
  return { kind: 'article', article: id, form: form({ pictures: pictures.map((id) => ({ photo: id, ...place })) }) };
};

function makeLayout(items: readonly DisplayItem[], more: Partial<PageLayout> = {}): PageLayout {
  return { page: 3, display: page(items), fits: [], fallbacks: [], ...more };
}

const rules = (layout: PageLayout) => layoutFindings(issue(), layout).map((finding) => finding.rule);

describe('layoutFindings', () => {
  it('finds nothing on a clean page', () => {
    expect(rules(makeLayout([run('正文', 20, 40, 9), run('大标题', 20, 90, 40, { colour: red })]))).toEqual([]);
  });

  it('quotes text that found no place', () => {
    const fit = { block: 'b', oversetChars: 12, oversetText: '最后\n一句', emptyRows: 0, remarks: [] };
    const [finding] = layoutFindings(issue(), makeLayout([], { fits: [fit] }));
    expect(finding).toEqual({
      page: 3,
      severity: 'error',
      rule: 'overset',
      params: { chars: 12, text: '最后 一句' },
      block: 'b',
    });
  });

  it('warns of a code that is too dense to scan', () => {
    const blocks = [block('b1', storyBlock('a1', []))];
    const made = issue({ articles: [story('a1', [])], pages: [{ number: 3, section: '', blocks }] });
    const remarks = [{ rule: 'code-dense', detail: 'https://example.com' }] as const;
    const fits = [{ block: 'b1', oversetChars: 0, oversetText: '', emptyRows: 0, remarks }];
    expect(layoutFindings(made, makeLayout([], { fits }))).toEqual([
      { page: 3, severity: 'warning', rule: 'codeDense', params: { name: '大桥通了' }, block: 'b1' },
    ]);
  });

  it('names once a group and the numbers of its pictures that have not come, and the article of one that found no room', () => {
    const group = { id: 'g1', pictures: [], caption: '雪后的河边', credit: '', label: '图片新闻', page: 3, source: '' };
    const blocks = [block('b1', { kind: 'group', group: 'g1' }), block('b2', storyBlock('a1', []))];
    const made = issue({ articles: [story('a1', [])], groups: [group], pages: [{ number: 3, section: '', blocks }] });
    const fit = { oversetChars: 0, oversetText: '', emptyRows: 0 };
    const fits = [
      { ...fit, block: 'b1', remarks: ['1', '3', '5'].map((detail) => ({ rule: 'picture-missing' as const, detail })) },
      { ...fit, block: 'b2', remarks: [{ rule: 'picture-left-out', detail: 'p9' }] },
    ] as const;
    expect(layoutFindings(made, makeLayout([], { fits }))).toEqual([
      {
        page: 3,
        severity: 'error',
        rule: 'groupPicture',
        params: { name: '雪后的河边', numbers: '1 3 5', count: 3 },
        block: 'b1',
      },
      { page: 3, severity: 'error', rule: 'pictureLeftOut', params: { name: '大桥通了', file: 'p9' }, block: 'b2' },
    ]);
  });

  it('names each photograph of a story that is not in the issue', () => {
    const blocks = [block('b2', storyBlock('a1', []))];
    const made = issue({ articles: [story('a1', [])], pages: [{ number: 3, section: '', blocks }] });
    const remarks = ['p1', 'p2'].map((detail) => ({ rule: 'picture-missing' as const, detail }));
    const fits = [{ block: 'b2', oversetChars: 0, oversetText: '', emptyRows: 0, remarks }];
    const params = (photo: string) => ({ name: '大桥通了', photo });
    expect(layoutFindings(made, makeLayout([], { fits }))).toEqual([
      { page: 3, severity: 'error', rule: 'articlePicture', params: params('p1'), block: 'b2' },
      { page: 3, severity: 'error', rule: 'articlePicture', params: params('p2'), block: 'b2' },
    ]);
  });

  it('names stories whose vertical headline or text had to stand level', () => {
    const blocks = [block('b1', storyBlock('a1', [])), block('b2', storyBlock('a1', []))];
    const made = issue({ articles: [story('a1', [])], pages: [{ number: 3, section: '', blocks }] });
    const fit = { oversetChars: 0, oversetText: '', emptyRows: 0 };
    const fits = [
      { ...fit, block: 'b1', remarks: [{ rule: 'headline-level', detail: '' }] },
      { ...fit, block: 'b2', remarks: [{ rule: 'text-level', detail: '' }] },
    ] as const;
    expect(layoutFindings(made, makeLayout([], { fits }))).toEqual([
      { page: 3, severity: 'warning', rule: 'headlineLevel', params: { name: '大桥通了' }, block: 'b1' },
      { page: 3, severity: 'warning', rule: 'textLevel', params: { name: '大桥通了' }, block: 'b2' },
    ]);
  });

  it('tells characters without a font from characters of another font, each once', () => {
    const fallbacks = [
      { codePoint: 0x1f600, face: 'song-regular', block: 'b' },
      { codePoint: 0x1f600, face: 'song-regular', block: 'b' },
      { codePoint: 0x4dae, face: 'song-regular', from: 'hei-regular', block: 'b' },
    ];
    const findings = layoutFindings(issue(), makeLayout([], { fallbacks }));
    expect(findings.map(({ rule, params }) => [rule, params.count, params.text])).toEqual([
      ['missingGlyph', 1, '😀'],
      ['fallback', 1, '䶮'],
    ]);
  });

  it('finds coloured small type, but not black, white or large type', () => {
    expect(rules(makeLayout([run('小字', 20, 40, 14, { colour: red })]))).toEqual(['colouredType']);
    const fine = [run('小字', 20, 40, 9), run('反白', 20, 60, 9, { colour: white }), run('大字', 20, 90, 15, { colour: red })];
    expect(rules(makeLayout(fine))).toEqual([]);
  });

  it('finds pictures with too few pixels', () => {
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const picture = (ppi: number) => ({ kind: 'picture', asset: 'a', x: 0, y: 0, width: 9, height: 9, crop, ppi }) as const;
    expect(rules(makeLayout([picture(149), picture(150)]))).toEqual(['lowResolution']);
  });
});

describe('faceFindings', () => {
  it('names faces of the paper’s own that cannot be used, and no others', () => {
    const faces = [
      { role: 'song-regular', face: 'own-song' },
      { role: 'hei-bold', face: 'own-hei' },
    ];
    const made = issue();
    expect(faceFindings({ ...made, paper: { ...made.paper, faces } }, (face) => face === 'own-hei')).toEqual([
      { page: 0, severity: 'error', rule: 'faceUnavailable', params: { role: 'song-regular', face: 'own-song' } },
    ]);
    expect(faceFindings(made, () => false)).toEqual([]);
  });
});

describe('photographs that are gone', () => {
  const group = { id: 'g1', pictures: [], caption: '雪后的河边', credit: '', label: '', page: 3, source: '' };
  const blocks = [block('b1', { kind: 'group', group: 'g1' }), block('b2', storyBlock('a1', []))];
  const made = issue({ articles: [story('a1', [])], groups: [group], pages: [{ number: 3, section: '', blocks }] });
  const gone = (place: string, file: string): Finding => ({
    page: 3,
    severity: 'error',
    rule: 'pictureMissing',
    params: { file },
    block: place,
  });
  const other: Finding = { page: 3, severity: 'warning', rule: 'inkLimited', params: { file: 'c.jpg' }, block: 'b1' };

  it('are told once for all of a block, in the place of the first', () => {
    const findings = [gone('b1', 'a.jpg'), other, gone('b2', 'd.jpg'), gone('b1', 'b.jpg')];
    expect(oncePerBlock(made, findings)).toEqual([
      {
        page: 3,
        severity: 'error',
        rule: 'picturesMissing',
        params: { name: '雪后的河边', count: 2, files: 'a.jpg, b.jpg' },
        block: 'b1',
      },
      other,
      gone('b2', 'd.jpg'),
    ]);
  });

  it('of two pages, or of no block, stay apart', () => {
    const findings = [gone('b1', 'a.jpg'), { ...gone('b1', 'b.jpg'), page: 4 }, gone('', 'c.jpg'), gone('', 'd.jpg')];
    expect(oncePerBlock(made, findings)).toEqual(findings);
  });
});

describe('issueFindings', () => {
  it('names what stands on no page', () => {
    const notice = { id: 'n1', title: '征稿', text: '', entries: [], page: 0, source: '' };
    const made = issue({ notices: [notice, { ...notice, id: 'n2', title: '热线' }] });
    const placed = { ...made, pages: [{ number: 1, section: '要闻', blocks: [block('b', { kind: 'notice', notice: 'n1' })] }] };
    expect(issueFindings(placed).map((finding) => finding.params.name)).toEqual(['热线']);
  });

  it('names photographs of a placed article that stand in none', () => {
    const blocks = [block('b', storyBlock('a1', ['p1']))];
    const photos = ['p1', 'p2', 'p3'].map((id) => photo(id));
    const pages = [{ number: 1, section: '要闻', blocks }];
    const made = issue({ articles: [story('a1', ['p1', 'p2'])], photos, pages });
    expect(issueFindings(made)).toEqual([
      { page: 0, severity: 'warning', rule: 'pictureUnplaced', params: { name: '大桥通了', file: 'p2.jpg' } },
    ]);
  });

  it('names stories that stand twice or whose parts do not follow each other, and continuations without text', () => {
    const further = {
      kind: 'continuation',
      article: 'a1',
      part: 2,
      form: { pictures: [], box: 'none', textColumns: 0 },
    } as const;
    const made = (...blocks: Block[]) => issue({ articles: [story('a1', [])], pages: [{ number: 1, section: '要闻', blocks }] });
    const rulesOf = (of: Issue) => issueFindings(of).map(({ rule, page, severity }) => `${rule} ${page} ${severity}`);
    const twice = made(block('b', storyBlock('a1', [])), block('c', storyBlock('a1', [])));
    expect(rulesOf(twice)).toEqual(['toldTwice 1 error', 'toldTwice 1 error']);
    const headless = made(block('c', further));
    expect(rulesOf(headless)).toEqual(['brokenChain 1 error']);
    const fit = {
      block: 'c',
      oversetChars: 0,
      oversetText: '',
      emptyRows: 9,
      remarks: [{ rule: 'nothing-to-continue', detail: '' }] as const,
    };
    const idle = layoutFindings(headless, makeLayout([], { page: 1, fits: [fit] }));
    expect(idle).toMatchObject([{ rule: 'nothingToContinue', severity: 'error', params: { name: '大桥通了' } }]);
  });
});

describe('errorsFirst', () => {
  it('moves errors to the front and keeps the order otherwise', () => {
    const finding = (rule: string, severity: Finding['severity']): Finding => ({ page: 1, severity, rule, params: {} });
    const mixed = [finding('a', 'warning'), finding('b', 'error'), finding('c', 'warning'), finding('d', 'error')];
    expect(errorsFirst(mixed).map(({ rule }) => rule)).toEqual(['b', 'd', 'a', 'c']);
  });
});

describe('isEmptyPage', () => {
  const withBlocks = (...contents: Block['content'][]): Page => ({
    number: 1,
    section: '要闻',
    blocks: contents.map((content, i) => block(`b${i}`, content)),
  });

  it('sees furniture as nothing', () => {
    expect(isEmptyPage(withBlocks())).toBe(true);
    expect(isEmptyPage(withBlocks({ kind: 'masthead' }, { kind: 'folio' }, { kind: 'imprint' }))).toBe(true);
    expect(isEmptyPage(withBlocks({ kind: 'folio' }, { kind: 'notice', notice: 'n' }))).toBe(false);
  });
});
