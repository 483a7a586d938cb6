/** Rules of form: what every page and every kind of paper must and must not print. */
import { describe, expect, it } from 'vitest';
import type { Block, BlockContent, Issue, Page } from '../../engine/issue/types';
import type { PageLayout } from '../../engine/layout/types';
import { plainPreset } from '../../engine/press/handoff/preset';
import { presetFindings } from '../../engine/press/handoff/sheet-rules';
import { formFindings } from '../../engine/press/preflight/form-rules';
import { blockAt, blockPlaces, withBlocks } from '../../engine/press/preflight/issue-facts';
import { article, photo, smallIssue } from '../issue/small-issue';
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
    expect(rules(issue({ number: 0 }))).toEqual(['numberMissing']);
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
    const right = { ...group, pictures: [1, 2].map((number) => ({ number, photo: 'p1' })), credit: '林小满 摄' };
    expect(rules(issue({ groups: [right], photos: [photo('p1')], pages }))).toEqual([]);
  });
});

describe('places', () => {
  it('lead from a point to the smallest block around it, and from a finding to its block', () => {
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
    const fits = [{ block: 'small', oversetChars: 4, oversetText: '余下', emptyRows: 0, remarks: [] }];
    const finding = { page: 1, severity: 'error', rule: 'overset', params: {} } as const;
    const layouts = new Map([[1, { page: 1, display, fits, fallbacks: [] }]]);
    expect(withBlocks(issue(), layouts, [finding])).toEqual([{ ...finding, block: 'small' }]);
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
