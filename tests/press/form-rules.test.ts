/** Rules of form: what every page and every kind of paper must and must not print. */
import { describe, expect, it } from 'vitest';
import type { Block, BlockContent, Issue, Page } from '../../engine/issue/types';
import type { PageLayout } from '../../engine/layout/types';
import { plainPreset } from '../../engine/press/handoff/preset';
import { presetFindings } from '../../engine/press/handoff/sheet-rules';
import { emptyFindings, formFindings } from '../../engine/press/preflight/form-rules';
import { blockAt, blockPlaces } from '../../engine/press/preflight/issue-facts';
import { article, photo, smallIssue } from '../issue/small-issue';
import { form } from '../layout/support';
import { page, run } from './support';

const block = (id: string, content: BlockContent): Block => ({
  id,
  content,
  rect: { column: 0, row: 0, columns: 6, rows: 10 },
  cuts: [],
  locked: false,
});
const furniture = (kind: 'masthead' | 'folio' | 'imprint') => block(kind, { kind });
const first = (...blocks: Block[]): Page => ({
  number: 1,
  section: '要闻',
  blocks: [furniture('masthead'), furniture('imprint'), ...blocks],
});
const second = (...blocks: Block[]): Page => ({ number: 2, section: '社区', blocks: [furniture('folio'), ...blocks] });

function issue(more: Partial<Issue> = {}, paper: Partial<Issue['paper']> = {}): Issue {
  const clean = { articles: [], photos: [], groups: [], notices: [], advertisements: [], pages: [first(), second()] };
  return { ...smallIssue, ...clean, ...more, paper: { ...smallIssue.paper, price: '免费', ...paper } };
}

const rules = (made: Issue, layouts = new Map<number, PageLayout>()) => formFindings(made, layouts).map(({ rule }) => rule);

describe('the paper', () => {
  it('that prints all it must is left alone', () => {
    expect(rules(issue())).toEqual([]);
  });

  it('prints its particulars', () => {
    const found = formFindings(issue({}, { authority: '', price: '' }), new Map());
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['authorityMissing', 'error'],
      ['priceMissing', 'warning'],
    ]);
    for (const { block: place } of found) expect(place).toBe('masthead');
  });

  it.each(['licence', 'authority', 'sponsor', 'publisher', 'printer', 'price'] as const)('says when %s is missing', (key) => {
    expect(rules(issue({}, { [key]: '' }))).toEqual([`${key}Missing`]);
  });

  it.each([
    ['licence', true],
    ['sponsor', true],
    ['printer', true],
    ['authority', false],
    ['publisher', false],
    ['price', false],
  ] as const)('that is internal prints its %s: %s', (key, needed) => {
    const internal = { kind: 'internal', name: '柳岸通讯', licence: '准印证号 001', [key]: '' } as const;
    expect(rules(issue({}, internal))).toEqual(needed ? [`${key}Missing`] : []);
  });

  it('shows a CN number, or a permit when it is internal', () => {
    expect(rules(issue({}, { licence: '鲁内资 001' }))).toEqual(['licenceForm']);
    const internal = { kind: 'internal', name: '柳岸通讯', licence: '准印证号 001' } as const;
    expect(rules(issue({}, internal))).toEqual([]);
    expect(rules(issue({}, { ...internal, licence: 'CN 11-0001' }))).toEqual(['internalLicence']);
    expect(rules(issue({}, { ...internal, name: '柳岸小报' }))).toEqual(['internalName']);
  });

  it('has no reporters when it is internal', () => {
    const story = block('b1', { kind: 'briefs', label: '简讯', articles: ['a1'] });
    const made = issue(
      { articles: [article('a1', '河堤添绿')], pages: [first(story), second()] },
      { kind: 'internal', name: '柳岸通讯', licence: '准印证号 1' },
    );
    expect(formFindings(made, new Map())).toMatchObject([
      { rule: 'internalWord', page: 1, block: 'b1', params: { word: '本报' } },
    ]);
  });

  it('has no reporters in headlines, captions, credits and notices when it is internal', () => {
    const internal = { kind: 'internal', name: '柳岸通讯', licence: '准印证号 1' } as const;
    const plain = { ...article('a1', '记者走柳岸'), byline: { lead: '', credit: '' } };
    const picture = { photo: 'p1', column: 0, columns: 2, row: 4, rows: 8, captionRows: 1 };
    const content = { kind: 'article', article: 'a1', form: form({ pictures: [picture] }) } as const;
    const group = { id: 'g1', pictures: [], caption: '河堤', credit: '本刊记者 摄', label: '', page: 0, source: '' };
    const notice = { id: 'n1', title: '征稿', text: '本报长期征稿。', entries: [], page: 0, source: '' };
    const made = issue(
      {
        articles: [plain],
        photos: [{ ...photo('p1'), caption: '本报记者在河堤', credit: '林小满 摄' }],
        groups: [group],
        notices: [notice],
        pages: [
          first(block('b1', content), block('b2', { kind: 'group', group: 'g1' }), block('b3', { kind: 'notice', notice: 'n1' })),
          second(),
        ],
      },
      internal,
    );
    const found = formFindings(made, new Map()).filter(({ rule }) => rule === 'internalWord');
    expect(found.map(({ block: place, params }) => [place, params.word, params.name])).toEqual([
      ['b1', '记者', '记者走柳岸'],
      ['b1', '本报', '本报记者在河堤'],
      ['b2', '本刊', '河堤'],
      ['b3', '本报', '征稿'],
    ]);
    expect(rules({ ...made, paper: issue().paper })).toEqual([]);
  });

  it('has a name larger than anything else on page 1', () => {
    const layout = (size: number): PageLayout => ({
      page: 1,
      display: {
        ...page([]),
        groups: [
          { block: 'masthead', items: [run('柳岸小报', 10, 60, 50)] },
          { block: 'b7', items: [run('大标题', 10, 160, size)] },
        ],
      },
      fits: [],
      fallbacks: [],
    });
    expect(rules(issue(), new Map([[1, layout(49)]]))).toEqual([]);
    expect(formFindings(issue(), new Map([[1, layout(50)]]))).toMatchObject([
      { rule: 'nameNotLargest', block: 'b7', params: { size: 50 } },
    ]);
  });
});

