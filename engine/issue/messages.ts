import type { Messages } from '../errors';

export const messages: Messages = {
  zh: {
    editTarget: '这一步改动所指的内容已不存在（{list}：{id}），请撤销上一步或重新打开这一期',
  },
  en: {
    editTarget: 'What this change is about is no longer there ({list}: {id}); undo the last step or open the issue again',
  },
};
