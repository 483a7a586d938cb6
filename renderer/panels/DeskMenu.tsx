/** The menu at the pointer, for what is under it: a block, a manuscript, a page's thumbnail. Text fields have the system's. */
import { Menu } from '@base-ui/react/menu';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandItem } from '../controls/CommandItem';
import { chosenPicture } from '../pictures/chosen';
import { commands, type DeskCommand } from '../state/commands';
import { chosenArticle } from '../state/facts';
import { setSection } from '../state/manuscript-commands';
import { store, useDesk } from '../state/store';
import { canJump, continueOn } from '../state/story-commands';

type Subject = 'block' | 'picture' | 'several' | 'page' | 'manuscript' | 'thumbnail';
/** Commands of one kind, under a word of their own. */
type Submenu = 'story' | 'box' | 'align' | 'marks' | 'plates' | 'weight';
/** A command, a line, the pages on which a story may go on, or the sections that a manuscript may belong to. */
type Item = DeskCommand | 'line' | 'pages' | 'sections' | { readonly menu: Submenu };

const ITEMS: Readonly<Record<Subject, readonly Item[]>> = {
  block: [
    'editWords',
    'arrangeRest',
    'line',
    'lock',
    'direction',
    { menu: 'box' },
    { menu: 'story' },
    'splitBlock',
    'line',
    'sendToPage',
    'takeOffPage',
  ],
  picture: [
    'replacePicture',
    'cropPicture',
    'focusPicture',
    'wholePicture',
    'line',
    'creditPicture',
    'showPicture',
    'line',
    'takePictureOut',
  ],
  several: [{ menu: 'align' }, 'swapBlocks', 'mergeBlocks', 'line', 'lock', { menu: 'box' }, 'line', 'sendToPage', 'takeOffPage'],
  page: [
    'fitPage',
    'actualSize',
    'toggleFacing',
    'line',
    { menu: 'marks' },
    'togglePlain',
    'line',
    'toggleSoftProof',
    { menu: 'plates' },
  ],
  manuscript: [
    'placeOnPage',
    'editStory',
    'line',
    { menu: 'weight' },
    'sections',
    'markProofed',
    'toggleFiller',
    'line',
    'cleanText',
    'versions',
    'takeOffPage',
  ],
  thumbnail: ['propose', 'proof', 'line', 'copyFurniture', 'packPage', 'signing', 'line', 'press'],
};

const SUBMENUS: Readonly<Record<Submenu, readonly Item[]>> = {
  story: ['continueBlock', 'pages', 'spread', 'mergeBlocks', 'line', 'previousPart', 'nextPart'],
  weight: ['weightAuto', 'weightLead', 'weightMajor', 'weightNormal', 'weightBrief'],
  box: ['outline', 'tint', 'thickThin', 'rules', 'ornament'],
  align: ['alignLeft', 'alignRight', 'alignTop', 'alignBottom', 'line', 'sameWidth', 'sameHeight'],
  marks: ['toggleGrid', 'toggleRows', 'toggleTrim', 'toggleRulers', 'toggleSnap'],
  plates: ['plateAll', 'plateC', 'plateM', 'plateY', 'plateK', 'plateSpot', 'plateInk'],
};

interface Place {
  readonly subject: Subject;
  readonly x: number;
  readonly y: number;
}