describe('pages', () => {
  it('carry masthead, folio line and imprint', () => {
    const bare = (number: number): Page => ({ number, section: '', blocks: [] });
    expect(rules(issue({ pages: [bare(1), bare(2)] }))).toEqual(['mastheadMissing', 'imprintMissing', 'folioMissing']);
  });

  it('that are empty are told, and no others', () => {
    const pages = [first(block('b1', { kind: 'notice', notice: 'n1' })), second()];
    expect(emptyFindings(issue({ pages }))).toEqual([{ page: 2, severity: 'warning', rule: 'emptyPage', params: {} }]);
  });

  it('fill whole sheets', () => {
    const pages = [1, 2, 3].map((number) => ({ ...(number === 1 ? first() : second()), number }));
    expect(rules(issue({ pages }))).toEqual(['pageCount']);
  });
});

describe('contents', () => {
  it('that sell say so', () => {
    const advertisement = {
      id: 'd1',
      label: '推广',
      title: '年货节',
      lines: [],
      photo: '',
      columns: 2,
      rows: 10,
      page: 0,
      source: '',
    };
    const placed = [first(block('b1', { kind: 'advertisement', advertisement: 'd1' })), second()];
    expect(rules(issue({ advertisements: [advertisement], pages: placed }))).toEqual(['advertisementLabel']);
    expect(rules(issue({ advertisements: [{ ...advertisement, label: '公益广告' }], pages: placed }))).toEqual([]);
  });

  it('have captions and credits for their photographs', () => {
    const picture = { photo: 'p1', column: 0, columns: 2, row: 4, rows: 8, captionRows: 1 };
    const content = { kind: 'article', article: 'a1', form: form({ pictures: [picture] }) } as const;
    const pages = [first(block('b1', content)), second()];
    const shown = (caption: string, credit: string) =>
      formFindings(issue({ articles: [article('a1', '')], photos: [{ ...photo('p1'), caption, credit }], pages }), new Map());
    expect(shown('', '')).toEqual([
      { page: 1, severity: 'warning', rule: 'captionEmpty', params: { file: 'p1.jpg' }, block: 'b1' },
      { page: 1, severity: 'warning', rule: 'creditMissing', params: { file: 'p1.jpg' }, block: 'b1' },
    ]);
    expect(shown('  ', '林小满 摄').map(({ rule }) => rule)).toEqual(['captionEmpty']);
    expect(shown('河堤添绿。', '').map(({ rule }) => rule)).toEqual(['creditMissing']);
    expect(shown('河堤添绿。', '林小满 摄')).toEqual([]);
    expect(shown('河堤添绿。（街道供图）', '')).toEqual([]);
  });

  it('have a caption for each group', () => {
    const group = { id: 'g1', pictures: [], caption: ' ', credit: '林小满 摄', label: '夜市', page: 0, source: '' };
    const pages = [first(block('b1', { kind: 'group', group: 'g1' })), second()];
    expect(formFindings(issue({ groups: [group], pages }), new Map())).toMatchObject([
      { rule: 'groupCaptionEmpty', severity: 'warning', block: 'b1' },
    ]);
    expect(rules(issue({ groups: [{ ...group, caption: '夜市开张。' }], pages }))).toEqual([]);
  });

  it('name who took a group’s pictures and number them as the caption does', () => {
    const group = {
      id: 'g1',
      pictures: [1, 3].map((number) => ({ number, photo: 'p1' })),
      caption: '图①河堤。图②夜市。',
      credit: '',
      label: '',
      page: 0,
      source: '',
    };
    const pages = [first(block('b1', { kind: 'group', group: 'g1' })), second()];
    expect(rules(issue({ groups: [group], photos: [photo('p1')], pages }))).toEqual(['groupCreditMissing', 'groupNumbers']);
    const many = { ...group, pictures: [1, 3, 21].map((number) => ({ number, photo: 'p1' })), credit: '林小满 摄' };
    const [missing] = formFindings(issue({ groups: [many], photos: [photo('p1')], pages }), new Map());
    expect(missing?.params).toMatchObject({ numbers: '图③图21' });
    const right = { ...group, pictures: [1, 2].map((number) => ({ number, photo: 'p1' })), credit: '林小满 摄' };
    expect(rules(issue({ groups: [right], photos: [photo('p1')], pages }))).toEqual([]);
  });
});

