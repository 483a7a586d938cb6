/** Names of the channels between the window's preload and the program. */
export const CHANNEL = {
  settings: 'banxin:settings',
  setSettings: 'banxin:set-settings',
  recent: 'banxin:recent',
  initialIssue: 'banxin:initial-issue',
  openIssue: 'banxin:open-issue',
  openRecent: 'banxin:open-recent',
  openSample: 'banxin:open-sample',
  newIssue: 'banxin:new-issue',
  save: 'banxin:save',
  saveAs: 'banxin:save-as',
  missingAssets: 'banxin:missing-assets',
  setDirty: 'banxin:set-dirty',
  run: 'banxin:run',
  cancel: 'banxin:cancel',
  reveal: 'banxin:reveal',
  /** From the preload alone: a file was dropped on the window, so its path may be imported. */
  dropped: 'banxin:dropped',
  progress: 'banxin:progress',
  command: 'banxin:command',
  opened: 'banxin:opened',
} as const;
