/** Edges of the chosen picture against the text: dragged, the picture takes more or fewer columns and rows, and the text follows. */
import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../engine/issue/index';
import type { Box, Grid } from '../../engine/layout/grid';
import { blockOf } from '../state/facts';
import { store } from '../state/store';
import { edgeMoved, type PictureEdge, type PictureSize, sizeIn } from './edges';

interface PictureEdgesProps {
  readonly block: Id;
  readonly photo: Id;
  readonly grid: Grid;
  /** Where the picture is, points of the page, and on the canvas, CSS pixels. */
  readonly frame: Box;
  readonly box: Box;
}

export function PictureEdges({ block, photo, grid, frame, box }: PictureEdgesProps) {
  const { t } = useTranslation();
  /** Where the edge was pressed, CSS pixels, and the picture's size then. */
  const pressed = useRef<{ readonly x: number; readonly y: number; readonly from: PictureSize }>(undefined);
  const presses = useRef(0);
  const edge = (side: PictureEdge) => {
    const drag = ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
      const { issue } = store.get();
      const found = blockOf(issue, block);
      if (!pressed.current || !issue || !found) return;
      const { x, y, from } = pressed.current;
      const scale = box.width / frame.width;
      const by = { x: (clientX - x) / scale, y: (clientY - y) / scale };
      const edit = edgeMoved(issue, grid, found, photo, from, side, by);
      if (edit) store.editSoon(edit, 'edit.placePicture', `edge ${photo} ${presses.current}`);
    };
    const drop = () => {
      if (pressed.current) store.seal();
      pressed.current = undefined;
    };
    const place =
      side === 'foot'
        ? { left: box.x, top: box.y + box.height, width: box.width }
        : { left: box.x + box.width, top: box.y, height: box.height };
    return (
      <button
        key={side}
        type="button"
        className="picture-edge"
        data-edge={side}
        tabIndex={-1}
        title={t(`pictures.edge.${side}`)}
        aria-label={t(`pictures.edge.${side}`)}
        style={place}
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => {
          const found = blockOf(store.get().issue, block);
          const from = found && sizeIn(found, photo);
          if (!from) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          presses.current += 1;
          pressed.current = { x: event.clientX, y: event.clientY, from };
        }}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
      />
    );
  };
  return (['right', 'foot'] as const).map(edge);
}
