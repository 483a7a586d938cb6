import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, Issue, PhotoGroup } from '../../engine/issue/index';
import { NumberField } from '../controls/NumberField';
import { Row } from '../controls/Section';
import { Segments } from '../controls/Segments';
import { leave } from '../inspector/field-text';
import { PhotoWords } from '../inspector/PictureFields';
import { itemOf } from '../state/facts';
import { store, useDesk } from '../state/store';
import { groupEdit } from '../state/text-edits';
import { AddPicture } from './AddPicture';
import { numbered, reordered, withoutPicture } from './group-order';
import { PhotoCard } from './PhotoCard';
import { SmallPhoto } from './SmallPhoto';

interface GroupPicturesProps {
  readonly group: PhotoGroup;
  readonly issue: Issue;
}

const MOST_NUMBER = 999;

/** The pictures of a group: dragged or moved by Alt with an arrow into another order, taken out, added; captions for all or each. */
export function GroupPictures({ group, issue }: GroupPicturesProps) {
  const { t } = useTranslation();
  const readOnly = useDesk((state) => state.readOnly !== null);
  const [held, setHeld] = useState<number | null>(null);
  const [open, setOpen] = useState<Id | null>(null);
  const put = (changed: PhotoGroup, name: string) => {
    if (changed !== group) store.edit({ type: 'put', list: 'groups', item: changed }, name);
  };
  const move = (from: number, to: number) => put(reordered(group, from, to), 'edit.orderPictures');
  const each = group.each === true;
  return (
    <>
      <ol className="group-pictures">
        {group.pictures.map(({ number, photo }, index) => (
          <Slot
            key={photo || number}
            {...{ number, index, issue, readOnly }}
            photo={photo}
            held={held === index}
            open={open === photo && photo !== ''}
            onOpen={() => setOpen(open === photo ? null : photo)}
            onHold={setHeld}
            onDrop={() => {
              if (held !== null) move(held, index);
              setHeld(null);
            }}
            onMove={(step) => move(index, index + step)}
          />
        ))}
      </ol>
      {group.pictures.map(({ number, photo: id }, index) => {
        const photo = open === id ? itemOf(issue, 'photos', id) : undefined;
        const name = t('inspector.picture', { number });
        return (
          photo && (
            <div key={id} className="photo" data-photo={id}>
              <PhotoCard
                photo={photo}
                name={name}
                issue={issue}
                onMove={group.pictures.length > 1 ? (step) => move(index, index + step) : undefined}
                onRemove={() => put(withoutPicture(group, index), 'edit.removePicture')}
              />
              <Row label={t('pictures.number')}>
                <NumberField
                  label={`${name} ${t('pictures.number')}`}
                  unit=""
                  value={number}
                  least={1}
                  most={MOST_NUMBER}
                  disabled={readOnly}
                  onNumber={(next) => put(numbered(group, index, next), 'edit.number')}
                  onLeave={leave}
                />
              </Row>
              <PhotoWords photo={photo} name={name} />
            </div>
          )
        );
      })}
      <AddPicture owner={{ list: 'groups', id: group.id }} issue={issue} />
      <Row label={t('pictures.captions')}>
        <Segments
          label={t('pictures.captions')}
          value={each ? 'each' : 'shared'}
          choices={[
            { value: 'shared', title: t('pictures.shared') },
            { value: 'each', title: t('pictures.each') },
          ]}
          disabled={readOnly}
          onChoice={(value) => {
            const { each: _, ...rest } = group;
            store.edit(groupEdit(rest, value === 'each' ? { each: true } : {}), 'edit.captions');
          }}
        />
      </Row>
    </>
  );
}

interface SlotProps {
  readonly number: number;
  readonly index: number;
  readonly photo: Id;
  readonly issue: Issue;
  readonly readOnly: boolean;
  readonly held: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onHold: (index: number | null) => void;
  readonly onDrop: () => void;
  readonly onMove: (step: 1 | -1) => void;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** A place of the group with its number. */
function Slot({ number, index, photo, issue, readOnly, held, open, onOpen, onHold, onDrop, onMove }: SlotProps) {
  const { t } = useTranslation();
  const found = itemOf(issue, 'photos', photo);
  const name = t('inspector.picture', { number });
  const key = (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    if (step === undefined || readOnly) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(step);
  };
  const drag = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', name);
    onHold(index);
  };
  return (
    <li>
      <button
        type="button"
        className="group-slot"
        aria-expanded={open}
        aria-label={found ? t('pictures.slot', { name, words: found.caption || found.file }) : t('inspector.awaited', { number })}
        title={t('pictures.slotHint')}
        data-held={held || undefined}
        draggable={!readOnly}
        disabled={!found}
        onClick={onOpen}
        onKeyDown={key}
        onDragStart={drag}
        onDragEnd={() => onHold(null)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          onDrop();
        }}
      >
        {found && <SmallPhoto photo={found} />}
        <span className="slot-number">{number}</span>
      </button>
    </li>
  );
}
