import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isFurniture } from '../../engine/issue/index';
import { CommandButton } from '../controls/CommandButton';
import { useDesk } from '../state/store';

/** What can be done with a page on which nothing stands yet. */
export function EmptyPage() {
  const { t } = useTranslation();
  const empty = useDesk(
    ({ issue, page, proposals, tool }) =>
      proposals === null &&
      tool === 'select' &&
      issue?.pages[page - 1]?.blocks.every(({ content }) => isFurniture(content)) === true,
  );
  const waiting = useDesk(({ issue }) => (issue?.articles.length ?? 0) > 0);
  if (!empty) return null;
  return (
    <div className="empty-page">
      <FileText size={16} aria-hidden="true" />
      <p>{t(waiting ? 'canvas.empty' : 'library.dropFirst')}</p>
      <CommandButton
        command={waiting ? 'propose' : 'import'}
        text={t(waiting ? 'command.propose' : 'command.import')}
        look="outline"
      />
    </div>
  );
}
