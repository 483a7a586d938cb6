/** The desk while a story is written: its text beside its page, which is set as it is written. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Id } from '../../engine/issue/index';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { Canvas } from '../canvas';
import { useAtLeast } from '../controls/use-width';
import { MessageBar } from '../panels/MessageBar';
import { Rail } from '../panels/Rail';
import { useWidth } from '../panels/use-panel';
import { chosenArticle, itemOf } from '../state/facts';
import { store, useDesk, type View } from '../state/store';
import { StoryInspector } from './StoryInspector';
import { StoryPane } from './StoryPane';
import { blocksOf } from './story-places';
import './story.css';
import './story-text.css';
import './story-side.css';

/** Width of the window, CSS pixels, below which text and page have no room beside what is said of the text. */
const ROOM_FOR_SIDE = 1032;

export function StoryDesk({ story }: { readonly story: Id }) {
  const { t } = useTranslation();
  const text = useWidth('story', 600);
  const side = useWidth('story-side', 296);
  const roomy = useAtLeast(ROOM_FOR_SIDE);
  const issue = useDesk((state) => state.issue);
  const chosen = useDesk((state) => chosenArticle(state)?.id);
  const article = issue ? itemOf(issue, 'articles', story) : undefined;
  const gone = issue !== null && article === undefined;
  useEffect(() => {
    if (gone) store.set({ story: null });
    else if (chosen !== undefined && chosen !== story) store.set({ story: chosen });
  }, [gone, chosen, story]);
  useCloseView(story);
  if (!issue || !article) return null;
  const blocks = blocksOf(issue, story);
  return (
    <div className="story-desk">
      <div className="story-rail">
        <Rail />
      </div>
      <Group className="story-body">
        <Panel id="text" {...text} minSize={roomy ? 440 : 360} maxSize={820} groupResizeBehavior="preserve-pixel-size">
          <StoryPane key={story} article={article} blocks={blocks} />
        </Panel>
        <Separator className="splitter" aria-label={t('story.width')} />
        <Panel id="story-page" minSize={280}>
          <div className="page-area">
            <div className="stage" data-region="canvas">
              <Canvas />
            </div>
            <MessageBar />
          </div>
        </Panel>
        {roomy && (
          <>
            <Separator className="splitter" aria-label={t('command.toggleRight')} />
            <Panel id="story-side" {...side} minSize={264} maxSize={400} groupResizeBehavior="preserve-pixel-size">
              <StoryInspector article={article} />
            </Panel>
          </>
        )}
      </Group>
    </div>
  );
}

/** Zoom at which a story is read beside its text, at least. */
const READABLE = 0.8;

/** Shows the story's first block large enough to read; the view comes back as it was when the story is left. */
function useCloseView(story: Id): void {
  const before = useRef<View>(undefined);
  useEffect(() => {
    const { issue, view } = store.get();
    before.current ??= view;
    const block = issue && blocksOf(issue, story)[0];
    if (!issue || !block) return;
    const { x, y, width, height } = boxOf(makeGrid(issue.spec), block.rect);
    store.setView({ fit: false, zoom: Math.max(view.zoom, READABLE), x: x + width / 2, y: y + height / 2 });
  }, [story]);
  useEffect(
    () => () => {
      const view = before.current;
      // When the story's canvas is gone and the desk's own is there.
      requestAnimationFrame(() => {
        const { issue, story } = store.get();
        if (view && issue && story === null) store.setView(view);
      });
    },
    [],
  );
}
