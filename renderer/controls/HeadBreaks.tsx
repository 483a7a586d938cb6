/** A headline with the ends of its lines as they are set: they are dragged, moved by arrows, put and taken away by a click. */
import { Fragment, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Block } from '../../engine/issue/index';
import { itemOf } from '../state/facts';
import { breakingOf, breaksEdit, clustersOf, gapsOf, type HeadBreaking, linesOf, withBreak } from '../state/head-lines';
import { pageOfBlock, store, useDesk } from '../state/store';
import './head-breaks.css';

interface HeadBreaksProps {
  readonly article: Article;
  /** Where the headline stands. */
  readonly block: Block | undefined;
}

export function HeadBreaks({ article, block }: HeadBreaksProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLFieldSetElement>(null);
  const dragged = useRef<number>(undefined);
  const moved = useRef(false);
  const standing = useDesk(({ issue, layouts }) =>
    block ? layouts.get(pageOfBlock(issue, block.id) ?? 0)?.fits.find((fit) => fit.block === block.id)?.headLines : undefined,
  );
  const stored = block?.content.kind === 'article' ? block.content.form.lines : [];
  // What was just put is stored at once, and set only a moment later.
  const breaking = breakingOf(article, stored.length > 0 ? stored : (standing ?? article.headline));
  const gaps = gapsOf(breaking.text);
  if (gaps.length === 0) return null;

  const put = (next: HeadBreaking | undefined) => {
    const { issue } = store.get();
    // Its body may have been written meanwhile.
    const present = issue && itemOf(issue, 'articles', article.id);
    const edit = present ? breaksEdit(issue, present, block, next ? linesOf(next) : []) : undefined;
    if (edit) store.edit(edit, 'edit.headBreak', `breaks ${article.id}`);
  };
  const focus = (at: number) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-gap="${at}"]`)?.focus());
  const toggle = (at: number) => {
    if (moved.current) return;
    const on = breaking.breaks.includes(at);
    put(withBreak(breaking, on ? at : undefined, on ? undefined : at));
    store.seal();
  };
  const key = (event: KeyboardEvent, at: number) => {
    const on = breaking.breaks.includes(at);
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step !== 0) {
      const to = gaps[gaps.indexOf(at) + step];
      if (to === undefined) return;
      if (on && !breaking.breaks.includes(to)) put(withBreak(breaking, at, to));
      focus(to);
    } else if (on && (event.key === 'Delete' || event.key === 'Backspace')) {
      put(withBreak(breaking, at, undefined));
      focus(at);
    } else return;
    event.preventDefault();
  };
  const press = (event: PointerEvent, at: number) => {
    moved.current = false;
    if (!breaking.breaks.includes(at)) return;
    // What the arrows did before is a step of its own.
    store.seal();
    dragged.current = at;
    box.current!.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent) => {
    if (dragged.current === undefined) return;
    const to = nearestGap(box.current!, event);
    if (to === undefined || to === dragged.current || breaking.breaks.includes(to)) return;
    put(withBreak(breaking, dragged.current, to));
    dragged.current = to;
    moved.current = true;
  };
  const drop = () => {
    if (dragged.current !== undefined && !moved.current) toggle(dragged.current);
    if (moved.current) store.seal();
    dragged.current = undefined;
  };

  const tabStop = breaking.breaks[0] ?? gaps[0];
  return (
    <fieldset
      ref={box}
      className="head-breaks"
      aria-label={t('headBreaks.title')}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
    >
      <span className="row-label" aria-hidden="true">
        {t('headBreaks.label')}
      </span>
      <span className="head-breaks-text">
        {clustersOf(breaking.text).map((cluster) => (
          <span key={cluster[0]!.at} className="head-cluster">
            {cluster.map(({ letter, at }) => (
              <Fragment key={at}>
                {gaps.includes(at) && (
                  <button
                    type="button"
                    className="head-gap"
                    data-gap={at}
                    aria-pressed={breaking.breaks.includes(at)}
                    aria-label={t('headBreaks.before', { text: breaking.text.slice(at, at + 4) })}
                    title={t(breaking.breaks.includes(at) ? 'headBreaks.move' : 'headBreaks.add')}
                    tabIndex={at === tabStop ? 0 : -1}
                    onPointerDown={(event) => press(event, at)}
                    onClick={({ detail }) => (detail === 0 || !breaking.breaks.includes(at)) && toggle(at)}
                    onKeyDown={(event) => key(event, at)}
                  />
                )}
                {letter}
              </Fragment>
            ))}
          </span>
        ))}
      </span>
      {block && stored.length > 0 && (
        <button type="button" className="button" data-look="link" onClick={() => put(undefined)}>
          {t('headBreaks.auto')}
        </button>
      )}
    </fieldset>
  );
}

/** The place between two characters that is nearest to the pointer. */
function nearestGap(box: HTMLElement, { clientX, clientY }: PointerEvent): number | undefined {
  let best: { readonly at: number; readonly distance: number } | undefined;
  for (const gap of box.querySelectorAll<HTMLElement>('[data-gap]')) {
    const { left, right, top, bottom } = gap.getBoundingClientRect();
    const beside = Math.max(top - clientY, clientY - bottom, 0);
    const distance = Math.hypot((left + right) / 2 - clientX, beside * 4);
    if (!best || distance < best.distance) best = { at: Number(gap.dataset.gap), distance };
  }
  return best?.at;
}
