import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitDifference } from '../../engine/issue/issue-differences';
import type { ParagraphDifference, TextPiece } from '../../engine/issue/text-difference';
import { pathWords } from './path-words';

interface DifferenceListProps {
  readonly differences: readonly UnitDifference[];
  /** Gives an article its earlier state. */
  readonly onRestore?: (article: string) => void;
}

/** Part by part: paragraphs that changed with what went and what came, everything else as two values. */
export const DifferenceList = memo(function DifferenceList({ differences, onRestore }: DifferenceListProps) {
  const { t } = useTranslation();
  if (differences.length === 0) return <p className="soft">{t('records.noDifference')}</p>;
  return (
    <ul className="differences">
      {differences.map(({ unit, title, kind, paragraphs, values }) => {
        const [list, id] = unit.split(':');
        return (
          <li key={unit}>
            <header>
              <span className="chip" data-kind={kind}>
                {t(`records.change.${kind}`)}
              </span>
              <strong>{`${t(`records.unit.${list}`)} ${title || (id ?? '')}`}</strong>
              <span className="spacer" />
              {onRestore && list === 'article' && kind !== 'added' && (
                <button type="button" className="button" data-look="outline" onClick={() => onRestore(id!)}>
                  {t('records.restoreOne')}
                </button>
              )}
            </header>
            {keyed(paragraphs).map(({ key, pieces }) => (
              <p key={key} className="paragraph">
                <Pieces pieces={pieces} />
              </p>
            ))}
            {values.map(({ path, ours, theirs }) => (
              <p key={path} className="paragraph">
                <span className="soft">{pathWords(path, t)}</span> {ours !== '' && <del>{ours}</del>}{' '}
                {theirs !== '' && <ins>{theirs}</ins>}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
});

/** Paragraphs that differ, by their places: a list that is shown once and never changes. */
function keyed(paragraphs: readonly ParagraphDifference[]) {
  return paragraphs
    .map((paragraph, index) => ({ ...paragraph, key: `paragraph ${index}` }))
    .filter(({ kind }) => kind !== 'same');
}

function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces
    .map((piece, index) => ({ ...piece, key: `piece ${index}` }))
    .map(({ kind, text, key }) => {
      if (kind === 'added') return <ins key={key}>{text}</ins>;
      if (kind === 'removed') return <del key={key}>{text}</del>;
      return <span key={key}>{text}</span>;
    });
}
