import { Menu } from '@base-ui/react/menu';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOffer, useOffer } from '../state/drawing';
import type { Drawn } from '../state/drawn';

const CHOICES: readonly Drawn[] = ['notice', 'group', 'advertisement'];

/** Asks what a drawn frame shall be. Esc leaves the page as it is. */
export const DrawMenu = memo(function DrawMenu() {
  const { t } = useTranslation();
  const offer = useOffer();
  if (!offer) return null;
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ x: offer.x, y: offer.y, width: 0, height: 0 }) };
  return (
    <Menu.Root open onOpenChange={(open) => !open && answerOffer(null)} modal={false}>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" anchor={anchor} side="bottom" align="start">
          <Menu.Popup className="menu" aria-label={t('drawn.title')}>
            {CHOICES.map((kind) => (
              <Menu.Item key={kind} className="menu-item" onClick={() => answerOffer(kind)}>
                {t(`drawn.choice.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
});
