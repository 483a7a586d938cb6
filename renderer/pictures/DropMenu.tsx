import { Menu } from '@base-ui/react/menu';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerDrop, type DropChoice, type OfferedDrop } from './dropping';

const CHOICES: readonly DropChoice[] = ['replace', 'add', 'stock'];

/** Asks what is to become of pictures that were let go on a picture. Esc leaves everything as it is. */
export function DropMenu({ offer, onClose }: { readonly offer: OfferedDrop; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ x: offer.x, y: offer.y, width: 0, height: 0 }) };
  // One file takes the place of one picture.
  const choices = offer.paths.length === 1 ? CHOICES : CHOICES.slice(1);
  return (
    <Menu.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(isOpen) => !isOpen && onClose()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" anchor={anchor} side="bottom" align="start">
          <Menu.Popup className="menu" aria-label={t('pictures.drop.title')}>
            {choices.map((choice) => (
              <Menu.Item key={choice} className="menu-item" onClick={() => answerDrop(offer, choice)}>
                {t(`pictures.drop.${choice}`, { count: offer.paths.length })}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
