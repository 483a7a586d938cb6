import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import { missingRows } from '../state/facts';
import { type DeskState, pageOfBlock, useDesk } from '../state/store';

/** +23 字, 空 5 行 or 正好: how a block's content meets its place. */
export function FitMark({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const fit = useDesk((state) => fitOf(state, block));
  if (!fit) return null;
  const missing = missingRows(block, fit);
  if (fit.oversetChars > 0)
    return (
      <span className="fit" data-tone="error">
        {t('inspector.over', { n: fit.oversetChars })}
      </span>
    );
  if (missing > 0)
    return (
      <span className="fit" data-tone="warning">
        {t('inspector.under', { count: missing })}
      </span>
    );
  return (
    <span className="fit" data-tone="ok">
      <Check size={12} aria-hidden="true" /> {t('inspector.fits')}
    </span>
  );
}

/** How the block's content met its place when it was last composed. */
export function fitOf({ issue, layouts }: DeskState, { id }: Block): BlockFit | undefined {
  return layouts.get(pageOfBlock(issue, id) ?? 0)?.fits.find(({ block }) => block === id);
}
