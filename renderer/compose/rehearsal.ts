/**
 * A page of invented stories, set and painted while nothing else is to be done, and then written in. What has run once is compiled,
 * and its outlines are read: the first page of an issue then takes a third of the time. What has run often is compiled well: the
 * first keys of an editor take no longer than the later ones.
 */
import type { DisplayGroup } from '../../engine/display/types';
import { InputError } from '../../engine/errors';
import type { Article, Block, Issue, Paper } from '../../engine/issue/types';
import { KeptBlocks, type Layout, type SetBlock } from '../../engine/layout';
import template from '../../templates/sikai.json';
import { issueDelta, withDelta } from './issue-delta';
import { type PackedPage, packPage } from './packed-page';
import type { Rehearsal } from './protocol';

const STORIES = 8;
/** Each story begins so many characters further on, since text that was set before is not set again. */
const TURN = 41;
/** Keys that are rehearsed: after so many a key takes what it takes from then on. */
const KEYS = 20;
/** It goes on after so long without composing, milliseconds. */
const REST = 300;
/** From one key to the next, milliseconds: the painter is through by then. */
const PAUSE = 60;
/** From the page to the keys: who opens an issue at once finds no work before that of its first page. */
const LONG_PAUSE = 1000;

const TEXT = [
  '本报讯（记者 江一苇）城东新桥昨天上午9时正式通车，这座长1286米、双向六车道的大桥把南北两岸的路程从40分钟缩短到8分钟。',
  '“过去上班要绕一个多小时，现在骑车就能到。”家住河西社区的居民李先生说，桥修好以后，孩子上学、老人看病都方便多了。',
  '据市交通运输局介绍，工程总投资约3.6亿元，去年12月主体完工，今年又增设了人行道、路灯和12处公交站点，同时改造周边管网，',
  '解决了汛期积水的问题。建设期间，施工单位采用BIM技术管理进度，夜间不用高噪声设备，受到群众好评。下一步，有关部门将继续完善',
  '配套设施，加强日常养护和安全检查，并就公共交通线路听取意见，让更多市民得到实惠；全年计划新开通3条线路，覆盖5个街道、27个小区。',
].join('');

type LayoutOf = (issue: Issue, kept: KeptBlocks<SetBlock>) => Layout;

/** Rehearses a step at a time, so that composing comes between. */
export class Rehearsing {
  private readonly steps: Generator<PackedPage, undefined>;
  private coming: ReturnType<typeof setTimeout> | undefined;
  private hasPage = false;
  private isOver = false;

  /** `send` hands the painter a page to paint for nobody. */
  constructor(
    layoutOf: LayoutOf,
    private readonly send: (rehearsal: Rehearsal) => void,
  ) {
    this.steps = rehearse(layoutOf);
  }

  /** Goes on after so long, milliseconds, if anything is left to be done; called whenever something else was. */
  soon(rest = REST): void {
    clearTimeout(this.coming);
    if (!this.isOver) this.coming = setTimeout(() => this.next(), rest);
  }

  /** Until `soon` is called. */
  pause(): void {
    clearTimeout(this.coming);
  }

  private next(): void {
    const display = this.step();
    const pause = this.hasPage ? PAUSE : LONG_PAUSE;
    this.isOver = display === undefined;
    this.hasPage = true;
    this.send({ kind: 'rehearsal', display });
    this.soon(pause);
  }

  /** Undefined at the end; a face that cannot be read is one. */
  private step(): PackedPage | undefined {
    try {
      return this.steps.next().value;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return undefined;
    }
  }
}

/** Sets the page, then writes into its first story, a key a step; each step gives the page as the painter is to have it. */
export function* rehearse(layoutOf: LayoutOf): Generator<PackedPage, undefined> {
  const kept = new KeptBlocks<SetBlock>();
  let issue = rehearsalIssue();
  let before: readonly DisplayGroup[] = [];
  for (let key = 0; key <= KEYS; key++) {
    const layout = layoutOf(issue, kept);
    const { groups, ...page } = layout.page(1).display;
    layout.texts(1, issue.pages[0]!.blocks[0]!.id);
    yield packPage({ ...page, groups }, before);
    before = groups;
    issue = withDelta(issue, issueDelta(issue, withKey(issue)));
  }
  return undefined;
}

/** One more character in the middle of the first story. */
function withKey(issue: Issue): Issue {
  const [{ paragraphs, ...story }, ...others] = issue.articles as [Article, ...Article[]];
  const [{ runs }, ...rest] = paragraphs as [Article['paragraphs'][number], ...Article['paragraphs']];
  const { text, form } = runs[0]!;
  const half = text.length >> 1;
  const written = { runs: [{ text: `${text.slice(0, half)}春${text.slice(half)}`, form }] };
  return { ...issue, articles: [{ ...story, paragraphs: [written, ...rest] }, ...others] };
}

/** The issue that is rehearsed; it has one page. */
export function rehearsalIssue(): Issue {
  const { spec } = template;
  const articles = Array.from({ length: STORIES }, (_, at) => story(at));
  return {
    format: 'banxin-issue',
    version: 1,
    template: template.name,
    paper: template.paper as Paper,
    date: '2026-01-01',
    number: 1,
    total: 1,
    spec,
    articles,
    photos: [],
    groups: [],
    notices: [],
    advertisements: [],
    pages: [{ number: 1, section: '', blocks: articles.map(({ id }, at) => place(id, at, spec)) }],
  };
}

function story(at: number): Article {
  const turned = TEXT.slice(at * TURN) + TEXT.slice(0, at * TURN);
  const half = turned.length >> 1;
  return {
    id: `story-${at}`,
    kicker: at % 2 ? '' : '民生工程又有新进展',
    headline: [`新桥通车第${at + 1}天 两岸往来更方便`],
    deck: at % 2 ? '多条公交线路同时调整' : '',
    byline: { lead: '', credit: '' },
    paragraphs: [turned.slice(0, half), turned.slice(half)].map((text) => ({ runs: [{ text, form: 'plain' }] })),
    photos: [],
    weight: 'auto',
    page: 1,
    jump: '',
    source: '',
  };
}

/** Two stories side by side. */
function place(article: string, at: number, { columns, rows }: Issue['spec']): Block {
  const high = Math.floor((2 * rows) / STORIES);
  return {
    id: `block-${at}`,
    content: {
      kind: 'article',
      article,
      form: {
        head: 'wide',
        size: 0,
        lines: [],
        headRows: 5,
        headColumns: 0,
        deck: at % 2 === 1,
        pictures: [],
        box: 'none',
        textColumns: 0,
      },
    },
    rect: { column: ((at % 2) * columns) / 2, row: Math.floor(at / 2) * high, columns: columns / 2, rows: high - 1 },
    cuts: [],
    locked: false,
  };
}
