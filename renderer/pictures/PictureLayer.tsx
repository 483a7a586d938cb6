/** What the mouse does to pictures on the page: choose, crop, drop files; and what lies over them. */
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStory } from '../../engine/issue/index';
import type { Box, Grid } from '../../engine/layout/grid';
import type { Drag } from '../canvas/gesture';
import { screenOf } from '../canvas/screen';
import { isEditing } from '../canvas/text/edited-text';
import type { Viewport } from '../canvas/view';
import { bridge } from '../state/bridge';
import { blockOf } from '../state/facts';
import { heldPhoto, holdPhoto } from '../state/held';
import { store, useDesk, type View } from '../state/store';
import { CropLayer } from './CropLayer';
import { standingIn, takesPicture } from './carried';
import { choosePicture, chosenPicture, useChosenPicture } from './chosen';
import { DropMenu } from './DropMenu';
import { arePictures, giveTo, importOnto, type OfferedDrop, takesFiles } from './dropping';
import { canCrop, type ShownPicture, toneOf } from './frames';
import { PictureEdges } from './PictureEdges';
import { isInLayer, under } from './under';
import { useCarrying } from './use-carrying';
import './pictures.css';

/** A press that moves less is a click, CSS pixels. */
const THRESHOLD = 3;

interface PictureLayerProps {
  /** Takes the presses and the drags. */
  readonly board: RefObject<HTMLElement | null>;
  readonly grid: Grid;
  readonly view: View;
  readonly viewport: Viewport;
  readonly drag: Drag | undefined;
}

/** Over what files are held: a picture, or a block. */
interface Held {
  readonly block: string;
  readonly picture: ShownPicture | undefined;
}

export const PictureLayer = memo(function PictureLayer({ board, grid, view, viewport, drag }: PictureLayerProps) {
  const { t } = useTranslation();
  const page = useDesk((state) => state.page);
  const pictures = useDesk(({ layouts }) => layouts.get(page)?.pictures);
  const blocks = useDesk((state) => state.issue?.pages[page - 1]?.blocks);
  const chosen = useChosenPicture();
  const photo = useDesk(({ issue }) => chosen && issue?.photos.find(({ id }) => id === chosen.photo));
  const stands = useDesk(({ issue: now, readOnly: locked }) => {
    const found = blockOf(now, chosen?.block ?? null);
    return locked === null && found !== undefined && !found.locked && isStory(found.content);
  });
  const [held, setHeld] = useState<Held | null>(null);
  const [offer, setOffer] = useState<OfferedDrop | null>(null);
  const shownViewport = useRef(viewport);
  shownViewport.current = viewport;
  // First, so that a press on the chosen picture is its own.
  useCarrying(board, shownViewport, setHeld);
  usePresses(board, shownViewport);
  useFiles(board, shownViewport, setHeld, setOffer);
  const screen = screenOf(grid, view, viewport);
  const boxOf = ({ x, y, width, height }: Box) => {
    const [left, top] = [screen.x(x), screen.y(y)];
    return { x: left, y: top, width: screen.x(x + width) - left, height: screen.y(y + height) - top };
  };
  const frame = photo && chosen && pictures?.find((one) => one.block === chosen.block && one.asset === photo.asset);
  const heldBlock = held && blocks?.find(({ id }) => id === held.block);
  const resized = drag?.kind === 'resize' ? drag.blocks.map(({ id }) => id) : [];
  const chips = pictures?.filter((one) => resized.includes(one.block) || (one === frame && chosen?.mode === 'chosen')) ?? [];
  return (
    <>
      <svg className="overlay" aria-hidden="true">
        {frame && chosen?.mode === 'chosen' && <rect className="picture-chosen" {...boxOf(frame)} />}
        {heldBlock && (
          <rect className="file-target" {...(held.picture ? boxOf(held.picture.frame) : screen.box(heldBlock.rect))} />
        )}
      </svg>
      {chips.map((one) => {
        const { x, y } = boxOf(one);
        return (
          <div
            key={`${one.block} ${one.asset}`}
            className="canvas-chip ppi-chip"
            data-tone={toneOf(one.ppi)}
            style={{ left: x, top: y }}
          >
            {t(`pictures.ppi.${toneOf(one.ppi)}`, { ppi: Math.round(one.ppi) })}
          </div>
        );
      })}
      {frame && photo && chosen?.mode === 'chosen' && stands && (
        <PictureEdges block={chosen.block} photo={photo.id} grid={grid} frame={frame} box={boxOf(frame)} />
      )}
      {frame && photo && chosen && chosen.mode !== 'chosen' && (
        <CropLayer key={photo.id} photo={photo} frame={frame} box={boxOf(frame)} mode={chosen.mode} viewport={viewport} />
      )}
      {offer && <DropMenu offer={offer} onClose={() => setOffer(null)} />}
    </>
  );
});