describe('places', () => {
  it('lead from a point to the smallest block around it', () => {
    const display = {
      ...page([]),
      groups: [
        {
          block: 'large',
          items: [
            { kind: 'frame', x: 0, y: 0, width: 283.46, height: 283.46, weight: 1, colour: { c: 0, m: 0, y: 0, k: 1 } } as const,
          ],
        },
        { block: 'small', items: [run('字', 28.35, 56.7, 10)] },
      ],
    };
    const places = blockPlaces(display);
    expect(places.get('large')).toEqual({ x: 0, y: 0, width: 100, height: 100 });
    expect(blockAt(places, { x: 11, y: 18 })).toBe('small');
    expect(blockAt(places, { x: 60, y: 60 })).toBe('large');
    expect(blockAt(places, { x: 160, y: 60 })).toBeUndefined();
  });
});

describe('a shop’s preset', () => {
  it('is compared with the paper’s size, the sheet and the cylinder', () => {
    const made = issue({ pages: [first(), second(), { ...second(), number: 3 }, { ...second(), number: 4 }] });
    const { width, height } = made.spec;
    expect(presetFindings(made, { ...plainPreset, page: { width, height } })).toEqual([]);
    expect(presetFindings(made, { ...plainPreset, page: { width: 390, height: 546 } })).toMatchObject([
      { rule: 'presetSize', severity: 'error' },
    ]);
    const sheet = { width: 560, height: 400, gripper: 10, cutOff: 400 };
    expect(presetFindings(made, { ...plainPreset, imposition: 'sheets', sheet })).toEqual([]);
    expect(presetFindings(made, { ...plainPreset, imposition: 'sheets', sheet: { ...sheet, width: 500 } })).toMatchObject([
      { rule: 'presetSheet' },
    ]);
    expect(presetFindings(made, { ...plainPreset, sheet: { ...sheet, cutOff: 200 } })).toMatchObject([{ rule: 'presetCutOff' }]);
    expect(presetFindings(made, { ...plainPreset, colourPages: [1, 9] })).toMatchObject([
      { rule: 'presetColourPages', params: { pages: '9' } },
    ]);
  });
});
