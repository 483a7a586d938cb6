import { Menu } from '@base-ui/react/menu';
import { FolderInput, Image as ImageIcon } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, Issue, Photo } from '../../engine/issue/index';
import { CommandButton } from '../controls/CommandButton';
import { rove } from '../controls/rove';
import { SmallPhoto } from '../pictures/SmallPhoto';
import { type MaterialRow, materialRows } from '../state/facts';
import { holdPhoto } from '../state/held';
import { type PictureGoal, pictureMove } from '../state/picture-moves';
import { store, useDeskAtRest } from '../state/store';
import { NotFound, SearchField } from './SearchField';

/** The photographs of the issue with what they belong to. */
export function PictureList() {
  const { t } = useTranslation();
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  const [search, setSearch] = useState('');
  const owners = useMemo(() => (issue ? ownersOf(issue) : new Map<Id, MaterialRow>()), [issue]);
  if (!issue) return null;
  if (issue.photos.length === 0) return <NoPictures />;
  const words = search.trim().toLowerCase();
  const found = issue.photos.filter(({ file, caption }) => `${file} ${caption}`.toLowerCase().includes(words));
  return (
    <>
      <SearchField label={t('library.searchPictures')} value={search} onText={setSearch} />
      {found.length === 0 && <NotFound text={search} onClear={() => setSearch('')} />}
      <div className="rows" data-list>
        {found.map((photo, index) => (
          <div key={photo.id} className="picture-line">
            <PictureRow photo={photo} owner={owners.get(photo.id)} first={index === 0} />
            <MoveMenu photo={photo} owner={owners.get(photo.id)} issue={issue} />
          </div>
        ))}
      </div>
    </>
  );
}

interface PictureRowProps {
  readonly photo: Photo;
  readonly owner: MaterialRow | undefined;
  readonly first: boolean;
}

function PictureRow({ photo, owner, first }: PictureRowProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="plain-row picture"
      data-item
      onKeyDown={rove}
      tabIndex={first ? 0 : -1}
      aria-disabled={!owner}
      title={`${photo.file}　${photo.width} × ${photo.height}`}
      draggable={owner?.material.list !== 'advertisements'}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData('text/plain', photo.file);
        dataTransfer.effectAllowed = 'move';
        holdPhoto(photo.id);
      }}
      onDragEnd={() => holdPhoto(null)}
      onClick={() =>
        owner && (owner.block === null ? store.inspect(owner.material) : store.showBlock(owner.block, owner.material))
      }
    >
      <SmallPhoto photo={photo} />
      <span className="picture-name">{photo.caption || photo.file}</span>
      <span className="picture-notes">{owner?.title}</span>
      <span className="figure">{`${photo.width} × ${photo.height}`}</span>
      {owner && owner.page > 0 && <span className="page-chip">{t('library.page', { page: owner.page })}</span>}
    </button>
  );
}

interface MoveMenuProps {
  readonly photo: Photo;
  readonly owner: MaterialRow | undefined;
  readonly issue: Issue;
}

/** Gives a picture that came to the wrong story to another one. A picture of an advertisement stays with it. */
function MoveMenu({ photo, owner, issue }: MoveMenuProps) {
  const { t } = useTranslation();
  if (owner?.material.list === 'advertisements') return null;
  const goals = materialRows(issue).filter(({ material }) => material.list === 'articles' || material.list === 'groups');
  const move = (goal: PictureGoal) => {
    const edit = pictureMove(issue, photo.id, goal);
    if (edit) store.edit(edit, 'edit.movePicture');
  };
  return (
    <Menu.Root>
      <Menu.Trigger className="button icon-button" aria-label={t('library.movePicture', { name: photo.caption || photo.file })}>
        <FolderInput size={14} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" side="bottom" align="end">
          <Menu.Popup className="menu long">
            {owner && (
              <Menu.Item className="menu-item" onClick={() => move('stock')}>
                {t('library.toStock')}
              </Menu.Item>
            )}
            {goals
              .filter((row) => row !== owner)
              .map(({ material, title }) => (
                <Menu.Item
                  key={`${material.list} ${material.id}`}
                  className="menu-item"
                  onClick={() => move({ list: material.list as 'articles' | 'groups', id: material.id })}
                >
                  {title || t(`library.kind.${material.list}`)}
                </Menu.Item>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function NoPictures() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <ImageIcon size={16} aria-hidden="true" />
      <p>{t('library.noPictures')}</p>
      <CommandButton command="import" text={t('command.import')} look="outline" />
    </div>
  );
}

/** The article, group or advertisement that a photograph belongs to. */
function ownersOf(issue: Issue): ReadonlyMap<Id, MaterialRow> {
  const rows = new Map(materialRows(issue).map((row) => [`${row.material.list} ${row.material.id}`, row]));
  const owners = new Map<Id, MaterialRow>();
  const add = (photo: Id, key: string) => {
    const row = rows.get(key);
    if (row) owners.set(photo, row);
  };
  for (const { id, photos } of issue.articles) for (const photo of photos) add(photo, `articles ${id}`);
  for (const { id, pictures } of issue.groups) for (const { photo } of pictures) add(photo, `groups ${id}`);
  for (const { id, photo } of issue.advertisements) add(photo, `advertisements ${id}`);
  return owners;
}
