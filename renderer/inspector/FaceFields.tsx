import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFonts } from '../../electron/bridge';
import type { Issue } from '../../engine/issue/index';
import { Choice } from '../controls/Choice';
import { Row, Section } from '../controls/Section';
import { bridge } from '../state/bridge';
import { store } from '../state/store';

/** The faces of the program and, in place of each, one of the paper's own fonts. Reasons come in the user's language: key it by that. */
export function FaceFields({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const [fonts, setFonts] = useState<OwnFonts>();
  const look = useCallback(() => void bridge().ownFonts().then(setFonts), []);
  useEffect(look, [look]);
  if (!fonts) return null;
  const usable = fonts.own.filter(({ problem }) => problem === '');
  const refused = fonts.own.filter(({ problem }) => problem !== '');
  return (
    <Section title={t('faces.title')} folded>
      <p className="hint">{t('faces.hint', { folder: fonts.folder })}</p>
      <div className="row-body">
        <button type="button" className="button" data-look="outline" onClick={() => void bridge().openFontsFolder()}>
          {t('faces.openFolder')}
        </button>
        <button type="button" className="button" data-look="outline" onClick={look}>
          {t('faces.lookAgain')}
        </button>
      </div>
      {refused.map(({ id, problem }) => (
        <p key={id} className="hint" data-tone="error">
          {problem}
        </p>
      ))}
      {(usable.length > 0 || (issue.paper.faces ?? []).length > 0) &&
        fonts.roles.map((role) => <FaceRow key={role} issue={issue} role={role} usable={usable} />)}
    </Section>
  );
}

interface FaceRowProps {
  readonly issue: Issue;
  readonly role: string;
  readonly usable: OwnFonts['own'];
}

function FaceRow({ issue, role, usable }: FaceRowProps) {
  const { t } = useTranslation();
  const chosen = issue.paper.faces?.find((choice) => choice.role === role)?.face ?? '';
  const isLost = chosen !== '' && !usable.some(({ id }) => id === chosen);
  const choices = [
    { value: '', title: t('faces.ofProgram') },
    ...usable.map(({ id, name }) => ({ value: id, title: name })),
    ...(isLost ? [{ value: chosen, title: t('faces.lost', { face: chosen }) }] : []),
  ];
  const label = t(`faces.roles.${role}`);
  return (
    <Row label={label}>
      <Choice label={label} value={chosen} choices={choices} onChoice={(face) => choose(issue, role, face)} />
    </Row>
  );
}

function choose(issue: Issue, role: string, face: string): void {
  const others = (issue.paper.faces ?? []).filter((choice) => choice.role !== role);
  const faces = face === '' ? others : [...others, { role, face }];
  store.edit({ type: 'setPaper', paper: { ...issue.paper, faces } }, 'edit.faces');
}
