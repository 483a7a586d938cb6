/** What stands on pages besides articles: photographs and groups of them, notices, advertisements. Part of types.ts. */
import type { Id, Passed, SourceHash } from './types';

/** A photograph. The asset holds the original, never changed. */
export interface Photo {
  readonly id: Id;
  /** `<sha256>.<ext>` in assets/. */
  readonly asset: string;
  /** Asset that a screen shows in place of a PDF page; press files take the page itself. */
  readonly preview?: string;
  /** Name of the file it came from. */
  readonly file: string;
  /** Pixels of the upright picture. */
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  /** `本报记者 陈知远 摄`; empty when unknown. */
  readonly credit: string;
  /** ISO date on which it was taken, as its camera says. */
  readonly taken?: string;
  /** Point that a crop keeps, fractions 0–1 of the upright picture. */
  readonly focus: { readonly x: number; readonly y: number };
  /** Who chose it: the program by the picture's content, or the editor, whose choice stays; nobody when absent. */
  readonly focusBy?: 'program' | 'editor';
  /**
   * Chosen by the editor, wherever the picture stands: how many times closer than its frame asks for, 1–8 (1 when absent) …
   */
  readonly zoom?: number;
  /** … or the whole picture inside its frame (完整); it fills the frame (裁满) when absent. */
  readonly whole?: boolean;
  /** Marks of caption and credit as its manuscript had them. */
  readonly asSent?: readonly string[];
  readonly passed?: readonly Passed[];
}

/** What an item that a file may have brought keeps of it. */
interface Sent {
  /** Page asked for; 0 when any will do. */
  readonly page: number;
  /** File it came from, empty for what was made here. */
  readonly source: string;
  readonly sourceHash?: SourceHash;
  /** Marks of its words as its file had them: what differs from them was changed here. */
  readonly asSent?: readonly string[];
  readonly passed?: readonly Passed[];
}

/** Several pictures that stand as one block (图片新闻). */
export interface PhotoGroup extends Sent {
  readonly id: Id;
  /** `number` is the ① of the caption, from 1; `photo` is empty while the picture has not come. */
  readonly pictures: readonly { readonly number: number; readonly photo: Id }[];
  /** Every picture has its own caption below it (its photograph's) besides the shared one. */
  readonly each?: boolean;
  /** The shared caption with its 图① … in place. */
  readonly caption: string;
  /** `沙肖璐 张琦 王磊 钱忠芳 王慧 摄`, or empty. */
  readonly credit: string;
  /** Label of the tab, `图片新闻`. */
  readonly label: string;
}

/** A link that readers scan (二维码), with the words below it. */
export interface LinkCode {
  readonly link: string;
  /** `扫码看视频`, or empty. */
  readonly label: string;
}

/** A box of service information: hotline, e-mail, call for manuscripts. */
export interface Notice extends Sent {
  readonly id: Id;
  /** Empty when the entries speak for themselves. */
  readonly title: string;
  /** Running text, may be empty. */
  readonly text: string;
  /** `新闻热线` / `88287116`. */
  readonly entries: readonly { readonly label: string; readonly value: string; readonly kind: 'phone' | 'email' | 'text' }[];
  readonly code?: LinkCode;
}

export interface Advertisement extends Sent {
  readonly id: Id;
  /** Whether it sells: `广告`, or `公益广告`. */
  readonly label: string;
  /** Large line of a typographic advertisement. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Beside the type; a finished picture brings its own. */
  readonly code?: LinkCode;
  /** A finished picture instead of type; empty when there is none. */
  readonly photo: Id;
  /** Size bought, in columns and rows; 0 lets the arranger choose. */
  readonly columns: number;
  readonly rows: number;
  /** From the paper's stock, as a 公益广告: stands only where a page has room to fill. */
  readonly filler?: boolean;
}
