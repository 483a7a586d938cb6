import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isExamined, makePlates, plateOf } from '../state/plates';
import { useDesk, type View } from '../state/store';
import { usePlatePart } from './use-plate-part';
import { originOf, type PageSize, scaleOf, type Viewport } from './view';

interface PlateViewProps {
  readonly size: PageSize;
  readonly view: View;
  readonly viewport: Viewport;
}

/** One plate of the press file, or the map of its ink, in place of the page; what is in sight as sharp as the screen. */
export const PlateView = memo(function PlateView({ size, view, viewport }: PlateViewProps) {
  const plate = useDesk((state) => state.plate);
  const page = useDesk((state) => state.page);
  const picture = useDesk(plateOf);
  const address = useAddress(picture?.png);
  const examined = useDesk(isExamined);
  const part = usePlatePart(picture?.plate, size, view, viewport);
  const partAddress = useAddress(part?.png);
  const asked = useRef('');
  // Made at once when a plate is chosen; after changes the editor asks again.
  useEffect(() => {
    const wanted = `${plate} ${page}`;
    if (plate !== '' && !examined && asked.current !== wanted) makePlates(plate);
    asked.current = wanted;
  }, [plate, page, examined]);
  if (plate === '' || !address) return null;
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  const at = (x: number, y: number) => `translate(${origin.x + x}px, ${origin.y + y}px)`;
  const stretch = part ? scale / part.scale : 1;
  return (
    <>
      <img
        className="plate-view"
        src={address}
        alt=""
        style={{ transform: at(0, 0), width: size.width * scale, height: size.height * scale }}
      />
      {part && partAddress && (
        <img
          className="plate-view"
          data-part
          src={partAddress}
          alt=""
          style={{
            transform: at(part.left * stretch, part.top * stretch),
            width: part.width * stretch,
            height: part.height * stretch,
          }}
        />
      )}
    </>
  );
});

/** An address for the picture as long as it is shown. */
function useAddress(png: Uint8Array<ArrayBuffer> | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  // As in usePlatePictures.
  useLayoutEffect(() => {
    const made = png && URL.createObjectURL(new Blob([png], { type: 'image/png' }));
    setAddress(made);
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [png]);
  return address;
}

/** Says which plate is shown, and offers to make it anew. */
export const PlateBar = memo(function PlateBar() {
  const { t } = useTranslation();
  const plate = useDesk((state) => state.plate);
  const known = useDesk((state) => plateOf(state) !== undefined);
  const examined = useDesk(isExamined);
  const busy = useDesk(({ job }) => job !== null);
  if (plate === '') return null;
  const name = t(`canvas.plate.${plate}`);
  const state = known ? name : t(busy ? 'canvas.plateMaking' : examined ? 'canvas.plateNone' : 'canvas.plateStale', { name });
  return (
    <div className="plate-chip" role="status">
      {state}
      {!known && !examined && !busy && (
        <button type="button" className="button" data-look="tonal" onClick={() => makePlates(plate)}>
          {t('canvas.plateMake')}
        </button>
      )}
    </div>
  );
});
