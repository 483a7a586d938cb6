/** What a handoff works on: an issue with its pages made, what was delivered before, and what goes out. */
import type { Issue } from '../../issue/types';
import type { ZipEntry } from '../../store/zip-writer';
import type { Imposition } from '../handoff/preset';
import type { Voice } from '../handoff/voice';
import type { Manifest } from './handoff-manifest';
import type { MadePages } from './handoff-pages';
import type { LoadedPreset } from './preset-file';

export interface HandoffSettings {
  readonly preset: LoadedPreset;
  readonly voice: Voice;
  readonly imposition?: Imposition;
  readonly files?: 'pages' | 'issue';
  readonly copies?: number;
  /** Send only what has changed since the last handoff into the same folder. */
  readonly resend: boolean;
  /** Replace a handoff that stands in the folder. */
  readonly force: boolean;
  /** ISO 8601, UTC; the day of the issue when undefined. */
  readonly date?: string;
  /** Hears of each page that is pressed, and again when it is examined: steps done of all. */
  readonly progress?: (done: number, total: number) => void;
}

/** @see handOff */
export interface Job {
  readonly issue: Issue;
  readonly output: string;
  readonly settings: HandoffSettings;
  readonly made: MadePages;
  readonly version: number;
  readonly before: Manifest | undefined;
  /** Pages that go out. */
  readonly changed: readonly number[];
}

/** What is imposed: as asked for, else as the shop wants it. */
export const impositionOf = ({ imposition, preset }: HandoffSettings): Imposition =>
  imposition ?? preset.preset.imposition ?? 'none';

/** How the pages go into press files: as asked for, else as the shop wants it. */
export const filesOf = ({ files, preset }: HandoffSettings): 'pages' | 'issue' => files ?? preset.preset.files ?? 'pages';

/** A file of the package whose content is text. */
export const textEntry = (name: string, content: string): ZipEntry => ({ name, bytes: new TextEncoder().encode(content) });

/** With a final line break. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
