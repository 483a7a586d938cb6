import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../engine/issue/index';
import { missingRows } from '../state/facts';
import { pageOfBlock, useDesk } from '../state/store';

/** +23 字, 空 5 行 or 正好: how a block's content meets its place. */
export function FitMark({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const fit = useDesk(({ issue, layouts }) =>
    layouts.get(pageOfBlock(issue, block.id) ?? 0)?.fits.find((candidate) => candidate.block === block.id),
  );
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
