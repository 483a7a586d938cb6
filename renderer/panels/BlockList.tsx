import { useTranslation } from 'react-i18next';
import type { Block, Issue } from '../../engine/issue/index';
import { selected } from '../state/commands';
import { missingRows, titleOf } from '../state/facts';
import { store, useDesk } from '../state/store';

/** The blocks of the page as a list beside the canvas, for those who hear the page; changes of the selected one are told. */
export function BlockList() {
  const { t } = useTranslation();
  const issue = useDesk((state) => state.issue);
  const number = useDesk((state) => state.page);
  const block = useDesk(selected);
  const say = useBlockWords();
  const page = issue?.pages[number - 1];
  if (!issue || !page) return null;
  return (
    <div className="hidden">
      <ul aria-label={t('block.list', { page: number })}>
        {page.blocks.map((item) => (
          <li key={item.id}>
            <button type="button" tabIndex={-1} aria-current={item === block || undefined} onClick={() => store.select(item.id)}>
              {say(issue, item)}
            </button>
          </li>
        ))}
      </ul>
      <p aria-live="polite">{block && say(issue, block)}</p>
    </div>
  );
}

/** “文章《…》，3 栏 34 行，溢出 23 字”. */
function useBlockWords(): (issue: Issue, block: Block) => string {
  const { t } = useTranslation();
  const layout = useDesk(({ layouts, page }) => layouts.get(page));
  return (issue, block) => {
    const { columns, rows } = block.rect;
    const title = titleOf(issue, block);
    const kind = t(`block.kind.${block.content.kind}`);
    const fit = layout?.fits.find((candidate) => candidate.block === block.id);
    const missing = fit ? missingRows(block, fit) : 0;
    return [
      t(title === '' ? 'block.plain' : 'block.summary', { kind, title, columns, rows }),
      fit && fit.oversetChars > 0 ? t('block.over', { n: fit.oversetChars }) : '',
      missing > 0 ? t('block.under', { n: missing }) : '',
    ].join('');
  };
}
