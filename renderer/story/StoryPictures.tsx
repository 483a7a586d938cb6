/** The story's pictures: where each stands, with its caption and credit. */
import { useTranslation } from 'react-i18next';
import { type Article, type Block, isStory } from '../../engine/issue/index';
import { Row } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { SmallPhoto } from '../pictures/SmallPhoto';
import { itemOf } from '../state/facts';
import { pageOfBlock, store, useDesk } from '../state/store';
import { photoEdit } from '../state/text-edits';

interface StoryPicturesProps {
  readonly article: Article;
  readonly blocks: readonly Block[];
}

const CREDIT_LENGTH = 500;

export function StoryPictures({ article, blocks }: StoryPicturesProps) {
  const { t } = useTranslation();
  const issue = useDesk((state) => state.issue);
  if (!issue || article.photos.length === 0) return null;
  const placeOf = (photo: string) => {
    for (const block of blocks) {
      const picture = isStory(block.content) ? block.content.form.pictures.find((one) => one.photo === photo) : undefined;
      if (!picture) continue;
      const { column, columns, row, rows } = picture;
      const place = {
        page: pageOfBlock(issue, block.id),
        from: column + 1,
        to: column + columns,
        top: row + 1,
        foot: row + rows,
      };
      return t(columns === 1 ? 'story.pictureInColumn' : 'story.pictureAt', place);
    }
    return t('story.pictureUnplaced');
  };
  return (
    <ol className="story-pictures" aria-label={t('story.pictures')}>
      {article.photos.map((id, at) => {
        const photo = itemOf(issue, 'photos', id);
        if (!photo) return null;
        const write = (part: { caption: string } | { credit: string }, field: 'caption' | 'credit') =>
          store.editSoon(photoEdit(photo, part), `edit.${field}`, `photo ${id} ${field}`);
        return (
          <li key={id}>
            <SmallPhoto photo={photo} />
            <div>
              <p className="soft">
                {t('story.picture', { n: at + 1 })} · {placeOf(id)}
              </p>
              <Row label={t('inspector.caption')}>
                <TextField
                  of={{ list: 'photos', id, field: 'caption' }}
                  label={t('inspector.caption')}
                  value={photo.caption}
                  normal={(text) => text.replace(/\s*\n\s*/g, ' ')}
                  lines="few"
                  onText={(text) => write({ caption: text.replace(/\s*\n\s*/g, ' ') }, 'caption')}
                  onLeave={() => store.seal()}
                />
              </Row>
              <Row label={t('inspector.credit')}>
                <TextField
                  of={{ list: 'photos', id, field: 'credit' }}
                  label={t('inspector.credit')}
                  value={photo.credit}
                  maxLength={CREDIT_LENGTH}
                  onText={(credit) => write({ credit }, 'credit')}
                  onLeave={() => store.seal()}
                />
              </Row>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
