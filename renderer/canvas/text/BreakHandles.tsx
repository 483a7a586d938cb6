/** Ends of a headline's lines on the page, while it is written: dragged, they move to where the lines are to break. */
import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { breakMoved } from '../../state/break-moves';
import { pageOfBlock, store, useDesk } from '../../state/store';
import { caretAt, type PlacedTextLine } from './caret';
import { type Editing, editedLines } from './edited-text';

interface BreakHandlesProps {
  readonly editing: Editing;
  /** Turns a place of the page into CSS pixels of the canvas. */
  readonly at: (x: number, y: number) => { readonly left: number; readonly top: number };
  /** And the other way. */
  readonly point: (left: number, top: number) => { readonly x: number; readonly y: number };
}

export function BreakHandles({ editing, at, point }: BreakHandlesProps) {
  const { t } = useTranslation();
  const page = useDesk((state) => state.page);
  /** Where the line begins that follows the dragged break. */
  const dragged = useRef<number>(undefined);
  if (editing.ref.field !== 'headline') return null;
  const lines = headLines(editing, page);
  const drag = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const { issue, layouts } = store.get();
    const canvas = currentTarget.closest('.board')?.getBoundingClientRect();
    if (dragged.current === undefined || !issue || !canvas) return;
    const place = point(clientX - canvas.x, clientY - canvas.y);
    // Along the line alone: a hand does not keep its height.
    const line = nearestLine(headLines(editing, page), place.y);
    const hit = line && caretAt([line], page, { x: place.x, y: (line.from + line.to) / 2 });
    if (!hit) return;
    const fits = layouts.get(pageOfBlock(issue, editing.block) ?? 0)?.fits;
    const standing = fits?.find(({ block }) => block === editing.block)?.headLines;
    const to = hit.caret.offset;
    const edit = breakMoved(issue, editing.ref.id, editing.block, standing, dragged.current, to);
    if (!edit) return;
    store.editSoon(edit, 'edit.headBreak', `breaks ${editing.ref.id}`);
    dragged.current = to;
  };
  const drop = () => {
    if (dragged.current !== undefined) store.seal();
    dragged.current = undefined;
  };
  return lines.slice(0, -1).map((line, index) => {
    const next = lines[index + 1]!;
    const height = at(0, line.to).top - at(0, line.from).top;
    return (
      <button
        key={next.start}
        type="button"
        className="break-handle"
        tabIndex={-1}
        title={t('headBreaks.drag')}
        aria-label={t('headBreaks.drag')}
        style={{ ...at(line.stops.at(-1)!, line.from), height }}
        // The text keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragged.current = next.start;
        }}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
      />
    );
  });
}

/** Level lines of the headline, from the top; parts of one line side by side count once. */
function headLines(editing: Editing, page: number): readonly PlacedTextLine[] {
  const lines = editedLines(editing).filter((line) => line.page === page && !line.vertical && line.room === undefined);
  return lines.filter((line, at) => at === 0 || line.from !== lines[at - 1]!.from);
}

function nearestLine(lines: readonly PlacedTextLine[], y: number): PlacedTextLine | undefined {
  const distance = ({ from, to }: PlacedTextLine) => Math.max(from - y, y - to, 0);
  return lines.toSorted((one, other) => distance(one) - distance(other))[0];
}
