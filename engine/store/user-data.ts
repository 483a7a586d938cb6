/** Where the user keeps what is his own and goes with no issue: fonts, word lists. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The program's folder where the system keeps a user's data. It need not exist. */
export function userDataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  return join(systemFolder(env, platform), platform === 'linux' ? 'banxin' : 'Banxin');
}

function systemFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env.APPDATA || join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}

/** Where the user puts word lists that all his issues use: `BANXIN_WORDS`, or `words` among his data. */
export function ownWordsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.BANXIN_WORDS || join(userDataFolder(env), 'words');
}

/** Where the presets of the print shops stand, with their profiles: `BANXIN_SHOPS`, or `shops` among the user's data. */
export function shopsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.BANXIN_SHOPS || join(userDataFolder(env), 'shops');
}

/** Folder of an issue with word lists of its own, which go with it. */
export const WORDS_FOLDER = 'words';
