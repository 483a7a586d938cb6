import { useTranslation } from 'react-i18next';
import type { Block, Id, Issue, Photo } from '../../engine/issue/index';
import { Choice } from '../controls/Choice';
import { NumberField } from '../controls/NumberField';
import { Row } from '../controls/Section';
import { leave } from '../inspector/field-text';
import { store, useDesk } from '../state/store';
import { headOf } from './frames';
import { blocksOf, blockWith, columnsOf, formOf, type PicturePlace, placedIn, replaced } from './placing';

interface PlaceFieldsProps {
  /** The story's. */
  readonly article: Id;
  readonly photo: Photo;
  readonly name: string;
  readonly issue: Issue;
}

/** In which of its story's blocks a picture stands, its continuations included, and where there. */
export function PlaceFields({ article, photo, name, issue }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const readOnly = useDesk((state) => state.readOnly !== null);
  const parts = blocksOf(issue, article);
  if (parts.length === 0) return null;
  const block = blockWith(issue, article, photo.id);
  const choices = parts.map(({ block: part, page }, index) => ({
    value: part.id,
    title: t(index === 0 ? 'pictures.inFirst' : 'pictures.inPart', { page, part: index + 1 }),
  }));
  const put = (target: string) => {
    const edit = placedIn(issue, article, photo.id, target === '' ? null : target, headOf(store.get().layouts, target));
    if (edit) store.edit(edit, 'edit.placePicture');
  };
  return (
    <>
      <Row label={t('pictures.in')}>
        <Choice
          label={`${name} ${t('pictures.in')}`}
          value={block?.id ?? ''}
          choices={[{ value: '', title: t('pictures.inNone') }, ...choices]}
          disabled={readOnly}
          onChoice={put}
        />
      </Row>
      {block && <Where block={block} photo={photo} name={name} issue={issue} disabled={readOnly || block.locked} />}
    </>
  );
}

interface WhereProps extends Omit<PlaceFieldsProps, 'article'> {
  readonly block: Block;
  readonly disabled: boolean;
}

/** Columns and rows of the block, counted from 1 as people count. */
function Where({ block, photo, name, issue, disabled }: WhereProps) {
  const { t } = useTranslation();
  const form = formOf(block);
  const place = form?.pictures.find((picture) => picture.photo === photo.id);
  if (!form || !place) return null;
  const columns = columnsOf(block, form);
  const change = (part: Partial<PicturePlace>) => {
    const edit = replaced(issue, block, photo.id, part);
    if (edit) store.editSoon(edit, 'edit.placePicture', `place ${photo.id} ${Object.keys(part)}`);
  };
  const field = (key: 'column' | 'row' | 'columns' | 'rows', least: number, most: number, from: 0 | 1) => (
    <NumberField
      label={`${name} ${t(`pictures.${key}`)}`}
      unit={t(`pictures.${key}`)}
      value={place[key] + from}
      least={least}
      most={most}
      disabled={disabled}
      onNumber={(value) => change({ [key]: value - from })}
      onLeave={leave}
    />
  );
  return (
    <>
      <Row label={t('inspector.position')}>
        {field('column', 1, columns - place.columns + 1, 1)}
        {field('row', 1, block.rect.rows, 1)}
      </Row>
      <Row label={t('inspector.size')}>
        {field('columns', 1, columns, 0)}
        {field('rows', 1, block.rect.rows, 0)}
      </Row>
    </>
  );
}
