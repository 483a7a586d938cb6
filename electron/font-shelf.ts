/** The faces of the program with the user's own, as they stood when the folder was last looked into. */
import { shell } from 'electron';
import { makeFolder, programRoot } from '../engine/store';
import { type Fonts, openFonts } from '../engine/store/font-files';
import { ownFontsFolder } from '../engine/store/own-fonts';
import { type Language, sentenceFor } from '../shell/say';
import type { OwnFonts } from './bridge';

export class FontShelf {
  private fonts: Fonts | undefined;

  current(): Fonts {
    this.fonts ??= openFonts(programRoot());
    return this.fonts;
  }

  async lookAgain(language: Language): Promise<OwnFonts> {
    this.fonts = openFonts(programRoot());
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