type Shown = RefObject<Viewport>;

/** A click chooses a block's picture once the block is selected, the right button at once; a double click crops. */
function usePresses(board: RefObject<HTMLElement | null>, viewport: Shown): void {
  useEffect(() => {
    const element = board.current!;
    const ending = new AbortController();
    const { signal } = ending;
    let press: { readonly x: number; readonly y: number; readonly selection: string | null } | undefined;
    const down = (event: PointerEvent) => {
      press = undefined;
      if (isInLayer(event.target) || isEditing()) return;
      const found = under(element, viewport, event);
      if (event.button === 2) {
        const picture = found?.picture;
        choosePicture(picture ? { block: picture.block.id, photo: picture.photo.id, mode: 'chosen' } : null);
        return;
      }
      if (event.button !== 0) return;
      press = { x: event.clientX, y: event.clientY, selection: store.get().selection };
      if (chosenPicture() && found?.picture?.photo.id !== chosenPicture()?.photo) choosePicture(null);
    };
    const up = (event: PointerEvent) => {
      const from = press;
      press = undefined;
      if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) >= THRESHOLD) return;
      const picture = under(element, viewport, event)?.picture;
      if (!picture || from.selection !== picture.block.id || store.get().tool !== 'select' || chosenPicture()) return;
      choosePicture({ block: picture.block.id, photo: picture.photo.id, mode: 'chosen' });
    };
    const twice = (event: MouseEvent) => {
      if (isInLayer(event.target)) return;
      const picture = under(element, viewport, event)?.picture;
      if (!picture || isEditing() || !canCrop(picture.block) || store.get().readOnly) return;
      event.stopImmediatePropagation();
      choosePicture({ block: picture.block.id, photo: picture.photo.id, mode: 'crop' });
    };
    element.addEventListener('pointerdown', down, { signal, capture: true });
    element.addEventListener('pointerup', up, { signal, capture: true });
    element.addEventListener('dblclick', twice, { signal, capture: true });
    return () => ending.abort();
  }, [board, viewport]);
}

/**
 * Files over the page, and photographs out of the list: they land in the block under them; a file may take the place of the picture; all
 * else is imported.
 */
function useFiles(
  board: RefObject<HTMLElement | null>,
  viewport: Shown,
  hold: (held: Held | null) => void,
  offer: (offer: OfferedDrop) => void,
): void {
  useEffect(() => {
    const element = board.current!;
    const ending = new AbortController();
    const { signal } = ending;
    const targetOf = (event: DragEvent): Held | null => {
      const { issue, readOnly } = store.get();
      const photo = heldPhoto();
      const found = under(element, viewport, event);
      if (issue && photo !== null && readOnly === null) {
        return takesPicture(found?.block, standingIn(issue, photo)?.id) ? { block: found!.block!.id, picture: undefined } : null;
      }
      if (event.dataTransfer?.types.includes('Files') !== true || !takesFiles()) return null;
      if (!found?.block || !canCrop(found.block) || found.block.locked) return null;
      return { block: found.block.id, picture: found.picture };
    };
    let last: Held | null = null;
    const show = (next: Held | null) => {
      if (next?.block === last?.block && next?.picture?.frame === last?.picture?.frame) return;
      last = next;
      hold(next);
    };
    const drop = (event: DragEvent) => {
      const target = targetOf(event);
      show(null);
      const photo = heldPhoto();
      holdPhoto(null);
      if (target && photo !== null) return giveTo(photo, target.block);
      const paths = [...(event.dataTransfer?.files ?? [])].map((file) => bridge().pathOf(file)).filter((path) => path !== '');
      if (!target || !arePictures(paths)) return;
      event.preventDefault();
      event.stopPropagation();
      store.set({ dropping: false });
      const { block, picture } = target;
      if (!picture) void importOnto(block, paths);
      else offer({ paths, block, photo: picture.photo.id, x: event.clientX, y: event.clientY });
    };
    element.addEventListener('dragover', (event) => show(targetOf(event)), { signal });
    element.addEventListener('dragleave', () => show(null), { signal });
    element.addEventListener('drop', drop, { signal });
    return () => ending.abort();
  }, [board, viewport, hold, offer]);
}
