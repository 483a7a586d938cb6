/** The faces of the program with the user's own, as they stood when the folder was last looked into. */
import { shell } from 'electron';
import type { FaceId, LoadedFont } from '../engine/fonts';
import { makeFolder, programRoot } from '../engine/store';
import { type Fonts, openFonts } from '../engine/store/font-files';
import { ownFontsFolder } from '../engine/store/own-fonts';
import { type Language, sentenceFor } from '../shell/say';
import type { OwnFonts } from './bridge';

export class FontShelf {
  private fonts: Fonts | undefined;
  /** What has been read: the window has these faces' metrics, so their outlines must come from the same files, which are open. */
  private readonly read = new Map<FaceId, LoadedFont>();

  current(): Fonts {
    this.fonts ??= this.open();
    return this.fonts;
  }

  private open(): Fonts {
    const opened = openFonts(programRoot());
    const file = (id: FaceId): LoadedFont => {
      const font = this.read.get(id) ?? opened.file(id);
      this.read.set(id, font);
      return font;
    };
    return { ...opened, file };
  }

  async lookAgain(language: Language): Promise<OwnFonts> {
    this.fonts = this.open();
    const { own, faces } = this.fonts;
    const list = own.map(async ({ id, name, problem }) => ({
      id,
      name,
      problem: problem ? await sentenceFor(problem, language) : '',
    }));
    return {
      folder: ownFontsFolder(),
      roles: faces.filter((id) => !own.some((face) => face.id === id)),
      own: await Promise.all(list),
    };
  }

  async openFolder(): Promise<void> {
    await makeFolder(ownFontsFolder());
    await shell.openPath(ownFontsFolder());
  }
}
