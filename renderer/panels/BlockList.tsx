import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import { selected } from '../state/block-changes';
import { missingRows, titleOf } from '../state/facts';
import { store, useDeskAtRest } from '../state/store';

/** The blocks of the page as a list beside the canvas, for those who hear the page; changes of the selected one are told. */
export function BlockList() {
  const { t } = useTranslation();
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  const number = useDeskAtRest((state) => state.page);
  const layout = useDeskAtRest(({ layouts, page }) => layouts.get(page));
  const chosen = useDeskAtRest(selected);
  const page = issue?.pages[number - 1];
  if (!issue || !page) return null;
  const fitOf = ({ id }: Block) => layout?.fits.find((fit) => fit.block === id);
  const picturesOf = ({ id }: Block) => layout?.pictures.filter(({ block }) => block === id).length ?? 0;
  const wordsOf = (block: Block) => (
    <BlockWords block={block} title={titleOf(issue, block)} fit={fitOf(block)} pictures={picturesOf(block)} />
  );
  return (
    <div className="hidden">
      <ul aria-label={t('block.list', { page: number })}>
        {page.blocks.map((block) => (
          <li key={block.id}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={block === chosen || undefined}
              onClick={() => store.select(block.id)}
            >
              {wordsOf(block)}
            </button>
          </li>
        ))}
      </ul>
      <p aria-live="polite">{chosen && wordsOf(chosen)}</p>
    </div>
  );
}

interface BlockWordsProps {
  readonly block: Block;
  readonly title: string;
  readonly fit: BlockFit | undefined;
  readonly pictures: number;
}

/** “文章《…》，3 栏 34 行，溢出 23 字”. */
const BlockWords = memo(function BlockWords({ block, title, fit, pictures }: BlockWordsProps) {
  const { t } = useTranslation();
  const { columns, rows } = block.rect;
  const kind = t(`block.kind.${block.content.kind}`);
  const missing = fit ? missingRows(block, fit) : 0;
  return (
    <>
      {t(title === '' ? 'block.plain' : 'block.summary', { kind, title, columns, rows })}
      {pictures > 0 && t('block.pictures', { count: pictures })}
      {fit && fit.oversetChars > 0 && t('block.over', { count: fit.oversetChars })}
      {missing > 0 && t('block.under', { count: missing })}
    </>
  );
});
