import { useTranslation } from 'react-i18next';
import { type Block, type Id, isStory, type Page, type StoryPart } from '../../engine/issue/index';
import { isMovable } from '../state/block-edits';
import { partsOf } from '../state/continuing';
import { store } from '../state/store';
import type { Screen } from './screen';

interface ChainMarksProps {
  readonly pages: readonly Page[];
  readonly page: number;
  readonly blocks: readonly Block[];
  readonly selection: Id | null;
  readonly screen: Screen;
}

/** Chips on the blocks of stories that go on in other blocks: which part it is, and where the text comes from or goes. */
export function ChainChips({ pages, blocks, screen }: ChainMarksProps) {
  return blocks.map((block) => <ChainChip key={block.id} pages={pages} block={block} screen={screen} />);
}

interface ChainChipProps extends Pick<ChainMarksProps, 'pages' | 'screen'> {
  readonly block: Block;
}

function ChainChip({ pages, block, screen }: ChainChipProps) {
  const { t } = useTranslation();
  const place = partsOf({ pages }, block);
  if (!place) return null;
  const { parts, at } = place;
  const [before, next] = [parts[at - 1], parts[at + 1]];
  const words = { at: at + 1, all: parts.length };
  const own = parts[at]!;
  const key = next && turnsPage(own, next) ? 'partTo' : before && turnsPage(before, own) ? 'partFrom' : 'part';
  const { x, y } = screen.box(block.rect);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="canvas-chip chain-chip"
      style={{ left: x, top: y }}
      title={t('canvas.partHint', { all: parts.length })}
      onClick={() => store.showBlock((next ?? parts[0]!).block.id)}
    >
      {t(`canvas.${key}`, { ...words, page: (key === 'partTo' ? next : before)?.page })}
    </button>
  );
}

/** Whether a reader is sent to another page; the halves of a spread send nobody. */
function turnsPage({ block: { content }, page }: StoryPart, next: StoryPart): boolean {
  return next.page !== page && !(content.kind === 'article' && content.form.across === true);
}

/** Lines from part to part of the selected story, as far as they stand on this page. */
export function ChainThread({ pages, page, blocks, selection, screen }: ChainMarksProps) {
  const selected = blocks.find(({ id }) => id === selection);
  const place = selected && partsOf({ pages }, selected);
  if (!place) return null;
  return place.parts.slice(1).map((part, i) => {
    const before = place.parts[i]!;
    if (before.page !== page || part.page !== page) return null;
    const [from, to] = [screen.box(before.block.rect), screen.box(part.block.rect)];
    return <line key={part.block.id} className="thread" x1={from.x + from.width} y1={from.y + from.height} x2={to.x} y2={to.y} />;
  });
}

/** Side of the port as drawn, CSS pixels. */
const PORT = 12;

/** Beside the foot of the selected story's block: dragged to where its text goes on. */
export function OutPort({ block, screen }: { readonly block: Block; readonly screen: Screen }) {
  const { t } = useTranslation();
  if (!isMovable(block) || !isStory(block.content)) return null;
  const { x, y, width, height } = screen.box(block.rect);
  const [left, top] = [x + width - 2 * PORT, y + height - PORT / 2];
  return (
    <g className="port" data-port="out">
      <title>{t('canvas.outPort')}</title>
      <rect className="port-box" x={left} y={top} width={PORT} height={PORT} rx={2} />
      <path className="port-sign" d={`M${left + 3.5} ${top + 3} l5 3 l-5 3 z`} />
    </g>
  );
}
