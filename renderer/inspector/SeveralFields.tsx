import {
  AlignEndHorizontal,
  AlignEndVertical,
  AlignStartHorizontal,
  AlignStartVertical,
  LayoutGrid,
  RulerDimensionLine,
  UnfoldVertical,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { Row, Section } from '../controls/Section';
import { titleOf } from '../state/facts';
import { chosenBlocks } from '../state/selection';
import { store, useDesk } from '../state/store';

/** What can be done to several selected blocks at once; the first one is what the others are brought level with. */
export function SeveralFields() {
  const { t } = useTranslation();
  const issue = useDesk((state) => state.issue);
  const selection = useDesk((state) => state.selection);
  const also = useDesk((state) => state.also);
  if (!issue) return null;
  const blocks = chosenBlocks({ issue, selection, also });
  return (
    <>
      <header className="inspector-head">
        <LayoutGrid size={16} aria-hidden="true" />
        <div>
          <h2>{t('several.title', { count: blocks.length })}</h2>
          <p>{t('several.hint')}</p>
        </div>
      </header>
      <div className="inspector-body">
        <Section title={t('several.align')}>
          <Row label={t('several.edges')}>
            <CommandButton command="alignLeft" icon={AlignStartVertical} />
            <CommandButton command="alignRight" icon={AlignEndVertical} />
            <CommandButton command="alignTop" icon={AlignStartHorizontal} />
            <CommandButton command="alignBottom" icon={AlignEndHorizontal} />
          </Row>
          <Row label={t('several.size')}>
            <CommandButton command="sameWidth" icon={RulerDimensionLine} />
            <CommandButton command="sameHeight" icon={UnfoldVertical} />
          </Row>
        </Section>
        <Section title={t('several.blocks')}>
          <ul className="several">
            {blocks.map((block) => (
              <li key={block.id}>
                <button type="button" className="plain-row brief" onClick={() => store.select(block.id)}>
                  {titleOf(issue, block) || t(`block.kind.${block.content.kind}`)}
                </button>
              </li>
            ))}
          </ul>
          <div className="several-buttons">
            <CommandButton command="swapBlocks" text={t('command.swapBlocks')} look="outline" />
            <CommandButton command="mergeBlocks" text={t('command.mergeBlocks')} look="outline" />
            <CommandButton command="sendToPage" text={t('command.sendToPage')} look="outline" />
            <CommandButton command="lock" text={t('command.lock')} look="outline" />
            <CommandButton command="takeOffPage" text={t('command.takeOffPage')} look="outline" />
          </div>
        </Section>
      </div>
    </>
  );
}
