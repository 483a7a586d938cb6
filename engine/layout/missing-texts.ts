/**
 * Places on the page for texts that an item could have and has not: where an editor clicks to write a kicker, a deck, a
 * caption. Nothing of it is printed.
 */
import type { DisplayItem } from '../display/types';
import { flatBody } from '../issue/characters';
import type { TextField } from '../issue/text-fields';
import type { Article, Block, Id } from '../issue/types';
import type { Context } from './context';
import { type Box, boxOf, rowTop } from './grid';
import type { SetBlock } from './page';
import type { TextLine } from './text-lines';
import type { TextRef } from './text-source';

/** Width of a place, characters of the body. */
const ROOM = { line: 8, short: 6 };
/** White between a line and the place above or below it, points of a 9 pt body. */
const GAP = 2;

/** Where the texts of a block would stand that are empty; `lines` are those that stand there. */
export function missingTexts(context: Context, block: Block, set: SetBlock, lines: readonly TextLine[]): TextLine[] {
  const { content } = block;
  const place = new Places(context, block, lines);
  switch (content.kind) {
    case 'article': {
      const article = context.articles.get(content.article);
      if (!article) return [];
      return [
        ...aroundHead(place, article),
        ...underPictures(context, place, set.group.items, content.form.pictures),
        ...set.waits.map(({ ref, box }) => lineIn(ref, box)),
      ];
    }
    case 'continuation':
      return underPictures(context, place, set.group.items, content.form.pictures);
    case 'group': {
      const group = context.groups.get(content.group);
      if (!group) return [];
      const own = (field: TextField): TextRef => ({ list: 'groups', id: group.id, field });
      return [
        ...(group.label === '' ? [place.atHead(own('label'))] : []),
        ...(group.caption === '' ? [place.atFoot(own('caption'), 'left')] : []),
        ...(group.credit === '' ? [place.atFoot(own('credit'), 'right')] : []),
        ...(group.each ? underPictures(context, place, set.group.items, group.pictures) : []),
      ];
    }
    case 'notice': {
      const notice = context.notices.get(content.notice);
      if (!notice) return [];
      const own = (field: TextField): TextRef => ({ list: 'notices', id: notice.id, field });
      const waits = set.waits.map(({ ref, box }) => lineIn(ref, box));
      const title = notice.title === '' ? [place.atHead(own('title'))] : [];
      return [...title, ...(notice.text === '' ? [place.atFoot(own('text'), 'left')] : []), ...waits];
    }
    case 'advertisement': {
      const advertisement = context.advertisements.get(content.advertisement);
      if (!advertisement) return [];
      const own = (field: TextField): TextRef => ({ list: 'advertisements', id: advertisement.id, field });
      const title = advertisement.title === '' && advertisement.photo === '' ? [place.atHead(own('title'))] : [];
      return [...title, ...set.waits.map(({ ref, box }) => lineIn(ref, box))];
    }
    default:
      return [];
  }
}

/** Kicker above the headline, deck and byline below it, running text in the first row under that. */
function aroundHead(place: Places, article: Article): TextLine[] {
  const own = (field: TextField): TextRef => ({ list: 'articles', id: article.id, field });
  return [
    ...(article.kicker === '' ? [place.above(own('kicker'))] : []),
    ...(article.headline.join('') === '' ? [place.atHead(own('headline'))] : []),
    ...(article.deck === '' ? [place.below(own('deck'), 'left')] : []),
    ...(article.byline.credit === '' ? [place.below(own('credit'), 'right')] : []),
    ...(flatBody(article) === '' ? [place.underHead(own('body'))] : []),
  ];
}

/** Captions and credits at the foot of their pictures. */
function underPictures(
  context: Context,
  place: Places,
  items: readonly DisplayItem[],
  pictures: readonly { readonly photo: Id }[],
): TextLine[] {
  return pictures.flatMap(({ photo: id }) => {
    const photo = context.photos.get(id);
    const frame = photo && items.find((item) => item.kind === 'picture' && item.asset === photo.asset);
    if (!photo || frame?.kind !== 'picture') return [];
    const own = (field: TextField): TextRef => ({ list: 'photos', id, field });
    return [
      ...(photo.caption === '' ? [place.inFoot(own('caption'), frame, 'left')] : []),
      ...(photo.credit === '' ? [place.inFoot(own('credit'), frame, 'right')] : []),
    ];
  });
}

