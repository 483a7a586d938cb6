import { useTranslation } from 'react-i18next';
import type { Issue, PhotoGroup } from '../../engine/issue/index';
import { LONGEST_LINE } from '../../engine/issue/text-fields';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import { GroupPictures } from '../pictures/GroupPictures';
import { store } from '../state/store';
import { groupEdit } from '../state/text-edits';
import { leave, oneLine } from './field-text';

interface GroupFieldsProps {
  readonly group: PhotoGroup;
  readonly issue: Issue;
}

/** Pictures, label, shared caption and credit of a photo group. */
export function GroupFields({ group, issue }: GroupFieldsProps) {
  const { t } = useTranslation();
  const change = (name: string, part: Parameters<typeof groupEdit>[1]) =>
    store.editSoon(groupEdit(group, part), `edit.${name}`, `group ${group.id} ${name}`);
  return (
    <Section title={t('inspector.text')} aside={t('inspector.pictureCount', { n: group.pictures.length })}>
      <GroupPictures group={group} issue={issue} />
      <Row label={t('inspector.label')}>
        <TextField
          of={{ list: 'groups', id: group.id, field: 'label' }}
          label={t('inspector.label')}
          value={group.label}
          maxLength={LONGEST_LINE}
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
          maxLength={LONGEST_LINE}
          onText={(credit) => change('credit', { credit })}
          onLeave={leave}
        />
      </Row>
    </Section>
  );
}
