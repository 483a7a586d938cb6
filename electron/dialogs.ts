/** Native dialogs. Each answers undefined when the user thinks better of it. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { type Language, sentence } from '../shell/say';

export interface Asking {
  readonly window: BrowserWindow;
  readonly language: Language;
}

const say = (key: string, { language }: Asking): Promise<string> => sentence(`shell.${key}`, {}, language);

export async function askIssueFolder(asking: Asking): Promise<string | undefined> {
  const title = await say('openTitle', asking);
  const { filePaths } = await dialog.showOpenDialog(asking.window, { title, properties: ['openDirectory'] });
  return filePaths[0];
}

/** `name` is proposed; without one the issue is a new one. */
export async function askNewFolder(asking: Asking, name?: string): Promise<string | undefined> {
  const title = await say(name === undefined ? 'newTitle' : 'saveAsTitle', asking);
  const defaultPath = join(app.getPath('documents'), `${name ?? (await say('newName', asking))}.banxin`);
  const { canceled, filePath } = await dialog.showSaveDialog(asking.window, { title, defaultPath });
  if (canceled || !filePath) return undefined;
  return filePath.endsWith('.banxin') ? filePath : `${filePath}.banxin`;
}

export async function askImportFiles(asking: Asking): Promise<readonly string[] | undefined> {
  const title = await say('importTitle', asking);
  const { filePaths } = await dialog.showOpenDialog(asking.window, { title, properties: ['openFile', 'multiSelections'] });
  return filePaths.length > 0 ? filePaths : undefined;
}

export async function askPressFolder(asking: Asking): Promise<string | undefined> {
  const title = await say('pressTitle', asking);
  const { filePaths } = await dialog.showOpenDialog(asking.window, { title, properties: ['openDirectory', 'createDirectory'] });
  return filePaths[0];
}

export async function askPreset(asking: Asking): Promise<string | undefined> {
  const title = await say('presetTitle', asking);
  const filters = [{ name: 'JSON', extensions: ['json'] }];
  const { filePaths } = await dialog.showOpenDialog(asking.window, { title, filters, properties: ['openFile'] });
  return filePaths[0];
}

/** A colour profile that the user chooses; undefined when he thinks better of it. */
export async function askProfile(asking: Asking): Promise<string | undefined> {
  const title = await say('profileTitle', asking);
  const filters = [{ name: 'ICC', extensions: ['icc', 'icm'] }];
  const { filePaths } = await dialog.showOpenDialog(asking.window, { title, filters, properties: ['openFile'] });
  return filePaths[0];
}

export async function askReplace(asking: Asking): Promise<boolean> {
  const buttons = [await say('replace', asking), await say('cancel', asking)];
  const message = await say('replaceQuestion', asking);
  const { response } = await dialog.showMessageBox(asking.window, {
    type: 'question',
    message,
    buttons,
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** What to do with unsaved changes. */
export async function askClosing(asking: Asking, name: string): Promise<'save' | 'discard' | 'cancel'> {
  const buttons = [await say('save', asking), await say('discard', asking), await say('cancel', asking)];
  const message = await sentence('shell.closeQuestion', { name }, asking.language);
  const detail = await say('closeDetail', asking);
  const box = { type: 'warning' as const, message, detail, buttons, defaultId: 0, cancelId: 2 };
  const { response } = await dialog.showMessageBox(asking.window, box);
  return (['save', 'discard', 'cancel'] as const)[response] ?? 'cancel';
}

export async function askLastIssue(asking: Asking): Promise<string | undefined> {
  const title = await say('lastTitle', asking);
  const { filePaths } = await dialog.showOpenDialog(asking.window, { title, properties: ['openDirectory'] });
  return filePaths[0];
}

/** `page` 0 for articles alone. */
export async function askPackageFile(asking: Asking, name: string, page: number): Promise<string | undefined> {
  const part = page > 0 ? `p${page}` : 'articles';
  return askFile(asking, 'packTitle', `${name}-${part}.banxinpage`, {
    name: await say('package', asking),
    extensions: ['banxinpage'],
  });
}

export function askSheetFile(asking: Asking, name: string): Promise<string | undefined> {
  return askFile(asking, 'sheetFileTitle', `${name}.html`, { name: 'HTML', extensions: ['html'] });
}

/** The system asks itself before a file that is there is replaced. */
async function askFile(
  asking: Asking,
  key: string,
  name: string,
  filter: { readonly name: string; readonly extensions: string[] },
): Promise<string | undefined> {
  const [title, defaultPath] = [await say(key, asking), join(app.getPath('documents'), name)];
  const { canceled, filePath } = await dialog.showSaveDialog(asking.window, { title, defaultPath, filters: [filter] });
  if (canceled || !filePath) return undefined;
  return filePath.endsWith(`.${filter.extensions[0]}`) ? filePath : `${filePath}.${filter.extensions[0]}`;
}

export async function askPackages(asking: Asking): Promise<readonly string[] | undefined> {
  const title = await say('packagesTitle', asking);
  const filters = [{ name: await say('package', asking), extensions: ['banxinpage'] }];
  const { filePaths } = await dialog.showOpenDialog(asking.window, {
    title,
    filters,
    properties: ['openFile', 'multiSelections'],
  });
  return filePaths.length > 0 ? filePaths : undefined;
}

export async function askExportFolder(asking: Asking, name: string): Promise<string | undefined> {
  const [title, defaultPath] = [await say('exportTitle', asking), join(app.getPath('documents'), name)];
  const { canceled, filePath } = await dialog.showSaveDialog(asking.window, { title, defaultPath });
  return canceled || !filePath ? undefined : filePath;
}

export async function askReplacement(asking: Asking): Promise<string | undefined> {
  const title = await say('replacementTitle', asking);
  const { filePaths } = await dialog.showOpenDialog(asking.window, { title, properties: ['openFile'] });
  return filePaths[0];
}

/** Whether a copy stands in for a document that cannot be read. */
export async function askUseCopy(asking: Asking, reason: string, copy: string): Promise<boolean> {
  const buttons = [await say('useCopy', asking), await say('cancel', asking)];
  const message = await sentence('shell.useCopyQuestion', { copy }, asking.language);
  const box = { type: 'question' as const, message, detail: reason, buttons, defaultId: 0, cancelId: 1 };
  const { response } = await dialog.showMessageBox(asking.window, box);
  return response === 0;
}
