import { useTranslation } from 'react-i18next';
import type { Issue, PhotoGroup } from '../../engine/issue/index';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { itemOf } from '../state/facts';
import { store, useDesk } from '../state/store';
import { groupEdit } from '../state/text-edits';
import { LINE_LENGTH, leave, oneLine } from './field-text';

interface GroupFieldsProps {
  readonly group: PhotoGroup;
  readonly issue: Issue;
}

/** Label, shared caption and credit of a photo group. */
export function GroupFields({ group, issue }: GroupFieldsProps) {
  const { t } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle);
  const change = (name: string, part: Parameters<typeof groupEdit>[1]) =>
    store.editSoon(groupEdit(group, part), `edit.${name}`, `group ${group.id} ${name}`);
  return (
    <Section title={t('inspector.text')} aside={t('inspector.pictureCount', { n: group.pictures.length })}>
      <div className="strip">
        {group.pictures.map(({ number, photo }) => {
          const asset = itemOf(issue, 'photos', photo)?.asset;
          const name = t('inspector.picture', { number });
          if (asset === undefined) return <span key={number}>{t('inspector.awaited', { number })}</span>;
          return <img key={number} src={`/assets/${handle}/${asset}`} alt={name} title={name} loading="lazy" />;
        })}
      </div>
      <Row label={t('inspector.label')}>
        <TextField
          of={{ list: 'groups', id: group.id, field: 'label' }}
          label={t('inspector.label')}
          value={group.label}
          maxLength={LINE_LENGTH}
          onText={(label) => change('label', { label })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.caption')}>
        <TextField
          of={{ list: 'groups', id: group.id, field: 'caption' }}
          label={t('inspector.caption')}
          value={group.caption}
          normal={oneLine}
          lines="few"
          onText={(text) => change('caption', { caption: oneLine(text) })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.credit')}>
        <TextField
          of={{ list: 'groups', id: group.id, field: 'credit' }}
          label={t('inspector.credit')}
          value={group.credit}
          maxLength={LINE_LENGTH}
          onText={(credit) => change('credit', { credit })}
          onLeave={leave}
        />
      </Row>
    </Section>
  );
}