function lineIn(ref: TextRef, { x, y, width, height }: Box): TextLine {
  return { ref, start: 0, stops: [x], from: y, to: y + height, vertical: false, room: width };
}

/** Places beside what a block shows. */
class Places {
  private readonly em: number;
  private readonly gap: number;
  private readonly box: Box;
  /** Extent of the lines of the head, from top to bottom; a headline down the page has one across too. */
  private readonly top: number;
  private readonly foot: number;
  private readonly upright: TextLine | undefined;

  constructor(
    private readonly context: Context,
    private readonly block: Block,
    lines: readonly TextLine[],
  ) {
    const { grid } = context;
    this.em = grid.em;
    this.gap = GAP * grid.scale;
    this.box = boxOf(grid, block.rect);
    const head = lines.filter(({ ref }) => ['kicker', 'headline', 'deck'].includes(ref.field));
    const level = head.filter(({ vertical }) => !vertical);
    this.upright = head.find(({ vertical, ref }) => vertical && ref.field === 'headline');
    this.top = Math.min(...level.map(({ from }) => from), this.box.y + this.box.height);
    this.foot = Math.max(...level.map(({ to }) => to), this.box.y);
  }

  private at(ref: TextRef, x: number, y: number, chars: number): TextLine {
    return lineIn(ref, { x, y, width: Math.min(chars * this.em, this.box.width), height: this.em });
  }

  private right(chars: number): number {
    return this.box.x + Math.max(0, this.box.width - chars * this.em);
  }

  /** Over the headline; beside one that runs down the page, on the side where reading begins. */
  above(ref: TextRef): TextLine {
    const { upright, em, gap, box } = this;
    if (upright) {
      const from = upright.to + gap;
      return { ref, start: 0, stops: [upright.stops[0]!], from, to: from + em, vertical: true, room: ROOM.short * em };
    }
    const top = this.top < box.y + box.height ? this.top : box.y;
    return this.at(ref, box.x, top - em - gap, ROOM.line);
  }

  /** Under the headline. */
  below(ref: TextRef, side: 'left' | 'right'): TextLine {
    const { upright, em, gap, box } = this;
    if (upright && side === 'left') {
      const to = upright.from - gap;
      return { ref, start: 0, stops: [upright.stops[0]!], from: to - em, to, vertical: true, room: ROOM.short * em };
    }
    return this.at(ref, side === 'left' ? box.x : this.right(ROOM.short), this.foot + gap, ROOM.short);
  }

  /** The first row of the grid under the head and the places below it. */
  underHead(ref: TextRef): TextLine {
    const { grid } = this.context;
    const { rect } = this.block;
    const rows = Math.ceil((this.foot + this.gap + this.em - rowTop(grid, rect.row)) / grid.pitch);
    return this.at(ref, this.box.x, rowTop(grid, rect.row + Math.min(rows, rect.rows - 1)), ROOM.line);
  }

  atHead(ref: TextRef): TextLine {
    return this.at(ref, this.box.x + this.gap, this.box.y + this.gap, ROOM.line);
  }

  atFoot(ref: TextRef, side: 'left' | 'right'): TextLine {
    const x = side === 'left' ? this.box.x + this.gap : this.right(ROOM.short) - this.gap;
    return this.at(ref, x, this.box.y + this.box.height - this.em - this.gap, ROOM.short);
  }

  /** Inside the lower edge of a picture. */
  inFoot(ref: TextRef, frame: Box, side: 'left' | 'right'): TextLine {
    const width = Math.min(ROOM.short * this.em, frame.width / 2 - this.gap);
    const x = side === 'left' ? frame.x + this.gap : frame.x + frame.width - width - this.gap;
    return lineIn(ref, { x, y: frame.y + frame.height - this.em - this.gap, width, height: this.em });
  }
}
