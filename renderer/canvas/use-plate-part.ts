/** The part of a plate that is in sight, painted from the press file for the screen's own pixels when the view has come to rest. */
import { useEffect, useState } from 'react';
import type { PlatePartRequest } from '../../electron/bridge';
import { bridge } from '../state/bridge';
import { useDesk, type View } from '../state/store';
import type { PageSize, Viewport } from './view';
import { contains, scaleOf, visiblePart } from './view';

/** After the last change of the view, milliseconds: a part takes some tenths of a second. */
const REST = 200;
/** Device pixels a point that the picture of the whole page has already (84 an inch). */
const WHOLE_PAGE = 84 / 72;
/** Device pixels painted around what is in sight. */
const MARGIN = 96;

export interface PlatePart extends PlatePartRequest {
  readonly png: Uint8Array<ArrayBuffer>;
}

/**
 * The sharp part of a page's plate as it was painted last, for this page and plate, wherever it lies by now; undefined when there is
 * none, and where the picture of the whole page is sharp enough. `scale` and all lengths are in device pixels.
 */
export function usePlatePart(plate: string | undefined, size: PageSize, view: View, viewport: Viewport): PlatePart | undefined {
  const page = useDesk((state) => state.page);
  const plates = useDesk(({ preflight }) => preflight?.plates);
  const [part, setPart] = useState<PlatePart>();
  const isOf = part?.plate === plate && part?.page === page && part?.plates === plates;
  const scale = scaleOf(view) * viewport.ratio;
  const isWanted = plate !== undefined && plates !== undefined && scale > WHOLE_PAGE;
  const known = isOf && isWanted ? part : undefined;
  useEffect(() => {
    if (!isWanted || reaches(known, scale, visiblePart(view, viewport, size, 0))) return;
    let left = false;
    const ask = async () => {
      const { x, y, width, height } = visiblePart(view, viewport, size, MARGIN);
      if (width < 1 || height < 1) return;
      const request = { plates, page, plate, scale, left: x, top: y, width, height };
      const png = await bridge().platePart(request);
      if (png && !left) setPart({ ...request, png });
    };
    const timer = setTimeout(() => void ask().catch(() => {}), REST);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [isWanted, known, plates, page, plate, scale, view, viewport, size]);
  return known && { ...known, scale: known.scale / viewport.ratio, ...inPixels(known, viewport.ratio) };
}

/** Whether a part is as sharp as is wished and shows all of what is in sight. */
function reaches(part: PlatePart | undefined, scale: number, wanted: Parameters<typeof contains>[1]): boolean {
  if (part?.scale !== scale) return false;
  return contains({ x: part.left, y: part.top, width: part.width, height: part.height }, wanted);
}

/** CSS pixels at the part's own scale. */
function inPixels({ left, top, width, height }: PlatePart, ratio: number) {
  return { left: left / ratio, top: top / ratio, width: width / ratio, height: height / ratio };
}
