import { Menu } from '@base-ui/react/menu';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { applyAll, type Id, type Issue } from '../../engine/issue/index';
import { importFiles } from '../state/jobs';
import { type PictureGoal, pictureMove } from '../state/picture-moves';
import { store, useDesk } from '../state/store';
import { SmallPhoto } from './SmallPhoto';

interface AddPictureProps {
  readonly owner: Exclude<PictureGoal, 'stock'>;
  readonly issue: Issue;
}

/** Gives a story or a group another picture: from the stock, or from a file. */
export function AddPicture({ owner, issue }: AddPictureProps) {
  const { t } = useTranslation();
  const busy = useDesk(({ job, readOnly }) => job !== null || readOnly !== null);
  const stock = stockOf(issue);
  const give = (photo: Id) => {
    const { issue: now } = store.get();
    const edit = now && pictureMove(now, photo, owner);
    if (edit) store.edit(edit, 'edit.addPicture');
  };
  const fromFiles = () =>
    importFiles(undefined, (after, photos) =>
      photos.reduce((current, id) => {
        const edit = pictureMove(current, id, owner);
        return edit ? applyAll(current, [edit]) : current;
      }, after),
    );
  return (
    <Menu.Root>
      <Menu.Trigger className="button" data-look="outline" disabled={busy}>
        <Plus size={14} aria-hidden="true" />
        {t('edit.addPicture')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" side="bottom" align="start">
          <Menu.Popup className="menu long">
            <Menu.Item className="menu-item" onClick={() => void fromFiles()}>
              {t('pictures.fromFile')}
            </Menu.Item>
            {stock.length > 0 && <Menu.Separator className="menu-line" />}
            {stock.map((photo) => (
              <Menu.Item key={photo.id} className="menu-item stock-item" onClick={() => give(photo.id)}>
                <SmallPhoto photo={photo} />
                {photo.caption || photo.file}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Photographs that belong to nothing yet. */
function stockOf({ photos, articles, groups, advertisements }: Issue) {
  const taken = new Set<Id>([
    ...articles.flatMap((article) => article.photos),
    ...groups.flatMap(({ pictures }) => pictures.map(({ photo }) => photo)),
    ...advertisements.map(({ photo }) => photo),
  ]);
  return photos.filter(({ id }) => !taken.has(id));
}
