/** Searches; it is ended from outside when it takes too long. */
import { type Hit, type Query, type Searched, search } from './search';

export interface FindRequest {
  readonly id: number;
  readonly query: Query;
  readonly texts: readonly Searched[];
}

export type FindAnswer =
  | { readonly id: number; readonly hits: readonly Hit[] }
  /** The expression is broken; in the words of the engine. */
  | { readonly id: number; readonly fault: string };

self.onmessage = ({ data: { id, query, texts } }: MessageEvent<FindRequest>) => {
  self.postMessage(answer(id, query, texts));
};

function answer(id: number, query: Query, texts: readonly Searched[]): FindAnswer {
  try {
    return { id, hits: search(texts, query) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
}
