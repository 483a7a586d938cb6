import { ArrowDown, ArrowUp, Crop as CropIcon, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue, Photo } from '../../engine/issue/index';
import { NumberField } from '../controls/NumberField';
import { Row } from '../controls/Section';
import { Segments } from '../controls/Segments';
import { leave } from '../inspector/field-text';
import { blockOf } from '../state/facts';
import { replacePhoto } from '../state/jobs';
import { pageOfBlock, store, useDesk } from '../state/store';
import { choosePicture, useChosenPicture } from './chosen';
import { cropEdit, MOST_ZOOM } from './crop';
import { canCrop, placeOfPhoto, toneOf } from './frames';
import { SmallPhoto } from './SmallPhoto';

interface PhotoCardProps {
  readonly photo: Photo;
  readonly name: string;
  readonly issue: Issue;
  /** Moves it among its fellows, or takes it from them. */
  readonly onMove?: ((step: 1 | -1) => void) | undefined;
  readonly onRemove: () => void;
}

/** A photograph as it stands: its resolution there, how it is cropped, its place among its fellows. */
export function PhotoCard({ photo, name, issue, onMove, onRemove }: PhotoCardProps) {
  const { t } = useTranslation();
  const frame = useDesk((state) => state.issue && placeOfPhoto(state.issue, state.layouts, photo)?.frame);
  const isLost = useDesk(({ missing }) => missing.has(photo.asset));
  const busy = useDesk(({ job, readOnly }) => job !== null || readOnly !== null);
  const chosen = useChosenPicture();
  const block = frame && blockOf(issue, frame.block);
  const crops = block && canCrop(block) ? block : undefined;
  const tone = frame && toneOf(frame.ppi);
  const crop = () => {
    if (!crops) return;
    const { page, selection } = store.get();
    if (page !== pageOfBlock(issue, crops.id) || selection !== crops.id) store.showBlock(crops.id);
    choosePicture({ block: crops.id, photo: photo.id, mode: 'crop' });
  };
  return (
    <>
      <Thumbnail photo={photo} name={name} />
      <div className="photo-state">
        {isLost && <span data-tone="error">{t('inspector.photoLost', { file: photo.file })}</span>}
        {tone && (
          <span className="ppi" data-tone={tone}>
            {t(`pictures.ppi.${tone}`, { ppi: Math.round(frame.ppi) })}
          </span>
        )}
        <span className="spacer" />
        {onMove && <Tool title={t('pictures.earlier', { name })} icon={ArrowUp} disabled={busy} onClick={() => onMove(-1)} />}
        {onMove && <Tool title={t('pictures.later', { name })} icon={ArrowDown} disabled={busy} onClick={() => onMove(1)} />}
        <Tool title={t('pictures.remove', { name })} icon={X} disabled={busy} onClick={onRemove} />
      </div>
      <div className="photo-state">
        <button type="button" className="button" data-look="outline" disabled={busy} onClick={() => void replacePhoto(photo.id)}>
          {t('inspector.replacePhoto')}
        </button>
        <button
          type="button"
          className="button"
          data-look="outline"
          disabled={busy || !crops}
          aria-pressed={chosen?.photo === photo.id && chosen.mode !== 'chosen'}
          onClick={crop}
        >
          <CropIcon size={14} aria-hidden="true" />
          {t('command.cropPicture')}
        </button>
      </div>
      {crops && (
        <Row label={t('pictures.fit')}>
          <Segments
            label={`${name} ${t('pictures.fit')}`}
            value={photo.whole ? 'whole' : 'fill'}
            choices={[
              { value: 'fill', title: t('pictures.fill') },
              { value: 'whole', title: t('pictures.whole') },
            ]}
            disabled={busy}
            onChoice={(value) => store.edit(cropEdit(photo, { whole: value === 'whole' }), 'edit.crop')}
          />
          <NumberField
            label={`${name} ${t('pictures.zoom')}`}
            unit="%"
            value={Math.round((photo.zoom ?? 1) * 100)}
            least={100}
            most={MOST_ZOOM * 100}
            disabled={busy || photo.whole === true}
            onNumber={(percent) => store.editSoon(cropEdit(photo, { zoom: percent / 100 }), 'edit.crop', `zoom ${photo.id}`)}
            onLeave={leave}
          />
        </Row>
      )}
    </>
  );
}

/** A click sets the point that a crop keeps. By keyboard the arrows do, in the frame on the page. */
function Thumbnail({ photo, name }: Pick<PhotoCardProps, 'photo' | 'name'>) {
  const { t } = useTranslation();
  const set = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const focus = { x: (event.clientX - box.x) / box.width, y: (event.clientY - box.y) / box.height };
    if (event.detail > 0) store.edit(cropEdit(photo, { focus }), 'edit.focus');
  };
  return (
    <button type="button" className="photo-thumb" tabIndex={-1} title={t('pictures.setFocus')} onClick={set}>
      <SmallPhoto photo={photo} name={name} />
      <span
        className="crop-focus"
        aria-hidden="true"
        style={{ left: `${photo.focus.x * 100}%`, top: `${photo.focus.y * 100}%` }}
      />
    </button>
  );
}

interface ToolProps {
  readonly title: string;
  readonly icon: typeof X;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function Tool({ title, icon: Icon, disabled, onClick }: ToolProps) {
  return (
    <button type="button" className="button icon-button" aria-label={title} title={title} disabled={disabled} onClick={onClick}>
      <Icon size={14} aria-hidden="true" />
    </button>
  );
}
