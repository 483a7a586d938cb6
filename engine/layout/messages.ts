import type { Messages } from '../errors';

export const messages: Messages = {
  zh: {
    unknown: '版面引用了稿库里没有的内容“{id}”：请删除这个版块，或重新导入该内容',
    page: '本期没有第 {page} 版：请检查版号',
  },
  en: {
    unknown: 'A block refers to “{id}”, which the issue does not hold: delete the block, or import that content again',
    page: 'The issue has no page {page}: check the page number',
  },
};
