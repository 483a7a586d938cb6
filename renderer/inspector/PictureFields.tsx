import { memo } from 'react';
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
import { photoEdit } from '../state/text-edits';
import { editOfArticle, leave, oneLine } from './field-text';

interface PictureFieldsProps {
  readonly article: Article;
  readonly issue: Issue;
}

/**
 * Captions and credits of an article's pictures, also of those that have not come yet. Drawn again only when pictures or their
 * places change: someone may be writing the article's text, which edits therefore take from the document as it is by then.
 */
export const PictureFields = memo(function PictureFields({
  article: { id: owner, photos, awaited = [] },
  issue,
}: PictureFieldsProps) {
  const { t } = useTranslation();
  const move = (from: number, step: 1 | -1) => {
    const to = from + step;
    if (to < 0 || to >= photos.length) return;
    const edit = editOfArticle(owner, { photos: photos.with(from, photos[to]!).with(to, photos[from]!) });
    if (edit) store.edit(edit, 'edit.orderPictures');
  };
  const remove = (photo: Id) => {
    const { issue: now } = store.get();
    const edit = now && pictureMove(now, photo, 'stock');
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
              <PlaceFields article={owner} photo={photo} name={name} issue={issue} />
              <PhotoWords photo={photo} name={name} />
            </div>
          )
        );
      })}
      <AddPicture owner={{ list: 'articles', id: owner }} issue={issue} />
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
                const edit = editOfArticle(owner, { awaited: changed });
                if (edit) store.editSoon(edit, 'edit.caption', `awaited ${owner} ${index}`);
              }}
              onLeave={leave}
            />
          </Row>
        </div>
      ))}
    </Section>
  );
}, looksSame);

function looksSame(one: PictureFieldsProps, other: PictureFieldsProps): boolean {
  const [before, after] = [one.article, other.article];
  const same = before.id === after.id && before.photos === after.photos && before.awaited === after.awaited;
  return same && samePictures(one.issue, other.issue);
}

/** Whether the photographs, their places and whose they are stayed as they were. */
function samePictures(before: Issue, after: Issue): boolean {
  return (
    before.photos === after.photos &&
    before.pages === after.pages &&
    before.spec === after.spec &&
    before.groups === after.groups &&
    before.advertisements === after.advertisements &&
    before.articles.length === after.articles.length &&
    before.articles.every(({ photos }, at) => photos === after.articles[at]!.photos)
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