export function DeskMenu() {
  const [place, setPlace] = useState<Place | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = (event: MouseEvent) => {
      const subject = subjectOf(event.target);
      if (!subject) return;
      event.preventDefault();
      setPlace({ subject, x: event.clientX, y: event.clientY });
      setOpen(true);
    };
    window.addEventListener('contextmenu', show);
    return () => window.removeEventListener('contextmenu', show);
  }, []);
  if (!place) return null;
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ x: place.x, y: place.y, width: 0, height: 0 }) };
  return (
    <Menu.Root open={open} onOpenChange={setOpen} modal={false}>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" anchor={anchor} side="bottom" align="start">
          <Menu.Popup className="menu">
            <Items items={ITEMS[place.subject]} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Items({ items }: { readonly items: readonly Item[] }) {
  return items.map((item, index) => {
    const key = typeof item === 'string' ? item : item.menu;
    // Lines are told apart by what follows them.
    if (item === 'line') return <Menu.Separator key={`line ${JSON.stringify(items[index + 1])}`} className="menu-line" />;
    if (item === 'pages') return <PagesMenu key={key} />;
    if (item === 'sections') return <SectionsMenu key={key} />;
    return typeof item === 'string' ? <CommandItem key={key} command={item} /> : <CommandsMenu key={key} menu={item.menu} />;
  });
}

function CommandsMenu({ menu }: { readonly menu: Submenu }) {
  const { t } = useTranslation();
  const some = useDesk((state) => SUBMENUS[menu].some((item) => isCommand(item) && commands[item].enabled(state)));
  return (
    <SubmenuItem words={t(`submenu.${menu}`)} enabled={some}>
      <Items items={SUBMENUS[menu]} />
    </SubmenuItem>
  );
}

interface SubmenuItemProps {
  readonly words: string;
  readonly enabled: boolean;
  /** Why it is not, to be read at the pointer. */
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** An item whose own items unfold beside it. */
function SubmenuItem({ words, enabled, title, children }: SubmenuItemProps) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="menu-item" disabled={!enabled} title={title}>
        <span className="menu-tick" aria-hidden="true" />
        {words}
        <span className="menu-keys">
          <ChevronRight size={14} aria-hidden="true" />
        </span>
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" side="right" align="start">
          <Menu.Popup className="menu">{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

function isCommand(item: Item): item is DeskCommand {
  return typeof item === 'string' && item !== 'line' && item !== 'pages' && item !== 'sections';
}

/** The other pages, on one of which the selected story goes on. */
function PagesMenu() {
  const { t } = useTranslation();
  const isEnabled = useDesk(canJump);
  const pages = useDesk(({ issue }) => issue?.pages) ?? [];
  const own = useDesk(({ page }) => page);
  const allowed = useDesk(({ issue }) => issue?.paper.arranging?.jumps === true);
  return (
    <SubmenuItem words={t('canvas.continueOnPage')} enabled={isEnabled} title={allowed ? undefined : t('canvas.noJumps')}>
      {pages.map(
        ({ number, section }) =>
          number !== own && (
            <Menu.Item key={number} className="menu-item" onClick={() => setTimeout(() => continueOn(number))}>
              <span className="menu-tick" aria-hidden="true" />
              {t('pages.page', { page: number, section })}
            </Menu.Item>
          ),
      )}
    </SubmenuItem>
  );
}

/** The sections of the issue, to one of which the manuscript belongs; any when none is ticked. */
function SectionsMenu() {
  const { t } = useTranslation();
  const pages = useDesk(({ issue }) => issue?.pages) ?? [];
  const own = useDesk((state) => chosenArticle(state)?.section ?? '');
  const isEnabled = useDesk((state) => chosenArticle(state) !== undefined && state.readOnly === null);
  const sections = [...new Set(pages.map(({ section }) => section).filter((section) => section !== ''))];
  return (
    <SubmenuItem words={t('submenu.section')} enabled={isEnabled && sections.length > 0}>
      {['', ...sections].map((section) => (
        <Menu.CheckboxItem
          key={section}
          className="menu-item"
          checked={section === own}
          closeOnClick
          onCheckedChange={() => setSection(section)}
        >
          <span className="menu-tick" aria-hidden="true">
            {section === own ? '✓' : ''}
          </span>
          {section || t('library.anySection')}
        </Menu.CheckboxItem>
      ))}
    </SubmenuItem>
  );
}

/** What a press of the menu key or the right button is about; what lies under it has been selected by then. */
function subjectOf(target: EventTarget | null): Subject | undefined {
  if (!(target instanceof Element)) return undefined;
  if (target.closest('[data-menu="manuscript"]')) return 'manuscript';
  if (target.closest('[data-menu="thumbnail"]')) return 'thumbnail';
  if (!target.closest('.board')) return undefined;
  const { selection, also } = store.get();
  if (selection === null) return 'page';
  if (also.length > 0) return 'several';
  return chosenPicture() ? 'picture' : 'block';
}
