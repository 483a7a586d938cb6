import type { Messages } from '../errors';

/** Codes are `manuscript.<key>`. */
export const messages: Messages = {
  zh: {
    large: '{file}：{size} MB，超过稿件上限 {limit} MB。请拆成几个文件，或另存为纯文本后再导入。',
    binary: '{file}：不是文本文件。请用写稿的软件打开，另存为纯文本（.txt，UTF-8 或 GB 18030）后再导入。',
    encoding: '{file}：认不出文字编码，文件可能不完整。请重新索取，或另存为 UTF-8 纯文本后再导入。',
    empty: '{file}：文件里没有文字。请检查是否存错了文件。',
  },
  en: {
    large:
      '{file}: {size} MB is over the limit of {limit} MB for a manuscript. Split the file, or save its text alone and import that.',
    binary:
      '{file}: not a text file. Open it in the program it was written with, save it as plain text (.txt, UTF-8 or GB 18030) and import that.',
    encoding:
      '{file}: the character encoding is unknown; the file may be incomplete. Ask for it again, or save it as UTF-8 plain text and import that.',
    empty: '{file}: the file holds no text. Check that the right file was saved.',
  },
};
