/** The caret on the page. */
import { type CSSProperties, useEffect, useRef } from 'react';

interface BlinkingCaretProps {
  /** Across a line from top to bottom. */
  readonly vertical: boolean;
  readonly place: CSSProperties;
}

/** Half a blink, milliseconds: the usual one of desktop systems. */
const BLINK = 530;

/**
 * A caret that blinks from now on; drawn with another key at another place, it begins anew. It goes by the clock, since a running
 * animation takes every beat of the screen, and the frame that answers a key would have to wait for the next one.
 */
export function BlinkingCaret({ vertical, place }: BlinkingCaretProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    const timer = setInterval(() => element.current?.toggleAttribute('data-off'), BLINK);
    return () => clearInterval(timer);
  }, []);
  return <div ref={element} className="text-caret" data-vertical={vertical || undefined} style={place} />;
}
