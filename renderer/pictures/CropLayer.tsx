/** Cropping inside the frame: drag pans, the wheel and the slider zoom, a click sets the focus; what is cut off shows faintly. */
import { Crosshair, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../engine/issue/index';
import type { Viewport } from '../canvas/view';
import type { PictureFrame } from '../compose/protocol';
import { Segments } from '../controls/Segments';
import { clamp } from '../state/clamp';
import { store, useDesk } from '../state/store';
import { type Chosen, choosePicture, chosenPicture } from './chosen';
import { cropEdit, MOST_ZOOM, shownPart, zoomed } from './crop';
import { CropGestures, crop, endCropping } from './crop-gestures';
import { toneOf } from './frames';
import { photoAddress } from './small';

/** Height of the bar with its distance, CSS pixels. */
const BAR = 44;
const BAR_WIDTH = 480;

/** An application takes the focus and the keys. */
const FOCUSABLE = { tabIndex: 0 };

interface CropLayerProps {
  readonly photo: Photo;
  readonly frame: PictureFrame;
  /** The frame on the canvas, CSS pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly mode: Exclude<Chosen['mode'], 'chosen'>;
  readonly viewport: Viewport;
}

export function CropLayer(props: CropLayerProps) {
  const { photo, frame, box, mode, viewport } = props;
  const { t } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle);
  const layer = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => new CropGestures(layer.current!, pane.current!, () => latest.current).listen(), []);
  const part = shownPart(photo, frame);
  const [width, height] = [box.width / part.width, box.height / part.height];
  const picture = { left: box.x - part.x * width, top: box.y - part.y * height, width, height };
  const focus = { left: picture.left + photo.focus.x * width, top: picture.top + photo.focus.y * height };
  const below = box.y + box.height + BAR <= viewport.height;
  const barWidth = Math.min(BAR_WIDTH, viewport.width - 16);
  const bar = {
    width: barWidth,
    left: clamp(box.x + box.width / 2 - barWidth / 2, 8, viewport.width - barWidth - 8),
    top: below ? box.y + box.height + 8 : Math.max(8, box.y - BAR + 4),
  };
  return (
    <section ref={layer} className="crop-layer" aria-label={t('pictures.cropping')} data-mode={mode}>
      <img
        className="crop-rest"
        src={photoAddress(handle, photo)}
        alt=""
        draggable={false}
        style={{ ...picture, clipPath: outside(part) }}
      />
      <div
        ref={pane}
        className="crop-pane"
        role="application"
        aria-label={t('pictures.pane')}
        {...FOCUSABLE}
        style={paneStyle(box)}
      />
      {!photo.whole && <span className="crop-focus" aria-hidden="true" style={focus} />}
      <div className="crop-bar" style={bar}>
        <Bar photo={photo} frame={frame} mode={mode} />
      </div>
    </section>
  );
}

function Bar({ photo, frame, mode }: Pick<CropLayerProps, 'photo' | 'frame' | 'mode'>) {
  const { t } = useTranslation();
  const zoom = photo.whole ? 1 : (photo.zoom ?? 1);
  const tone = toneOf(frame.ppi);
  return (
    <>
      <ZoomOut size={14} aria-hidden="true" />
      <input
        type="range"
        aria-label={t('pictures.zoom')}
        min={0}
        max={1}
        step="any"
        value={Math.log(zoom) / Math.log(MOST_ZOOM)}
        onChange={({ target }) => crop(photo, zoomed(photo, frame, MOST_ZOOM ** Number(target.value) / zoom))}
        onPointerUp={() => store.seal()}
      />
      <ZoomIn size={14} aria-hidden="true" />
      <Segments
        label={t('pictures.fit')}
        value={photo.whole ? 'whole' : 'fill'}
        choices={[
          { value: 'fill', title: t('pictures.fill') },
          { value: 'whole', title: t('pictures.whole') },
        ]}
        onChoice={(value) => store.edit(cropEdit(photo, { whole: value === 'whole' }), 'edit.crop')}
      />
      <button
        type="button"
        className="button icon-button"
        aria-label={t('pictures.setFocus')}
        title={t('pictures.setFocus')}
        aria-pressed={mode === 'focus'}
        disabled={photo.whole}
        onClick={() => choosePicture({ ...chosenPicture()!, mode: mode === 'focus' ? 'crop' : 'focus' })}
      >
        <Crosshair size={14} aria-hidden="true" />
      </button>
      <span className="crop-ppi" data-tone={tone}>
        {t(`pictures.ppi.${tone}`, { ppi: Math.round(frame.ppi) })}
      </span>
      <button type="button" className="button" data-look="tonal" onClick={endCropping}>
        {t('pictures.done')}
      </button>
    </>
  );
}

function paneStyle({ x, y, width, height }: CropLayerProps['box']) {
  return { left: x, top: y, width, height };
}

/** Everything of the picture but the part in the frame. */
function outside({ x, y, width, height }: ReturnType<typeof shownPart>): string {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((share) => `${share * 100}%`);
  const hole = `${left} ${top}, ${left} ${bottom}, ${right} ${bottom}, ${right} ${top}, ${left} ${top}`;
  return `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${hole})`;
}
