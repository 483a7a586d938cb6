import { useTranslation } from 'react-i18next';
import type { Article, Id, Issue, Photo } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { AddPicture } from '../pictures/AddPicture';
import { PhotoCard } from '../pictures/PhotoCard';
import { PlaceFields } from '../pictures/PlaceFields';
import { itemOf } from '../state/facts';
import { pictureMove } from '../state/picture-moves';
import { store } from '../state/store';
import { articleEdit, photoEdit } from '../state/text-edits';
import { leave, oneLine } from './field-text';

interface PictureFieldsProps {
  readonly article: Article;
  readonly issue: Issue;
}

/** Captions and credits of an article's pictures, also of those that have not come yet. */
export function PictureFields({ article, issue }: PictureFieldsProps) {
  const { t } = useTranslation();
  const { photos, awaited = [] } = article;
  const move = (from: number, step: 1 | -1) => {
    const to = from + step;
    if (to < 0 || to >= photos.length) return;
    const changed = photos.with(from, photos[to]!).with(to, photos[from]!);
    store.edit({ type: 'put', list: 'articles', item: { ...article, photos: changed } }, 'edit.orderPictures');
  };
  const remove = (photo: Id) => {
    const edit = pictureMove(issue, photo, 'stock');
    if (edit) store.edit(edit, 'edit.removePicture');
  };
  return (
    <Section
      folded={photos.length + awaited.length === 0}
      title={t('inspector.pictures')}
      aside={t('inspector.pictureCount', { n: photos.length })}
    >
      {photos.map((id, index) => {
        const photo = itemOf(issue, 'photos', id);
        const name = t('inspector.picture', { number: index + 1 });
        return (
          photo && (
            <div key={id} className="photo" data-photo={id}>
              <PhotoCard
                photo={photo}
                name={name}
                issue={issue}
                onMove={photos.length > 1 ? (step) => move(index, step) : undefined}
                onRemove={() => remove(id)}
              />
              <PlaceFields article={article} photo={photo} name={name} issue={issue} />
              <PhotoWords photo={photo} name={name} />
            </div>
          )
        );
      })}
      <AddPicture owner={{ list: 'articles', id: article.id }} issue={issue} />
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

interface PhotoFieldsProps {
  readonly photo: Photo;
  readonly name: string;
}

/** Caption and credit of a photograph. */
export function PhotoWords({ photo, name }: PhotoFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
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
      <div data-field="credit">
        <Row label={t('inspector.credit')}>
          <TextField
            of={{ list: 'photos', id: photo.id, field: 'credit' }}
            label={`${name} ${t('inspector.credit')}`}
            value={photo.credit}
            maxLength={LONGEST_LINE}
            onText={(credit) => store.editSoon(photoEdit(photo, { credit }), 'edit.credit', `credit ${photo.id}`)}
            onLeave={leave}
          />
        </Row>
      </div>
    </>
  );
}
