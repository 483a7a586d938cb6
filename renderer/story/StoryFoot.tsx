/** Length of the story in characters and rows, the caret's place on the page, and what does not fit. */
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Article, type Block, countCharacters, flatBody } from '../../engine/issue/index';
import type { PlacedTextLine } from '../canvas/text/caret';
import { useDesk } from '../state/store';
import { useStoryCaret } from '../state/story-caret';
import { columnAndRow, depthOf } from './story-places';

interface StoryFootProps {
  readonly article: Article;
  readonly blocks: readonly Block[];
  readonly lines: readonly PlacedTextLine[];
}

export function StoryFoot({ article, blocks, lines }: StoryFootProps) {
  const { t, i18n } = useTranslation();
  const caret = useStoryCaret();
  const layouts = useDesk((state) => state.layouts);
  const text = flatBody(article);
  const depth = depthOf({ layouts }, blocks, lines);
  const inBody = caret?.ref.field === 'body' && caret.ref.id === article.id;
  const place = inBody ? columnAndRow(lines, caret.from) : undefined;
  return (
    <footer className="story-foot">
      <Figure name={t('story.chars')} value={countCharacters(text).toLocaleString(i18n.language)} />
      {depth && <Figure name={t('story.depth')} value={t('story.depthOf', { ...depth })} />}
      <div className="story-place-figures">
        <span className="soft">
          {place && t('story.at', place)}
          {place && ' · '}
          {inBody && t('story.char', { n: countCharacters(text.slice(0, caret.from)) })}
        </span>
        {depth && <Meter needed={depth.needed} room={depth.room} />}
      </div>
      {!depth && <span className="soft">{t('story.unplaced')}</span>}
      {depth && depth.overset > 0 && (
        <strong className="story-verdict" data-tone="error" role="status">
          <TriangleAlert size={12} aria-hidden="true" /> {t('pages.over', { n: depth.overset })}
        </strong>
      )}
      {depth && depth.overset === 0 && depth.missing > 0 && (
        <strong className="story-verdict" data-tone="warning" role="status">
          {t('pages.under', { n: depth.missing })}
        </strong>
      )}
    </footer>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <dl className="story-figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </dl>
  );
}

/** How much of the room the text takes; what is over stands behind the room's end. */
function Meter({ needed, room }: { readonly needed: number; readonly room: number }) {
  const whole = Math.max(needed, room, 1);
  const share = (rows: number) => `${(100 * rows) / whole}%`;
  return (
    <div className="story-meter" aria-hidden="true">
      <span style={{ width: share(Math.min(needed, room)) }} />
      {needed > room && <span data-tone="error" style={{ width: share(needed - room) }} />}
    </div>
  );
}
