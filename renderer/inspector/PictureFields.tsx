import { useTranslation } from 'react-i18next';
import type { Article, Issue, Photo } from '../../engine/issue/index';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { replacePhoto } from '../state/documents';
import { itemOf } from '../state/facts';
import { store, useDesk } from '../state/store';
import { articleEdit, photoEdit } from '../state/text-edits';
import { LINE_LENGTH, leave, oneLine } from './field-text';

interface PictureFieldsProps {
  readonly article: Article;
  readonly issue: Issue;
}

/** Captions and credits of an article's pictures, also of those that have not come yet. */
export function PictureFields({ article, issue }: PictureFieldsProps) {
  const { t } = useTranslation();
  const { photos, awaited = [] } = article;
  if (photos.length + awaited.length === 0) return null;
  return (
    <Section title={t('inspector.pictures')} aside={t('inspector.pictureCount', { n: photos.length })}>
      {photos.map((id, index) => {
        const photo = itemOf(issue, 'photos', id);
        return photo && <PhotoFields key={id} photo={photo} name={t('inspector.picture', { number: index + 1 })} />;
      })}
      {awaited.map((picture, index) => (
        <div key={picture.number} className="photo">
          <p className="hint">{t('inspector.awaited', { number: picture.number })}</p>
          <Row label={t('inspector.caption')}>
            <TextField
              label={`${t('inspector.picture', { number: picture.number })} ${t('inspector.caption')}`}
              value={picture.caption}
              normal={oneLine}
              lines="few"
              onText={(text) => {
                const changed = awaited.with(index, { ...picture, caption: oneLine(text) });
                store.editSoon(
                  articleEdit(issue, article, { awaited: changed }),
                  'edit.caption',
                  `awaited ${article.id} ${index}`,
                );
              }}
              onLeave={leave}
            />
          </Row>
        </div>
      ))}
    </Section>
  );
}

/** The picture with its own caption and credit. */
function PhotoFields({ photo, name }: { readonly photo: Photo; readonly name: string }) {
  const { t } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle);
  const isLost = useDesk(({ missing }) => missing.has(photo.asset));
  const busy = useDesk(({ job, readOnly }) => job !== null || readOnly !== null);
  return (
    <div className="photo">
      <img src={`/assets/${handle}/${photo.preview ?? photo.asset}`} alt={name} loading="lazy" />
      <div className="photo-state">
        {isLost && <span data-tone="error">{t('inspector.photoLost', { file: photo.file })}</span>}
        <button type="button" className="button" data-look="outline" disabled={busy} onClick={() => void replacePhoto(photo.id)}>
          {t('inspector.replacePhoto')}
        </button>
      </div>
      <Row label={t('inspector.caption')}>
        <TextField
          of={{ list: 'photos', id: photo.id, field: 'caption' }}
          label={`${name} ${t('inspector.caption')}`}
          value={photo.caption}
          normal={oneLine}
          lines="few"
          onText={(text) => store.editSoon(photoEdit(photo, { caption: oneLine(text) }), 'edit.caption', `caption ${photo.id}`)}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.credit')}>
        <TextField
          of={{ list: 'photos', id: photo.id, field: 'credit' }}
          label={`${name} ${t('inspector.credit')}`}
          value={photo.credit}
          maxLength={LINE_LENGTH}
          onText={(credit) => store.editSoon(photoEdit(photo, { credit }), 'edit.credit', `credit ${photo.id}`)}
          onLeave={leave}
        />
      </Row>
    </div>
  );
}
