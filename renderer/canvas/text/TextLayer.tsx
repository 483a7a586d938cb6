/** Caret, selection and composed letters of the text that is edited on the page, from the places that the composer gave. */
import { memo, useEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { onTexts, texts } from '../../compose/texts';
import { sameRef } from '../../state/field-texts';
import { store, useDesk, type View } from '../../state/store';
import { type StoryCaret, useStoryCaret } from '../../state/story-caret';
import { originOf, pagePoint, scaleOf, type Viewport } from '../view';
import { BlinkingCaret } from './BlinkingCaret';
import { BreakHandles } from './BreakHandles';
import { type Extent, extentsOf, type Spot, spotOf } from './caret';
import { allLines, type Editing, editedLines, isShown, keyOf, selectionOf, useEditing } from './edited-text';
import { TextInput } from './TextInput';
import './text.css';

interface TextLayerProps {
  readonly view: View;
  readonly viewport: Viewport;
}

/** What is drawn of an editing; the last one stays until the lines show what was written. */
interface Drawn {
  readonly spot: Spot | undefined;
  readonly selected: readonly Extent[];
  readonly composed: readonly Extent[];
}

/** Longest wait for the lines, milliseconds. */
const PATIENCE = 400;

export const TextLayer = memo(function TextLayer({ view, viewport }: TextLayerProps) {
  const editing = useEditing();
  const story = useStoryCaret();
  if (editing) return <EditedText editing={editing} view={view} viewport={viewport} />;
  return story && <StoryPlace at={story} view={view} viewport={viewport} />;
});

/** The line on which the story editor's caret is, and what is selected there; the page follows it. */
function StoryPlace({ at, view, viewport }: TextLayerProps & { readonly at: StoryCaret }) {
  const known = useSyncExternalStore(onTexts, texts);
  const page = useDesk((state) => state.page);
  const lines = [...known.values()].flatMap(({ lines: all, block, page: on }) =>
    all.filter(({ ref }) => sameRef(ref, at.ref)).map((line) => ({ ...line, block, page: on })),
  );
  const spot = spotOf(lines, { offset: at.from, side: 'after' });
  useInSight(spot, page, view, viewport, true);
  const box = useBox(view, viewport);
  if (spot?.line.page !== page) return null;
  const line = extentsOf([spot.line], spot.line.start, spot.line.start + spot.line.stops.length - 1);
  const selected = extentsOf(lines, at.from, at.to).filter((extent) => extent.page === page);
  const caret = box(caretBox(spot));
  return (
    <div className="text-layer">
      {line.map((extent) => (
        <div key="line" className="text-line" style={box(extent)} />
      ))}
      {selected.map((extent) => (
        <div key={`${extent.x} ${extent.y}`} className="text-selected" style={box(extent)} />
      ))}
      <BlinkingCaret key={`${caret.left} ${caret.top}`} vertical={spot.line.vertical} place={caret} />
    </div>
  );
}

function useBox(view: View, viewport: Viewport) {
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  return ({ x, y, width, height }: Omit<Extent, 'page'>) => ({
    left: origin.x + x * scale,
    top: origin.y + y * scale,
    width: width * scale,
    height: height * scale,
  });
}

function EditedText({ editing, view, viewport }: TextLayerProps & { readonly editing: Editing }) {
  const { t } = useTranslation();
  useSyncExternalStore(onTexts, texts);
  const page = useDesk((state) => state.page);
  const last = useRef<Drawn>(undefined);
  const [, again] = useReducer((count: number) => count + 1, 0);
  const waitedFor = useRef(0);
  const shown = isShown(editing) || waitedFor.current === editing.since;
  if (shown || !last.current) last.current = drawnOf(editing);
  const { spot, selected, composed } = last.current;
  useEffect(() => {
    if (shown) return;
    const timer = setTimeout(() => {
      waitedFor.current = editing.since;
      again();
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [shown, editing.since]);
  useInSight(spot, page, view, viewport, shown);
  const box = useBox(view, viewport);
  const caret = spot?.line.page === page ? box(caretBox(spot)) : undefined;
  const here = (extents: readonly Extent[]) => extents.filter((extent) => extent.page === page);
  const missing = useDesk(({ overlays }) => !overlays.plain) ? missingPlaces(editing) : [];
  return (
    <div className="text-layer">
      {missing
        .filter((place) => place.page === page)
        .map(({ ref, ...extent }) => (
          <div
            key={keyOf(ref)}
            className="text-missing"
            data-vertical={extent.vertical || undefined}
            data-current={sameRef(ref, editing.ref) || undefined}
            style={box(extent)}
          >
            {t(`textField.${ref.field}`)}
          </div>
        ))}
      {here(selected).map((extent) => (
        <div key={`${extent.x} ${extent.y}`} className="text-selected" style={box(extent)} />
      ))}
      {here(composed).map((extent) => (
        <div
          key={`${extent.x} ${extent.y}`}
          className="text-composed"
          data-vertical={spot?.line.vertical || undefined}
          style={box(extent)}
        />
      ))}
      {spot && caret && <BlinkingCaret key={`${caret.left} ${caret.top}`} vertical={spot.line.vertical} place={caret} />}
      <BreakHandles
        editing={editing}
        at={(x, y) => {
          const { left, top } = box({ x, y, width: 0, height: 0 });
          return { left, top };
        }}
        point={(left, top) => pagePoint(view, viewport, { x: left, y: top })}
      />
      <TextInput editing={editing} caret={caret} />
    </div>
  );
}

/** Places for texts that are empty, in the block that is edited. */
function missingPlaces({ blocks }: Editing) {
  return allLines(blocks).flatMap(({ ref, stops, from, to, vertical, room, page }) => {
    if (room === undefined) return [];
    const start = stops[0]!;
    const place = vertical
      ? { x: from, y: start, width: to - from, height: room }
      : { x: start, y: from, width: room, height: to - from };
    return [{ ref, page, vertical, ...place }];
  });
}

function drawnOf(editing: Editing): Drawn {
  const lines = editedLines(editing);
  const [from, to] = selectionOf(editing);
  return {
    spot: spotOf(lines, editing.caret),
    selected: extentsOf(lines, from, to),
    composed: editing.composed ? extentsOf(lines, editing.composed.from, editing.composed.to) : [],
  };
}

function caretBox({ line: { from, to, vertical }, along }: Spot): Omit<Extent, 'page'> {
  return vertical ? { x: from, y: along, width: to - from, height: 0 } : { x: along, y: from, width: 0, height: to - from };
}

/** CSS pixels between the caret and the edge of the canvas at least. */
const EDGE = 24;

/** The page follows the caret: to another page of the story, and into sight. */
function useInSight(spot: Spot | undefined, page: number, view: View, viewport: Viewport, shown: boolean): void {
  const seen = useRef('');
  useEffect(() => {
    const place = spot ? `${spot.line.page} ${spot.line.from} ${spot.along}` : '';
    if (!spot || !shown || seen.current === place) return;
    seen.current = place;
    if (spot.line.page !== page) {
      store.select(spot.line.block);
      return;
    }
    const origin = originOf(view, viewport);
    const scale = scaleOf(view);
    const { x, y, width, height } = caretBox(spot);
    const over = (start: number, size: number, room: number) =>
      start < EDGE ? start - EDGE : Math.max(0, start + size - room + EDGE);
    const dx = over(origin.x + x * scale, width * scale, viewport.width);
    const dy = over(origin.y + y * scale, height * scale, viewport.height);
    if (dx !== 0 || dy !== 0) store.setView({ fit: false, x: view.x + dx / scale, y: view.y + dy / scale });
  });
}
