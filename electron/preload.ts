/** The only door between the window and the program: one method a channel, no way to name another. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from './bridge';
import { CHANNEL } from './channels';

const bridge: Bridge = {
  settings: () => ipcRenderer.invoke(CHANNEL.settings),
  setSettings: (settings) => ipcRenderer.invoke(CHANNEL.setSettings, settings),
  setMenu: (state) => ipcRenderer.invoke(CHANNEL.setMenu, state),
  popUpMenu: (x, y) => ipcRenderer.invoke(CHANNEL.popUpMenu, x, y),
  openFile: (file) => ipcRenderer.invoke(CHANNEL.openFile, file),
  keepMemory: () => ipcRenderer.invoke(CHANNEL.keepMemory),
  recent: () => ipcRenderer.invoke(CHANNEL.recent),
  initialIssue: () => ipcRenderer.invoke(CHANNEL.initialIssue),
  openIssue: () => ipcRenderer.invoke(CHANNEL.openIssue),
  openRecent: (id) => ipcRenderer.invoke(CHANNEL.openRecent, id),
  openSample: () => ipcRenderer.invoke(CHANNEL.openSample),
  newIssue: (template) => ipcRenderer.invoke(CHANNEL.newIssue, template),
  save: (handle, issue) => ipcRenderer.invoke(CHANNEL.save, handle, issue),
  saveAs: (handle, issue) => ipcRenderer.invoke(CHANNEL.saveAs, handle, issue),
  journal: (handle, edits) => ipcRenderer.invoke(CHANNEL.journal, handle, edits),
  dropJournal: (handle) => ipcRenderer.invoke(CHANNEL.dropJournal, handle),
  missingAssets: (handle, assets) => ipcRenderer.invoke(CHANNEL.missingAssets, handle, assets),
  setDirty: (dirty) => ipcRenderer.invoke(CHANNEL.setDirty, dirty),
  closeIssue: (handle) => ipcRenderer.invoke(CHANNEL.closeIssue, handle),
  takeOver: (handle) => ipcRenderer.invoke(CHANNEL.takeOver, handle),
  newFromLast: () => ipcRenderer.invoke(CHANNEL.newFromLast),
  templates: () => ipcRenderer.invoke(CHANNEL.templates),
  saveTemplate: (handle, issue, name) => ipcRenderer.invoke(CHANNEL.saveTemplate, handle, issue, name),
  userName: () => ipcRenderer.invoke(CHANNEL.userName),
  versions: (handle) => ipcRenderer.invoke(CHANNEL.versions, handle),
  saveVersion: (handle, issue, name) => ipcRenderer.invoke(CHANNEL.saveVersion, handle, issue, name),
  readVersion: (handle, id) => ipcRenderer.invoke(CHANNEL.readVersion, handle, id),
  putAway: (handle, id) => ipcRenderer.invoke(CHANNEL.putAway, handle, id),
  signatures: (handle, issue) => ipcRenderer.invoke(CHANNEL.signatures, handle, issue),
  sign: (handle, issue, request) => ipcRenderer.invoke(CHANNEL.sign, handle, issue, request),
  signSheet: (handle, issue) => ipcRenderer.invoke(CHANNEL.signSheet, handle, issue),
  pack: (handle, part) => ipcRenderer.invoke(CHANNEL.pack, handle, part),
  assemble: (handle, token, rules, rule) => ipcRenderer.invoke(CHANNEL.assemble, handle, token, rules, rule),
  run: (job) => ipcRenderer.invoke(CHANNEL.run, job),
  cancel: () => ipcRenderer.invoke(CHANNEL.cancel),
  platePart: (request) => ipcRenderer.invoke(CHANNEL.platePart, request),
  reveal: (file) => ipcRenderer.invoke(CHANNEL.reveal, file),
  revealAsset: (handle, asset) => ipcRenderer.invoke(CHANNEL.revealAsset, handle, asset),
  ownFonts: () => ipcRenderer.invoke(CHANNEL.ownFonts),
  openFontsFolder: () => ipcRenderer.invoke(CHANNEL.openFontsFolder),
  wordLists: (handle) => ipcRenderer.invoke(CHANNEL.wordLists, handle),
  openWordsFolder: () => ipcRenderer.invoke(CHANNEL.openWordsFolder),
  shops: () => ipcRenderer.invoke(CHANNEL.shops),
  saveShop: (file, preset) => ipcRenderer.invoke(CHANNEL.saveShop, file, preset),
  addShop: () => ipcRenderer.invoke(CHANNEL.addShop),
  addProfile: () => ipcRenderer.invoke(CHANNEL.addProfile),
  removeShop: (file) => ipcRenderer.invoke(CHANNEL.removeShop, file),
  openShopsFolder: () => ipcRenderer.invoke(CHANNEL.openShopsFolder),
  pathOf,
  onProgress: (listener) => subscribe(CHANNEL.progress, listener),
  onCommand: (listener) => subscribe(CHANNEL.command, listener),
  onOpened: (listener) => subscribe(CHANNEL.opened, listener),
};

/** A file that a script made up has no path, so only what the user dropped or chose can be imported. */
function pathOf(file: unknown): string {
  const path = file instanceof File ? systemPath(file) : '';
  if (path !== '') ipcRenderer.send(CHANNEL.dropped, path);
  return path;
}

/** Electron below 29 has no webUtils; its files carry their path. */
function systemPath(file: File & { readonly path?: string }): string {
  return webUtils ? webUtils.getPathForFile(file) : (file.path ?? '');
}

function subscribe<T>(channel: string, listener: (value: T) => void): () => void {
  const handler = (_event: unknown, value: T): void => listener(value);
  ipcRenderer.on(channel, handler);
  return () => void ipcRenderer.off(channel, handler);
}

contextBridge.exposeInMainWorld('banxin', bridge);
